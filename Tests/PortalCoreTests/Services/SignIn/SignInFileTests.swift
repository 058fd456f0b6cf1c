import Glibc
import Testing

@testable import PortalCore

/// What stands on the disk in place of what should.
struct SignInFileTests {
  private let fixture: SignInFixture
  private let file: String

  init() throws {
    fixture = try SignInFixture()
    file = fixture.test.file(SignInState.fileName, of: fixture.person)
  }

  private func attempt() throws(ServiceError) {
    do {
      _ = try fixture.signIn().signIn(as: SignInFixture.number, pin: SignInFixture.pin)
    } catch let error as ServiceError {
      throw error
    } catch {
      preconditionFailure("only services' errors here")
    }
  }

  @Test func `a file that was changed anywhere lets nobody in`() throws {
    let bytes = try fixture.test.scratch.read(file)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      try fixture.test.scratch.write(changed, to: file)
      #expect(throws: ServiceError.self) { try attempt() }
    }
    for count in [0, 1, 65, bytes.count - 1] {
      try fixture.test.scratch.write(Array(bytes.prefix(count)), to: file)
      #expect(throws: ServiceError.store(.damagedSettings(file: SignInState.fileName))) {
        try attempt()
      }
    }
    try fixture.test.scratch.write(bytes, to: file)
    try attempt()
  }

  @Test func `verify finds it`() throws {
    #expect(try fixture.portal().verify().isSound)
    try fixture.test.scratch.write([1, 2, 3], to: file)
    let report = try fixture.portal().verify()
    #expect(
      report.persons.flatMap(\.problems) == [.damagedFile(SignInState.fileName)]
    )
  }

  @Test func `a link, a second name and a pipe in its place are refused`() throws {
    let path = fixture.test.scratch[file]
    let other = fixture.test.scratch["other"]
    try #require(rename(path, other) == 0)
    try #require(symlink(other, path) == 0)
    #expect(throws: ServiceError.store(.unsafeFile(SignInState.fileName))) { try attempt() }
    unlink(path)
    try #require(link(other, path) == 0)
    #expect(throws: ServiceError.store(.unsafeFile(SignInState.fileName))) { try attempt() }
    unlink(path)
    try #require(mkfifo(path, 0o600) == 0)
    #expect(throws: ServiceError.store(.unsafeFile(SignInState.fileName))) { try attempt() }
  }

  @Test func `another person's file, and another store's, are refused`() throws {
    try fixture.signIn().set("640517", of: fixture.withoutPIN, on: .identified(by: .system))
    let bytes = try fixture.test.scratch.read(
      fixture.test.file(SignInState.fileName, of: fixture.withoutPIN)
    )
    try fixture.test.scratch.write(bytes, to: file)
    #expect(throws: ServiceError.store(.damagedSettings(file: SignInState.fileName))) {
      try attempt()
    }
    // A hash that was moved over, with a seal that fits: it is another person's PIN all the same.
    var state = try #require(
      try SignInState.decode(
        bytes,
        store: RecordID(bytes: Array(repeating: 7, count: 17)),
        owner: fixture.withoutPIN
      )
    )
    state.owner = fixture.person
    try fixture.test.scratch.write(SealedFile.encode(state), to: file)
    #expect(try fixture.attempt("640517") == .wrong)
  }

  @Test func `a newer format is left alone`() throws {
    var state = try fixture.state()
    state.format = 2
    try fixture.test.scratch.write(SealedFile.encode(state), to: file)
    #expect(throws: ServiceError.store(.unknownFormat(2))) { try attempt() }
  }

  @Test func `a format written today is read tomorrow`() throws {
    let text =
      #"{"format":1,"store":"\#(RecordID(bytes: Array(repeating: 7, count: 17)).text)","#
      + #""owner":"\#(fixture.person.text)","hash":"$y$jAT$x$y","wrong":3,"#
      + #""lockedUntil":"2026-11-21T08:01:00.000Z","newestTime":"2026-11-21T08:00:00.000Z","#
      + #""needsIdentification":false}"#
    let body = Array(text.utf8)
    let sealed = Array((SHA256.digest(body).hexadecimal + "\n").utf8) + body
    try fixture.test.scratch.write(sealed, to: file)
    let state = try fixture.state()
    #expect(state.wrong == 3)
    #expect(state.hash == "$y$jAT$x$y")
    #expect(state.lockedUntil == Instant(milliseconds: 1_795_248_060_000))
  }

  @Test func `without the file there is no PIN, and nobody comes in`() throws {
    unlink(fixture.test.scratch[file])
    #expect(try fixture.attempt(SignInFixture.pin) == .wrong)
    #expect(try fixture.attempt("") == .wrong)
  }

  // MARK: - The pepper

  @Test func `without the pepper nothing is checked or counted`() throws {
    let before = try fixture.state()
    let count = fixture.hash.count
    unlink(fixture.pepper)
    #expect(try fixture.attempt(SignInFixture.pin) == .pepper(.missing(fixture.pepper)))
    #expect(
      try fixture.attempt("1", as: SignInFixture.unknownNumber)
        == .pepper(.missing(fixture.pepper))
    )
    #expect(try fixture.state() == before)
    #expect(fixture.hash.count == count)
    // And none is made in its place.
    #expect(throws: ServiceError.signIn(.pepper(.missing(fixture.pepper)))) {
      try fixture.signIn().set("640517", of: fixture.person, on: .identified(by: .system))
    }
  }

  @Test func `another pepper, and one that others may read, are told`() throws {
    let own = try fixture.test.scratch.read("secrets/pepper")
    let other = Pepper(bytes: Array(repeating: 5, count: 32)).encoded
    try fixture.test.scratch.write(other, to: "secrets/pepper")
    #expect(try fixture.attempt(SignInFixture.pin) == .pepper(.different(fixture.pepper)))
    try fixture.test.scratch.write(own.dropLast() + [0], to: "secrets/pepper")
    #expect(try fixture.attempt(SignInFixture.pin) == .pepper(.unusable(fixture.pepper)))
    try fixture.test.scratch.write(own, to: "secrets/pepper")
    chmod(fixture.pepper, 0o644)
    #expect(try fixture.attempt(SignInFixture.pin) == .pepper(.unusable(fixture.pepper)))
    chmod(fixture.pepper, 0o600)
    #expect(try fixture.state().wrong == 0)
    #expect(try fixture.attempt(SignInFixture.pin) == nil)
  }

  @Test func `the pepper is made once, 0600, and not in the data directory`() throws {
    var status = stat()
    #expect(stat(fixture.pepper, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
    let before = try fixture.test.scratch.read("secrets/pepper")
    try fixture.signIn().set("640517", of: fixture.withoutPIN, on: .identified(by: .system))
    #expect(try fixture.test.scratch.read("secrets/pepper") == before)

    let fresh = try SignInFixture()
    unlink(fresh.test.scratch["data/\(PepperFile.markName)"])
    for inside in ["data/pepper", "data/people/pepper"] {
      let path = fresh.test.scratch[inside]
      #expect(throws: ServiceError.signIn(.pepper(.insideStore(path)))) {
        try fresh.signIn(pepper: path).set("640517", of: fresh.person, on: .identified(by: .system))
      }
    }
  }

  @Test func `a backup holds the hashes and no pepper`() throws {
    let path = fixture.test.scratch["backup"]
    _ = try fixture.attempt("1", as: SignInFixture.unknownNumber)
    _ = try fixture.portal().backUp(to: path)
    let bytes = String(decoding: try fixture.test.scratch.read("backup"), as: UTF8.self)
    #expect(bytes.contains(SignInState.fileName))
    #expect(bytes.contains(PepperFile.markName))
    #expect(!bytes.contains("unknown/"))
    let surroundings = fixture.surroundings
    let checked = try Portal.checkedBackup(path, surroundings: surroundings)
    let restored = try Portal.restore(
      checked,
      into: fixture.test.scratch["restored"],
      surroundings: surroundings
    )
    #expect(try restored.verify().isSound)
    #expect(restored.settings.signIn == .pin)
    let signIn = SignIn(restored, pepper: fixture.pepper)
    #expect(
      try signIn.signIn(as: SignInFixture.number, pin: SignInFixture.pin).id == fixture.person
    )
  }
}
