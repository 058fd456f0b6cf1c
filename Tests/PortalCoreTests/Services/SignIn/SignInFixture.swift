import Synchronization
import Testing

@testable import PortalCore

/// A slow hash that is not slow, and counts how often it was asked.
final class CountingHash: Sendable {
  private let state = Mutex((count: 0, isBroken: false))

  var count: Int { state.withLock { $0.count } }

  /// Whether it fails from now on, as the C library does without memory.
  func setBroken(_ isBroken: Bool) {
    state.withLock { $0.isBroken = isBroken }
  }

  var hash: PasswordHash {
    PasswordHash { phrase, setting in
      let isBroken = self.state.withLock { state in
        state.count += 1
        return state.isBroken
      }
      if isBroken { return nil }
      // As crypt does: the setting stands at the beginning of the hash.
      let head = String(setting.prefix(31))
      return head + "$" + SHA256.digest(Array((head + phrase).utf8)).hexadecimal
    }
  }
}

/// A store where people sign in, with two of them: one with a PIN and one without.
struct SignInFixture {
  static let pin = "739182"
  static let number = "12855810016"
  static let unknownNumber = "01010050053"

  let test: TestStore
  let hash = CountingHash()
  let surroundings: Surroundings
  let person: Person.ID
  let withoutPIN: Person.ID

  init(isPIN: Bool = true) throws {
    test = try TestStore()
    var surroundings = test.surroundings
    surroundings.passwordHash = hash.hash
    self.surroundings = surroundings
    person = try test.person(1)
    withoutPIN = try test.person(2)
    let number = try #require(NationalIdentityNumber(SignInFixture.number))
    let key = ImportBatch.Identity.nationalNumber(number).key
    _ = try test.store().claim(key, for: person)
    let signIn = try signIn()
    try signIn.set(SignInFixture.pin, of: person, on: .owner)
    if isPIN { try portal().requirePIN(signIn) }
  }

  var pepper: String { test.scratch["secrets/pepper"] }

  func portal() throws -> Portal {
    try Portal(at: test.path, surroundings: surroundings)
  }

  func signIn(_ surroundings: Surroundings? = nil, pepper: String? = nil) throws -> SignIn {
    let portal = try Portal(at: test.path, surroundings: surroundings ?? self.surroundings)
    return SignIn(portal, pepper: pepper ?? self.pepper)
  }

  /// Tries once, and says what came of it; nil where it was right.
  func attempt(_ pin: String, as name: String = number) throws -> SignInProblem? {
    do throws(ServiceError) {
      _ = try SignIn(Portal(at: test.path, surroundings: surroundings), pepper: pepper)
        .signIn(as: name, pin: pin)
      return nil
    } catch {
      guard case .signIn(let problem) = error else { throw error }
      return problem
    }
  }

  /// What is kept of the person's attempts.
  func state() throws -> SignInState {
    try #require(try test.store().signInPlace(of: person)).read()
  }

  func events() throws -> [AccessLogEntry.Event] {
    try test.store().accessLog(of: person).allLines().map(\.entry.event)
  }
}
