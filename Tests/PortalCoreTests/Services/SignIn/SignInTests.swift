import Testing

@testable import PortalCore

struct SignInTests {
  private let fixture: SignInFixture

  init() throws {
    fixture = try SignInFixture()
  }

  @Test(arguments: [SignInFixture.number, "128558 10016"])
  func `the right number and PIN let a person in`(number: String) throws {
    let signedIn = try fixture.signIn().signIn(as: number, pin: SignInFixture.pin)
    #expect(signedIn.id == fixture.person)
    let record = try fixture.portal().openOwn(signedIn)
    #expect(record.subject == fixture.person)
    #expect(record.signedIn == signedIn)
    try record.end()
  }

  @Test func `an id stands for the number`() throws {
    let id = fixture.person.text
    #expect(try fixture.signIn().signIn(as: id, pin: SignInFixture.pin).id == fixture.person)
  }

  @Test func `nobody is chosen or listed where people sign in`() throws {
    let portal = try fixture.portal()
    #expect(throws: ServiceError.signIn(.needed)) { _ = try portal.openOwn(fixture.person) }
    #expect(throws: ServiceError.signIn(.needed)) { _ = try portal.people() }
    #expect(throws: ServiceError.refused(.roleNotGranted(.staff))) {
      _ = try portal.queueEntries(Practice.ID(bytes: Array(repeating: 1, count: 17)))
    }
  }

  @Test func `a portal that was open before asks what the store says now`() throws {
    let fixture = try SignInFixture(isPIN: false)
    let portal = try fixture.portal()
    try portal.openOwn(fixture.person).end()
    try fixture.portal().requirePIN(fixture.signIn())
    #expect(throws: ServiceError.signIn(.needed)) { _ = try portal.openOwn(fixture.person) }
  }

  @Test func `whoever signed in to one store is nobody in another`() throws {
    let other = try SignInFixture()
    let elsewhere = try Portal(
      at: other.test.scratch["other"],
      rehearsal: nil,
      surroundings: Surroundings(
        fileSystem: LiveFileSystem(),
        clock: other.test.clock.clock,
        randomness: .seeded(99)
      )
    )
    let signedIn = try fixture.signIn().signIn(as: SignInFixture.number, pin: SignInFixture.pin)
    #expect(throws: ServiceError.signIn(.needed)) { _ = try elsewhere.openOwn(signedIn) }
  }

  @Test func `what is no number is said to be none, and not counted`() throws {
    for name in ["", "abc", "12345678901", "12855810017", "../../etc/passwd"] {
      #expect(try fixture.attempt("1", as: name) == .notANumber)
    }
    #expect(fixture.hash.count == 1)
  }

  // MARK: - Guessing

  @Test func `five wrong lock for a growing time, ten until somebody is identified`() throws {
    var waits: [Int64] = []
    for number in 1...10 {
      let before = fixture.test.clock.instant
      let problem = try fixture.attempt("\(100_000 + number)")
      switch problem {
      case .wrong: waits.append(0)
      case .locked(.until(let time)):
        waits.append((time.milliseconds - before.milliseconds) / 60_000)
        // A moment before it is over nothing is checked, and a right PIN is not let in.
        let count = fixture.hash.count
        fixture.test.clock.set(Instant(milliseconds: time.milliseconds - 1))
        #expect(try fixture.attempt(SignInFixture.pin) == .locked(.until(time)))
        #expect(fixture.hash.count == count)
        fixture.test.clock.set(time)
      case .locked(.untilIdentified): waits.append(-1)
      default: Issue.record("unexpected: \(String(describing: problem))")
      }
    }
    #expect(waits == [0, 0, 0, 0, 1, 5, 15, 60, 240, -1])
    fixture.test.clock.advance(bySeconds: 10 * 365 * 86_400)
    #expect(try fixture.attempt(SignInFixture.pin) == .locked(.untilIdentified))
  }

  @Test func `a right PIN begins the count anew and says how often it was wrong`() throws {
    for _ in 1...4 { #expect(try fixture.attempt("100001") == .wrong) }
    let signIn = try fixture.signIn()
    #expect(try signIn.signIn(as: SignInFixture.number, pin: SignInFixture.pin).wrongBefore == 4)
    #expect(try signIn.signIn(as: SignInFixture.number, pin: SignInFixture.pin).wrongBefore == 0)
    for _ in 1...4 { #expect(try fixture.attempt("100001") == .wrong) }
  }

  @Test func `the number and the id are counted together`() throws {
    for _ in 1...2 { #expect(try fixture.attempt("100001") == .wrong) }
    for _ in 1...2 { #expect(try fixture.attempt("100001", as: fixture.person.text) == .wrong) }
    guard case .locked? = try fixture.attempt("100001") else {
      Issue.record("five wrong do not lock")
      return
    }
  }

  @Test(arguments: [-86_400 * 365, -3600, 3600, 86_400 * 365] as [Int64])
  func `a clock that is moved gives no more than ten guesses`(seconds: Int64) throws {
    let before = fixture.hash.count
    for number in 0..<200 {
      fixture.test.clock.advance(bySeconds: number % 2 == 0 ? seconds : 1)
      _ = try fixture.attempt("\(200_000 + number)")
    }
    #expect(fixture.hash.count - before <= SignInPolicy.mostWrong)
  }

  @Test func `a clock set back makes no lock shorter`() throws {
    for _ in 1...4 { _ = try fixture.attempt("100001") }
    let start = fixture.test.clock.instant
    fixture.test.clock.advance(bySeconds: -86_400)
    let until = start.advanced(bySeconds: 60)
    #expect(try fixture.attempt("100001") == .locked(.until(until)))
    fixture.test.clock.set(start)
    #expect(try fixture.attempt(SignInFixture.pin) == .locked(.until(until)))
  }

  @Test func `whoever dies at any step of an attempt has had it`() throws {
    // Ten attempts, each cut off at a call of its own: what was checked was counted before.
    var checked = 0
    for cut in 1...60 {
      let fixture = try SignInFixture()
      let before = fixture.hash.count
      for number in 0..<40 {
        fixture.test.clock.advance(bySeconds: 86_400)
        fixture.test.disk.plan(.init(call: cut + number % 3, code: 5, isLasting: true))
        _ = try? fixture.attempt("\(300_000 + number)")
        fixture.test.disk.plan(nil)
      }
      #expect(fixture.hash.count - before <= SignInPolicy.mostWrong, "cut at call \(cut)")
      checked += fixture.hash.count - before
    }
    #expect(checked > 50)
  }

  @Test func `two thousand guesses from eight processes, killed: ten are checked`() throws {
    // Eight open stores take turns; each guess ends at a random call, as a kill would end it.
    let stores = try (0..<8).map { _ in try fixture.signIn() }
    let before = fixture.hash.count
    var seed: UInt64 = 7
    for guess in 0..<2000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      fixture.test.clock.advance(bySeconds: Int64(seed >> 40) % 200_000 - 50_000)
      if guess % 4 != 0 {
        let call = 1 + Int(seed >> 33) % 30
        fixture.test.disk.plan(.init(call: call, code: 5, isLasting: true))
      }
      _ = try? stores[guess % 8].signIn(as: SignInFixture.number, pin: "\(400_000 + guess)")
      fixture.test.disk.plan(nil)
    }
    #expect((5...SignInPolicy.mostWrong).contains(fixture.hash.count - before))
    #expect(try fixture.attempt(SignInFixture.pin) == .locked(.untilIdentified))
  }

  @Test func `nothing is checked that could not be written down`() throws {
    let before = fixture.hash.count
    fixture.test.disk.plan(.init(call: 1, code: 28, isLasting: true, only: .write))
    #expect(throws: ServiceError.self) { _ = try fixture.attempt(SignInFixture.pin) }
    #expect(fixture.hash.count == before)
  }

  @Test func `a C library that cannot hash counts nothing and lets nobody in`() throws {
    fixture.hash.setBroken(true)
    for _ in 0..<12 { #expect(try fixture.attempt(SignInFixture.pin) == .hashFailed) }
    fixture.hash.setBroken(false)
    #expect(try fixture.attempt(SignInFixture.pin) == nil)
  }

  // MARK: - What cannot be told apart

  @Test func `an unknown number, nobody's PIN and a wrong PIN are the same to whoever asks`() throws
  {
    let names = [
      SignInFixture.number, fixture.withoutPIN.text, SignInFixture.unknownNumber,
      Person.ID(bytes: Array(repeating: 9, count: 17)).text,
    ]
    var answers: [[SignInProblem?]] = []
    var hashes: [Int] = []
    for name in names {
      fixture.test.clock.set(Instant(milliseconds: 1_795_248_000_000))
      let before = fixture.hash.count
      answers.append(try (0..<12).map { try fixture.attempt("\(500_000 + $0)", as: name) })
      hashes.append(fixture.hash.count - before)
    }
    #expect(Set(answers).count == 1)
    #expect(Set(hashes) == [5])
  }

  @Test func `they cost the same calls that reach the disk`() throws {
    func calls(_ name: String, _ pin: String) throws -> [String] {
      _ = try fixture.attempt(pin, as: name)
      fixture.test.disk.plan(nil)
      _ = try fixture.attempt(pin, as: name)
      let slow = ["write", "synchronize", "rename", "create", "makeDirectory", "lock", "list"]
      return fixture.test.disk.calls.compactMap { call in
        let kind = String(call.split(separator: " ")[0])
        return slow.contains(kind) ? kind : nil
      }
    }
    let wrong = try calls(SignInFixture.number, "100001")
    #expect(wrong.filter { $0 == "synchronize" }.count >= 2)
    #expect(try calls(fixture.withoutPIN.text, "100001") == wrong)
    #expect(try calls(SignInFixture.unknownNumber, "100001") == wrong)
  }

  @Test func `attempts with numbers that nobody has are bounded, and forgotten by doctor`() throws {
    let store = try fixture.test.store()
    let pepper = Pepper(bytes: Array(repeating: 3, count: 32))
    var folder = ""
    for number in 0..<40 {
      // Names that fall in one folder, as only whoever has the pepper could find them.
      let place = try store.signInPlace(ofUnknown: "x", pepper)
      folder = "data/unknown/\(place.id.firstFolder)/\(place.id.secondFolder)"
      let id = Person.ID(bytes: Array(repeating: UInt8(number), count: 17))
      try fixture.test.scratch.write([1], to: "\(folder)/\(id.text)")
    }
    _ = try store.signInPlace(ofUnknown: "x", pepper)
    let tree = try fixture.test.scratch.tree().keys.filter { $0.hasPrefix("/\(folder)/") }
    #expect(tree.count <= SignInPolicy.mostUnknownInFolder + 1)
    fixture.test.clock.set(Instant(milliseconds: 4_000_000_000_000))
    _ = try Portal.examine(fixture.test.path, surroundings: fixture.surroundings)
    let left = try fixture.test.scratch.tree().keys.filter { name in
      name.hasPrefix("/data/unknown/") && Person.ID(String(name.suffix(26))) != nil
    }
    #expect(left.isEmpty)
  }
}
