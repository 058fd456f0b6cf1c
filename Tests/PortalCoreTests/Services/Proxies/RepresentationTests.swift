import Testing

@testable import PortalCore

/// For whom somebody may act, and on what ground a record is opened.
struct RepresentationTests {
  @Test func `whom one may act for is asked of the gate anew`() throws {
    let home = try ProxyHousehold()
    let portal = try home.portal()
    let own = try home.own(home.daughter)
    #expect(try portal.representations(of: own).isEmpty)
    let id = try home.give(lastDay: home.today.later(1))
    _ = try own.refresh()
    let listed = try portal.representations(of: own)
    #expect(listed.map(\.person) == [home.grandmother] && listed[0].isOpen)
    #expect(listed[0].name == "Gro Bestemor" && listed[0].role == .proxy)
    #expect(listed[0].basis == Basis(role: .proxy, grant: id) && listed[0].state == .active)
    home.test.clock.advance(bySeconds: 2 * 86_400)
    let later = try portal.representations(of: own)
    #expect(later.map(\.refusal) == [.grantEnded])
    // Nobody has looked at anything: nothing of it is in the other's log.
    let log = try home.own(home.grandmother).accessLogLines().lines
    #expect(log.allSatisfy { $0.attribution.actor == .person(home.grandmother) })
  }

  @Test func `only the person themselves is told for whom they may act`() throws {
    let home = try ProxyHousehold()
    try home.give()
    let third = try home.test.somebody(3, named: "Ola Nabo", born: "1970-01-01")
    _ = try home.own(home.daughter).giveProxy(to: third, areas: Set(ProxyArea.allCases))
    let acting = try home.portal().openRecord(of: home.daughter, as: third)
    #expect(throws: ServiceError.refused(.onlyThePerson)) {
      _ = try home.portal().representations(of: acting)
    }
    #expect(try acting.section(.proxies).isEmpty)
    #expect(try !acting.history(of: nil).contains { $0.record.kind == .representation })
  }

  @Test func `a name that has changed is told to who may act, and to nobody else`() throws {
    let home = try ProxyHousehold()
    let id = try home.give()
    let journal = try home.test.store().journal(of: home.grandmother)
    _ = try journal.append(.importing(for: home.grandmother)) { contents throws(StoreError) in
      guard let record = try contents[Person.recordID], case .person(var person) = record.content
      else { return [] }
      person.names = [HumanName(text: "Gro Nyttnavn")]
      return [record.next(.person(person))]
    }
    let own = try home.own(home.daughter)
    #expect(try home.portal().representations(of: own).map(\.name) == ["Gro Nyttnavn"])
    try home.own(home.grandmother).endProxy(id)
    #expect(try home.portal().representations(of: own).map(\.name) == ["Gro Bestemor"])
  }

  @Test func `the ground is oneself, what opens, what should, what will, what is over`() throws {
    let home = try ProxyHousehold(grandmotherBorn: "2010-11-23")
    let child = home.grandmother
    let portal = try home.portal()
    #expect(try portal.basis(of: child, for: child) == Basis(role: .oneself))
    #expect(try portal.basis(of: home.daughter, for: child) == Basis(role: .proxy))
    let parent = try home.portal().register(
      RegisterEntry(
        holder: home.daughter,
        right: .parent(ProxyGrant.Parenthood(sharesAddress: true))
      ),
      for: child
    ).grant
    #expect(
      try portal.basis(of: home.daughter, for: child) == Basis(role: .parent, grant: parent)
    )
    // From the sixteenth birthday the parent's right stands and opens nothing, a proxy does.
    home.test.clock.advance(bySeconds: 2 * 86_400)
    #expect(throws: ServiceError.refused(.childTurned(years: 16))) {
      _ = try portal.openRecord(of: child, as: home.daughter)
    }
    let first = try home.give()
    #expect(try portal.basis(of: home.daughter, for: child) == Basis(role: .proxy, grant: first))
    try home.own(child).endProxy(first)
    #expect(throws: ServiceError.refused(.childTurned(years: 16))) {
      _ = try portal.openRecord(of: child, as: home.daughter)
    }
  }

  @Test func `of several that are over the newest says so, and one to come goes before`() throws {
    let home = try ProxyHousehold()
    var ids: [RecordID] = []
    for _ in 1...2 {
      ids.append(try home.give())
      home.test.clock.advance(bySeconds: 60)
      try home.own(home.grandmother).endProxy(ids[ids.count - 1])
      home.test.clock.advance(bySeconds: 60)
    }
    let portal = try home.portal()
    let basis = try portal.basis(of: home.daughter, for: home.grandmother)
    #expect(basis == Basis(role: .proxy, grant: ids[1]))
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try home.represent() }
    let later = try home.give(start: home.today.later(2))
    #expect(
      try portal.basis(of: home.daughter, for: home.grandmother)
        == Basis(role: .proxy, grant: later)
    )
    #expect(throws: ServiceError.refused(.grantNotBegun)) { _ = try home.represent() }
  }
}
