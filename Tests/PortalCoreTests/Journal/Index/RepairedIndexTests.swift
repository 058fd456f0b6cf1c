import Testing

@testable import PortalCore

/// Long files that were repaired: their indexes know what is gone, and an index from before the
/// repair is not believed.
struct RepairedIndexTests {
  typealias Long = RecordIndexTests.Long

  /// Ways to break a journal of some 300 lines.
  enum Breakage: CaseIterable {
    case line
    case content
    case missing
    case swapped
    case cut

    func apply(to bytes: [UInt8]) -> [UInt8] {
      var lines = RepairTests.lines(bytes)
      switch self {
      case .line: lines[140][40] ^= 1
      case .content: lines[140][lines[140].count - 30] ^= 1
      case .missing:
        lines.removeSubrange(200...203)
        lines.remove(at: 119)
      case .swapped: lines.swapAt(7, 210)
      case .cut: lines.removeLast(60)
      }
      return lines.flatMap(\.self)
    }
  }

  @Test(arguments: Breakage.allCases)
  func `a repaired journal answers the same with and without an index`(
    breakage: Breakage
  ) throws {
    let long = try Long(seed: 11)
    let sound = try long.answers()
    let stale = try long.test.scratch.read(long.file)
    try long.test.portal().openOwn(long.id).end()
    try long.test.writeJournal(breakage.apply(to: long.test.journalBytes(of: long.id)), of: long.id)
    guard case .repaired = try long.test.portal().repair(long.id) else {
      Issue.record("not repaired")
      return
    }
    try long.removeIndex()
    let expected = try long.answers()
    #expect(expected != sound)
    #expect(try long.answers() == expected)
    #expect(try long.test.store().journal(of: long.id).log.isBased)
    #expect(try long.test.store().journal(of: long.id).repairs().count == 1)
    // The index from before the repair knows records that are gone, or others' places.
    try long.test.scratch.write(stale, to: long.file)
    #expect(try long.answers() == expected)
    try long.test.scratch.write(stale, to: long.file)
    #expect(try long.test.store().glimpse(of: long.id).record?.kind == .person)
    #expect(try long.test.portal().verify(long.id).isSound)
    #expect(try long.test.portal().openOwn(long.id).damage == nil)
    let journal = try long.test.store().journal(of: long.id)
    for number in 0..<20 { try journal.append(note: "after", 1000 + number) }
    let later = try long.answers()
    try long.removeIndex()
    #expect(try long.answers() == later)
    #expect(try long.test.portal().repair(long.id) == .nothingToRepair)
  }

  private func log(_ count: Int, _ long: Long, at head: LineHead?) throws {
    let head = try #require(head)
    let log = try long.test.store().accessLog(of: long.id)
    let entry = AccessLogEntry(
      event: .read,
      area: nil,
      journalSequence: head.sequence,
      journalHash: head.hash.hexadecimal
    )
    for _ in 0..<count { try log.append(entry, .own(long.id)) }
  }

  @Test func `heads given up before the checkpoint are not missed, others are`() throws {
    let long = try Long(seed: 12)
    try log(300, long, at: try long.test.store().journal(of: long.id).head)
    // That makes an index of the log, whose one head is then given up.
    #expect(try long.test.portal().openOwn(long.id).damage == nil)
    try long.test.writeJournal(
      Breakage.cut.apply(to: long.test.journalBytes(of: long.id)),
      of: long.id
    )
    #expect(try long.test.portal().openOwn(long.id).damage != nil)
    _ = try long.test.portal().repair(long.id)
    // Read by an index that knows the repair.
    _ = try long.answers()
    let journal = try long.test.store().journal(of: long.id)
    #expect(journal.log.isBased && journal.log.scan.repairs.count <= 1)
    let record = try long.test.portal().openOwn(long.id)
    #expect(record.damage == nil)
    try record.end()
    #expect(try long.test.portal().verify(long.id).isSound)
    // Heads behind the repair, in the index of the log behind the one that was given up.
    for number in 0..<10 { try journal.append(note: "after", 1000 + number) }
    try log(300, long, at: journal.head)
    #expect(try long.test.portal().openOwn(long.id).damage == nil)
    let lines = RepairTests.lines(try long.test.journalBytes(of: long.id))
    try long.test.writeJournal(Array(lines.dropLast(5).flatMap(\.self)), of: long.id)
    #expect(try long.test.portal().openOwn(long.id).damage != nil)
  }

  @Test func `a repaired access log reads the same with and without its index`() throws {
    let long = try Long(seed: 13, lines: 3)
    let (test, id) = (long.test, long.id)
    try log(400, long, at: try test.store().journal(of: id).head)
    let (file, index) = (test.file(AccessLog.fileName, of: id), test.file("access-index", of: id))
    _ = try test.store().accessLog(of: id)
    let stale = try test.scratch.read(index)
    var lines = RepairTests.lines(try test.scratch.read(file))
    lines[50][30] ^= 1
    lines[100][lines[100].count - 30] ^= 1
    try test.scratch.write(lines.flatMap(\.self), to: file)
    guard case .repaired = try test.portal().repair(id) else {
      Issue.record("not repaired")
      return
    }
    let whole = try test.store().accessLog(of: id, isWhole: true).allLines()
    #expect(whole.count == 399)
    // By the index from before, by the one that replaces it, and once more from that.
    for _ in 0..<3 {
      #expect(try test.store().accessLog(of: id).allLines() == whole)
    }
    #expect(try test.scratch.read(index) != stale)
    let last = try #require(try test.store().accessLog(of: id).newest(400).last)
    #expect(last == whole.first)
    let log = try test.store().accessLog(of: id)
    var parts = try log.newest(7)
    while let last = parts.last?.sequence, case let more = try log.newest(7, before: last),
      !more.isEmpty
    {
      parts += more
    }
    #expect(parts == whole.reversed())
    #expect(try test.portal().verify(id).isSound)
  }
}
