import Testing

@testable import PortalCore

/// What is erased is gone for every reader and from the disk; all else stays, and so does the chain.
struct ErasureTests {
  /// A person with notes 1 to 6 of some words, and a session in the log.
  static func made(_ notes: Int = 6) throws -> (TestStore, Person.ID) {
    let test = try TestStore()
    let id = try test.person()
    let record = try test.portal().openOwn(id)
    let journal = try test.store().journal(of: id)
    for number in 1...notes { try journal.append(note: "word\(number)x note", number) }
    try record.end()
    return (test, id)
  }

  /// Whether a text stands anywhere in a person's directory.
  static func stands(_ text: String, in test: TestStore, _ id: Person.ID) throws -> Bool {
    let sought = Array(text.utf8)
    for (name, entry) in try test.scratch.tree() where name.contains(id.text) {
      guard entry.count > 60 else { continue }
      let bytes = try test.scratch.read(String(name.dropFirst()))
      if !ByteSearch.places(of: sought, in: bytes[...]).isEmpty { return true }
    }
    return false
  }

  private func found(_ word: String, _ test: TestStore, _ id: Person.ID) throws -> Int {
    let contents = try test.store().journal(of: id).contents
    return try contents.matches(SearchQuery(word)) { _ in true }.count
  }

  @Test func `an erased record is absent everywhere, also in what is on disk`() throws {
    let (test, id) = try Self.made()
    let before = try test.lines(of: id)
    let journal = try test.store().journal(of: id)
    try journal.append(note: "word2x again", 2, version: 2)
    let receipt = try #require(try journal.erase([.test(2)]))
    for seen in [journal, try test.store().journal(of: id)] {
      #expect(seen.damage == nil)
      #expect(try seen.notes.count == 5)
      #expect(try seen.contents[.test(2)] == nil)
      #expect(try seen.contents.versions(of: .test(2)).isEmpty)
      #expect(try !seen.contents.allVersions().contains { $0.record.id == .test(2) })
    }
    #expect(try found("word2x", test, id) == 0)
    #expect(try found("word3x", test, id) == 1)
    #expect(try !Self.stands("word2x", in: test, id))
    #expect(try Self.stands("word3x", in: test, id))
    // The chain is the same, with one line more.
    let after = try test.lines(of: id)
    #expect(after.prefix(before.count).map(\.hash) == before.map(\.hash))
    #expect(after.count == before.count + 2)
    #expect(after.filter(\.isErased).map(\.sequence) == [3, 8])
    let report = try test.portal().verify(id)
    #expect(report.isSound)
    let person = try #require(report.persons.first)
    #expect(person.messageIDs == [1, 3, 4, 5, 6].map { .test($0) })
    #expect(person.remarks.isEmpty)
    let noted = try #require(ReceiptText(receipt.text))
    #expect(try test.portal().holds(noted, of: id))
    try test.store().journal(of: id).append(note: "later", 7)
    #expect(try test.store().journal(of: id).notes.count == 6)
  }

  @Test func `the history says that something was erased, when, by whom and why`() throws {
    let (test, id) = try Self.made()
    let journal = try test.store().journal(of: id)
    let receipt = try #require(try journal.erase([.test(2)], .optOut))
    let last = try #require(try test.store().journal(of: id).contents.allVersions().last)
    guard case .erasure(let erasure) = last.record.content else {
      Issue.record("\(last)")
      return
    }
    #expect(erasure.reason == .optOut)
    #expect(erasure.erased == test.clock.instant)
    #expect(last.attribution == .own(id))
    #expect(last.sequence == receipt.sequence)
    #expect(last.record.kind.area == .privacy)
  }

