import Testing

@testable import PortalCore

struct SetPINTests {
  @Test func `the owner of an open store sets PINs, and the log says so`() throws {
    let fixture = try SignInFixture(isPIN: false)
    try fixture.signIn().set("640517", of: fixture.person, on: .owner)
    #expect(try fixture.attempt("640517") == nil)
    #expect(try fixture.events() == [.pinSet, .pinSet])
    let line = try #require(try fixture.test.store().accessLog(of: fixture.person).allLines().last)
    #expect(line.attribution.actor == .system)
  }

  @Test func `where people sign in the owner sets none without saying who it is`() throws {
    let fixture = try SignInFixture()
    #expect(throws: ServiceError.signIn(.oldPINNeeded)) {
      try fixture.signIn().set("640517", of: fixture.person, on: .owner)
    }
    #expect(try fixture.attempt(SignInFixture.pin) == nil)
  }

  @Test func `whoever was locked gets in again once they are identified`() throws {
    let fixture = try SignInFixture()
    for number in 0..<10 {
      fixture.test.clock.advance(bySeconds: 86_400)
      _ = try fixture.attempt("\(100_000 + number)")
    }
    #expect(try fixture.attempt(SignInFixture.pin) == .locked(.untilIdentified))
    try fixture.signIn().set("640517", of: fixture.person, on: .identified(by: .system))
    #expect(try fixture.attempt(SignInFixture.pin) == .wrong)
    #expect(try fixture.attempt("640517") == nil)
    #expect(try fixture.events() == [.pinSet, .identified])
  }

  @Test func `whoever knows the old one changes it; a wrong one counts`() throws {
    let fixture = try SignInFixture()
    let signIn = try fixture.signIn()
    try signIn.change(as: SignInFixture.number, from: SignInFixture.pin, to: "640517")
    #expect(try fixture.attempt("640517") == nil)
    for _ in 1...4 {
      #expect(throws: ServiceError.signIn(.wrong)) {
        try signIn.change(as: SignInFixture.number, from: SignInFixture.pin, to: "918273")
      }
    }
    #expect(try fixture.state().wrong == 4)
    #expect(throws: ServiceError.signIn(.weak(.unchanged))) {
      try signIn.change(as: SignInFixture.number, from: "640517", to: "640517")
    }
    let line = try #require(try fixture.test.store().accessLog(of: fixture.person).allLines().last)
    #expect(line.attribution.actor == .person(fixture.person))
  }

  @Test func `no PIN is set that the log does not say`() throws {
    let fixture = try SignInFixture()
    let log = fixture.test.file(AccessLog.fileName, of: fixture.person)
    var bytes = try fixture.test.scratch.read(log)
    bytes[100] ^= 1
    try fixture.test.scratch.write(bytes, to: log)
    let before = try fixture.state()
    #expect(throws: ServiceError.self) {
      try fixture.signIn().set("640517", of: fixture.person, on: .identified(by: .system))
    }
    #expect(try fixture.state() == before)
  }

  @Test(
    arguments: zip(
      [
        "", "12345", "1234a6", "１２３４５６", "000000", "123456", "654321", "246802", "121212",
        "123123", "112233", "111222", "789456", "777777777777",
        String(repeating: "73918", count: 13),
        "739182",
      ],
      [
        .tooShort, .tooShort, .notDigits, .notDigits, .tooSimple, .tooSimple, .tooSimple,
        .tooSimple,
        .tooSimple, .tooSimple, .tooSimple, .tooSimple, .tooSimple, .tooSimple, .tooLong, nil,
      ] as [PIN.Weakness?]
    )
  )
  func `what is tried first is refused`(text: String, weakness: PIN.Weakness?) {
    do throws(PIN.Weakness) {
      _ = try PIN(text)
      #expect(weakness == nil)
    } catch {
      #expect(error == weakness)
    }
  }

  @Test(arguments: [
    "120558", "580512", "12051958", "19580512", "051258", "0512195", "128558", "581001", "99120558",
    "910016", "100169",
  ])
  func `a birth date and parts of the national number are refused`(text: String) throws {
    let number = try #require(NationalIdentityNumber("12855810016"))
    let date = try #require(CivilDate("1958-05-12"))
    #expect(try PIN(text).isPersonal(birthDate: date, number: number))
    #expect(try !PIN("739182").isPersonal(birthDate: date, number: number))
    #expect(try !PIN(text).isPersonal(birthDate: nil, number: nil))
  }

  @Test func `a PIN says nothing of itself`() throws {
    let pin = try PIN("739182")
    var dumped = ""
    dump(pin, to: &dumped)
    #expect(!"\(pin) \(String(reflecting: pin)) \(dumped)".contains("739182"))
  }

  @Test func `the C library hashes with yescrypt, with another salt each time`() throws {
    let live = PasswordHash.live
    let first = try #require(live.compute("phrase", PasswordHash.newSetting(.live)))
    let second = try #require(live.compute("phrase", PasswordHash.newSetting(.live)))
    #expect(first.hasPrefix("$y$jAT$"))
    #expect(first != second)
    #expect(live.fits("phrase", first) == true)
    #expect(live.fits("phrasf", first) == false)
    #expect(live.fits("phrase", PasswordHash.settingOfNobody) == false)
    #expect(live.compute("phrase", "$nonsense$") == nil)
  }

  @Test func `sessions may last from three minutes to a day, for ever only in rehearsals`() throws {
    let fixture = try SignInFixture()
    let portal = try fixture.portal()
    for minutes in [-1, 0, 1, 2, 1441, Int.max] {
      #expect(throws: ServiceError.signIn(.unusableIdleTime(allowed: 3...1440))) {
        try portal.setIdleTime(minutes: minutes)
      }
    }
    #expect(portal.settings.idleLimit == .seconds(1800))
    try portal.setIdleTime(minutes: 5)
    #expect(try fixture.portal().settings.idleLimit == .seconds(300))
    var settings = StoreSettings(store: .test(1))
    settings.idleMinutes = 0
    #expect(settings.idleLimit == .seconds(1800))
    settings.rehearsal = fixture.test.clock.instant
    #expect(settings.idleLimit == nil)
  }

  @Test(arguments: [5, 28] as [Int32])
  func `cut off at any step, either the old PIN holds or the new`(code: Int32) throws {
    let whole = try SignInFixture()
    let service = try whole.signIn()
    whole.test.disk.plan(nil)
    try service.set("640517", of: whole.person, on: .identified(by: .system))
    var outcomes: Set<Bool> = []
    for call in 1...whole.test.disk.count + 1 {
      let fixture = try SignInFixture()
      let signIn = try fixture.signIn()
      fixture.test.disk.plan(.init(call: call, code: code, isLasting: true))
      let isSaid =
        (try? signIn.set("640517", of: fixture.person, on: .identified(by: .system))) != nil
      fixture.test.disk.plan(nil)
      let isOld = try fixture.attempt(SignInFixture.pin) == nil
      let isNew = try fixture.attempt("640517") == nil
      #expect(isOld != isNew, "call \(call)")
      // What was said to be set is set, and in the log.
      if isSaid { #expect(isNew, "call \(call)") }
      if isNew { #expect(try fixture.events().contains(.identified), "call \(call)") }
      outcomes.insert(isNew)
    }
    #expect(outcomes == [true, false])
  }

  @Test func `settings that somebody else is changing are left alone`() throws {
    let fixture = try SignInFixture(isPIN: false)
    let other = try fixture.test.store()
    #expect(try other.surroundings.fileSystem.tryLock(other.root))
    let before = try fixture.test.scratch.read("data/store.json")
    #expect(throws: ServiceError.store(.busy)) {
      try fixture.portal().requirePIN(fixture.signIn())
    }
    #expect(try fixture.test.scratch.read("data/store.json") == before)
    other.surroundings.fileSystem.unlock(other.root)
    try fixture.portal().requirePIN(fixture.signIn())
    #expect(try fixture.portal().settings.signIn == .pin)
  }

  @Test func `of settings that two change at once none is lost`() throws {
    let fixture = try SignInFixture(isPIN: false)
    let (one, two) = (try fixture.portal(), try fixture.portal())
    try one.setIdleTime(minutes: 7)
    try two.requirePIN(fixture.signIn())
    let settings = try fixture.portal().settings
    #expect(settings.signIn == .pin)
    #expect(settings.idleMinutes == 7)
  }
}
