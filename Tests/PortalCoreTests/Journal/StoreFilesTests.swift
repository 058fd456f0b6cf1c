import Glibc
import Testing

@testable import PortalCore

/// What may stand in a data directory, and what is refused there.
struct StoreFilesTests {
  @Test func `directories are 0700 and files 0600, whatever the umask`() throws {
    let old = umask(0)
    defer { umask(old) }
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    _ = try journal.blobs.store([1, 2, 3])
    _ = try test.store().claim("number", for: id)
    let record = try test.portal().openOwn(id)
    try record.keepDraft(OutgoingMessage(kind: .office, subject: "", text: "unsent"))
    for (name, entry) in try test.scratch.tree() {
      let mode = entry.prefix { $0 != " " }
      #expect(mode == "40700" || mode == "100600", "\(name) \(mode)")
    }
  }

  enum Impostor: CaseIterable {
    case link
    case pipe
    case directory
    case hardLink
  }

  /// Puts something else in a file's place; the file itself stands beside it.
  static func replace(_ name: String, by impostor: Impostor, in scratch: ScratchDirectory) throws {
    let (path, aside) = (scratch[name], scratch[name] + ".aside")
    switch impostor {
    case .hardLink: try #require(link(path, aside) == 0)
    case .link:
      try #require(rename(path, aside) == 0)
      try #require(symlink(aside, path) == 0)
    case .pipe:
      try #require(rename(path, aside) == 0)
      try #require(mkfifo(path, 0o600) == 0)
    case .directory:
      try #require(rename(path, aside) == 0)
      try #require(mkdir(path, 0o700) == 0)
    }
  }

