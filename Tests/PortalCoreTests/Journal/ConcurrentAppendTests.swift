import Glibc
import Synchronization
import Testing

@testable import PortalCore

/// Several writers on one file, with the lock and in spite of it.
struct ConcurrentAppendTests {
  @Test func `two open journals of one person append in turn`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journals = [try test.store().journal(of: id), try test.store().journal(of: id)]
    for number in 0..<40 {
      try journals[number % 2].append(note: "\(number)", number)
    }
    for journal in journals + [try test.store().journal(of: id)] {
      try journal.refresh()
      #expect(try journal.notes == (0..<40).map(String.init))
      #expect(journal.damage == nil)
      #expect(journal.findings.isEmpty)
    }
  }

  @Test func `a lock that stays with another is waited for five seconds`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    try journal.append(note: "makes the lock file", 1)
    let before = try test.scratch.tree()
    let live = LiveFileSystem()
    let root = try live.openRoot(test.scratch[TestStore.folder(of: id)])
    let lock = try live.openFile("lock", in: root, .append)
    #expect(try live.tryLock(lock))
    let start = test.clock.instant
    #expect(throws: StoreError.busy) { try journal.append(note: "late", 2) }
    let waited = test.clock.instant.milliseconds - start.milliseconds
    #expect((5000..<5100).contains(waited))
    #expect(try test.scratch.tree() == before)
    live.unlock(lock)
    try journal.append(note: "in time", 2)
  }

  @Test func `a change made on an older version writes nothing`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    try journal.append(note: "one", 1)
    try test.store().journal(of: id).append(note: "two", 1, version: 2)
    let before = try test.journalBytes(of: id)
    #expect(throws: StoreError.conflict(.test(1), newest: 2)) {
      try journal.append(note: "also two", 1, version: 2)
    }
    #expect(throws: StoreError.conflict(.test(1), newest: 2)) {
      try journal.append(note: "far ahead", 1, version: .max)
    }
    #expect(try test.journalBytes(of: id) == before)
    #expect(try journal.notes == ["two"])
  }

  @Test func `one transaction cannot hold the same version twice`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    #expect(throws: StoreError.conflict(.test(1), newest: 1)) {
      try journal.append(.own(id)) { _ in [.note("a", 1), .note("b", 1)] }
    }
    _ = try journal.append(.own(id)) { _ in [.note("a", 1), .note("b", 1, version: 2)] }
    #expect(try test.store().journal(of: id).notes == ["b"])
    #expect(try journal.contents.versions(of: .test(1)).map(\.record.version) == [1, 2])
  }

  @Test func `a refusal under the lock writes nothing`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    try journal.append(note: "first", 1)
    let before = try test.scratch.tree()
    #expect(throws: StoreError.notPermitted) {
      _ = try journal.append(.own(id)) { _ throws(StoreError) in throw .notPermitted }
    }
    #expect(try journal.append(.own(id)) { _ in [] } == nil)
    #expect(try test.scratch.tree() == before)
  }

  @Test(arguments: [1, 3, 4])
  func `a line that loses a race in spite of the lock is written again`(losses: Int) throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    race(test, id, losses)
    let receipt = try #require(try journal.append(note: "mine", 1))
    #expect(receipt.sequence == 2 + losses)
    let seen = try test.store().journal(of: id)
    #expect(try seen.notes == ["mine"])
    #expect(seen.damage == nil)
    #expect(seen.findings.count == losses)
    #expect(try seen.contains(sequence: receipt.sequence, hash: receipt.hash))
  }

  @Test func `after five lost races somebody else is saving`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    race(test, id, 5)
    #expect(throws: StoreError.busy) { try journal.append(note: "mine", 1) }
    let seen = try test.store().journal(of: id)
    #expect(try seen.notes.isEmpty)
    #expect(seen.damage == nil)
    try seen.append(note: "mine", 1)
    #expect(try test.store().journal(of: id).notes == ["mine"])
  }

  /// Lets somebody without a lock write a line of their own just before each of the next writes.
  private func race(_ test: TestStore, _ id: Person.ID, _ times: Int) {
    let (path, name) = (test.scratch[TestStore.folder(of: id)], PersonJournal.fileName)
    let left = Mutex(times)
    test.disk.before { call in
      guard call == .write,
        left.withLock({
          $0 -= 1
          return $0 >= 0
        })
      else { return }
      let live = LiveFileSystem()
      do {
        let folder = try live.openRoot(path)
        let file = try live.openFile(name, in: folder, .append)
        var scan = LogScan(file: name)
        _ = scan.read(try live.readAll(file))
        let last = try #require(scan.last)
        let line = LineDraft(
          time: last.time,
          attribution: .importing(for: id),
          touches: .listed([]),
          payload: Array("{}".utf8)
        ).line(sequence: last.sequence + 1, previous: last.hash)
        _ = try live.write(line.bytes, to: file)
      } catch {
        Issue.record(error)
      }
    }
  }

  @Test func `a line that was shown and is taken back by its writer goes away again`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    let before = try test.journalBytes(of: id)
    try test.store().journal(of: id).append(note: "taken back", 1)
    try journal.refresh()
    #expect(try journal.notes == ["taken back"])
    try test.writeJournal(before, of: id)
    #expect(try journal.refresh())
    #expect(try journal.notes.isEmpty)
    #expect(journal.damage == nil)
    try test.store().journal(of: id).append(note: "a longer one in its place", 2)
    try journal.append(note: "mine", 3)
    #expect(try journal.notes == ["a longer one in its place", "mine"])
    #expect(try test.store().journal(of: id).damage == nil)
  }

  @Test func `a file put in the journal's place is noticed by readers and writers`() throws {
    let test = try TestStore()
    let id = try test.person()
    let name = test.file(PersonJournal.fileName, of: id)
    try test.store().journal(of: id).append(note: "one", 1)
    for isWriting in [false, true] {
      let journal = try test.store().journal(of: id)
      try test.scratch.write(try test.scratch.read(name), to: name + ".new")
      #expect(rename(test.scratch[name + ".new"], test.scratch[name]) == 0)
      let generation = journal.generation
      if isWriting {
        try journal.append(note: "two", 2)
      } else {
        try journal.refresh()
      }
      #expect(journal.generation > generation)
      #expect(try journal.notes == (isWriting ? ["one", "two"] : ["one"]))
      #expect(try test.store().journal(of: id).notes == journal.notes)
    }
  }

  @Test(arguments: [-10_000_000_000_000_000, 0, 253_402_300_800_000, 10_000_000_000_000_000])
  func `a clock gone astray still writes lines that can be read`(milliseconds: Int64) throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    test.clock.set(Instant(milliseconds: milliseconds))
    try journal.append(note: "astray", 1)
    #expect(try test.store().journal(of: id).notes == ["astray"])
  }
}
