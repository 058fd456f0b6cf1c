import Glibc
import Testing

@testable import PortalCore

/// One file for a whole store: consistent, checked to the last byte, put back whole or not at all.
struct BackupTests {
  /// Two people, one with a large blob and a draft, both known by a number; and a backup.
  private func made(blobBytes: Int = 5000) throws -> (test: TestStore, one: Person.ID, file: String)
  {
    let test = try TestStore()
    let (one, two) = (try test.person(1), try test.person(2))
    let store = try test.store()
    for (id, number) in [(one, "one"), (two, "two")] { _ = try store.claim(number, for: id) }
    let record = try test.portal().openOwn(one)
    try record.keepDraft(OutgoingMessage(kind: .office, subject: "", text: "unsent"))
    let journal = try store.journal(of: one)
    for number in 1...4 { try journal.append(note: "note \(number)", number) }
    _ = try journal.blobs.store(Array(repeating: 7, count: blobBytes))
    try record.end()
    return (test, one, test.scratch["backup.tar"])
  }

  private func checked(_ test: TestStore, _ path: String) throws -> BackupPlaces {
    try Portal.checkedBackup(path, surroundings: test.surroundings)
  }

  @Test func `what is backed up comes back byte for byte, without locks`() throws {
    let (test, one, file) = try made()
    let report = try test.portal().backUp(to: file)
    #expect(report.people == 2)
    #expect(report.problems.isEmpty)
    let target = test.scratch["restored"]
    let portal = try Portal.restore(
      try checked(test, file),
      into: target,
      surroundings: test.surroundings
    )
    #expect(try portal.verify().isSound)
    let tree = try test.scratch.tree()
    let entries = { (root: String) in
      Dictionary(
        uniqueKeysWithValues: tree.filter { $0.key.hasPrefix(root) && !$0.key.hasSuffix("/lock") }
          .map { (String($0.key.dropFirst(root.count)), $0.value) }
      )
    }
    #expect(entries("/restored") == entries("/data"))
    #expect(try portal.openOwn(one).damage == nil)
    var status = stat()
    #expect(stat(file, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    #expect(status.st_nlink == 1)
    #expect(tree.keys.allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test func `a disk that fails makes no backup without those it could not read`() throws {
    let (test, _, file) = try made()
    let portal = try test.portal()
    var failures = 0
    for call in 1...400 {
      test.disk.plan(.init(call: call, code: 5, only: .open))
      do {
        let report = try portal.backUp(to: file)
        test.disk.plan(nil)
        #expect(report.people == 2, "call \(call)")
        break
      } catch {
        failures += 1
        test.disk.plan(nil)
        #expect(try test.scratch.tree().keys.allSatisfy { !$0.contains("backup.tar") })
      }
    }
    #expect(failures > 10)
  }

