import Testing

@testable import PortalCore

/// What stands at the desk, in which order, and who may see it.
struct OpenDeskTests {
  private let fixture: DeskFixture

  init() throws {
    fixture = try DeskFixture()
  }

  @Test func `what a person writes stands at the desk with who it is about`() throws {
    try fixture.write("Hodepine", 10)
    let queue = try fixture.desk().entries()
    let entry = try #require(queue.waiting.first)
    #expect(queue.waiting.count == 1 && queue.answered.isEmpty && queue.closed.isEmpty)
    #expect(entry.name == "Test Testesen 1" && entry.kind == .eConsultation)
    #expect(entry.thread == .test(10) && entry.waiting == 1 && entry.state == .sent)
    #expect(entry.writer == nil && entry.subject == "Emne")
  }

  @Test func `a record that is looked at has who, for what and where in its log`() throws {
    try fixture.write("Hodepine", 10)
    _ = try fixture.desk(DeskFixture.reception).entries()
    let lines = try fixture.test.store().accessLog(of: fixture.patient).allLines()
    let reads = lines.filter { $0.attribution.basis.role == .staff && $0.entry.event == .read }
    #expect(!reads.isEmpty)
    #expect(reads.allSatisfy { $0.entry.reader?.name == "Ressa Resepsjon" })
    #expect(reads.allSatisfy { $0.entry.reader?.purpose == .treatment })
  }

  @Test func `the log names the practice as it names itself, not as the person's files do`() throws
  {
    try fixture.write("Hodepine", 10)
    // A file comes that names another office: those who read now are not from there.
    let journal = try fixture.test.store().journal(of: fixture.patient)
    _ = try journal.append(.importing(for: fixture.patient)) { contents throws(StoreError) in
      guard let record = try contents[Person.recordID], case .person(var person) = record.content
      else { return [] }
      person.generalPractitioners = [RecordReference(record: .test(70))]
      let office = Organization(name: "Annet kontor")
      return [
        Record(id: .test(70), version: 1, content: .organization(office)),
        record.next(.person(person)),
      ]
    }
    #expect(try organisationsInLog() == [])
    let office = try fixture.test.portal().openPractice(fixture.practice, as: .system)
    var profile = PracticeProfile(name: "Eget kontor")
    profile.organisationNumber = "310000001"
    try office.put(profile)
    #expect(try organisationsInLog() == ["Eget kontor"])
  }

  /// Of those who have opened the record at the desk.
  private func organisationsInLog() throws -> Set<String> {
    _ = try fixture.desk().entries()
    let lines = try fixture.test.store().accessLog(of: fixture.patient).allLines()
    let staff = lines.filter { $0.attribution.basis.role == .staff }
    #expect(!staff.isEmpty)
    return Set(staff.compactMap(\.entry.reader?.organisation))
  }

  @Test func `what has not changed is not opened again`() throws {
    try fixture.write("Hodepine", 10)
    let desk = try fixture.desk()
    _ = try desk.entries()
    let before = try fixture.test.store().accessLog(of: fixture.patient).allLines().count
    #expect(try desk.entries().waiting.count == 1)
    #expect(try fixture.test.store().accessLog(of: fixture.patient).allLines().count == before)
    try fixture.write("Og kvalme", 11, in: 10)
    #expect(try desk.entries().waiting.first?.waiting == 2)
  }

  @Test func `an answer leaves what the person wrote after what it answers`() throws {
    try fixture.write("Hodepine", 10)
    let conversation = try fixture.conversation(10)
    let seen = try conversation.content().seen
    // Written while the answer is being typed.
    try fixture.write("Og kvalme", 11, in: 10)
    _ = try conversation.answer(fixture.message(20), on: seen)
    let queue = try fixture.desk().entries()
    #expect(queue.waiting.map(\.waiting) == [1])
    let store = try fixture.test.portal()
    #expect(try store.queueEntries(fixture.practice).map(\.id) == [.test(11)])
    // The same when the queue is made anew from the journals.
    try fixture.test.removeQueues()
    #expect(try fixture.test.portal().queueEntries(fixture.practice).map(\.id) == [.test(11)])
    let again = try fixture.conversation(10)
    _ = try again.answer(fixture.message(21), on: try again.content().seen)
    #expect(try fixture.desk().entries().waiting.isEmpty)
  }

  @Test func `what is answered is found until it is closed`() throws {
    try fixture.write("Hodepine", 10)
    let conversation = try fixture.conversation(10)
    _ = try conversation.answer(fixture.message(20), on: try conversation.content().seen)
    #expect(try fixture.desk().entries().answered.map(\.thread) == [.test(10)])
    try fixture.test.removeQueues()
    #expect(try fixture.desk().entries().answered.map(\.thread) == [.test(10)])
    _ = try conversation.close(fixture.message(21), on: try conversation.content().seen)
    let queue = try fixture.desk().entries()
    #expect(queue.answered.isEmpty && queue.waiting.isEmpty)
  }

