import Glibc
import Testing

@testable import PortalCore

/// What `repair` makes of a practice's broken journal: the rules of a person's.
struct PracticeRepairTests {
  private let test: TestStore
  private let practice: Practice.ID
  private static let slots = 1...5

  /// A line for each of five times to book, behind the header.
  init() throws {
    test = try TestStore()
    let id = try test.person()
    let portal = try test.portal()
    let record = try portal.openOwn(id)
    let message = OutgoingMessage(kind: .office, subject: "", text: "waits")
    _ = try record.send(message, id: .test(1))
    try record.end()
    practice = try portal.practice(of: record)
    for number in Self.slots { try offer(number) }
  }

  private func offer(_ number: Int) throws {
    try test.portal().openPractice(practice, as: .system)
      .offer(.test(number), at: test.clock.instant, minutes: 20)
  }

  private var folder: String { "data/practices/\(practice.folder)/\(practice.text)" }
  private var file: String { "\(folder)/journal.jsonl" }

  private var standing: Set<RecordID> {
    get throws { Set(try test.store().practiceJournal(practice).newest.keys) }
  }

  /// Changes the journal's lines, repairs it, and returns what was said; checks what always holds.
  private func repaired(
    from source: RepairSource? = nil,
    _ change: ([[UInt8]]) -> [[UInt8]]
  ) throws -> JournalRepair {
    let broken = change(RepairTests.lines(try test.scratch.read(file))).flatMap(\.self)
    try test.scratch.write(broken, to: file)
    #expect(try !test.portal().verify().isSound)
    let outcome = try test.portal().startRepair(from: source).mend(practice)
    guard case .repaired(let repairs) = outcome, let repair = repairs.last else {
      Issue.record("\(outcome)")
      return JournalRepair(file: .practice, repaired: test.clock.instant)
    }
    #expect(repair.file == .practice)
    let name = try #require(repair.quarantined)
    #expect(try test.scratch.read("\(folder)/quarantine/\(name)") == broken)
    let report = try test.portal().verify()
    #expect(report.isSound)
    let path = String(file.dropFirst("data/".utf8.count))
    #expect(report.remarks.contains(.repaired(file: path, repair)))
    let tree = try test.scratch.tree()
    let again = try test.portal().startRepair(from: source).mend(practice)
    #expect(again == .nothingToRepair)
    #expect(try test.scratch.tree() == tree)
    try offer(9)
    #expect(try standing.contains(.test(9)))
    #expect(try test.portal().verify().isSound)
    return repair
  }

  @Test func `a sound journal has nothing to repair, and nothing is written`() throws {
    let tree = try test.scratch.tree()
    #expect(try test.portal().startRepair().mend(practice) == .nothingToRepair)
    #expect(try test.scratch.tree() == tree)
    let nobody = Practice.ID(bytes: Array(repeating: 7, count: 17))
    #expect(throws: ServiceError.store(.noSuchRecord)) {
      try test.portal().startRepair().mend(nobody)
    }
  }

  @Test func `a broken line is the only loss, and is declared`() throws {
    let repair = try repaired { lines in
      var lines = lines
      lines[3][30] ^= 1
      return lines
    }
    #expect(repair.gaps.map(\.first) == [3])
    #expect(repair.lostLines == 1)
    #expect(try standing == [.test(1), .test(2), .test(4), .test(5), .test(9)])
  }

  @Test func `altered content is not shown, its line stays`() throws {
    let repair = try repaired { lines in
      var lines = lines
      lines[3][lines[3].count - 30] ^= 1
      return lines
    }
    #expect(repair.lostContents == [3])
    #expect(try standing == [.test(1), .test(2), .test(4), .test(5), .test(9)])
  }

  @Test func `a lost header is made anew, and swapped lines cost nothing`() throws {
    let repair = try repaired { lines in Array(lines.dropFirst()).reversed() }
    #expect(repair.isHeaderNew && repair.isLossless)
    #expect(try standing.count == 6)
  }

  @Test func `what was lost comes from a backup, also the whole file`() throws {
    let backup = try test.scratch.read(file)
    let owner = RecordOwner.practice(practice)
    let source = RepairSource { file, asked in
      file == PracticeJournal.fileName && asked == owner ? backup : nil
    }
    let repair = try repaired(from: source) { lines in
      lines.enumerated().map { $0.offset == 3 ? Array("noise\n".utf8) : $0.element }
    }
    #expect(repair.restoredLines == 1 && repair.isLossless)
    #expect(unlink(test.scratch[file]) == 0)
    let outcome = try test.portal().startRepair(from: source).mend(practice)
    guard case .repaired = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(try standing == Set(Self.slots.map { .test($0) }))
  }

  @Test func `noise and another's file are not repaired, and not touched`() throws {
    let person = try test.store().people()[0]
    for bytes in [try test.journalBytes(of: person), Array(repeating: 0x20, count: 5000)] {
      try test.scratch.write(bytes, to: file)
      let tree = try test.scratch.tree()
      guard case .notRepaired(let problems, []) = try test.portal().startRepair().mend(practice)
      else {
        Issue.record("repaired")
        return
      }
      #expect(!problems.isEmpty)
      #expect(try test.scratch.tree() == tree)
    }
  }

  @Test func `a flipped bit anywhere is repaired or was no damage, and never shown`() throws {
    let whole = try test.scratch.read(file)
    let known = try test.store().practiceJournal(practice).newest.mapValues(\.record)
    for index in stride(from: 0, to: whole.count, by: 37) {
      var flipped = whole
      flipped[index] ^= 1 << (index % 8)
      try test.scratch.write(flipped, to: file)
      let outcome = try test.portal().startRepair().mend(practice)
      if case .notRepaired(let problems, _) = outcome { Issue.record("\(index): \(problems)") }
      for (id, entry) in try test.store().practiceJournal(practice).newest {
        #expect(entry.record == known[id], "byte \(index)")
      }
      #expect(try test.portal().verify().isSound, "byte \(index)")
    }
  }
}
