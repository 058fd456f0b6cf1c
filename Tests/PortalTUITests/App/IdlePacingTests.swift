import Glibc
import PortalCore
import Testing

@testable import PortalTUI

struct IdlePacingTests {
  private let start = Deadline.after(.zero)

  private func later(_ milliseconds: Int) -> Deadline {
    start.advanced(by: .milliseconds(milliseconds))
  }

  @Test func `without work there is nothing to wake for`() {
    var pacing = IdlePacing(now: start)
    #expect(pacing.deadline(hasWork: false) == nil)
    pacing.noteEvent(now: later(10))
    #expect(pacing.deadline(hasWork: false) == nil)
  }

  @Test func `work waits until nothing has been typed for a while, and then goes on at once`() {
    var pacing = IdlePacing(now: start)
    #expect(pacing.deadline(hasWork: true) == later(300))
    pacing.noteEvent(now: later(250))
    #expect(pacing.deadline(hasWork: true) == later(550))
    // The next moment is due already: keys are looked for in between, without waiting.
    #expect(pacing.deadline(hasWork: true).map { $0 <= later(600) } == true)
  }
}

/// What becomes of an open page when an idle moment finds damage.
struct IdleMomentTests {
  @Test func `damage found in an idle moment is said, and nothing can be written any more`() throws
  {
    let harness = CommandHarness()
    _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
    let lines = String(repeating: "Hei\n", count: 300)
    _ = harness.run(["send", "--stdin-lines"], input: lines)
    let portal = try Portal(
      at: harness.dataDirectory,
      surroundings: Surroundings(
        fileSystem: LiveFileSystem(),
        clock: harness.clock.clock,
        randomness: .live
      )
    )
    let person = try #require(try portal.everybody().first)
    let text = person.text
    let folder = "\(text.prefix(2))/\(text.dropFirst(2).prefix(2))/\(text)"
    flip(byte: 60_000, of: "\(harness.dataDirectory)/people/\(folder)/journal.jsonl")
    let record = try portal.openOwn(person)
    let context = ScreenContext(portal: portal, record: record, phrases: English())
    var application = Application(
      first: MessagesScreen(context: context),
      phrases: English(),
      signs: .unicode,
      mark: "",
      size: ScreenSize(columns: 80, rows: 24)
    )
    #expect(record.damage == nil)
    #expect(application.page.actions.contains { $0.id == .write })
    var frames = 0
    for _ in 0..<100 where application.hasIdleWork {
      if application.useIdleMoment() { frames += 1 }
    }
    #expect(frames == 1)
    let damage = try #require(record.damage)
    let words = application.frame().text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains(English().damageText(damage).prefix(40)))
    #expect(!application.page.actions.contains { $0.id == .write })
    #expect(!application.hasIdleWork)
  }

  private func flip(byte place: Int, of file: String) {
    let descriptor = Glibc.open(file, O_RDWR)
    defer { close(descriptor) }
    var byte: UInt8 = 0
    precondition(pread(descriptor, &byte, 1, off_t(place)) == 1)
    byte ^= 1
    precondition(pwrite(descriptor, &byte, 1, off_t(place)) == 1)
  }
}
