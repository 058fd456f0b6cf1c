import FoundationEssentials
import Testing

@testable import PortalCore

/// The drawings of `docs/dialogue.md` and the functions that they draw.
struct StateMachineTests {
  @Test func `a conversation has the steps that are drawn`() throws {
    let steps = steps(ThreadState.allCases, ThreadAct.allCases) { $0.after($1, of: .eConsultation) }
    #expect(try drawn(under: "A conversation") == steps)
  }

  @Test(arguments: [Message.Kind.office, .renewal, .imported])
  func `what is not turned down lacks that step alone`(_ kind: Message.Kind) throws {
    let steps = steps(ThreadState.allCases, ThreadAct.allCases) { $0.after($1, of: kind) }
    let expected = try drawn(under: "A conversation").filter { !$0.hasSuffix(": reject") }
    #expect(steps == expected)
  }

  @Test func `a renewal has the steps that are drawn`() throws {
    typealias Renewal = PrescriptionRenewal
    let steps = steps(Renewal.State.allCases, Renewal.Act.allCases) { $0.after($1) }
    #expect(try drawn(under: "The renewal of a prescription") == steps)
  }

  @Test func `an appointment has the steps that are drawn`() throws {
    let steps = steps(Appointment.Status.allCases, Appointment.Act.allCases) { $0.after($1) }
    #expect(try drawn(under: "An appointment") == steps)
  }

  @Test func `a change of practitioner waits for its day and then stays`() throws {
    let day = try #require(CivilDate(year: 2026, month: 11, day: 21))
    let effect = GeneralPractitionerChange.effect(of: day)
    var change = GeneralPractitionerChange(
      to: RecordID(bytes: Array(repeating: 1, count: 17)),
      named: "Lege",
      at: Practice.ID(bytes: Array(repeating: 2, count: 17)),
      .ordinary,
      requested: OsloTime.noon(day),
      effective: effect
    )
    #expect(change.state(on: day) == .pending)
    #expect(change.state(on: CivilDate(daysSinceEpoch: effect.daysSinceEpoch - 1)) == .pending)
    #expect(change.state(on: effect) == .inEffect)
    change.undone = OsloTime.noon(day)
    #expect(change.state(on: effect) == .undone)
  }

  @Test(arguments: [
    ("2026-11-21", "2026-12-01"), ("2026-12-01", "2027-01-01"), ("2026-12-31", "2027-01-01"),
    ("2028-02-29", "2028-03-01"), ("2026-01-31", "2026-02-01"),
  ])
  func `a change takes effect on the first of the next month`(
    _ day: String,
    _ effect: String
  ) throws {
    let day = try #require(CivilDate(day))
    #expect(GeneralPractitionerChange.effect(of: day) == CivilDate(effect))
  }

  // MARK: - A conversation as its record has it

  @Test(arguments: 0..<50)
  func `whatever is done to a conversation, its record goes drawn steps only`(_ seed: Int) throws {
    var chance = SampleRandom(seed: UInt64(seed))
    let kind = try #require(
      [Message.Kind.office, .eConsultation, .renewal].randomElement(using: &chance)
    )
    var status = ThreadStatus(thread: id(0), kind: kind)
    var (written, newest) = (1, id(1))
    // What a desk had on its screen some time ago.
    var seen = newest
    for moment in 0..<60 {
      let before = status.state(newestFromPerson: newest)
      let act = try #require(ThreadAct.allCases.randomElement(using: &chance))
      if act == .write {
        guard before.after(.write, of: kind) != nil else { continue }
        written += 1
        newest = id(written)
        #expect(status.state(newestFromPerson: newest) == .sent)
        continue
      }
      if Bool.random(using: &chance) { seen = newest }
      let step = ThreadStatus.Step(act, at: time(moment), by: author, through: seen)
      do throws(ThreadProblem) {
        let count = status.steps.count
        try status.take(step, newestFromPerson: newest)
        #expect(before.after(act, of: kind) != nil)
        #expect(status.steps.count == count + 1)
        let after = status.state(newestFromPerson: newest)
        // Who answers what was not the newest leaves it waiting.
        #expect(after == (seen == newest ? step.state : .sent))
      } catch {
        switch error {
        case .notPossible(let refused, let state):
          #expect((refused, state) == (act, before))
          #expect(before.after(act, of: kind) == nil)
        case .writtenSince(let message):
          #expect(message == newest && seen != newest)
          #expect(act == .close || act == .reject)
        case .changedMeanwhile: Issue.record("nobody else has been here")
        }
        #expect(status.state(newestFromPerson: newest) == before)
      }
    }
  }

  @Test func `nobody writes in a conversation that is over`() {
    for kind in [Message.Kind.office, .eConsultation, .appointmentRequest] {
      for over in [ThreadState.closed, .rejected] {
        #expect(ThreadAct.allCases.allSatisfy { over.after($0, of: kind) == nil })
      }
    }
  }

  @Test func `a long conversation keeps the newest steps`() throws {
    var status = ThreadStatus(thread: id(0), kind: .office)
    for number in 1...(ThreadStatus.mostSteps + 5) {
      let step = ThreadStatus.Step(.answer, at: time(number), by: author, through: id(number))
      try status.take(step, newestFromPerson: id(number))
    }
    #expect(status.steps.count == ThreadStatus.mostSteps)
    #expect(status.steps.last?.through == id(ThreadStatus.mostSteps + 5))
  }

  // MARK: - Support

  private let author = StaffAuthor(
    name: "Lise Lege",
    work: .doctor,
    member: RecordID(bytes: Array(repeating: 7, count: 17)),
    practice: Practice.ID(bytes: Array(repeating: 8, count: 17))
  )

  private func id(_ number: Int) -> RecordID {
    RecordID(bytes: [UInt8(number / 256), UInt8(number % 256)] + Array(repeating: 0, count: 15))
  }

  private func time(_ minute: Int) -> Instant {
    Instant(milliseconds: 1_790_000_000_000 + Int64(minute) * 60_000)
  }

  /// Each step as the drawings write it.
  private func steps<State: RawRepresentable<String>, Act: RawRepresentable<String>>(
    _ states: [State],
    _ acts: [Act],
    _ after: (State, Act) -> State?
  ) -> Set<String> {
    var steps: Set<String> = []
    for state in states {
      for act in acts {
        guard let next = after(state, act) else { continue }
        steps.insert("\(state.rawValue) --> \(next.rawValue): \(act.rawValue)")
      }
    }
    return steps
  }

  /// The steps that stand in the drawing under a heading, without beginnings and ends.
  private func drawn(under heading: String) throws -> Set<String> {
    var path = #filePath
    for _ in 0..<4 { path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }
    let document = try String(contentsOfFile: path + "/docs/dialogue.md", encoding: .utf8)
    let parts = document.split(separator: "\n## ").map(String.init)
    let part = try #require(parts.first { $0.hasPrefix(heading + "\n") })
    let lines = part.split(separator: "\n").map { $0.drop { $0 == " " } }
    let steps = lines.filter { $0.contains(" --> ") && !$0.contains("[*]") }
    return Set(steps.map(String.init))
  }
}