  @Test func `a name that is taken is left as it is`() throws {
    let (test, _, file) = try made()
    try test.scratch.write([1, 2, 3], to: "backup.tar")
    #expect(throws: ServiceError.backup(.alreadyThere("backup.tar"))) {
      try test.portal().backUp(to: file)
    }
    #expect(try test.scratch.read("backup.tar") == [1, 2, 3])
    #expect(throws: ServiceError.backup(.missing(test.scratch["none/backup"]))) {
      try test.portal().backUp(to: test.scratch["none/backup"])
    }
  }

  @Test func `every flipped byte and every cut of a backup is noticed`() throws {
    let (test, _, file) = try made()
    _ = try test.portal().backUp(to: file)
    let bytes = try test.scratch.read("backup.tar")
    _ = try checked(test, file)
    for index in stride(from: 0, to: bytes.count, by: 61) {
      var flipped = bytes
      flipped[index] ^= 1 << (index % 8)
      try test.scratch.write(flipped, to: "backup.tar")
      #expect(throws: ServiceError.self, "byte \(index)") { _ = try checked(test, file) }
    }
    for length in stride(from: 0, to: bytes.count, by: 509) {
      try test.scratch.write(Array(bytes[..<length]), to: "backup.tar")
      #expect(throws: ServiceError.self, "cut \(length)") { _ = try checked(test, file) }
    }
    try test.scratch.write(bytes + [0], to: "backup.tar")
    #expect(throws: ServiceError.self) { _ = try checked(test, file) }
  }

  @Test func `a backup is verified where it lies, as a store is`() throws {
    let (test, one, file) = try made()
    _ = try test.portal().backUp(to: file)
    let portal = try Portal(in: try checked(test, file), surroundings: test.surroundings)
    let report = try portal.verify()
    #expect(report.isSound, "\(report)")
    #expect(report.persons.first { $0.id == one }?.messageIDs.count == 4)
    let head = try #require(try test.store().journal(of: one).head)
    let receipt = Receipt(sequence: head.sequence, hash: head.hash).text
    for (text, isKnown) in [(receipt, true), ("3-00000000", false), ("99-00000000", false)] {
      let parsed = try #require(ReceiptText(text))
      #expect(try portal.holds(parsed, of: one) == isKnown)
    }
    #expect(ReceiptText("3-0000000") == nil && ReceiptText("x") == nil)
  }

  @Test func `damage is copied as it stands, said, and found in the backup`() throws {
    let (test, one, file) = try made()
    var bytes = try test.journalBytes(of: one)
    bytes[bytes.count / 2] ^= 1
    try test.writeJournal(bytes, of: one)
    #expect(try test.portal().backUp(to: file).problems.count == 1)
    let backup = try checked(test, file)
    let portal = try Portal(in: backup, surroundings: test.surroundings)
    #expect(try !portal.verify().isSound)
  }

  @Test func `a person is repaired from a backup`() throws {
    let (test, one, file) = try made()
    _ = try test.portal().backUp(to: file)
    let whole = try test.journalBytes(of: one)
    try test.writeJournal(Array(whole[..<(whole.count / 2)]), of: one)
    let blob = try #require(
      try test.scratch.tree().keys.first { $0.contains("/blobs/") }
    )
    #expect(unlink(test.scratch[blob]) == 0)
    let outcome = try test.portal().repair(one, from: try checked(test, file).source)
    guard case .repaired(let repairs) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(repairs.filter { !$0.isLossless }.isEmpty)
    #expect(try test.store().journal(of: one).notes.count == 4)
    #expect(try test.portal().verify().isSound)
  }

  @Test func `a directory that holds anything is not restored into`() throws {
    let (test, _, file) = try made()
    _ = try test.portal().backUp(to: file)
    let backup = try checked(test, file)
    #expect(throws: ServiceError.backup(.alreadyThere(test.path))) {
      _ = try Portal.restore(backup, into: test.path, surroundings: test.surroundings)
    }
  }

  @Test(arguments: [ENOSPC, EIO])
  func `whatever call fails, no half backup and no half store is left`(code: Int32) throws {
    let (test, _, file) = try made()
    let portal = try test.portal()
    test.disk.plan(nil)
    _ = try portal.backUp(to: file)
    let (backUpCalls, tree) = (test.disk.count, try test.scratch.tree())
    #expect(unlink(file) == 0)
    for call in 1...backUpCalls {
      test.disk.plan(.init(call: call, code: code, isLasting: true))
      _ = try? portal.backUp(to: file)
      test.disk.plan(nil)
      if access(file, F_OK) == 0 {
        _ = try checked(test, file)
        #expect(unlink(file) == 0)
      }
      _ = try removeTemporaries(test)
    }
    _ = try portal.backUp(to: file)
    #expect(try test.scratch.tree().keys.sorted() == tree.keys.sorted())
    let backup = try checked(test, file)
    test.disk.plan(nil)
    _ = try Portal.restore(backup, into: test.scratch["r0"], surroundings: test.surroundings)
    for call in stride(from: 1, through: test.disk.count, by: 3) {
      let target = test.scratch["r\(call)"]
      test.disk.plan(.init(call: call, code: code, isLasting: true))
      _ = try? Portal.restore(backup, into: target, surroundings: test.surroundings)
      test.disk.plan(nil)
      if let portal = try? Portal(at: target, surroundings: test.surroundings) {
        #expect(try portal.verify().isSound, "call \(call)")
      }
    }
  }

  /// A disk on which nothing works any more keeps what cannot be removed.
  private func removeTemporaries(_ test: TestStore) throws {
    for name in try test.scratch.tree().keys where name.hasSuffix(".tmp") {
      _ = unlink(test.scratch[name])
    }
  }

  @Test func `a large blob passes in parts, whatever its size`() throws {
    let (test, _, file) = try made(blobBytes: 5 << 20)
    let portal = try test.portal()
    test.disk.plan(nil)
    _ = try portal.backUp(to: file)
    let backup = try checked(test, file)
    #expect(test.disk.mostRead == BackupWriter.chunkInBytes)
    let target = test.scratch["restored"]
    test.disk.plan(nil)
    try StoreRestore(archive: backup.archive, fileSystem: test.disk, randomness: .seeded(5))
      .run(into: target)
    #expect(test.disk.mostRead == BackupWriter.chunkInBytes)
  }
}