  @Test func `overdue comes first, then what is to be answered first, then the oldest`() {
    func entry(_ number: Int, by day: String?, overdue: Bool = false, sent: String) -> DeskEntry {
      DeskEntry(
        person: Person.ID(bytes: Array(repeating: 1, count: 17)),
        thread: .test(number),
        name: nil,
        age: nil,
        kind: .office,
        subject: "",
        writer: nil,
        waiting: 1,
        sent: PartialDate(sent),
        answerBy: day.flatMap { CivilDate($0) },
        isOverdue: overdue,
        state: .sent,
        lastAuthor: nil
      )
    }
    let entries = [
      entry(1, by: nil, sent: "2026-11-01"),
      entry(2, by: "2026-11-20", sent: "2026-11-15"),
      entry(3, by: "2026-11-20", sent: "2026-11-14"),
      entry(4, by: "2026-11-30", overdue: true, sent: "2026-11-18"),
    ]
    #expect(entries.sorted { $0.isBefore($1) }.map(\.thread) == [4, 3, 2, 1].map { .test($0) })
  }

  @Test func `who has stopped working there opens nothing, also with the desk open`() throws {
    let portal = try fixture.test.portal()
    #expect(throws: ServiceError.refused(.roleNotGranted(.staff))) {
      _ = try portal.chooseStaff(.test(DeskFixture.former), at: fixture.practice)
    }
    try fixture.write("Hodepine", 10)
    let desk = try fixture.desk(DeskFixture.nurse)
    #expect(try desk.entries().waiting.count == 1)
    let office = try portal.openPractice(fixture.practice, as: .system)
    var nurse = StaffMember(name: "Syke Pleiersen", work: .nurse)
    nurse.ended = fixture.test.clock.instant
    try office.put(nurse, as: .test(DeskFixture.nurse))
    #expect(throws: ServiceError.refused(.roleNotGranted(.staff))) { _ = try desk.entries() }
    #expect(throws: ServiceError.refused(.roleNotGranted(.staff))) {
      _ = try desk.conversation(.test(10), of: fixture.patient)
    }
  }

  @Test func `the desk of another practice sees nothing of the person`() throws {
    try fixture.write("Hodepine", 10)
    let portal = try fixture.test.portal()
    let other = try portal.makePractice(organisationNumber: "310000000")
    let office = try portal.openPractice(other, as: .system)
    try office.put(StaffMember(name: "Fremmed Legesen", work: .doctor), as: .test(9))
    let desk = try portal.openDesk(by: try portal.chooseStaff(.test(9), at: other))
    #expect(try desk.entries().waiting.isEmpty)
    #expect(throws: ServiceError.refused(.noCareRelation)) {
      _ = try desk.conversation(.test(10), of: fixture.patient)
    }
  }

  @Test func `a practice that was left answers what was written to it, and sees nothing else`()
    throws
  {
    try fixture.write("Hodepine", 10)
    try fixture.askForRenewal(30, in: 31)
    let journal = try fixture.test.store().journal(of: fixture.patient)
    _ = try journal.append(.importing(for: fixture.patient)) { contents throws(StoreError) in
      guard let record = try contents[Person.recordID], case .person(var person) = record.content
      else { return [] }
      person.generalPractitioners = [RecordReference(display: "Ny Fastlege")]
      return [record.next(.person(person))]
    }
    let desk = try fixture.desk()
    #expect(try desk.entries().waiting.map(\.thread).contains(.test(10)))
    let conversation = try desk.conversation(.test(10), of: fixture.patient)
    _ = try conversation.answer(fixture.message(20), on: try conversation.content().seen)
    let record = conversation.record
    #expect(throws: ServiceError.refused(.noCareRelation)) { _ = try record.prescriptions() }
    #expect(throws: ServiceError.refused(.noCareRelation)) { _ = try record.testResults() }
    // Nothing new is begun with somebody who has left.
    #expect(throws: ServiceError.refused(.noCareRelation)) {
      let message = OutgoingMessage(kind: .office, subject: "", text: "Hei")
      _ = try record.send(message, id: .test(40))
    }
  }

  @Test func `a message that comes tells the desk`() throws {
    let desk = try fixture.desk()
    _ = desk.startWatching()
    _ = desk.takeNews()
    #expect(!desk.takeNews())
    try fixture.write("Hodepine", 10)
    #expect(desk.takeNews())
    #expect(!desk.takeNews())
  }

  @Test func `whom the owner acts as stands in the practice's journal`() throws {
    _ = try fixture.desk(DeskFixture.reception)
    let journal = try fixture.test.store().practiceJournal(fixture.practice)
    let id = DeskSession.id(of: .test(DeskFixture.reception))
    guard case .deskSession(let session)? = journal.newest[id]?.record.content else {
      Issue.record("no session")
      return
    }
    #expect(session.isChosen && session.member == .test(DeskFixture.reception))
  }
}
