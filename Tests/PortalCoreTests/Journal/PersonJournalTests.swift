import Glibc
import Testing

@testable import PortalCore

/// What a journal holds: versions, large changes, damage in the middle.
struct PersonJournalTests {
  @Test func `a change too large for a line goes through a blob and is read back`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    let text = String(repeating: "æøå", count: 100_000)
    try journal.append(note: text, 1)
    #expect(try test.journalBytes(of: id).count < 4000)
    let seen = try test.store().journal(of: id)
    #expect(try seen.notes == [text])
    #expect(try seen.contents.versions(of: .test(1)).count == 1)
    try seen.append(note: "small", 1, version: 2)
    #expect(try test.store().journal(of: id).notes == ["small"])
  }

  @Test func `a transaction of very many records goes through a blob too`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    _ = try journal.append(.own(id)) { _ in (0..<2000).map { .note("\($0)", $0) } }
    let seen = try test.store().journal(of: id)
    #expect(try seen.notes.count == 2000)
    guard case .inBlob = seen.head?.touches else {
      Issue.record("not in a blob")
      return
    }
  }

  @Test(arguments: [0, 1, 2])
  func `a blob that is damaged or gone closes the journal behind it`(how: Int) throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    try journal.append(note: "before", 1)
    let text = String(repeating: "x", count: 300_000)
    try journal.append(note: text, 2)
    try journal.append(note: "after", 3)
    let log = try test.store().journalLog(of: id)
    try log.readAll()
    guard case .inBlob(let name)? = log.scan.lines.map(\.touches).first(where: \.isInBlob) else {
      Issue.record("not in a blob")
      return
    }
    let file = test.file("blobs/\(name)", of: id)
    var bytes = try test.scratch.read(file)
    switch how {
    case 0: try #require(unlink(test.scratch[file]) == 0)
    case 1: try test.scratch.write(bytes.dropLast(), to: file)
    default:
      bytes[bytes.count / 2] ^= 1
      try test.scratch.write(bytes, to: file)
    }
    let seen = try test.store().journal(of: id)
    #expect(seen.damage?.kind == .brokenBlob)
    #expect(seen.damage?.file == "blobs/\(name)")
    #expect(try seen.notes == ["before"])
    let before = try test.scratch.tree()
    #expect(throws: StoreError.damaged(try #require(seen.damage))) {
      try seen.append(note: "more", 4)
    }
    #expect(try test.scratch.tree() == before)
  }

  @Test func `a blob stored again mends a damaged one`() throws {
    let test = try TestStore()
    let id = try test.person()
    let blobs = try test.store().journal(of: id).blobs
    let name = try blobs.store([1, 2, 3])
    try test.scratch.write([1, 2, 4], to: test.file("blobs/\(name)", of: id))
    #expect(throws: StoreError.self) { try blobs.read(name) }
    #expect(try blobs.store([1, 2, 3]) == name)
    #expect(try blobs.read(name) == [1, 2, 3])
    let before = try test.scratch.tree()
    #expect(try blobs.store([1, 2, 3]) == name)
    #expect(try test.scratch.tree() == before)
  }

  @Test func `a broken payload in the middle shows what stands before it, read only`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    for number in 1...3 { try journal.append(note: "note \(number)", number) }
    var bytes = try test.journalBytes(of: id)
    let text = Array("note 2".utf8)
    let index = try #require(bytes.indices.first { bytes[$0...].starts(with: text) })
    bytes[index] = UInt8(ascii: "m")
    try test.writeJournal(bytes, of: id)
    let seen = try test.store().journal(of: id)
    #expect(try seen.notes == ["note 1"])
    #expect(seen.damage?.kind == .brokenPayload)
    #expect(seen.damage?.line == 4)
    #expect(try seen.contents.allVersions().count == 3)
    #expect(throws: StoreError.self) { try seen.append(note: "note 4", 4) }
    #expect(try test.journalBytes(of: id) == bytes)
  }

  @Test func `every cut of a journal is a torn tail or said to be cut`() throws {
    let test = try TestStore()
    let id = try test.person()
    try test.portal().openOwn(id).end()
    let journal = try test.store().journal(of: id)
    try journal.append(note: "one", 1)
    try test.portal().openOwn(id).end()
    let bytes = try test.journalBytes(of: id)
    let lastLine = try #require(journal.head).offset
    for count in stride(from: 0, through: bytes.count, by: 1)
    where count > lastLine - 40 || count % 13 == 0 {
      try test.writeJournal(Array(bytes.prefix(count)), of: id)
      let store = try test.store()
      let seen = try store.journal(of: id)
      let broken = try store.accessLog(of: id).firstBrokenAnchor(in: seen)
      let damage = seen.damage ?? broken
      #expect((damage == nil) == (count >= bytes.count - 1), "cut at \(count)")
    }
  }

  @Test func `expired time never comes back though lines are not in the order of time`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    test.clock.advance(bySeconds: 1000)
    let newest = test.clock.instant
    try journal.append(note: "late", 1)
    test.clock.advance(bySeconds: -5000)
    try journal.append(note: "early", 2)
    #expect(journal.newestTime == newest)
    #expect(try test.store().journal(of: id).newestTime == newest)
  }

  /// A document whose parts lie so deep within one another.
  private func document(depth: Int) -> Record {
    var section = RecordDocument.Section(title: "innermost")
    for _ in 1..<depth {
      var outer = RecordDocument.Section()
      outer.sections = [section]
      section = outer
    }
    var document = RecordDocument(title: "deep", type: CodeableConcept(text: ""), status: "final")
    document.sections = [section]
    return Record(id: .test(2), version: 1, content: .document(document))
  }

  @Test func `what could not be read again is not written`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    let before = try test.scratch.tree().filter { !$0.key.hasSuffix("/lock") }
    let error = #expect(throws: StoreError.self) {
      _ = try journal.append(.own(id)) { _ in [document(depth: 600)] }
    }
    guard case .notSaved = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try test.scratch.tree().filter { !$0.key.hasSuffix("/lock") } == before)
    try journal.append(note: "fine", 3)
    #expect(try test.store().journal(of: id).notes == ["fine"])
  }

  @Test func `what an import may bring, the store reads back`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    for record in [Record.note("a\0b", 1), document(depth: 120)] {
      _ = try journal.append(.own(id)) { _ in [record] }
    }
    let reopened = try test.store().journal(of: id)
    #expect(try reopened.notes == ["a\0b"])
    #expect(try reopened.contents[.test(2)] == document(depth: 120))
  }

  @Test func `as it was is told line by line`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    try journal.append(note: "one", 1)
    try journal.append(note: "other", 2)
    try journal.append(note: "two", 1, version: 2)
    let history = try journal.contents.versions(of: .test(1))
    #expect(history.map(\.sequence) == [2, 4])
    #expect(history.map(\.record.version) == [1, 2])
    #expect(history.allSatisfy { $0.attribution == .own(id) })
    #expect(try journal.contents.versions(of: .test(9)).isEmpty)
  }
}

extension Touches {
  var isInBlob: Bool {
    if case .inBlob = self { true } else { false }
  }
}
