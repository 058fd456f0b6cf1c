import Glibc
import Testing

@testable import PortalCore

/// What `repair` makes of damage: everything provable kept, nothing unproven shown, said in the
/// record.
struct RepairTests {
  /// A person with notes 1 to 6, each in a line of its own behind the header and the first import.
  static func made(_ notes: Int = 6) throws -> (TestStore, Person.ID) {
    let test = try TestStore()
    let id = try test.person()
    let record = try test.portal().openOwn(id)
    let journal = try test.store().journal(of: id)
    for number in 1...notes { try journal.append(note: "note \(number)", number) }
    try record.end()
    return (test, id)
  }

  static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
  }

  static func notes(_ test: TestStore, _ id: Person.ID) throws -> [String] {
    try test.store().journal(of: id).notes
  }

  /// Breaks the journal, repairs it, and returns what was said; checks what always holds.
  private func repaired(
    _ test: TestStore,
    _ id: Person.ID,
    from source: RepairSource? = nil,
    _ change: ([UInt8]) throws -> [UInt8]
  ) throws -> JournalRepair {
    let before = try test.journalBytes(of: id)
    let broken = try change(before)
    try test.writeJournal(broken, of: id)
    #expect(try !test.portal().verify(id).isSound)
    #expect(try test.portal().openOwn(id).damage != nil)
    let outcome = try test.portal().repair(id, from: source)
    guard case .repaired(let repairs) = outcome else {
      Issue.record("\(outcome)")
      return JournalRepair(file: .journal, repaired: test.clock.instant)
    }
    let repair = try #require(repairs.last)
    let name = try #require(repair.quarantined)
    #expect(try test.scratch.read(test.file("quarantine/\(name)", of: id)) == broken)
    #expect(try test.portal().verify(id).isSound)
    let record = try test.portal().openOwn(id)
    #expect(record.damage == nil)
    #expect(try record.documents().contains { $0.content == .repair(repair) })
    let tree = try test.scratch.tree()
    #expect(try test.portal().repair(id, from: source) == .nothingToRepair)
    #expect(try test.scratch.tree() == tree)
    try test.store().journal(of: id).append(note: "after", 99)
    #expect(try test.portal().verify(id).isSound)
    return repair
  }

  @Test func `a sound record has nothing to repair, and nothing is written`() throws {
    let (test, id) = try Self.made()
    let tree = try test.scratch.tree()
    #expect(try test.portal().repair(id) == .nothingToRepair)
    #expect(try test.scratch.tree() == tree)
  }

  @Test func `a broken line in the middle is the only loss, and its hash stays known`() throws {
    let (test, id) = try Self.made()
    let hash = try #require(try test.store().journal(of: id).line(4)).hash
    let repair = try repaired(test, id) { bytes in
      var lines = Self.lines(bytes)
      lines[4][30] ^= 1
      return lines.flatMap(\.self)
    }
    #expect(repair.gaps.map(\.first) == [4])
    #expect(repair.gaps.map(\.lost) == [hash.hexadecimal])
    #expect(repair.lostLines == 1)
    #expect(
      try Self.notes(test, id) == ["note 1", "note 2", "note 4", "note 5", "note 6", "after"]
    )
    #expect(try test.store().journal(of: id).contains(sequence: 4, hash: hash))
  }

  @Test func `deleted lines, also at several places, are bridged`() throws {
    let (test, id) = try Self.made()
    let repair = try repaired(test, id) { bytes in
      var lines = Self.lines(bytes)
      lines.remove(at: 6)
      lines.removeSubrange(3...4)
      return lines.flatMap(\.self)
    }
    #expect(repair.gaps.map(\.first) == [3, 6])
    #expect(repair.gaps.map(\.count) == [2, 1])
    #expect(try Self.notes(test, id) == ["note 1", "note 4", "note 6", "after"])
  }

  @Test func `swapped and doubled lines and a lost line feed cost nothing`() throws {
    let (test, id) = try Self.made()
    let repair = try repaired(test, id) { bytes in
      var lines = Self.lines(bytes)
      lines.swapAt(3, 5)
      lines.insert(lines[4], at: 2)
      lines[6][lines[6].count - 1] = UInt8(ascii: "x")
      return lines.flatMap(\.self)
    }
    #expect(repair.isLossless)
    #expect(try Self.notes(test, id).count == 7)
  }

  @Test func `altered content is not shown, its line stays`() throws {
    for line in [3, 7] {
      let (test, id) = try Self.made()
      let repair = try repaired(test, id) { bytes in
        var lines = Self.lines(bytes)
        lines[line][lines[line].count - 30] ^= 1
        return lines.flatMap(\.self)
      }
      #expect(repair.lostContents == [line])
      #expect(repair.lostLines == 0)
      #expect(try !Self.notes(test, id).contains("note \(line - 1)"))
      #expect(try Self.notes(test, id).count == 6)
    }
  }

  @Test func `noise in place of the last line is passed, and its head given up`() throws {
    let (test, id) = try Self.made()
    let repair = try repaired(test, id) { bytes in
      var lines = Self.lines(bytes)
      lines[7] = Array(repeating: 0x41, count: 300) + [0x0A]
      return lines.flatMap(\.self)
    }
    #expect(repair.givenUp.map(\.sequence) == [7])
    #expect(try Self.notes(test, id).count == 6)
  }

  @Test func `a journal that was cut is declared so, and cutting it again is noticed`() throws {
    let (test, id) = try Self.made()
    let repair = try repaired(test, id) { Array(Self.lines($0).dropLast(3).flatMap(\.self)) }
    #expect(repair.givenUp.map(\.sequence) == [7])
    #expect(try Self.notes(test, id) == ["note 1", "note 2", "note 3", "after"])
    try test.portal().openOwn(id).end()
    let lines = Self.lines(try test.journalBytes(of: id))
    try test.writeJournal(Array(lines.dropLast(2).flatMap(\.self)), of: id)
    #expect(try !test.portal().verify(id).isSound)
  }

  @Test func `a lost header is made anew`() throws {
    let (test, id) = try Self.made()
    let repair = try repaired(test, id) { Array($0.dropFirst(40)) }
    #expect(repair.isHeaderNew)
    #expect(try Self.notes(test, id).count == 7)
  }

  @Test func `an access log is mended in the same way, and says so itself`() throws {
    let (test, id) = try Self.made()
    let file = test.file(AccessLog.fileName, of: id)
    var lines = Self.lines(try test.scratch.read(file))
    lines[1][20] ^= 1
    try test.scratch.write(lines.flatMap(\.self), to: file)
    guard case .repaired(let repairs) = try test.portal().repair(id) else {
      Issue.record("not repaired")
      return
    }
    #expect(repairs.map(\.file) == [.accessLog])
    #expect(try test.portal().verify(id).isSound)
    let record = try test.portal().openOwn(id)
    #expect(record.damage == nil)
    #expect(try record.accessLogLines().lines.contains { $0.entry.event == .repair })
    for bytes in [[], Array("noise\n".utf8)] {
      try test.scratch.write(bytes, to: file)
      _ = try test.portal().repair(id)
      #expect(try test.portal().verify(id).isSound)
    }
    #expect(unlink(test.scratch[file]) == 0)
    _ = try test.portal().repair(id)
    #expect(try test.portal().verify(id).isSound)
  }

  @Test func `what was lost comes from a backup where the hashes join it`() throws {
    let changes: [([[UInt8]]) -> [[UInt8]]] = [
      { $0.enumerated().map { $0.offset == 4 ? Array("noise\n".utf8) : $0.element } },
      { Array($0.dropLast(4)) }, { _ in [] }, { Array($0.dropFirst(3)) },
      { lines in
        var lines = lines
        lines[3][lines[3].count - 30] ^= 1
        return lines
      },
    ]
    for change in changes {
      let (test, id) = try Self.made()
      let backup = try test.journalBytes(of: id)
      let source = RepairSource { file, _ in file == PersonJournal.fileName ? backup : nil }
      let repair = try repaired(test, id, from: source) {
        change(Self.lines($0)).flatMap(\.self)
      }
      #expect(repair.isLossless)
      #expect(repair.restoredLines > 0)
      #expect(try Self.notes(test, id).count == 7)
    }
  }

  @Test func `a foreign file, noise, and what is no file are not repaired, and not touched`() throws
  {
    let (test, id) = try Self.made()
    let other = try test.person(2)
    let foreign = try test.journalBytes(of: other)
    for bytes in [foreign, [], Array(repeating: 0x20, count: 5000)] {
      try test.writeJournal(bytes, of: id)
      let tree = try test.scratch.tree()
      guard case .notRepaired(let problems, []) = try test.portal().repair(id) else {
        Issue.record("repaired")
        return
      }
      #expect(!problems.isEmpty)
      #expect(try test.scratch.tree() == tree)
    }
  }

  @Test func `a receipt of a line that is gone does not hold any more`() throws {
    let (test, id) = try Self.made()
    let line = try #require(try test.store().journal(of: id).line(4))
    let receipt = try #require(ReceiptText(Receipt(sequence: 4, hash: line.hash).text))
    #expect(try test.portal().holds(receipt, of: id))
    _ = try repaired(test, id) { bytes in
      var lines = Self.lines(bytes)
      lines.remove(at: 4)
      return lines.flatMap(\.self)
    }
    #expect(try !test.portal().holds(receipt, of: id))
  }

  @Test func `a forged declaration bridges nothing that it does not name`() throws {
    let (test, id) = try Self.made()
    _ = try repaired(test, id) { bytes in
      var lines = Self.lines(bytes)
      lines.remove(at: 4)
      return lines.flatMap(\.self)
    }
    // The next gap, at another place, is not covered by what was declared for the first.
    var lines = Self.lines(try test.journalBytes(of: id))
    lines.remove(at: 2)
    try test.writeJournal(lines.flatMap(\.self), of: id)
    #expect(try !test.portal().verify(id).isSound)
    #expect(try test.portal().openOwn(id).damage != nil)
  }

  @Test func `a session that is open during a repair goes on with the mended file`() throws {
    let (test, id) = try Self.made()
    let record = try test.portal().openOwn(id)
    var lines = Self.lines(try test.journalBytes(of: id))
    lines.swapAt(3, 4)
    try test.writeJournal(lines.flatMap(\.self), of: id)
    _ = try test.portal().repair(id)
    _ = try record.refresh()
    #expect(record.damage == nil)
    #expect(throws: Never.self) {
      try record.send(OutgoingMessage(kind: .office, subject: "", text: "yes"), id: .test(71))
    }
    #expect(try test.portal().verify(id).isSound)
  }

  @Test func `content that is gone is given up by name, and its line where it held all`() throws {
    let (test, id) = try Self.made(2)
    let journal = try test.store().journal(of: id)
    try journal.append(note: String(repeating: "x", count: 263_000), 3)
    let blob = try journal.blobs.store(Array("original".utf8))
    let source = BlobSlice(blob: blob, offset: 0, length: 8)
    let origin = Origin(resourceType: "Basic", digest: "", source: source)
    let content = RecordContent.unmappedResource(UnmappedResource(resourceType: "Basic"))
    _ = try journal.append(.own(id)) { _ in
      [Record(id: .test(50), version: 1, content: content, origin: origin)]
    }
    for name in try test.scratch.tree().keys where name.contains("/blobs/") {
      #expect(unlink(test.scratch[name]) == 0)
    }
    #expect(try test.portal().openOwn(id).damage != nil)
    guard case .repaired(let repairs) = try test.portal().repair(id) else {
      Issue.record("not repaired")
      return
    }
    #expect(repairs.map(\.lostBlobs) == [[blob]])
    #expect(repairs.map(\.lostContents) == [[4]])
    #expect(try test.portal().verify(id).isSound)
    let record = try test.portal().openOwn(id)
    #expect(record.damage == nil)
    #expect(try Self.notes(test, id) == ["note 1", "note 2"])
    #expect(throws: ServiceError.self) { try record.original(of: .test(50)) }
    #expect(try test.portal().repair(id) == .nothingToRepair)
  }
}
