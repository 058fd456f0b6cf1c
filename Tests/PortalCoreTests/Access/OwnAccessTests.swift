import Testing

@testable import PortalCore

/// One's own record: to the day by age, and by what one has consented to.
struct OwnAccessTests {
  /// What each section needs once one is sixteen, from `rules.md` 2.1; written out here once more.
  private static let adult: [ConsentLevel: [Area: String]] = {
    let always: [(String, [Area])] = [
      ("orsew", [.overview, .privacy]), ("orse", [.accessLog]),
    ]
    let basis: [(String, [Area])] = [
      ("orsew", [.coreJournal, .proxies]),
      ("orse", [.medications, .vaccinations, .messages, .prescriptions]),
    ]
    let basisPlus: [(String, [Area])] = [("orse", [.documents])]
    let full: [(String, [Area])] = [
      ("orsew", [.messages, .appointments, .prescriptions]), ("orse", [.results]),
    ]
    return [
      .none: AccessCase.expected(always),
      .basis: AccessCase.expected(always + basis),
      .basisPlus: AccessCase.expected(always + basis + basisPlus),
      .full: AccessCase.expected(always + basis + basisPlus + full),
    ]
  }()

  private static let youth = AccessCase.expected([
    ("orsew", [.overview, .messages]),
    ("orse", [.vaccinations, .prescriptions, .appointments, .proxies, .privacy, .accessLog]),
  ])

  private static let nothing = AccessCase.expected([])

  @Test(arguments: ConsentLevel.allCases)
  func `from sixteen on the person's own consent decides`(level: ConsentLevel) {
    for born in ["2010-11-21", "2010-11-20", "2009-11-21", "2008-11-21", "1920-02-29"] {
      #expect(AccessCase.oneself(born: born, level).table == Self.adult[level], "\(born)")
    }
  }

  @Test(arguments: ConsentLevel.allCases)
  func `before sixteen the parents' yes decides, whatever the record says`(level: ConsentLevel) {
    // 15 years and 364 days, 13 to the day, 14.
    for born in ["2010-11-22", "2013-11-21", "2012-06-01"] {
      var asked = AccessCase.oneself(born: born, level)
      #expect(asked.table == Self.nothing)
      #expect(asked.asked(.open, .overview) == .refuse(.parentalConsentMissing))
      asked.facts.isYouthLoginAllowed = true
      #expect(asked.table == Self.youth, "\(born)")
      #expect(asked.asked(.read, .results) == .refuse(.tooYoung(years: 16)))
    }
  }

  @Test func `before thirteen nobody signs in, whatever the parents say`() {
    // 12 years and 364 days, 12 to the day, 11 years and 364 days, born today, born tomorrow.
    for born in ["2013-11-22", "2014-11-21", "2014-11-22", "2026-11-21", "2026-11-22"] {
      var asked = AccessCase.oneself(born: born)
      asked.facts.isYouthLoginAllowed = true
      #expect(asked.table == Self.nothing)
      #expect(asked.asked(.open, .overview) == .refuse(.tooYoung(years: 13)), "\(born)")
    }
  }

  @Test(arguments: [
    ("2010-11-21", "2026-11-20T22:59:59.999Z", false), ("2010-11-21", "2026-11-20T23:00:00Z", true),
    // Summer time: midnight in Norway is an hour earlier.
    ("2010-07-01", "2026-06-30T21:59:59.999Z", false), ("2010-07-01", "2026-06-30T22:00:00Z", true),
    ("2012-02-29", "2028-02-28T22:59:59.999Z", false), ("2012-02-29", "2028-02-28T23:00:00Z", true),
    // Born on 29 February, sixteen in a leap year; thirteen is on 1 March.
    ("2008-02-29", "2024-02-28T22:59:59.999Z", false), ("2008-02-29", "2024-02-28T23:00:00Z", true),
  ])
  func `sixteen begins at midnight in Norway`(born: String, time: String, isAdult: Bool) throws {
    var asked = AccessCase.oneself(born: born)
    asked.facts.isYouthLoginAllowed = true
    asked.now = try #require(Instant(time))
    #expect(asked.table == (isAdult ? Self.adult[.full] : Self.youth))
  }

  @Test(arguments: [("2025-02-28T22:59:59.999Z", false), ("2025-02-28T23:00:00Z", true)])
  func `who was born on 29 February turns thirteen on 1 March`(time: String, isOpen: Bool) throws {
    var asked = AccessCase.oneself(born: "2012-02-29")
    asked.facts.isYouthLoginAllowed = true
    asked.now = try #require(Instant(time))
    #expect((asked.asked(.open, .overview) == .allow) == isOpen)
  }

