import Testing

@testable import PortalCore

/// Giving, changing and ending a proxy, by both sides.
struct ProxyServiceTests {
  private let home: ProxyHousehold

  init() throws {
    home = try ProxyHousehold()
  }

  @Test func `a proxy that is given opens the record to its holder and to nobody else`() throws {
    #expect(throws: ServiceError.refused(.roleNotGranted(.proxy))) { _ = try home.represent() }
    let id = try home.give()
    let record = try home.represent()
    #expect(record.attribution.basis == Basis(role: .proxy, grant: id))
    #expect(try record.messageThreads().isEmpty)
    let other = try home.test.somebody(3, named: "Ola Nabo", born: "1970-01-01")
    #expect(throws: ServiceError.refused(.roleNotGranted(.proxy))) {
      _ = try home.portal().openRecord(of: home.grandmother, by: try home.portal().choose(other))
    }
    #expect(throws: ServiceError.refused(.roleNotGranted(.proxy))) {
      _ = try home.portal().openRecord(
        of: home.daughter,
        by: try home.portal().choose(home.grandmother)
      )
    }
  }

  @Test func `the person sees what they have given, the newest first, and what is over`() throws {
    let first = try home.give([.registered], lastDay: home.today.later(10))
    home.test.clock.advance(bySeconds: 60)
    let record = try home.own(home.grandmother)
    #expect(try record.endProxy(first) != nil)
    #expect(try record.endProxy(first) == nil)
    home.test.clock.advance(bySeconds: 60)
    let second = try record.giveProxy(
      to: home.daughter,
      areas: [.digitalServices],
      start: home.today.later(3)
    ).grant
    let listed = try record.proxies()
    #expect(listed.map(\.id) == [second, first])
    #expect(listed[0].state == .notBegun && listed[0].isStanding)
    #expect(listed[1].grant.ending?.reason == .byGrantor)
    #expect(!listed[1].isStanding)
  }

  @Test func `a second one to the same person is a change, never two`() throws {
    let id = try home.give([.registered])
    #expect(throws: ServiceError.proxy(.alreadyGiven(id))) { try home.give([.patientRecord]) }
    // Also where the first has not begun yet.
    let record = try home.own(home.grandmother)
    try record.endProxy(id)
    let later = try home.give(start: home.today.later(2))
    #expect(throws: ServiceError.proxy(.alreadyGiven(later))) { try home.give() }
    #expect(try home.own(home.grandmother).proxies().filter(\.isStanding).count == 1)
  }

  @Test func `a change ends the old one and makes another in its place, in one line`() throws {
    let id = try home.give([.registered])
    let record = try home.own(home.grandmother)
    let lines = try home.test.lines(of: home.grandmother).count
    let outcome = try record.changeProxy(
      id,
      base: 1,
      areas: [.registered, .digitalServices],
      lastDay: home.today.later(30)
    )
    let new = try outcome.grant
    #expect(outcome.isSaved && new != id)
    #expect(try home.test.lines(of: home.grandmother).count == lines + 1)
    #expect(try record.proxy(id).grant.ending?.reason == .replaced)
    #expect(try record.proxy(new).grant.predecessor == id)
    #expect(try record.proxy(new).state == .active)
    #expect(try home.represent().attribution.basis.grant == new)
    // The same said again changes nothing.
    let same = try record.changeProxy(
      new,
      base: 1,
      areas: [.digitalServices, .registered],
      lastDay: home.today.later(30)
    )
    #expect(!same.isSaved)
    #expect(throws: ServiceError.proxy(.alreadyEnded)) {
      _ = try record.changeProxy(id, base: 2, areas: [.registered], lastDay: nil)
    }
  }

  @Test func `a change of what has moved on is a conflict and writes nothing`() throws {
    let id = try home.give([.registered])
    let late = try home.own(home.grandmother)
    _ = try late.proxies()
    try home.own(home.grandmother).endProxy(id)
    let before = try home.test.journalBytes(of: home.grandmother)
    _ = try late.refresh()
    let outcome = try late.changeProxy(id, base: 1, areas: [.patientRecord], lastDay: nil)
    guard case .conflict(let conflict) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(conflict.base == 1 && conflict.newest.record.version == 2)
    #expect(try home.test.journalBytes(of: home.grandmother) == before)
  }

  @Test func `the holder gives it back, and the very next call is refused`() throws {
    let id = try home.give()
    let record = try home.represent()
    _ = try record.prescriptions()
    #expect(try record.resign() != nil)
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try record.prescriptions() }
    try record.end()
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try home.represent() }
    let grant = try home.own(home.grandmother).proxy(id).grant
    #expect(grant.ending?.reason == .byProxy)
    let last = try home.own(home.grandmother).history(of: id).last
    #expect(last?.attribution.actor == .person(home.daughter))
  }

  @Test func `what one process takes back stops the next call of another`() throws {
    let id = try home.give()
    let record = try home.represent()
    _ = try record.messageThreads()
    let draft = OutgoingMessage(kind: .office, subject: "", text: "for mor")
    try home.own(home.grandmother).endProxy(id)
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try record.messageThreads() }
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try record.sectionCounts() }
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try record.person() }
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try record.send(draft, id: .test(1)) }
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try record.resign() }
  }

  @Test func `what is taken back while the holder waits for the lock stops the append`() throws {
    let id = try home.give()
    let record = try home.represent()
    // All that is in the log before it is done, so that the next lock is not the log's.
    try record.checkMayWrite()
    _ = try record.proxies()
    let (disk, path) = (home.test.disk, home.test.path)
    let surroundings = Surroundings(
      fileSystem: LiveFileSystem(),
      clock: home.test.clock.clock,
      randomness: .seeded(9)
    )
    let grandmother = home.grandmother
    disk.before { call in
      guard call == .lock else { return }
      disk.before(nil)
      let portal = try? Portal(at: path, surroundings: surroundings)
      _ = try? portal?.openOwn(grandmother).endProxy(id)
    }
    #expect(throws: ServiceError.refused(.grantEnded)) {
      _ = try record.send(
        OutgoingMessage(kind: .office, subject: "", text: "for sent"),
        id: .test(1)
      )
    }
    #expect(try home.test.store().journal(of: grandmother).notes.isEmpty)
  }

  @Test func `a proxy gives none further, ends none, and chooses nothing for the person`() throws {
    let id = try home.give()
    let third = try home.test.somebody(3, named: "Ola Nabo", born: "1970-01-01")
    let record = try home.represent()
    let refusal = ServiceError.refused(.onlyThePerson)
    #expect(throws: refusal) { _ = try record.giveProxy(to: third, areas: [.registered]) }
    #expect(throws: refusal) {
      _ = try record.changeProxy(id, base: 1, areas: Set(ProxyArea.allCases), lastDay: nil)
    }
    #expect(throws: refusal) { _ = try record.endProxy(id) }
    #expect(throws: refusal) { _ = try record.setConsent(to: .none, base: 1) }
    #expect(throws: refusal) { _ = try record.consent() }
    #expect(throws: refusal) { _ = try record.accessLogLines() }
    #expect(throws: refusal) { _ = try record.editContact(base: 1, [.telephone: "91234567"]) }
    #expect(throws: ServiceError.refused(.roleNotGranted(.parent))) {
      _ = try record.setYouthLogin(allowed: true, base: 0)
    }
    // Of the person's other proxies there is no trace.
    let other = try home.own(home.grandmother).giveProxy(to: third, areas: [.registered]).grant
    #expect(try record.proxies().map(\.id) == [id])
    #expect(throws: ServiceError.noSuchRecord) { _ = try record.proxy(other) }
    #expect(throws: ServiceError.noSuchRecord) { _ = try record.history(of: other) }
    #expect(try record.accessNotices().isEmpty)
    #expect(try !record.history(of: nil).contains { $0.record.id == other })
    #expect(try record.section(.messages).isEmpty && record.section(.proxies).isEmpty)
  }
}
