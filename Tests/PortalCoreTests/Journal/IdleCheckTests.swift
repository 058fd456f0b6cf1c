import Glibc
import Testing

@testable import PortalCore

/// What idle moments of a session find out about the lines that its opening did not read.
struct IdleCheckTests {
  private let long: RecordIndexTests.Long
  private let journal: [UInt8]
  private let index: [UInt8]

  /// A journal of 300 lines, and the index that its first opening has made.
  init() throws {
    long = try RecordIndexTests.Long(seed: 5)
    try long.test.portal().openOwn(long.id).end()
    journal = try long.test.journalBytes(of: long.id)
    index = try long.test.scratch.read(long.file)
  }

  private func open() throws -> OpenRecord {
    try long.test.portal().openOwn(long.id)
  }

  /// Puts both files back, the journal changed.
  private func write(_ change: (inout [UInt8]) -> Void) throws {
    var bytes = journal
    change(&bytes)
    try long.test.writeJournal(bytes, of: long.id)
    try long.test.scratch.write(index, to: long.file)
  }

  @discardableResult
  private func useAllIdleMoments(_ record: OpenRecord) -> Int {
    var steps = 0
    while record.hasIdleWork, steps < 1000 {
      record.useIdleMoment()
      steps += 1
    }
    return steps
  }

  @Test func `a sound record is checked in bounded steps, and then there is nothing to do`() throws
  {
    let record = try open()
    #expect(record.hasIdleWork)
    let tree = try long.test.scratch.tree()
    var steps = 0
    while record.hasIdleWork, steps < 100 {
      long.test.disk.plan(nil)
      record.useIdleMoment()
      steps += 1
      let reads = long.test.disk.calls.count { $0.hasPrefix("read") }
      // A head and what it holds, for each line; and pages of the index.
      #expect(reads <= 2 * IdleCheck.mostLines + 20)
    }
    #expect((300 / IdleCheck.mostLines...4).contains(steps))
    #expect(record.damage == nil)
    #expect(try long.test.scratch.tree() == tree)
    // Once more makes no difference, nor does the end.
    record.useIdleMoment()
    try record.end()
    #expect(!record.hasIdleWork)
  }

  @Test func `lines of which an erasure has left nothing are no damage`() throws {
    let journal = try long.test.store().journal(of: long.id)
    let first = try #require(try journal.contents.entries(of: [.message]).last?.entry)
    let id = try #require(try journal.line(first.sequence)).touches
    guard case .listed(let touches) = id, let gone = RecordID(touches[0].id) else {
      Issue.record("\(id)")
      return
    }
    _ = try #require(try journal.erase([gone]))
    // One opening makes the index anew, the next believes it.
    try open().end()
    let record = try open()
    #expect(record.hasIdleWork)
    #expect(try long.test.lines(of: long.id).contains(where: \.isErased))
    useAllIdleMoments(record)
    #expect(record.damage == nil && !record.hasIdleWork)
    #expect(try long.test.scratch.tree().keys.contains { $0.hasSuffix(long.file) })
  }

  @Test func `a flipped byte in an old line is found, and said as an opening says it`() throws {
    // Lines behind the index's last are read at the opening anyhow.
    let end = journal.count - 3000
    for place in stride(from: 0, to: end, by: 9973) {
      try write { $0[place] ^= 1 << (place % 8) }
      let record = try open()
      useAllIdleMoments(record)
      let damage = try #require(record.damage, "byte \(place)")
      // Without a header nothing of the consent is known either.
      #expect(throws: ServiceError.self) {
        _ = try record.append(.write, in: .messages) { _ in [] }
      }
      // The index is gone with it: the next to open the record is told the same.
      #expect(try open().damage == damage, "byte \(place)")
    }
  }

  @Test func `a line feed, a whole line and two lines' order are looked at too`() throws {
    let lines = RepairTests.lines(journal)
    let changes: [([[UInt8]]) -> [[UInt8]]] = [
      { lines in
        var lines = lines
        lines[50][lines[50].count - 1] = 0x20
        return lines
      },
      { lines in
        var lines = lines
        lines[50] = Array(repeating: 0x20, count: lines[50].count - 1) + [0x0A]
        return lines
      },
      { lines in
        var lines = lines
        // One as long as the other, so that each stands where the index says.
        lines[60] = lines[50] + lines[60].dropFirst(lines[50].count)
        return lines
      },
    ]
    for (number, change) in changes.enumerated() {
      try write { $0 = change(lines).flatMap(\.self) }
      let record = try open()
      useAllIdleMoments(record)
      #expect(record.damage != nil, "\(number)")
      let damage = try open().damage
      #expect(damage == record.damage, "\(number)")
    }
  }

  @Test func `what a repair has given up is no damage`() throws {
    var lines = RepairTests.lines(journal)
    lines[40][30] ^= 1
    lines[80][lines[80].count - 30] ^= 1
    try write { $0 = lines.flatMap(\.self) }
    try long.removeIndex()
    guard case .repaired = try long.test.portal().repair(long.id) else {
      Issue.record("not repaired")
      return
    }
    try open().end()
    let record = try open()
    #expect(record.hasIdleWork)
    useAllIdleMoments(record)
    #expect(record.damage == nil)
    #expect(!record.hasIdleWork)
    #expect(try !long.test.scratch.read(long.file).isEmpty)
  }

  @Test func `a disk that does not answer ends the check and is no damage`() throws {
    let record = try open()
    long.test.disk.plan(.init(call: 5, code: EIO, isLasting: true, only: .read))
    useAllIdleMoments(record)
    long.test.disk.plan(nil)
    #expect(!record.hasIdleWork)
    #expect(record.damage == nil)
  }

  @Test func `what was read at the opening is not read again`() throws {
    try long.removeIndex()
    #expect(try !open().hasIdleWork)
    let short = try TestStore()
    #expect(try !short.portal().openOwn(short.person()).hasIdleWork)
  }

  @Test func `a journal that was put in another's place meanwhile is read anew, and done`() throws {
    let record = try open()
    record.useIdleMoment()
    try long.test.scratch.write(journal, to: "data/new")
    let file = long.test.scratch[long.test.file(PersonJournal.fileName, of: long.id)]
    try #require(rename(long.test.scratch["data/new"], file) == 0)
    _ = try record.refresh()
    #expect(!record.hasIdleWork)
    #expect(record.damage == nil)
  }
}
