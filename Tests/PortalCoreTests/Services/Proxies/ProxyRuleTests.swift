import Testing

@testable import PortalCore

/// Who may give a proxy to whom, and for how long: to the day, and to the second.
struct ProxyRuleTests {
  private let everything = Set(ProxyArea.allCases)
  /// The day on which the tests' clock stands, in the morning.
  private let today = "2026-11-21"

  private func problem(
    _ home: ProxyHousehold,
    to holder: Person.ID? = nil,
    _ areas: Set<ProxyArea> = [.registered],
    start: CivilDate? = nil,
    lastDay: CivilDate? = nil
  ) throws -> ServiceError? {
    let record = try home.own(home.grandmother)
    defer { try? record.end() }
    let before = try home.test.journalBytes(of: home.grandmother)
    do throws(ServiceError) {
      _ = try record.giveProxy(
        to: holder ?? home.daughter,
        areas: areas,
        start: start,
        lastDay: lastDay
      )
      return nil
    } catch {
      #expect(try home.test.journalBytes(of: home.grandmother) == before)
      return error
    }
  }

  @Test(
    arguments: [
      ("2010-11-21", nil), ("2010-11-22", 16), ("2013-01-01", 16), ("2010", 16), ("2009", nil),
    ] as [(String, Int?)]
  )
  func `who gives one has turned sixteen`(born: String, missing: Int?) throws {
    let home = try ProxyHousehold(grandmotherBorn: born)
    // Before sixteen the gate itself says no, with what a young person needs first.
    let problem = try? problem(home)
    if missing == nil {
      #expect(problem == .some(nil))
    } else {
      #expect(throws: ServiceError.self) { try home.give() }
    }
  }

  @Test func `somebody of fifteen who may sign in gives no proxy`() throws {
    let home = try ProxyHousehold(grandmotherBorn: "2010-11-22")
    _ = try home.test.store().journal(of: home.grandmother).append(.own(home.grandmother)) { _ in
      let choice = YouthLogin(isAllowed: true, chosen: home.test.clock.instant)
      return [Record(id: YouthLogin.recordID, version: 1, content: .youthLogin(choice))]
    }
    #expect(try problem(home) == .refused(.tooYoung(years: 16)))
    home.test.clock.advance(bySeconds: 86_400)
    #expect(try problem(home) == nil)
  }

  @Test
  func
    `born on 29 February one is sixteen on that day, eighteen on 1 March, from its first second`()
    throws
  {
    let home = try ProxyHousehold(grandmotherBorn: "2012-02-29")
    let birthday = try #require(CivilDate("2028-02-29"))
    let midnight = OsloTime.instant(birthday, TimeOfDay(milliseconds: 0))
    home.test.clock.set(Instant(milliseconds: midnight.milliseconds - 1))
    #expect(throws: ServiceError.self) { try home.give() }
    home.test.clock.set(midnight)
    #expect(try problem(home) == nil)
    let other = try ProxyHousehold(daughterBorn: "2012-02-29")
    let eighteen = try #require(CivilDate("2030-03-01"))
    let first = OsloTime.instant(eighteen, TimeOfDay(milliseconds: 0))
    other.test.clock.set(Instant(milliseconds: first.milliseconds - 1))
    #expect(try problem(other) == .proxy(.holderTooYoung(years: 18)))
    other.test.clock.set(first)
    #expect(try problem(other) == nil)
  }

  @Test(arguments: [("2008-11-21", true), ("2008-11-22", false), ("2008", false), ("2007", true)])
  func `who has one has turned eighteen`(born: String, isOldEnough: Bool) throws {
    let home = try ProxyHousehold(daughterBorn: born)
    #expect(try problem(home) == (isOldEnough ? nil : .proxy(.holderTooYoung(years: 18))))
  }

