import Testing

@testable import PortalCore

/// A proxy that a practice assigns: by a doctor who treats the person, for five years at most.
struct AssignmentServiceTests {
  private let home: ProxyHousehold
  private let practice: Practice.ID

  init() throws {
    home = try ProxyHousehold(consent: .none)
    let portal = try home.portal()
    let patient = try home.test.somebody(7, named: "Pasient", born: "1950-01-01")
    practice = try portal.practice(of: try portal.openOwn(patient))
    let office = try portal.openPractice(practice, as: .system)
    try office.put(StaffMember(name: "Lege Legesen", work: .doctor), as: .test(1))
    try office.put(StaffMember(name: "Ressa Resepsjon", work: .reception), as: .test(2))
    try office.put(StaffMember(name: "Sykepleier", work: .nurse), as: .test(3))
  }

  private func desk(_ member: Int = 1, for person: Person.ID? = nil) throws -> OpenRecord {
    let place = try #require(RecordID(practice.text))
    return try home.portal().open(
      person ?? home.grandmother,
      as: .staff(practice: place, member: .test(member)),
      basis: Basis(role: .staff)
    )
  }

  /// Five years from today less a day: the last day that can be.
  private var latest: CivilDate { home.today.adding(years: 5).later(-1) }

  private func assign(lastDay: CivilDate? = nil) throws -> RecordID {
    try desk().assignProxy(
      to: home.daughter,
      reason: "Varig manglende samtykkekompetanse",
      lastDay: lastDay ?? latest
    ).grant
  }

  @Test func `it opens what the person has, whatever they consented to, and says why`() throws {
    let id = try assign()
    let record = try home.represent()
    #expect(record.attribution.basis == Basis(role: .assignedProxy, grant: id))
    _ = try record.testResults()
    #expect(throws: ServiceError.refused(.onlyThePerson)) { _ = try record.consent() }
    let grant = try #require(try desk().proxies().first?.grant)
    #expect(grant.assignment?.staffName == "Lege Legesen" && grant.assignment?.practice == practice)
    // The reason stays in the person's record.
    let notices = try home.own(home.daughter).accessNotices()
    #expect(notices.map(\.content.right?.role) == [.assignedProxy])
    let theirs = String(
      decoding: try home.test.journalBytes(of: home.daughter),
      as: UTF8.self
    )
    #expect(!theirs.contains("samtykkekompetanse"))
  }