  @Test func `of a date known to the year or month only the latest counts`() {
    #expect(AccessCase.oneself(born: "2010").asked(.read, .results) != .allow)
    #expect(AccessCase.oneself(born: "2010-11").asked(.read, .results) != .allow)
    #expect(AccessCase.oneself(born: "2010-10").asked(.read, .results) == .allow)
    #expect(AccessCase.oneself(born: "2009").asked(.read, .results) == .allow)
    // Nobody is kept from their own record because a file did not say when they were born.
    #expect(AccessCase.oneself(born: nil).asked(.read, .results) == .allow)
  }

  @Test(arguments: WithholdingCode.allCases)
  func `a label hides from the person what the code list says`(code: WithholdingCode) {
    // Those two are about others; the one about youth ends at sixteen.
    let isHidden = code != .fromParents && code != .barredForStaff && code != .fromYouth
    for labels in [[code], [.fromParents, code], [code, .barredForStaff]] {
      var asked = AccessCase.oneself()
      asked.item = AccessItem(kind: .testResult, labels: labels)
      #expect(asked.asked(.read, .results) == (isHidden ? .hide : .allow))
    }
    // Consent comes first: a refusal says nothing of the thing.
    var asked = AccessCase.oneself(.basis)
    asked.item = AccessItem(kind: .testResult, labels: [code])
    #expect(asked.asked(.read, .results) == .refuse(.consentLevel(needed: .full)))
  }

  @Test(arguments: [
    ("2010-11-21", "2026-11-20T22:59:59.999Z", true), ("2010-11-21", "2026-11-20T23:00:00Z", false),
    ("2012-02-29", "2028-02-28T22:59:59.999Z", true), ("2012-02-29", "2028-02-28T23:00:00Z", false),
  ])
  func `what is kept from youth opens on the sixteenth birthday`(
    born: String,
    time: String,
    isHidden: Bool
  ) throws {
    var asked = AccessCase.oneself(born: born)
    asked.facts.isYouthLoginAllowed = true
    asked.item = AccessItem(kind: .vaccination, labels: [.fromYouth])
    asked.now = try #require(Instant(time))
    #expect(asked.asked(.read, .vaccinations) == (isHidden ? .hide : .allow))
  }

  @Test func `what is kept from youth stays so where the age is not known`() {
    var asked = AccessCase.oneself(born: nil)
    asked.item = AccessItem(kind: .testResult, labels: [.fromYouth])
    #expect(asked.asked(.read, .results) == .hide)
  }

  @Test func `a young person sees neither what a parent wrote nor old prescriptions`() {
    var asked = AccessCase.oneself(born: "2012-06-01")
    asked.facts.isYouthLoginAllowed = true
    asked.item = AccessItem(kind: .message, isParentsThread: true)
    #expect(asked.asked(.read, .messages) == .hide)
    asked.item = AccessItem(kind: .message)
    #expect(asked.asked(.read, .messages) == .allow)
    // A year ago to the day is within the last twelve months, the day before is not.
    for (date, isHidden) in [("2025-11-21", false), ("2025-11-20", true)] {
      for kind in [RecordKind.prescription, .dispensing] {
        asked.item = AccessItem(kind: kind, date: PartialDate(date)?.start)
        #expect(asked.asked(.read, .prescriptions) == (isHidden ? .hide : .allow), "\(date)")
      }
      asked.item = AccessItem(kind: .prescription, date: PartialDate(date)?.start, isInUse: true)
      #expect(asked.asked(.read, .prescriptions) == .allow)
    }
    // At sixteen all of it is theirs.
    var adult = AccessCase.oneself(born: "2010-11-21")
    for item in [
      AccessItem(kind: .message, isParentsThread: true), AccessItem(kind: .prescription),
    ] {
      adult.item = item
      #expect(adult.asked(.read, item.kind.area) == .allow)
    }
  }

  @Test func `where the policy has no messages for youth there are none`() {
    var asked = AccessCase.oneself(born: "2012-06-01")
    asked.facts.isYouthLoginAllowed = true
    asked.facts.policy.includesYouthMessages = false
    #expect(asked.asked(.read, .messages) == .refuse(.tooYoung(years: 16)))
  }
}
