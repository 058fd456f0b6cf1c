import Testing

@testable import PortalCore

/// Those who act for another: parents by the child's age, proxies by what was given, to the second.
struct RepresentedAccessTests {
  private static let nothing = AccessCase.expected([])
  /// Where the person writes, and where only the health service does.
  private static let written: [Area] = [.messages, .prescriptions, .coreJournal, .appointments]
  private static let read: [Area] = [.results, .medications, .vaccinations, .documents]

  // MARK: - Parents

  private static let parentOfChild = AccessCase.expected([
    ("orsew", written + [.overview]), ("orse", read + [.proxies, .privacy, .accessLog]),
  ])
  private static let parentOfYouth = AccessCase.expected([
    ("orsew", [.messages, .prescriptions, .appointments]),
    ("orse", [.overview, .vaccinations, .proxies, .privacy]),
  ])

  @Test func `to parents the record closes at twelve and at sixteen`() {
    // 11 years and 364 days, born today.
    for born in ["2014-11-22", "2026-11-21"] {
      #expect(AccessCase.acting(.parent, born: born).table == Self.parentOfChild, "\(born)")
    }
    // 12 to the day, 12 and 364 days: they cannot choose yet whether the child signs in.
    for born in ["2014-11-21", "2013-11-22"] {
      #expect(AccessCase.acting(.parent, born: born).table == Self.parentOfYouth, "\(born)")
    }
    // 13 to the day, 15 and 364 days.
    for born in ["2013-11-21", "2010-11-22"] {
      var expected = Self.parentOfYouth
      expected[.privacy] = "orsew"
      #expect(AccessCase.acting(.parent, born: born).table == expected, "\(born)")
    }
    for born in ["2010-11-21", "2009-11-21", "2008-11-21", "1980-01-01"] {
      let asked = AccessCase.acting(.parent, born: born)
      #expect(asked.table == Self.nothing)
      #expect(asked.asked(.open, .overview) == .refuse(.childTurned(years: 16)), "\(born)")
    }
    #expect(
      AccessCase.acting(.parent, born: "2014-11-21").asked(.read, .results)
        == .refuse(.childTurned(years: 12))
    )
  }

  @Test func `of a birth date known to the year only the earliest day closes the record`() {
    #expect(AccessCase.acting(.parent, born: "2014").table[.results] == "")
    #expect(AccessCase.acting(.parent, born: "2015").table[.results] == "orse")
    #expect(AccessCase.acting(.parent, born: "2010").table == Self.nothing)
    #expect(AccessCase.acting(.parent, born: nil).asked(.open, .overview) == .refuse(.ageUnknown))
  }

  @Test(arguments: WithholdingCode.allCases)
  func `labels hide from parents all but what is kept from youth and from staff`(
    code: WithholdingCode
  ) {
    for born in ["2020-01-01", "2013-01-01"] {
      var asked = AccessCase.acting(.parent, born: born)
      asked.item = AccessItem(kind: .vaccination, labels: [code])
      let isShown = code == .fromYouth || code == .barredForStaff
      #expect(asked.asked(.read, .vaccinations) == (isShown ? .allow : .hide))
    }
  }

  @Test func `from twelve on parents see the threads that a parent began, and no others`() {
    var asked = AccessCase.acting(.parent, born: "2013-01-01")
    asked.item = AccessItem(kind: .message)
    #expect(asked.asked(.read, .messages) == .hide)
    asked.item = AccessItem(kind: .message, isParentsThread: true)
    #expect(asked.asked(.read, .messages) == .allow)
    var child = AccessCase.acting(.parent, born: "2020-01-01")
    child.item = AccessItem(kind: .message)
    #expect(child.asked(.read, .messages) == .allow)
  }

  @Test func `parents choose whether the young person signs in, and nothing else`() {
    var asked = AccessCase.acting(.parent, born: "2013-01-01")
    asked.item = AccessItem(kind: .youthLogin)
    #expect(asked.asked(.write, .privacy) == .allow)
    asked.item = AccessItem(kind: .consent)
    #expect(asked.asked(.write, .privacy) == .refuse(.onlyThePerson))
    #expect(asked.asked(.read, .privacy) == .hide)
    var twelve = AccessCase.acting(.parent, born: "2014-01-01")
    twelve.item = AccessItem(kind: .youthLogin)
    #expect(twelve.asked(.write, .privacy) == .refuse(.tooYoung(years: 13)))
  }

  @Test func `the address rule is the policy's`() {
    var apart = AccessCase.acting(.parent, born: "2020-01-01")
    apart.facts.grant?.parenthood?.sharesAddress = false
    // The other parent lives with the child: then both may.
    #expect(apart.asked(.open, .overview) == .allow)
    apart.facts.policy.parents = .onlyThoseAtAddress
    #expect(apart.asked(.open, .overview) == .refuse(.addressRule))
    apart.facts.policy.parents = .oneParentAtAddress
    apart.facts.livesWithAParent = false
    #expect(apart.asked(.open, .overview) == .refuse(.addressRule))
  }

  @Test func `foster parents are let in where the policy says so`() {
    var asked = AccessCase.acting(.parent, born: "2020-01-01")
    asked.facts.grant?.parenthood?.isFosterParent = true
    #expect(asked.asked(.open, .overview) == .refuse(.fosterParent))
    asked.facts.policy.includesFosterParents = true
    #expect(asked.asked(.open, .overview) == .allow)
  }

  // MARK: - Proxies

  @Test func `a proxy reaches as far as it was given`() {
    let front: [(String, [Area])] = [("orse", [.overview]), ("orsex", [.proxies])]
    #expect(
      AccessCase.acting(.proxy, areas: [.registered]).table
        == AccessCase.expected(
          front + [("orse", [.prescriptions, .medications, .coreJournal])]
        )
    )
    #expect(
      AccessCase.acting(.proxy, areas: [.patientRecord]).table
        == AccessCase.expected(front + [("orse", [.documents])])
    )
    #expect(
      AccessCase.acting(.proxy, areas: [.digitalServices]).table
        == AccessCase.expected(
          front + [
            ("orsew", [.messages, .appointments]), ("orse", [.results, .vaccinations]),
            ("w", [.coreJournal, .prescriptions]),
          ]
        )
    )
    for role in [ProxyRole.proxy, .guardian] {
      #expect(
        AccessCase.acting(role).table
          == AccessCase.expected(front + [("orsew", Self.written), ("orse", Self.read)])
      )
    }
    #expect(
      AccessCase.acting(.proxy, areas: [.registered]).asked(.read, .messages)
        == .refuse(.notInGrant(.digitalServices))
    )
  }

  @Test func `a proxy never sees more than the giver has consented to`() {
    var asked = AccessCase.acting(.proxy)
    asked.facts.consentLevel = .basis
    #expect(asked.asked(.read, .results) == .refuse(.consentLevel(needed: .full)))
    #expect(asked.asked(.read, .messages) == .allow)
    #expect(asked.asked(.write, .messages) == .refuse(.consentLevel(needed: .full)))
    asked.facts.consentLevel = .none
    for area in Area.allCases where area != .proxies {
      #expect(asked.asked(.read, area) != .allow, "\(area)")
    }
  }

  @Test(arguments: [ProxyRole.proxy, .guardian, .assignedProxy])
  func `what is withheld from the person is withheld from who acts for them`(role: ProxyRole) {
    for code in WithholdingCode.allCases {
      var asked = AccessCase.acting(role)
      asked.item = AccessItem(kind: .testResult, labels: [code])
      var own = AccessCase.oneself()
      own.item = asked.item
      #expect(asked.asked(.read, .results) == own.asked(.read, .results), "\(code)")
    }
  }

  @Test func `nobody who acts for another consents, gives further or sees others' proxies`() {
    for role in ProxyRole.allCases {
      var asked = AccessCase.acting(role, born: role == .parent ? "2020-01-01" : "1980-01-01")
      #expect(asked.asked(.write, .privacy) == .refuse(.onlyThePerson), "\(role)")
      #expect(asked.asked(.write, .proxies) == .refuse(.onlyThePerson))
      asked.item = AccessItem(kind: .proxyGrant, proxy: AccessCase.subject)
      #expect(asked.asked(.read, .proxies) == .hide)
      asked.item = AccessItem(kind: .proxyGrant)
      #expect(asked.asked(.read, .proxies) == .hide)
      asked.item = AccessItem(kind: .representation)
      #expect(asked.asked(.read, .proxies) == .hide)
      asked.item = AccessItem(kind: .proxyGrant, proxy: AccessCase.other)
      #expect(asked.asked(.read, .proxies) == .allow)
      let mayResign: Decision = role == .parent ? .refuse(.onlyThePerson) : .allow
      #expect(asked.asked(.resign, .proxies) == mayResign)
    }
  }

  @Test func `a grant holds from the second it begins to the second it ends`() throws {
    var asked = AccessCase.acting(.proxy)
    let start = try #require(Instant("2026-03-01T10:00:00Z"))
    asked.facts.grant?.start = start
    asked.facts.grant?.lastDay = CivilDate("2026-06-30")
    let end = try #require(Instant("2026-06-30T22:00:00Z"))
    let revoked = try #require(Instant("2026-05-05T05:05:05Z"))
    func answer(_ time: Instant, _ change: Int64 = 0) -> Decision {
      asked.now = time.advanced(bySeconds: change)
      return asked.asked(.read, .messages)
    }
    #expect(answer(start, -1) == .refuse(.grantNotBegun))
    #expect(answer(start) == .allow)
    #expect(answer(start, 1) == .allow)
    #expect(answer(end, -1) == .allow)
    #expect(answer(end) == .refuse(.grantEnded))
    #expect(answer(end, 1) == .refuse(.grantEnded))
    for reason in [ProxyGrant.Ending.Reason.byGrantor, .byProxy, .replaced, .register] {
      asked.facts.grant?.ending = ProxyGrant.Ending(time: revoked, reason: reason)
      #expect(answer(revoked, -1) == .allow)
      #expect(answer(revoked) == .refuse(.grantEnded))
      #expect(answer(revoked, 1) == .refuse(.grantEnded))
    }
  }

  @Test func `the giver is sixteen and the holder eighteen, to the day`() {
    for (giver, holder, expected) in [
      ("2010-11-21", "2008-11-21", Decision.allow),
      ("2010-11-22", "2008-11-21", .refuse(.tooYoung(years: 16))),
      ("2010-11-21", "2008-11-22", .refuse(.tooYoung(years: 18))),
    ] {
      var asked = AccessCase.acting(.proxy, born: giver)
      asked.facts.proxy?.birthDate = PartialDate(holder)
      #expect(asked.asked(.read, .messages) == expected)
    }
    var unknown = AccessCase.acting(.proxy)
    unknown.facts.proxy?.birthDate = nil
    #expect(unknown.asked(.read, .messages) == .refuse(.ageUnknown))
  }

  @Test(arguments: ProxyRole.allCases)
  func `a secret address, a death or a clock behind stops all who act for another`(
    role: ProxyRole
  ) {
    let born = role == .parent ? "2020-01-01" : "1980-01-01"
    var asked = AccessCase.acting(role, born: born)
    #expect(asked.asked(.read, .messages) == .allow)
    asked.facts.hasUnlistedAddress = true
    #expect(asked.asked(.read, .messages) == .refuse(.unlistedAddress))
    asked = .acting(role, born: born)
    asked.facts.proxy?.hasUnlistedAddress = true
    #expect(asked.asked(.read, .messages) == .refuse(.unlistedAddress))
    asked = .acting(role, born: born)
    asked.facts.isDeceased = true
    #expect(asked.asked(.read, .messages) == .refuse(.deceased))
    asked = .acting(role, born: born)
    asked.facts.proxy?.isDeceased = true
    #expect(asked.asked(.read, .messages) == .refuse(.deceased))
    asked = .acting(role, born: born)
    asked.facts.isClockBehind = true
    #expect(asked.asked(.read, .messages) == .refuse(.clockBehind))
  }

  @Test(arguments: ProxyRole.allCases)
  func `without a grant of that role to that person there is nothing`(role: ProxyRole) {
    let good = AccessCase.acting(role, born: role == .parent ? "2020-01-01" : "1980-01-01")
    var none = good
    none.facts.grant = nil
    var another = good
    another.facts.grant?.proxy = AccessCase.subject
    var wrongRole = good
    wrongRole.facts.grant?.role = role == .proxy ? .guardian : .proxy
    var stranger = good
    stranger.actor = .staff(practice: .test(1), member: .test(2))
    for asked in [none, another, wrongRole, stranger] {
      #expect(asked.table == Self.nothing)
      #expect(asked.asked(.read, .messages) == .refuse(.roleNotGranted(role.role)))
    }
  }

  // MARK: - Assigned proxies

  @Test func `an assigned proxy reaches to all but the choices, whatever was consented to`() {
    let expected = AccessCase.expected([
      ("orsew", Self.written + [.overview]), ("orse", Self.read + [.accessLog]),
      ("orsex", [.proxies]),
    ])
    for level in ConsentLevel.allCases {
      var asked = AccessCase.acting(.assignedProxy)
      asked.facts.consentLevel = level
      #expect(asked.table == expected)
    }
    #expect(AccessCase.acting(.assignedProxy, born: "2014-11-21").table == expected)
    #expect(
      AccessCase.acting(.assignedProxy, born: "2014-11-22").asked(.read, .messages)
        == .refuse(.tooYoung(years: 12))
    )
  }

  @Test func `an assigned proxy ends after five years at most, and is gone thirty days later`()
    throws
  {
    var asked = AccessCase.acting(.assignedProxy)
    asked.facts.grant?.start = try #require(Instant("2021-11-21T09:00:00Z"))
    // Longer than the law lets it.
    asked.facts.grant?.lastDay = CivilDate("2031-01-01")
    let end = try #require(Instant("2026-11-20T23:00:00Z"))
    let gone = try #require(Instant("2026-12-20T23:00:00Z"))
    asked.now = end.advanced(bySeconds: -1)
    #expect(asked.asked(.write, .messages) == .allow)
    asked.now = end
    #expect(asked.asked(.write, .messages) == .refuse(.grantEnded))
    #expect(asked.asked(.read, .messages) == .allow)
    asked.item = AccessItem(kind: .message, recorded: end.advanced(bySeconds: -1))
    #expect(asked.asked(.read, .messages) == .allow)
    // Nothing that is new after the end.
    asked.item = AccessItem(kind: .message, recorded: end)
    #expect(asked.asked(.read, .messages) == .hide)
    asked.item = AccessItem(kind: .message)
    #expect(asked.asked(.read, .messages) == .hide)
    asked.item = nil
    asked.now = gone.advanced(bySeconds: -1)
    #expect(asked.asked(.read, .messages) == .allow)
    asked.now = gone
    #expect(asked.table == Self.nothing)
    // One that was ended shows nothing from that moment on.
    asked.now = end
    asked.facts.grant?.ending = ProxyGrant.Ending(
      time: end.advanced(bySeconds: -1),
      reason: .byProxy
    )
    #expect(asked.table == Self.nothing)
  }
}