  @Test func `five years is the most, and more is refused, not cut`() throws {
    #expect(throws: ServiceError.proxy(.lastsTooLong(latest: latest))) {
      _ = try assign(lastDay: latest.next)
    }
    #expect(throws: ServiceError.proxy(.endsBeforeStart)) {
      _ = try assign(lastDay: home.today.later(-1))
    }
    let id = try assign(lastDay: latest)
    #expect(try desk().proxies().first { $0.id == id }?.grant.lastDay == latest)
  }

  @Test func `a doctor of the person's practice assigns it, with a reason, and nobody else`() throws
  {
    for member in [2, 3] {
      #expect(throws: ServiceError.refused(.notTheirWork)) {
        _ = try desk(member).assignProxy(to: home.daughter, reason: "Varig", lastDay: latest)
      }
    }
    #expect(throws: ServiceError.proxy(.reasonMissing)) {
      _ = try desk().assignProxy(to: home.daughter, reason: "  ", lastDay: latest)
    }
    let elsewhere = try home.test.somebody(8, named: "Annen", born: "1950-01-01") {
      $0.generalPractitioners = [RecordReference(display: "En annen lege")]
    }
    #expect(throws: ServiceError.refused(.noCareRelation)) { _ = try desk(for: elsewhere) }
    #expect(throws: ServiceError.refused(.roleNotGranted(.staff))) { _ = try desk(4) }
    let own = try home.own(home.daughter)
    #expect(throws: ServiceError.refused(.roleNotGranted(.staff))) {
      _ = try own.assignProxy(to: home.grandmother, reason: "Varig", lastDay: latest)
    }
  }

  @Test func `it is for who has turned twelve, by who has turned eighteen`() throws {
    let young = try home.test.somebody(8, named: "Elleve", born: "2014-11-22")
    let desk = try desk(for: young)
    #expect(throws: ServiceError.refused(.tooYoung(years: 12))) {
      _ = try desk.assignProxy(to: home.daughter, reason: "Varig", lastDay: latest)
    }
    let minor = try home.test.somebody(9, named: "Sytten", born: "2008-11-22")
    let own = try self.desk()
    #expect(throws: ServiceError.proxy(.holderTooYoung(years: 18))) {
      _ = try own.assignProxy(to: minor, reason: "Varig", lastDay: latest)
    }
    home.test.clock.advance(bySeconds: 86_400)
    _ = try self.desk(for: young).assignProxy(to: home.daughter, reason: "Varig", lastDay: latest)
  }

  @Test func `it is renewed before it ends, by another in its place, and not after`() throws {
    let id = try assign(lastDay: home.today.later(30))
    home.test.clock.advance(bySeconds: 20 * 86_400)
    let desk = try desk()
    let new = try desk.renewAssignment(id, base: 1, reason: "Fortsatt", lastDay: latest).grant
    let listed = try desk.proxies()
    #expect(listed.first { $0.id == new }?.grant.predecessor == id)
    #expect(listed.first { $0.id == id }?.grant.ending?.reason == .replaced)
    #expect(try home.represent().attribution.basis.grant == new)
    #expect(throws: ServiceError.proxy(.alreadyEnded)) {
      _ = try desk.renewAssignment(id, base: 2, reason: "Sent", lastDay: latest)
    }
  }

  @Test func `run out it is readable for thirty days, and shows nothing new`() throws {
    let last = home.today.later(10)
    let id = try assign(lastDay: last)
    let journal = try home.test.store().journal(of: home.grandmother)
    try journal.append(note: "før", 1)
    let end = OsloTime.instant(last.next, TimeOfDay(milliseconds: 0))
    home.test.clock.set(end)
    let record = try home.represent()
    _ = try journal.append(.own(home.grandmother)) { _ in [.note("etter", 2)] }
    #expect(try record.messageThreads().map(\.id) == [.test(1)])
    #expect(throws: ServiceError.refused(.grantEnded)) { try record.checkMayWrite() }
    let readable = last.later(30)
    let given = try #require(try desk().proxies().first { $0.id == id })
    #expect(given.state == .ended(end) && given.readableUntil == readable)
    let own = try home.test.store().journal(of: home.daughter)
    // A person without a consent of their own is told nothing; this one has.
    #expect(try own.contents.entries(of: [.representation]).count == 1)
    let known = try home.portal().representations(of: home.own(home.daughter))
    #expect(known.map(\.isOpen) == [true] && known[0].readableUntil == readable)
    let closed = OsloTime.instant(readable.next, TimeOfDay(milliseconds: 0))
    home.test.clock.set(closed.advanced(bySeconds: -1))
    _ = try record.messageThreads()
    home.test.clock.set(closed)
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try record.messageThreads() }
  }

  @Test func `the practice ends it, and its holder gives it back, at once`() throws {
    let first = try assign()
    let record = try home.represent()
    #expect(try desk().endAssignment(first) != nil)
    #expect(throws: ServiceError.refused(.grantEnded)) { _ = try record.messageThreads() }
    let ended = try #require(try desk().proxies().first)
    #expect(ended.grant.ending?.reason == .byPractice && ended.readableUntil == nil)
    home.test.clock.advance(bySeconds: 60)
    _ = try assign()
    #expect(try home.represent().resign() != nil)
  }

  @Test func `a doctor sees and ends none that the person gave`() throws {
    let other = try ProxyHousehold()
    let id = try other.give()
    let portal = try other.portal()
    let practice = try portal.practice(of: try other.own(other.grandmother))
    let place = try #require(RecordID(practice.text))
    try portal.openPractice(practice, as: .system)
      .put(StaffMember(name: "Lege", work: .doctor), as: .test(1))
    let desk = try portal.open(
      other.grandmother,
      as: .staff(practice: place, member: .test(1)),
      basis: Basis(role: .staff)
    )
    #expect(try desk.proxies().isEmpty)
    #expect(throws: ServiceError.noSuchRecord) { try desk.endAssignment(id) }
    #expect(throws: ServiceError.noSuchRecord) { try desk.endProxy(id) }
  }
}
