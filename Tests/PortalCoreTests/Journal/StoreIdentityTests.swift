import Glibc
import Testing

@testable import PortalCore

/// Who is known by which number, and who is in the store.
struct StoreIdentityTests {
  private let ids = (1...4).map { Person.ID(bytes: Array(repeating: $0, count: 17)) }

  @Test func `of two claims one wins, and both hear who`() throws {
    let test = try TestStore()
    let (one, two) = (try test.store(), try test.store())
    #expect(try one.claim("number", for: ids[0]) == ids[0])
    #expect(try two.claim("number", for: ids[1]) == ids[0])
    #expect(try one.claim("number", for: ids[2]) == ids[0])
    #expect(try two.person(knownBy: "number") == ids[0])
    #expect(try two.person(knownBy: "another") == nil)
  }

  @Test func `a claim that another makes at any moment in between is honoured`() throws {
    let model = try TestStore()
    let store = try model.store()
    model.disk.plan(nil)
    _ = try store.claim("number", for: ids[0])
    for call in 1...model.disk.count {
      let test = try TestStore()
      let store = try test.store()
      let (path, clock, disk, other) = (test.path, test.clock.clock, test.disk, ids[1])
      disk.plan(nil)
      disk.before { _ in
        guard disk.count == call - 1 else { return }
        let surroundings = Surroundings(
          fileSystem: LiveFileSystem(),
          clock: clock,
          randomness: .seeded(5)
        )
        _ = try? Store(at: path, surroundings: surroundings).claim("number", for: other)
      }
      let owner = try store.claim("number", for: ids[0])
      disk.before(nil)
      #expect(try store.person(knownBy: "number") == owner)
      #expect(owner == ids[0] || owner == ids[1])
    }
  }

  @Test func `the number itself stands nowhere on disk`() throws {
    let test = try TestStore()
    _ = try test.store().claim("national|12855810016", for: ids[0])
    for name in try test.scratch.tree().keys {
      #expect(!name.contains("12855810016"))
    }
  }

  @Test func `a claim that was changed is noticed`() throws {
    let test = try TestStore()
    let store = try test.store()
    _ = try store.claim("number", for: ids[0])
    let path = try #require(
      test.scratch.tree().keys.first { $0.contains("/identities/") && $0.utf8.count > 64 }
    )
    let bytes = try test.scratch.read(path)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      try test.scratch.write(changed, to: path)
      #expect(throws: StoreError.self) { try store.person(knownBy: "number") }
      #expect(throws: StoreError.self) { try store.claim("number", for: ids[1]) }
    }
    try test.scratch.write([], to: path)
    #expect(throws: StoreError.self) { try store.person(knownBy: "number") }
    // A whole claim, but of another name.
    _ = try store.claim("other", for: ids[1])
    let paths = try test.scratch.tree().keys.filter {
      $0.contains("/identities/") && $0.utf8.count > 64
    }
    let other = try #require(paths.first { $0 != path })
    try test.scratch.write(try test.scratch.read(other), to: path)
    #expect(throws: StoreError.self) { try store.person(knownBy: "number") }
  }

  @Test func `a person's directory without a journal is passed over`() throws {
    let test = try TestStore()
    let id = try test.person()
    let other = ids[2]
    let folder = "data/people/\(other.firstFolder)"
    for part in ["", "/\(other.secondFolder)", "/\(other.secondFolder)/\(other.text)"] {
      try #require(mkdir(test.scratch[folder + part], 0o700) == 0)
    }
    // Neither do stray files and directories in the tree make anybody.
    try test.scratch.write([1], to: "data/people/README")
    try test.scratch.write([1], to: "\(folder)/README")
    try #require(mkdir(test.scratch["\(folder)/zz"], 0o700) == 0)
    try #require(mkdir(test.scratch["\(folder)/zz/\(ids[3].text)"], 0o700) == 0)
    #expect(try test.store().people() == [id, other].sorted { $0.text < $1.text })
    #expect(try test.portal().people().map(\.id) == [id])
    #expect(throws: StoreError.self) { _ = try test.store().journal(of: other) }
    #expect(throws: StoreError.noSuchPerson) { _ = try test.store().journal(of: ids[3]) }
  }

  @Test func `one person's trouble does not hide the others from the list`() throws {
    let test = try TestStore()
    let people = [try test.person(1), try test.person(2), try test.person(3), try test.person(4)]
    try test.writeJournal(Array("nonsense\n".utf8), of: people[0])
    let journal = test.scratch[test.file(PersonJournal.fileName, of: people[1])]
    try #require(link(journal, journal + ".second") == 0)
    try test.writeJournal(try test.journalBytes(of: people[3]), of: people[2])
    let listed = try test.portal().people()
    #expect(Set(listed.map(\.id)) == Set(people))
    #expect(listed.compactMap(\.name) == ["Test Testesen 4"])
  }

  @Test func `a journal of another person or another store is refused`() throws {
    let test = try TestStore()
    let (one, two) = (try test.person(1), try test.person(2))
    let own = try test.journalBytes(of: one)
    try test.writeJournal(try test.journalBytes(of: two), of: one)
    #expect(throws: StoreError.self) { _ = try test.store().journal(of: one) }
    // Also where it is put there while the journal is open.
    try test.writeJournal(own, of: one)
    let journal = try test.store().journal(of: one)
    try test.writeJournal(try test.journalBytes(of: two), of: one)
    #expect(throws: StoreError.self) { try journal.append(note: "lost", 1) }
    #expect(try test.journalBytes(of: one) == test.journalBytes(of: two))
  }
}