  @Test func `not oneself, nobody unknown, nobody dead, and areas there must be`() throws {
    let home = try ProxyHousehold()
    let stranger = Person.ID(bytes: Array(repeating: 9, count: 17))
    let dead = try home.test.somebody(4, named: "Død", born: "1950-01-01") { $0.isDeceased = true }
    let ageless = try home.test.somebody(5, named: "Uten alder", born: nil)
    #expect(try problem(home, to: home.grandmother) == .proxy(.oneself))
    #expect(try problem(home, to: stranger) == .proxy(.unknownHolder))
    #expect(try problem(home, to: dead) == .proxy(.holderCannotAct))
    #expect(try problem(home, to: ageless) == .proxy(.holderAgeUnknown))
    #expect(try problem(home, []) == .proxy(.noArea))
  }

  @Test func `with a secret address nobody gives one, and nobody learns of another's`() throws {
    let home = try ProxyHousehold()
    let hidden = try home.test.somebody(4, named: "Skjult", born: "1950-01-01") {
      $0.hasUnlistedAddress = true
    }
    // The same answer as for somebody who has died.
    #expect(try problem(home, to: hidden) == .proxy(.holderCannotAct))
    let own = try home.portal().openOwn(hidden)
    #expect(throws: ServiceError.refused(.unlistedAddress)) {
      _ = try own.giveProxy(to: home.daughter, areas: [.registered])
    }
  }

  @Test(arguments: [ConsentLevel.none, .basis, .basisPlus, .full])
  func `who gives one has consented to basis at least`(level: ConsentLevel) throws {
    let home = try ProxyHousehold(consent: level)
    let expected: ServiceError? =
      level == .none ? .refused(.consentLevel(needed: .basis)) : nil
    #expect(try problem(home) == expected)
  }

  @Test func `the first day is not over, and the last not before it`() throws {
    let home = try ProxyHousehold()
    let today = home.today
    #expect(today.description == self.today)
    #expect(try problem(home, start: today.later(-1)) == .proxy(.startsInThePast))
    #expect(try problem(home, lastDay: today.later(-1)) == .proxy(.endsBeforeStart))
    #expect(
      try problem(home, start: today.later(3), lastDay: today.later(2)) == .proxy(.endsBeforeStart)
    )
    #expect(try problem(home, start: today.later(3), lastDay: today.later(3)) == nil)
  }

  @Test func `it holds from the first second of its first day to the last of its last`() throws {
    let home = try ProxyHousehold()
    // Over the change from summer time, where a day has twenty-five hours.
    let first = try #require(CivilDate("2027-10-30"))
    let last = try #require(CivilDate("2027-10-31"))
    try home.give(start: first, lastDay: last)
    let begin = OsloTime.instant(first, TimeOfDay(milliseconds: 0))
    let end = OsloTime.instant(last.next, TimeOfDay(milliseconds: 0))
    #expect(end.milliseconds - begin.milliseconds == 49 * 3_600_000)
    home.test.clock.set(begin.advanced(bySeconds: -1))
    #expect(throws: ServiceError.refused(.grantNotBegun)) { _ = try home.represent() }
    home.test.clock.set(begin)
    let record = try home.represent()
    home.test.clock.set(end.advanced(bySeconds: -1))
    _ = try record.messageThreads()
    home.test.clock.set(end)
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try record.messageThreads() }
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try home.represent() }
    // Run out and not ended: a new one can be given, and the old one says nobody ended it.
    let id = try home.give()
    let listed = try home.own(home.grandmother).proxies()
    #expect(listed.map(\.isStanding) == [true, false] && listed[0].id == id)
    #expect(listed[1].state == .ended(end) && listed[1].grant.ending == nil)
  }

  @Test func `whoever may give one may also change one only within the same rules`() throws {
    let home = try ProxyHousehold()
    let id = try home.give([.registered])
    let record = try home.own(home.grandmother)
    #expect(throws: ServiceError.proxy(.noArea)) {
      _ = try record.changeProxy(id, base: 1, areas: [], lastDay: nil)
    }
    #expect(throws: ServiceError.proxy(.endsBeforeStart)) {
      _ = try record.changeProxy(
        id,
        base: 1,
        areas: everything,
        lastDay: home.today.later(-1)
      )
    }
    #expect(throws: ServiceError.noSuchRecord) { _ = try record.endProxy(.test(1)) }
  }
}