  @Test(arguments: Impostor.allCases, [PersonJournal.fileName, AccessLog.fileName, "lock"])
  func `what stands in a person's file's place is refused`(
    impostor: Impostor,
    name: String
  ) throws {
    let test = try TestStore()
    let id = try test.person()
    let store = try test.store()
    try Self.replace(test.file(name, of: id), by: impostor, in: test.scratch)
    let before = try test.scratch.tree()
    let error = #expect(throws: StoreError.self) {
      _ = try store.accessLog(of: id)
      try store.journal(of: id).append(note: "never", 1)
    }
    #expect(isRefusal(error), "\(String(describing: error))")
    #expect(try test.scratch.tree() == before)
  }

  @Test(arguments: Impostor.allCases, [Store.settingsName, Store.keyName])
  func `what stands in one of the store's own files' place is refused`(
    impostor: Impostor,
    name: String
  ) throws {
    let test = try TestStore()
    _ = try test.store()
    try Self.replace("data/\(name)", by: impostor, in: test.scratch)
    let before = try test.scratch.tree()
    let error = #expect(throws: StoreError.self) { _ = try test.store() }
    #expect(isRefusal(error), "\(String(describing: error))")
    #expect(try test.scratch.tree() == before)
  }

  @Test(arguments: Impostor.allCases)
  func `what stands in an identity's or a blob's place is refused`(impostor: Impostor) throws {
    let test = try TestStore()
    let id = try test.person()
    let store = try test.store()
    let blob = try store.journal(of: id).blobs.store([1, 2, 3])
    _ = try store.claim("number", for: id)
    let names = try test.scratch.tree().keys
    let identity = try #require(
      names.first { $0.contains("/identities/") && $0.utf8.count > 64 }
    )
    try Self.replace(String(identity.dropFirst()), by: impostor, in: test.scratch)
    #expect(isRefusal(#expect(throws: StoreError.self) { try store.person(knownBy: "number") }))
    try Self.replace(test.file("blobs/\(blob)", of: id), by: impostor, in: test.scratch)
    let journal = try store.journal(of: id)
    #expect(isRefusal(#expect(throws: StoreError.self) { try journal.blobs.read(blob) }))
  }

  private func isRefusal(_ error: StoreError?) -> Bool {
    switch error {
    case .unsafeFile, .system, .notSaved: true
    default: false
    }
  }

  @Test func `a file that died between its two names is read all the same`() throws {
    let test = try TestStore()
    let id = try test.person()
    let store = try test.store()
    _ = try store.claim("number", for: id)
    let tree = try test.scratch.tree()
    for (name, entry) in tree where entry.hasPrefix("1") {
      let folder = name.split(separator: "/").dropLast().joined(separator: "/")
      let temporary = temporaryName(.seeded(UInt64(name.utf8.count)))
      try #require(link(test.scratch[name], test.scratch["\(folder)/\(temporary)"]) == 0)
    }
    let again = try test.store()
    #expect(try again.person(knownBy: "number") == id)
    try again.journal(of: id).append(note: "written", 1)
    #expect(try test.portal().people().map(\.id) == [id])
    #expect(try test.portal().openOwn(id).damage == nil)
  }

  @Test func `a directory with foreign files is no store, and nothing in it is touched`() throws {
    let test = try TestStore()
    try #require(mkdir(test.path, 0o700) == 0)
    for name in ["notes.txt", "backup.tmp", "Store.json"] {
      try test.scratch.write([1], to: "data/\(name)")
      let before = try test.scratch.tree()
      #expect(throws: StoreError.notAStore(test.path)) { _ = try test.store() }
      #expect(try test.scratch.tree() == before)
      try #require(unlink(test.scratch["data/\(name)"]) == 0)
    }
    _ = try test.store()
  }

  @Test func `a store that lost its settings is not given new ones`() throws {
    let test = try TestStore()
    _ = try test.person()
    try #require(unlink(test.scratch["data/store.json"]) == 0)
    let before = try test.scratch.tree()
    #expect(throws: StoreError.damagedSettings(file: "store.json")) { _ = try test.store() }
    #expect(throws: StoreError.notAStore(test.path)) {
      _ = try Store(at: test.path, surroundings: test.surroundings)
    }
    #expect(try test.scratch.tree() == before)
  }

  @Test(arguments: [0o755, 0o710, 0o701])
  func `a data directory that others may enter is refused`(mode: Int) throws {
    let test = try TestStore()
    _ = try test.store()
    try #require(chmod(test.path, mode_t(mode)) == 0)
    #expect(throws: StoreError.unsafeDataDirectory(test.path)) { _ = try test.store() }
  }

  @Test func `a data directory that is a link, a file or not there is refused`() throws {
    let test = try TestStore()
    func open() throws -> Store { try Store(at: test.path, surroundings: test.surroundings) }
    #expect(throws: StoreError.noDataDirectory(test.path)) { _ = try open() }
    try test.scratch.write([1], to: "data")
    #expect(throws: StoreError.unsafeDataDirectory(test.path)) { _ = try open() }
    try #require(unlink(test.path) == 0)
    try #require(mkdir(test.scratch["other"], 0o700) == 0)
    try #require(symlink(test.scratch["other"], test.path) == 0)
    #expect(throws: StoreError.unsafeDataDirectory(test.path)) { _ = try open() }
    #expect(throws: StoreError.unsafeDataDirectory(test.path)) { _ = try test.store() }
  }

  @Test(arguments: [Store.settingsName, Store.keyName])
  func `every flipped bit in the settings and the key is noticed`(name: String) throws {
    let test = try TestStore()
    _ = try test.store()
    let bytes = try test.scratch.read("data/\(name)")
    for index in bytes.indices {
      for bit in 0..<8 {
        var flipped = bytes
        flipped[index] ^= 1 << bit
        try test.scratch.write(flipped, to: "data/\(name)")
        #expect(throws: StoreError.self, "byte \(index), bit \(bit)") { _ = try test.store() }
      }
    }
    try test.scratch.write(bytes.dropLast(), to: "data/\(name)")
    #expect(throws: StoreError.self) { _ = try test.store() }
  }

  @Test func `settings of a newer format are refused and left as they are`() throws {
    let test = try TestStore()
    let text = #"{"settings":{"format":2,"more":true},"seal":"other"}"#
    try #require(mkdir(test.path, 0o700) == 0)
    try test.scratch.write(Array(text.utf8), to: "data/store.json")
    let before = try test.scratch.tree()
    #expect(throws: StoreError.unknownFormat(2)) { _ = try test.store() }
    #expect(try test.scratch.tree() == before)
  }

  @Test func `reading never writes`() throws {
    let test = try TestStore()
    let id = try test.person()
    let journal = try test.store().journal(of: id)
    try journal.append(note: "one", 1)
    try test.writeJournal(try test.journalBytes(of: id) + Array("{\"seq\":".utf8), of: id)
    let before = try test.scratch.tree()
    let store = try Store(at: test.path, surroundings: test.surroundings)
    let opened = try store.journal(of: id)
    try opened.refresh()
    _ = try opened.contents.allVersions()
    _ = try store.accessLog(of: id)
    _ = try store.person(knownBy: "number")
    _ = try Portal(at: test.path, surroundings: test.surroundings).people()
    #expect(try opened.notes == ["one"])
    #expect(try test.scratch.tree() == before)
  }

  @Test func `two processes that make a store at once make one`() throws {
    // The second comes in between any two calls of the first.
    let model = try TestStore()
    model.disk.plan(nil)
    _ = try model.store()
    for call in 1...model.disk.count {
      let test = try TestStore()
      let (path, clock, disk) = (test.path, test.clock.clock, test.disk)
      test.disk.before { _ in
        guard disk.count == call - 1 else { return }
        let other = Surroundings(
          fileSystem: LiveFileSystem(),
          clock: clock,
          randomness: .seeded(77)
        )
        let id = RecordID(bytes: Array(repeating: 99, count: 17))
        _ = try? Store(at: path, creating: { StoreSettings(store: id) }, surroundings: other)
      }
      let first = try test.store()
      test.disk.before(nil)
      let id = Person.ID(bytes: Array(repeating: 1, count: 17))
      _ = try first.createPerson(id)
      _ = try first.claim("number", for: id)
      let second = try test.store()
      #expect(second.settings == first.settings)
      #expect(try second.person(knownBy: "number") == id)
      #expect(try second.journal(of: id).damage == nil)
    }
  }
}
