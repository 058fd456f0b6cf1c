import Testing

@testable import PortalCore

/// Parents and guardians come from a register, by the directory's owner, and from nowhere else.
struct RegisterServiceTests {
  private let home: ProxyHousehold
  private let child: Person.ID

  init() throws {
    home = try ProxyHousehold()
    child = try home.test.somebody(5, named: "Bo Barn", born: "2018-02-07")
  }

  private func enter(
    sharesAddress: Bool = true,
    isFosterParent: Bool = false,
    for person: Person.ID? = nil
  ) throws -> ProxyOutcome {
    let parenthood = ProxyGrant.Parenthood(
      sharesAddress: sharesAddress,
      isFosterParent: isFosterParent
    )
    return try home.portal().register(
      RegisterEntry(holder: home.daughter, right: .parent(parenthood)),
      for: person ?? child
    )
  }

  @Test func `a parent opens the child's record, is told, and finds whom they may act for`() throws
  {
    let id = try enter().grant
    let record = try home.portal().openRecord(of: child, as: home.daughter)
    #expect(record.attribution.basis == Basis(role: .parent, grant: id))
    _ = try record.testResults()
    let own = try home.own(home.daughter)
    #expect(try own.accessNotices().map(\.content.event) == [.given])
    #expect(try home.portal().representations(of: own).map(\.role) == [.parent])
    let line = try #require(try record.history(of: id).first)
    #expect(line.attribution.actor == .system)
    // Nothing is left to be delivered, and the log names no session of a register's.
    #expect(try home.portal().completeDeliveries() == DeliveryReport())
  }

  @Test func `the same said again changes nothing, another address is a change`() throws {
    let first = try enter().grant
    let before = try home.test.journalBytes(of: child)
    let again = try enter()
    let same = try again.grant
    #expect(!again.isSaved && same == first)
    #expect(try home.test.journalBytes(of: child) == before)
    home.test.clock.advance(bySeconds: 60)
    let second = try enter(sharesAddress: false).grant
    #expect(second != first)
    // Neither parent lives with the child now.
    #expect(throws: ServiceError.refused(.addressRule)) {
      _ = try home.portal().openRecord(of: child, as: home.daughter)
    }
    home.test.clock.advance(bySeconds: 60)
    _ = try enter(isFosterParent: true)
    #expect(throws: ServiceError.refused(.fosterParent)) {
      _ = try home.portal().openRecord(of: child, as: home.daughter)
    }
  }

  @Test func `what the register takes back is over at once, and can be entered again`() throws {
    let id = try enter().grant
    let record = try home.portal().openRecord(of: child, as: home.daughter)
    _ = try record.messageThreads()
    #expect(try home.portal().endRegistration(id, of: child) != nil)
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try record.messageThreads() }
    #expect(try home.portal().endRegistration(id, of: child) == nil)
    #expect(try enter().grant != id)
  }

  @Test func `a parent neither gives it back nor ends it, and nobody ends a proxy by it`() throws {
    let id = try enter().grant
    let record = try home.portal().openRecord(of: child, as: home.daughter)
    #expect(throws: ServiceError.refused(.onlyThePerson)) { try record.resign() }
    #expect(throws: ServiceError.proxy(.notOnesOwnToEnd(.parent))) { try record.endProxy(id) }
    let proxy = try home.give()
    #expect(throws: ServiceError.proxy(.notFromRegister(.proxy))) {
      try home.portal().endRegistration(proxy, of: home.grandmother)
    }
    #expect(throws: ServiceError.noSuchRecord) {
      try home.portal().endRegistration(.test(1), of: child)
    }
  }

  @Test func `a parent's right is for a child under sixteen`() throws {
    #expect(throws: ServiceError.refused(.childTurned(years: 16))) {
      _ = try enter(for: home.grandmother)
    }
    let ageless = try home.test.somebody(6, named: "Uten alder", born: nil)
    #expect(throws: ServiceError.refused(.ageUnknown)) { _ = try enter(for: ageless) }
  }

  @Test func `a guardian has what the decision covers, for as long as it says`() throws {
    let entry = RegisterEntry(
      holder: home.daughter,
      right: .guardian(areas: [.registered], lastDay: home.today.later(10))
    )
    let id = try home.portal().register(entry, for: home.grandmother).grant
    let record = try home.portal().openRecord(of: home.grandmother, as: home.daughter)
    #expect(record.attribution.basis == Basis(role: .guardian, grant: id))
    _ = try record.prescriptions()
    #expect(throws: ServiceError.refused(.notInGrant(.digitalServices))) {
      _ = try record.messageThreads()
    }
    // The person cannot end what a decision gave.
    let own = try home.own(home.grandmother)
    #expect(throws: ServiceError.proxy(.notOnesOwnToEnd(.guardian))) { try own.endProxy(id) }
  }

  @Test func `in a store where people sign in there is no register by hand`() throws {
    let pinned = try home.test.storeWithPIN()
    #expect(throws: ServiceError.refused(.roleNotGranted(.system))) {
      try pinned.register(
        RegisterEntry(
          holder: home.daughter,
          right: .guardian(areas: [.registered], lastDay: nil)
        ),
        for: home.grandmother
      )
    }
  }
}

extension TestStore {
  /// The same people in a store that is set to be signed in to.
  fileprivate func storeWithPIN() throws -> Portal {
    var settings = try store().settings
    settings.signIn = .pin
    try scratch.write(settings.encoded(), to: "data/store.json")
    return try portal()
  }
}
