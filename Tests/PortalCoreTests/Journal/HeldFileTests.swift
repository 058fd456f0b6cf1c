import Glibc
import Testing

@testable import PortalCore

/// Files that a session keeps open from one append to the next, and what others do to them meanwhile.
struct HeldFileTests {
  private let test: TestStore
  private let id: Person.ID
  private let journal: PersonJournal

  init() throws {
    test = try TestStore()
    id = try test.person()
    journal = try test.store().journal(of: id)
    try journal.append(note: "first", 1)
  }

  @Test func `a second append opens nothing and makes seven calls`() throws {
    test.disk.plan(nil)
    try journal.append(note: "second", 2)
    let name = PersonJournal.fileName
    #expect(
      test.disk.calls == [
        "lock lock", "status lock", "status \(name)", "read \(name)", "write \(name)",
        "synchronize \(name)", "read \(name)",
      ]
    )
  }

  @Test func `who holds the file open notices an erasure, and writes in the new one`() throws {
    let other = try test.store().journal(of: id)
    try other.append(note: "second", 2)
    try journal.append(note: "third", 3)
    // Both have appended: their descriptors and the file's newest line are held.
    _ = try #require(try other.erase([.test(1)]))
    try journal.append(note: "fourth", 4)
    #expect(try journal.notes == ["second", "third", "fourth"])
    // Also the one whose own erasure has replaced the file that it held.
    try other.append(note: "fifth", 5)
    _ = try #require(try other.erase([.test(4)]))
    try other.append(note: "sixth", 6)
    _ = try journal.refresh()
    for seen in [journal, other, try test.store().journal(of: id)] {
      #expect(try seen.notes == ["second", "third", "fifth", "sixth"])
      #expect(seen.damage == nil && seen.log.isInPlace)
    }
    #expect(try test.portal().verify(id).isSound)
  }

  enum Loss: CaseIterable {
    case removed
    case renamed
    case replaced
  }

  /// Takes the name from a file; its content comes back under the name where it is replaced.
  private func lose(_ name: String, _ loss: Loss) throws {
    let path = test.scratch[test.file(name, of: id)]
    let bytes = try test.scratch.read(test.file(name, of: id))
    switch loss {
    case .removed: try #require(unlink(path) == 0)
    case .renamed: try #require(rename(path, path + ".aside") == 0)
    case .replaced:
      try test.scratch.write(bytes, to: test.file(name, of: id) + ".new")
      try #require(rename(path + ".new", path) == 0)
    }
  }

  @Test(arguments: Loss.allCases)
  func `a lock that lost its name is not the one that is taken`(loss: Loss) throws {
    try lose("lock", loss)
    let live = LiveFileSystem()
    let folder = try live.openRoot(test.scratch[TestStore.folder(of: id)])
    let lock = try live.openFile("lock", in: folder, .appendOrCreate)
    #expect(try live.tryLock(lock))
    #expect(throws: StoreError.busy) { try journal.append(note: "late", 2) }
    live.unlock(lock)
    try journal.append(note: "in time", 2)
    #expect(try journal.notes == ["first", "in time"])
  }

  @Test(arguments: Loss.allCases)
  func `a lock that lost its name while somebody had it holds nobody up`(loss: Loss) throws {
    let live = LiveFileSystem()
    let folder = try live.openRoot(test.scratch[TestStore.folder(of: id)])
    let lock = try live.openFile("lock", in: folder, .append)
    #expect(try live.tryLock(lock))
    try lose("lock", loss)
    let start = test.clock.instant
    try journal.append(note: "second", 2)
    #expect(test.clock.instant.milliseconds - start.milliseconds < 100)
  }

  @Test(arguments: [Loss.removed, .renamed])
  func `nothing is written to a journal that lost its name`(loss: Loss) throws {
    try lose(PersonJournal.fileName, loss)
    let before = try test.scratch.tree()
    #expect(throws: StoreError.self) { try journal.append(note: "never", 2) }
    #expect(throws: StoreError.self) { try journal.refresh() }
    #expect(try test.scratch.tree() == before)
  }

  @Test(arguments: StoreFilesTests.Impostor.allCases, [PersonJournal.fileName, "lock"])
  func `what comes in the place of an open file is refused`(
    impostor: StoreFilesTests.Impostor,
    name: String
  ) throws {
    try StoreFilesTests.replace(test.file(name, of: id), by: impostor, in: test.scratch)
    let before = try test.scratch.tree()
    let error = #expect(throws: StoreError.self) { try journal.append(note: "never", 2) }
    #expect(error != .busy)
    #expect(try test.scratch.tree() == before)
  }

  @Test func `a second name that has gone again does no harm`() throws {
    let path = test.scratch[test.file(PersonJournal.fileName, of: id)]
    try #require(link(path, path + ".aside") == 0)
    #expect(throws: StoreError.unsafeFile(PersonJournal.fileName)) {
      try journal.append(note: "never", 2)
    }
    try #require(unlink(path + ".aside") == 0)
    try journal.append(note: "second", 2)
    #expect(try test.store().journal(of: id).notes == ["first", "second"])
  }

  @Test func `a byte of the own last line that has changed is noticed before the next one`() throws
  {
    let whole = try test.journalBytes(of: id)
    var bytes = whole
    bytes[bytes.count - 60] ^= 1
    try test.writeJournal(bytes, of: id)
    #expect(throws: StoreError.self) { try journal.append(note: "never", 2) }
    #expect(try test.journalBytes(of: id) == bytes)
    try test.writeJournal(whole, of: id)
    try test.store().journal(of: id).append(note: "second", 2)
    #expect(try test.store().journal(of: id).notes == ["first", "second"])
  }

  @Test func `an own last line that is gone is not built upon`() throws {
    let first = try test.journalBytes(of: id)
    try journal.append(note: "second", 2)
    try test.writeJournal(first, of: id)
    try journal.append(note: "third", 3)
    #expect(try journal.notes == ["first", "third"])
    #expect(try test.store().journal(of: id).damage == nil)
  }

  @Test func `what another appends after an own line is taken in before the next one`() throws {
    try test.store().journal(of: id).append(note: "another's", 2)
    try journal.append(note: "third", 3)
    try journal.append(note: "fourth", 4)
    #expect(try journal.notes == ["first", "another's", "third", "fourth"])
    let read = try test.store().journal(of: id)
    #expect(try read.notes == journal.notes)
    #expect(read.head == journal.head)
    #expect(read.newestTime == journal.newestTime)
  }

  @Test func `what has been written is held as it is read`() throws {
    for number in 2..<20 { try journal.append(note: "note \(number) \"æ\"\n", number) }
    let read = try test.store().journal(of: id)
    let (own, other) = (journal.contents, read.contents)
    #expect(try own.allVersions().map(\.record) == other.allVersions().map(\.record))
    for number in 0..<read.entryCount {
      let (here, there) = (journal.tail[number], read.tail[number])
      #expect(here?.place == there?.place)
      #expect(here?.check == there?.check)
      #expect(here?.changed == there?.changed)
    }
  }
}
