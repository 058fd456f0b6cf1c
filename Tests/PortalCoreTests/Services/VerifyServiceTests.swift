import Glibc
import Testing

@testable import PortalCore

/// What `verify` tells of a sound store, and of every way to break one.
struct VerifyServiceTests {
  /// Two people: one with messages, a draft and a session, also with a blob, and another.
  private func made(
    withBlob: Bool = false
  ) throws -> (test: TestStore, one: Person.ID, two: Person.ID) {
    let test = try TestStore()
    let (one, two) = (try test.person(1), try test.person(2))
    let store = try test.store()
    _ = try store.claim("one", for: one)
    _ = try store.claim("two", for: two)
    let record = try test.portal().openOwn(one)
    try record.keepDraft(OutgoingMessage(kind: .office, subject: "", text: "unsent"))
    let journal = try store.journal(of: one)
    try journal.append(note: "first", 1)
    try journal.append(note: String(repeating: "x", count: withBlob ? 263_000 : 1), 2)
    try journal.append(note: "first again", 1, version: 2)
    try record.end()
    return (test, one, two)
  }

  private func report(
    _ test: TestStore,
    on id: Person.ID
  ) throws -> VerifyReport.PersonReport {
    let report = try test.portal().verify()
    return try #require(report.persons.first { $0.id == id })
  }

  @Test func `a sound store has nothing to say but its messages`() throws {
    let (test, one, two) = try made(withBlob: true)
    let before = try test.scratch.tree()
    let report = try test.portal().verify()
    #expect(report.isSound)
    #expect(report.problems.isEmpty && report.remarks.isEmpty)
    #expect(Set(report.persons.map(\.id)) == [one, two])
    let person = try #require(report.persons.first { $0.id == one })
    #expect(person.lines == 5)
    #expect(person.messageIDs == [.test(1), .test(2)])
    #expect(person.remarks.isEmpty)
    #expect(try test.scratch.tree() == before)
    let alone = try test.portal().verify(one)
    #expect(alone.persons == [person])
    let nobody = Person.ID(bytes: Array(repeating: 99, count: 17))
    #expect(throws: ServiceError.store(.noSuchPerson)) { try test.portal().verify(nobody) }
  }

  @Test func `every flipped bit of a journal or an access log is told`() throws {
    let (test, one, two) = try made()
    for name in [PersonJournal.fileName, AccessLog.fileName] {
      let file = test.file(name, of: one)
      let bytes = try test.scratch.read(file)
      for index in stride(from: 0, to: bytes.count, by: 7) {
        var flipped = bytes
        flipped[index] ^= 1 << (index % 8)
        try test.scratch.write(flipped, to: file)
        let report = try test.portal().verify(one)
        #expect(!report.isSound, "\(name) byte \(index)")
      }
      try test.scratch.write(bytes, to: file)
    }
    #expect(try test.portal().verify().isSound)
    try test.writeJournal([], of: one)
    let report = try test.portal().verify()
    #expect(try #require(report.persons.first { $0.id == two }).problems.isEmpty)
    #expect(try #require(report.persons.first { $0.id == one }).problems.count == 1)
  }

  @Test func `behind a broken payload the other lines are still checked`() throws {
    let (test, one, _) = try made()
    var bytes = try test.journalBytes(of: one)
    let index = try #require(bytes.indices.first { bytes[$0...].starts(with: "\"first\"".utf8) })
    bytes[index + 1] ^= 1
    try test.writeJournal(bytes, of: one)
    let person = try report(test, on: one)
    #expect(person.problems.count == 1)
    #expect(person.lines == 5)
    #expect(Set(person.messageIDs) == [.test(1), .test(2)])
  }