  @Test func `what stands in one line with it stays, each version with its time and its author`()
    throws
  {
    let (test, id) = try Self.made(1)
    let journal = try test.store().journal(of: id)
    _ = try journal.append(.importing(for: id)) { _ in
      [.note("kept one", 10), .note("gone", 11), .note("kept two", 12)]
    }
    _ = try journal.append(.own(id)) { _ in
      [.note("kept one, changed", 10, version: 2), .note("gone too", 11, version: 2)]
    }
    func versions() throws -> [Revision] {
      let contents = try test.store().journal(of: id).contents
      return try [10, 12].flatMap { try contents.versions(of: .test($0)) }
    }
    let before = try versions()
    let counts = try test.store().journal(of: id).contents.counts()
    _ = try #require(try journal.erase([.test(11)]))
    let after = try versions()
    #expect(after.map(\.record) == before.map(\.record))
    #expect(after.map(\.sequence) == before.map(\.sequence))
    #expect(after.map(\.time) == before.map(\.time))
    #expect(after.map(\.attribution) == before.map(\.attribution))
    #expect(try !Self.stands("gone", in: test, id))
    let group = RecordIndex.Group(kind: .message, labels: LabelSet([]))
    #expect(
      try test.store().journal(of: id).contents.counts()[group] == counts[group].map { $0 - 1 }
    )
    #expect(try test.portal().verify(id).isSound)
    // Changed further, and erased in its turn: what the first had put aside goes with it.
    let later = try test.store().journal(of: id)
    try later.append(note: "kept one, changed again", 10, version: 3)
    _ = try #require(try later.erase([.test(10)]))
    #expect(try test.store().journal(of: id).notes == ["word1x note", "kept two"])
    #expect(
      try test.store().journal(of: id).contents.versions(of: .test(12)).map(\.record) == [
        before[2].record
      ]
    )
    #expect(try !Self.stands("kept one", in: test, id))
    #expect(try test.portal().verify(id).isSound)
    #expect(try test.portal().verify(id).persons[0].remarks.isEmpty)
    #expect(try later.erase([.test(10)]) == nil)
  }

  @Test func `a change that lies in a blob goes with its blob`() throws {
    let (test, id) = try Self.made(1)
    let journal = try test.store().journal(of: id)
    let text = String(repeating: "blobword ", count: 40_000)
    _ = try journal.append(.own(id)) { _ in [.note(text, 10), .note("small", 11)] }
    _ = try journal.append(.own(id)) { _ in [.note(text + "alone", 12)] }
    _ = try #require(try journal.erase([.test(10), .test(12)]))
    #expect(try !Self.stands("blobword", in: test, id))
    #expect(try test.store().journal(of: id).notes == ["word1x note", "small"])
    #expect(try test.portal().verify(id).isSound)
    #expect(try test.portal().verify(id).persons[0].remarks.isEmpty)
  }

  @Test func `an original leaves the disk, and those beside it in the file can still be shown`()
    throws
  {
    let (test, id) = try Self.made(1)
    let journal = try test.store().journal(of: id)
    let originals = ["{\"first\":1}", "{\"second\":2}", "{\"third\":3}"].map { Array($0.utf8) }
    let blob = try journal.blobs.store(originals.flatMap(\.self))
    func imported(_ number: Int, version: Int = 1) -> Record {
      let offset = originals.prefix(number - 1).reduce(0) { $0 + $1.count }
      let source = BlobSlice(blob: blob, offset: offset, length: originals[number - 1].count)
      let digest = SHA256.digest(originals[number - 1]).hexadecimal
      return Record(
        id: .test(20 + number),
        version: version,
        content: .unmappedResource(UnmappedResource(resourceType: "Basic")),
        origin: Origin(resourceType: "Basic", digest: digest, source: source)
      )
    }
    _ = try journal.append(.importing(for: id)) { _ in [imported(1), imported(2)] }
    // In a line of its own that holds nothing of what is erased.
    _ = try journal.append(.importing(for: id)) { _ in [imported(3)] }
    _ = try journal.append(.importing(for: id)) { _ in [imported(3, version: 2)] }
    _ = try #require(try journal.erase([.test(22)]))
    #expect(try !Self.stands("second", in: test, id))
    let record = try test.portal().openOwn(id)
    #expect(try record.original(of: .test(21)) == originals[0])
    #expect(try record.original(of: .test(23)) == originals[2])
    #expect(throws: ServiceError.noSuchRecord) { try record.original(of: .test(22)) }
    #expect(try record.history(of: .test(23)).count == 2)
    let contents = try test.store().journal(of: id).contents
    let digest = SHA256.digest(originals[2]).hexadecimal
    #expect(try contents.hasSeen(digest, of: .test(23)))
    #expect(try test.portal().verify(id).isSound)
    #expect(try test.portal().verify(id).persons[0].remarks.isEmpty)
  }

  @Test func `whoever has the record open notices, and puts nothing of it back on disk`() throws {
    let (test, id) = try Self.made(200)
    let open = try test.store().journal(of: id)
    let others = try test.store().journal(of: id)
    let session = try test.portal().openOwn(id)
    _ = try #require(try test.store().journal(of: id).erase([.test(150)]))
    #expect(try open.refresh())
    #expect(try open.notes.count == 199)
    #expect(open.damage == nil)
    // One that has not noticed yet leaves an index behind.
    others.settle()
    try session.end()
    #expect(try !Self.stands("word150x", in: test, id))
    #expect(try found("word150x", test, id) == 0)
    try others.append(note: "on it", 300)
    #expect(try others.notes.count == 200)
    #expect(try test.portal().verify(id).isSound)
  }

  @Test func `an index from before the erasure is not believed and does not stay`() throws {
    let (test, id) = try Self.made(200)
    let file = test.file(IndexFile.journalName, of: id)
    try test.store().journal(of: id).settle()
    let stale = try test.scratch.read(file)
    _ = try #require(try test.store().journal(of: id).erase([.test(200), .test(3)]))
    #expect(try !Self.stands("word200x", in: test, id))
    let expected = try test.store().journal(of: id).notes
    #expect(expected.count == 198)
    try test.scratch.write(stale, to: file)
    let seen = try test.store().journal(of: id)
    #expect(try seen.notes == expected)
    #expect(try !Self.stands("word200x", in: test, id))
    // A new one knows what was erased.
    seen.settle()
    let based = try test.store().journal(of: id)
    #expect(based.log.isBased)
    #expect(try based.notes == expected)
    #expect(try based.contents.matches(SearchQuery("word200x")) { _ in true }.isEmpty)
    #expect(try based.erase([.test(4)]) != nil)
    #expect(try test.store().journal(of: id).notes.count == 197)
    #expect(try test.portal().verify(id).isSound)
  }

  @Test func `null where no erasure lists it is damage, and a repair says so`() throws {
    let (test, id) = try Self.made()
    let lines = try test.lines(of: id)
    func emptied(_ sequence: Int) throws -> [UInt8] {
      let bytes = try test.journalBytes(of: id)
      let line = lines[sequence]
      return Array(bytes[..<line.payloadOffset]) + Array("null".utf8)
        + bytes[(line.payloadOffset + line.payloadSize)...]
    }
    let sound = try test.journalBytes(of: id)
    for sequence in [2, 4, 7] {
      try test.writeJournal(emptied(sequence), of: id)
      let seen = try test.store().journal(of: id)
      #expect(seen.damage?.kind == .brokenPayload)
      #expect(seen.damage?.line == sequence + 1)
      #expect(try !test.portal().verify(id).isSound)
      #expect(throws: StoreError.self) { try seen.append(note: "more", 9) }
      try test.writeJournal(sound, of: id)
    }
    // Another line than the one that is listed.
    _ = try #require(try test.store().journal(of: id).erase([.test(6)]))
    try test.writeJournal(emptied(4), of: id)
    #expect(try test.store().journal(of: id).damage?.line == 5)
    let source = RepairSource { file, _ in file == PersonJournal.fileName ? sound : nil }
    guard case .repaired(let repairs) = try test.portal().repair(id, from: source) else {
      Issue.record("not repaired")
      return
    }
    #expect(repairs.flatMap(\.lostContents) == [4])
    #expect(try test.portal().verify(id).isSound)
    #expect(try test.store().journal(of: id).notes.count == 4)
  }

  @Test func `a repaired journal is erased from as any other, and its gaps stay declared`() throws {
    let (test, id) = try Self.made(8)
    var lines = RepairTests.lines(try test.journalBytes(of: id))
    lines[8][lines[8].count - 30] ^= 1
    lines.remove(at: 5)
    lines.insert(Array("noise with word4x in it\n".utf8), at: 3)
    try test.writeJournal(lines.flatMap(\.self), of: id)
    guard case .repaired = try test.portal().repair(id) else {
      Issue.record("not repaired")
      return
    }
    let before = try test.store().journal(of: id).notes
    #expect(before.count == 6)
    // The last is one whose content is broken: what is left of it goes by what its head names.
    let gone: Set<RecordID> = [.test(1), .test(3), .test(7)]
    _ = try #require(try test.store().journal(of: id).erase(gone))
    let seen = try test.store().journal(of: id)
    #expect(seen.damage == nil)
    #expect(try seen.notes == before.filter { !$0.hasPrefix("word1x") && !$0.hasPrefix("word3x") })
    for word in ["word1x", "word3x", "word4x", "word7x"] {
      #expect(try !Self.stands(word, in: test, id), "\(word)")
    }
    #expect(try test.portal().verify(id).isSound)
    #expect(try test.portal().repair(id) == .nothingToRepair)
  }

  @Test func `one erasure after another that was cut short leaves nothing of either`() throws {
    let (test, id) = try Self.made()
    let journal = try test.store().journal(of: id)
    _ = try journal.append(.own(id)) { _ in [.note("first gone", 10), .note("second gone", 11)] }
    test.disk.plan(.init(call: 1, code: 5, isLasting: true, only: .create))
    #expect(try journal.erase([.test(2)]) != nil)
    test.disk.plan(nil)
    #expect(try test.store().journal(of: id).hasUnfinishedErasure)
    #expect(try Self.stands("word2x", in: test, id))
    let other = try test.store().journal(of: id)
    _ = try #require(try other.erase([.test(10)]))
    #expect(try !Self.stands("word2x", in: test, id))
    #expect(try !Self.stands("first gone", in: test, id))
    _ = try #require(try journal.erase([.test(11)]))
    for seen in [journal, other, try test.store().journal(of: id)] {
      _ = try seen.refresh()
      #expect(try seen.notes.count == 5)
    }
    #expect(try !Self.stands("gone", in: test, id))
    #expect(try test.portal().verify(id).persons[0].remarks.isEmpty)
    #expect(try test.portal().verify(id).isSound)
  }
}

extension PersonJournal {
  /// Erases some records as the person.
  @discardableResult
  func erase(
    _ records: Set<RecordID>,
    _ reason: Erasure.Reason = .ownEntry,
    includesDrafts: Bool = false
  ) throws(StoreError) -> Receipt? {
    guard case .person(let id) = directory.owner else { return nil }
    let selection = ErasureSelection(records: records, includesDrafts: includesDrafts)
    return try append(.own(id)) { contents throws(StoreError) in
      try contents.journal.recordsErasing(selection, reason)
    }
  }
}
