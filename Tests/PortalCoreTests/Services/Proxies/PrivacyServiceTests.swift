import Testing

@testable import PortalCore

/// What a person consents to, and what parents choose for a young person.
struct PrivacyServiceTests {
  @Test func `a level is chosen on a version, and holds at once`() throws {
    let home = try ProxyHousehold()
    let record = try home.own(home.grandmother)
    let before = try record.consent()
    #expect(before.level == .full && before.version == 1)
    guard case .saved(_, let version) = try record.setConsent(to: .basis, base: 1) else {
      Issue.record("not saved")
      return
    }
    #expect(version == 2)
    #expect(throws: ServiceError.refused(.consentLevel(needed: .full))) {
      _ = try record.testResults()
    }
    guard case .unchanged(version: 2) = try record.setConsent(to: .basis, base: 2) else {
      Issue.record("changed")
      return
    }
    guard case .conflict(let conflict) = try record.setConsent(to: .full, base: 1) else {
      Issue.record("no conflict")
      return
    }
    #expect(conflict.newest.record.version == 2)
    // Withdrawn, it can be given again.
    _ = try record.setConsent(to: .none, base: 2)
    #expect(throws: ServiceError.refused(.consentLevel(needed: .basis))) {
      _ = try record.messageThreads()
    }
    _ = try record.setConsent(to: .full, base: 3)
    _ = try record.messageThreads()
  }

  @Test func `what a level opens and closes is told before, and is so afterwards`() throws {
    for start in ConsentLevel.allCases {
      for level in ConsentLevel.allCases {
        let home = try ProxyHousehold(consent: start)
        let record = try home.own(home.grandmother)
        let before = try record.sectionAccess()
        let effect = try record.effect(of: level)
        #expect(effect.erasesContent == (level == .none && start != .none))
        _ = try record.setConsent(to: level, base: 1)
        let after = try record.sectionAccess()
        for (old, new) in zip(before, after) {
          let changes = effect.changes.filter { $0.area == old.area }
          let reading = changes.first { !$0.isWriting }?.isOpening
          let writing = changes.first(where: \.isWriting)?.isOpening
          #expect(reading == (old.canRead == new.canRead ? nil : new.canRead))
          #expect(writing == (old.canWrite == new.canWrite ? nil : new.canWrite))
        }
      }
    }
  }

  @Test func `a proxy follows what the person has consented to`() throws {
    let home = try ProxyHousehold()
    try home.give()
    let record = try home.represent()
    _ = try record.testResults()
    let own = try home.own(home.grandmother)
    _ = try own.setConsent(to: .basis, base: 1)
    #expect(throws: ServiceError.refused(.consentLevel(needed: .full))) {
      _ = try record.testResults()
    }
    _ = try own.setConsent(to: .none, base: 2)
    #expect(throws: ServiceError.refused(.consentLevel(needed: .basis))) {
      _ = try record.prescriptions()
    }
  }

  // MARK: - Signing in before sixteen

  private func family(
    born: String
  ) throws -> (home: ProxyHousehold, youth: Person.ID, father: Person.ID) {
    let home = try ProxyHousehold()
    let youth = try home.test.somebody(5, named: "Una Ungdom", born: born)
    let father = try home.test.somebody(6, named: "Far Farsen", born: "1970-01-01")
    for (parent, sharesAddress) in [(home.daughter, true), (father, false)] {
      let parenthood = ProxyGrant.Parenthood(sharesAddress: sharesAddress)
      try home.portal().register(
        RegisterEntry(holder: parent, right: .parent(parenthood)),
        for: youth
      )
    }
    return (home, youth, father)
  }

  @Test func `a parent lets somebody of thirteen in, and the newest choice of both holds`() throws {
    let (home, youth, father) = try family(born: "2013-11-21")
    #expect(throws: ServiceError.refused(.parentalConsentMissing)) { _ = try home.own(youth) }
    let mother = try home.portal().openRecord(of: youth, as: home.daughter)
    #expect(try mother.youthLogin() == nil)
    guard case .saved = try mother.setYouthLogin(allowed: true, base: 0) else {
      Issue.record("not saved")
      return
    }
    let own = try home.own(youth)
    _ = try own.vaccinations()
    home.test.clock.advance(bySeconds: 60)
    let second = try home.portal().openRecord(of: youth, as: father)
    #expect(try second.youthLogin()?.version == 1)
    _ = try second.setYouthLogin(allowed: false, base: 1)
    #expect(throws: ServiceError.refused(.parentalConsentMissing)) { _ = try own.vaccinations() }
    // What the other has chosen meanwhile is a conflict, not lost.
    guard case .conflict = try mother.setYouthLogin(allowed: true, base: 1) else {
      Issue.record("no conflict")
      return
    }
    for parent in [home.daughter, father] {
      let events = try home.own(parent).accessNotices().map(\.content.event)
      #expect(events.filter { $0 != .given } == [.youthLoginWithdrawn, .youthLoginAllowed])
    }
    let names = try home.own(father).accessNotices().compactMap(\.content.chooserName)
    #expect(names == ["Far Farsen", "Dina Datter"])
    home.test.clock.advance(bySeconds: 60)
    _ = try mother.setYouthLogin(allowed: true, base: 2)
    #expect(
      try home.own(youth).accessNotices().map(\.content.event).prefix(3)
        == [.youthLoginAllowed, .youthLoginWithdrawn, .youthLoginAllowed]
    )
  }

  @Test(arguments: [("2013-11-22", 13), ("2010-11-21", 16)])
  func `it is for those of thirteen to fifteen`(born: String, years: Int) throws {
    let home = try ProxyHousehold()
    home.test.clock.advance(bySeconds: -86_400)
    let youth = try home.test.somebody(5, named: "Una Ungdom", born: born)
    try home.portal().register(
      RegisterEntry(
        holder: home.daughter,
        right: .parent(ProxyGrant.Parenthood(sharesAddress: true))
      ),
      for: youth
    )
    home.test.clock.advance(bySeconds: 86_400)
    let reason: RefusalReason =
      years == 13 ? .tooYoung(years: 13) : .childTurned(years: 16)
    #expect(throws: ServiceError.refused(reason)) {
      let record = try home.portal().openRecord(of: youth, as: home.daughter)
      _ = try record.setYouthLogin(allowed: true, base: 0)
    }
  }

  @Test func `neither the young person nor a proxy chooses it`() throws {
    let (home, youth, _) = try family(born: "2013-11-21")
    let mother = try home.portal().openRecord(of: youth, as: home.daughter)
    _ = try mother.setYouthLogin(allowed: true, base: 0)
    let own = try home.own(youth)
    #expect(throws: ServiceError.refused(.roleNotGranted(.parent))) {
      _ = try own.setYouthLogin(allowed: true, base: 1)
    }
    #expect(throws: ServiceError.self) { _ = try own.setConsent(to: .none, base: 1) }
    #expect(throws: ServiceError.refused(.onlyThePerson)) {
      _ = try mother.setConsent(to: .none, base: 1)
    }
  }
}