  @Test func `a torn tail, debris and a lost race are remarks`() throws {
    let (test, one, _) = try made()
    let bytes = try test.journalBytes(of: one)
    let tail = Array("{\"seq\":5,".utf8)
    try test.writeJournal(bytes + tail, of: one)
    let name = PersonJournal.fileName
    var person = try report(test, on: one)
    #expect(person.problems.isEmpty)
    #expect(person.remarks == [.tornTail(file: name, offset: bytes.count)])
    try test.store().journal(of: one).append(note: "next", 3)
    let loser = bytes.split(separator: 0x0A)[1]
    let end = try test.journalBytes(of: one).count
    try test.writeJournal(try test.journalBytes(of: one) + loser + [0x0A], of: one)
    person = try report(test, on: one)
    #expect(person.problems.isEmpty)
    #expect(
      person.remarks == [
        .debris(file: name, offset: bytes.count), .lostRace(file: name, offset: end),
      ]
    )
    #expect(person.messageIDs == [.test(1), .test(2), .test(3)])
  }

  @Test func `blobs that are damaged, gone or without a name in any line are told apart`() throws {
    let (test, one, _) = try made(withBlob: true)
    let orphan = try test.store().journal(of: one).blobs.store([1, 2, 3])
    let orphanName = "blobs/\(orphan)"
    #expect(try report(test, on: one).remarks == [.orphanBlob(file: orphanName)])
    #expect(try report(test, on: one).problems.isEmpty)
    let named = try #require(
      test.scratch.tree().keys.first { $0.contains("/blobs/") && !$0.contains(orphan) }
    )
    var bytes = try test.scratch.read(named)
    bytes[7] ^= 1
    try test.scratch.write(bytes, to: named)
    for _ in 0..<2 {
      let problems = try report(test, on: one).problems
      guard case .damage(let damage)? = problems.first, problems.count == 1 else {
        Issue.record("\(problems)")
        return
      }
      #expect(damage.kind == .brokenBlob)
      _ = unlink(test.scratch[named])
    }
  }

  @Test func `an original beyond its blob or in none is damage`() throws {
    let (test, one, _) = try made()
    let journal = try test.store().journal(of: one)
    let blob = try journal.blobs.store(Array("original".utf8))
    let slices = [(blob, 0, 8), (blob, 1, 8), (blob, -1, 2), (blob, 3, .max), (orphan, 0, 1)]
    for (index, slice) in slices.enumerated() {
      let source = BlobSlice(blob: slice.0, offset: slice.1, length: slice.2)
      let origin = Origin(resourceType: "Basic", digest: "", source: source)
      _ = try journal.append(.own(one)) { _ in
        [Record(id: .test(50 + index), version: 1, content: Self.content, origin: origin)]
      }
    }
    #expect(try report(test, on: one).problems.count == slices.count - 1)
    let record = try test.portal().openOwn(one)
    #expect(try record.original(of: .test(50)) == Array("original".utf8))
    for index in 1..<slices.count {
      #expect(throws: ServiceError.self) { try record.original(of: .test(50 + index)) }
    }
  }

  private static let content = RecordContent.unmappedResource(
    UnmappedResource(resourceType: "Basic")
  )
  private let orphan = String(repeating: "0", count: 64)

  @Test func `a journal replaced by an older copy is told`() throws {
    let (test, one, _) = try made()
    let bytes = try test.journalBytes(of: one)
    let end = try test.store().journal(of: one).head?.offset ?? 0
    try test.writeJournal(Array(bytes[..<end]), of: one)
    let problems = try report(test, on: one).problems
    guard case .damage(let damage)? = problems.first else {
      Issue.record("\(problems)")
      return
    }
    #expect(damage.kind == .cutOrReplaced)
  }

  @Test func `permissions, links and strangers are told, with their names`() throws {
    let (test, one, _) = try made()
    let journal = test.scratch[test.file(PersonJournal.fileName, of: one)]
    try #require(chmod(journal, 0o644) == 0)
    try #require(chmod(test.scratch["data/people"], 0o755) == 0)
    try test.scratch.write([1], to: test.file("notes.txt", of: one))
    try test.scratch.write([1], to: "data/notes.txt")
    let leftOver = temporaryName(.seeded(3))
    try test.scratch.write([1], to: test.file(leftOver, of: one))
    try test.scratch.write([1], to: "data/\(leftOver)")
    try StoreFilesTests.replace(
      test.file(AccessLog.fileName, of: one),
      by: .link,
      in: test.scratch
    )
    let report = try test.portal().verify()
    #expect(report.problems == [.openToOthers(file: "people", mode: 0o755)])
    #expect(report.remarks == [.stray(file: "notes.txt"), .leftOver(file: leftOver)])
    let person = try #require(report.persons.first { $0.id == one })
    #expect(
      Set(person.problems) == [
        .openToOthers(file: PersonJournal.fileName, mode: 0o644), .unsafeFile(AccessLog.fileName),
      ]
    )
    #expect(
      Set(person.remarks) == [
        .leftOver(file: leftOver), .stray(file: "notes.txt"), .stray(file: "access.jsonl.aside"),
      ]
    )
    #expect(person.messageIDs.count == 2)
  }

  @Test func `identities that were changed or lead to nobody are told`() throws {
    let (test, _, two) = try made()
    _ = try test.store().claim("nobody", for: Person.ID(bytes: Array(repeating: 9, count: 17)))
    var problems = try test.portal().verify().problems
    guard case .identityOfNobody? = problems.first, problems.count == 1 else {
      Issue.record("\(problems)")
      return
    }
    try #require(unlink(test.scratch[test.file(PersonJournal.fileName, of: two)]) == 0)
    #expect(try test.portal().verify().problems.count == 2)
    for name in try test.scratch.tree().keys
    where name.contains("/identities/") && name.utf8.count > 64 {
      var bytes = try test.scratch.read(name)
      bytes[40] ^= 1
      try test.scratch.write(bytes, to: name)
    }
    problems = try test.portal().verify().problems
    #expect(problems.count == 3)
    #expect(
      problems.allSatisfy { if case .damagedFile = $0 { true } else { false } },
      "\(problems)"
    )
  }

  @Test func `settings and key that changed under an open store are told`() throws {
    let (test, _, _) = try made()
    let portal = try test.portal()
    for name in [Store.settingsName, Store.keyName] {
      let bytes = try test.scratch.read("data/\(name)")
      try test.scratch.write(bytes.map { $0 ^ 1 }, to: "data/\(name)")
      #expect(try portal.verify().problems.contains(.damagedFile(name)))
      try test.scratch.write(bytes, to: "data/\(name)")
    }
    #expect(try portal.verify().isSound)
  }

  @Test func `what an interrupted import leaves is no problem`() throws {
    let (test, _, _) = try made()
    let store = try test.store()
    _ = try store.createPerson(Person.ID(bytes: Array(repeating: 3, count: 17)))
    let other = Person.ID(bytes: Array(repeating: 4, count: 17))
    _ = try store.createPerson(other)
    try #require(unlink(test.scratch[test.file(PersonJournal.fileName, of: other)]) == 0)
    let report = try test.portal().verify()
    #expect(report.isSound)
    #expect(report.persons.flatMap(\.remarks) == [.emptyRecord, .emptyRecord])
  }

  @Test func `a journal of a newer format and a line that cannot be read are told`() throws {
    let (test, one, two) = try made()
    let head = #"{"format":2,"more":1"#
    let hash = SHA256.digest(Array(head.utf8)).hexadecimal
    try test.writeJournal(Array("\(head),\"hash\":\"\(hash)\"}\n".utf8), of: one)
    let name = PersonJournal.fileName
    #expect(try report(test, on: one).problems == [.unknownFormat(file: name, format: 2)])
    let journal = try test.store().journal(of: two)
    let line = LineDraft(
      time: test.clock.instant,
      attribution: .own(two),
      touches: .listed([]),
      payload: Array("{\"put\":3}".utf8)
    ).line(sequence: 2, previous: try #require(journal.head).hash)
    try test.writeJournal(try test.journalBytes(of: two) + line.bytes, of: two)
    #expect(try report(test, on: two).problems == [.unreadableLine(file: name, line: 3)])
  }

  @Test func `a head that says something else than its line holds is damage`() throws {
    let (test, _, two) = try made()
    let journal = try test.store().journal(of: two)
    let line = LineDraft(
      time: test.clock.instant,
      attribution: .own(two),
      touches: .listed([Touch(kind: "message", id: RecordID.test(7).text, version: 1)]),
      payload: Array("{\"put\":[]}".utf8)
    ).line(sequence: 2, previous: try #require(journal.head).hash)
    try test.writeJournal(try test.journalBytes(of: two) + line.bytes, of: two)
    #expect(try report(test, on: two).problems.count == 1)
  }

  @Test(arguments: [EIO, EMFILE])
  func `verifying never fails as a whole, whatever call does`(code: Int32) throws {
    let (test, _, _) = try made()
    let portal = try test.portal()
    test.disk.plan(nil)
    _ = try portal.verify()
    for call in stride(from: 1, through: test.disk.count, by: 1) {
      test.disk.plan(.init(call: call, code: code))
      _ = try portal.verify()
    }
    test.disk.plan(nil)
    #expect(try portal.verify().isSound)
  }
}
