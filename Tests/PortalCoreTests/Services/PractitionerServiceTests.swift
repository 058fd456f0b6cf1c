import Testing

@testable import PortalCore

/// Changing general practitioner: places, limits, the day it takes effect, undoing and waiting.
struct PractitionerServiceTests {
  let test: TestStore
  let one: Person.ID
  let two: Person.ID
  let first: Practice.ID
  let second: Practice.ID

  init() throws {
    test = try TestStore()
    (one, two) = (try test.person(1, born: "1980-01-01"), try test.person(2, born: "1981-01-01"))
    let portal = try test.portal()
    first = try portal.practice(of: try portal.openOwn(one))
    second = try test.store().practice(identifiedBy: "name|nye leger")
    try test.store().makePractice(second)
    try put(second, .test(7), "Lege Ny", capacity: 1)
    try put(second, .test(8), "Lege Full", capacity: 0)
  }

  private func put(
    _ practice: Practice.ID,
    _ practitioner: RecordID,
    _ name: String,
    capacity: Int
  ) throws {
    let journal = try test.store().practiceJournal(practice)
    let system = Attribution(actor: .system, subject: .system, basis: Basis(role: .system))
    let list = PatientList(of: practitioner, capacity: capacity, members: 0)
    _ = try journal.append(system) { _ in
      [
        PracticeRecord(
          id: practitioner,
          version: 1,
          content: .staffMember(StaffMember(name: name, work: .doctor))
        ),
        PracticeRecord(
          id: PatientList.id(of: practitioner),
          version: 1,
          content: .patientList(list)
        ),
      ]
    }
  }

  private func own(_ id: Person.ID) throws -> OpenRecord { try test.portal().openOwn(id) }

  private func list(_ practitioner: RecordID) throws -> PatientList {
    try #require(test.store().practiceJournal(second).list(of: practitioner))
  }

  private func to(_ month: Int, _ day: Int, _ year: Int = 2026) throws {
    test.clock.set(OsloTime.noon(try #require(CivilDate(year: year, month: month, day: day))))
  }

  @Test func `a change takes a place, and takes effect on the first of the next month`() throws {
    let record = try own(one)
    #expect(try record.practitioners().map(\.name) == ["Lege Ny", "Lege Full"])
    #expect(try record.practitioners(matching: "full").map(\.freePlaces) == [0])
    #expect(try record.changePractitioner(to: .test(7), at: second, as: .test(50)) != nil)
    #expect(try record.changePractitioner(to: .test(7), at: second, as: .test(50)) == nil)
    #expect(try list(.test(7)).freePlaces == 0)
    let change = try #require(record.practitionerChanges().first?.content)
    #expect(change.ground == .ordinary && change.effective.description == "2026-12-01")
    #expect(try record.currentPractitioner().practice == first)
    try record.end()
    try to(11, 30)
    #expect(try own(one).currentPractitioner().practice == first)
    try to(12, 1)
    let later = try own(one)
    #expect(try later.currentPractitioner().practice == second)
    #expect(try later.generalPractitioner().display == "Lege Ny")
    // A message goes to the new one.
    _ = try later.send(OutgoingMessage(kind: .office, subject: "", text: "Hei"), id: .test(60))
    guard case .message(let message) = try later.record(.test(60), of: .message).content else {
      Issue.record("no message")
      return
    }
    #expect(message.practice == second)
  }

  @Test func `the last place is one person's, and undoing gives it back`() throws {
    let (a, b) = (try own(one), try own(two))
    try a.changePractitioner(to: .test(7), at: second, as: .test(50))
    #expect(throws: ServiceError.practitioner(.noFreePlace)) {
      try b.changePractitioner(to: .test(7), at: second, as: .test(51))
    }
    #expect(throws: ServiceError.practitioner(.alreadyTheirs)) {
      try a.changePractitioner(to: .test(7), at: second, as: .test(52))
    }
    #expect(try a.undoChange(.test(50)) != nil)
    #expect(throws: ServiceError.practitioner(.notPending)) { try a.undoChange(.test(50)) }
    #expect(try b.changePractitioner(to: .test(7), at: second, as: .test(51)) != nil)
    try b.end()
    try to(12, 1)
    #expect(throws: ServiceError.practitioner(.notPending)) { try own(two).undoChange(.test(51)) }
  }

  @Test func `two a year, what was undone not counted, and a new address gives one more`() throws {
    for (number, capacity) in [(20, 9), (21, 9), (22, 9)] {
      try put(second, .test(number), "Lege \(number)", capacity: capacity)
    }
    try to(2, 1, 2027)
    func change(_ to: Int, _ id: Int) throws {
      let record = try own(one)
      try record.changePractitioner(to: .test(to), at: second, as: .test(id))
      try record.end()
    }
    try change(20, 50)
    #expect(throws: ServiceError.practitioner(.pendingChange)) { try change(21, 51) }
    try own(one).undoChange(.test(50))
    try change(20, 52)
    try to(3, 1, 2027)
    try change(21, 53)
    try to(4, 1, 2027)
    #expect(throws: ServiceError.practitioner(.tooMany(year: 2027))) { try change(22, 54) }
    for (version, address) in [(2, "Gata 1"), (3, "Veien 2")] {
      _ = try test.store().journal(of: one).append(.importing(for: one)) {
        contents throws(StoreError) in
        guard case .person(var person)? = try contents[Person.recordID]?.content else { return [] }
        person.addresses = [address]
        return [Record(id: Person.recordID, version: version, content: .person(person))]
      }
    }
    try change(22, 55)
    #expect(try own(one).practitionerChanges().first?.content.ground == .moved)
    // The place with the one before is given up once the new holds.
    try to(5, 1, 2027)
    _ = try test.portal().rebuildDeliveries()
    #expect(try list(.test(21)).joining.isEmpty && list(.test(22)).joining.count == 1)
    try to(1, 2, 2028)
    try change(20, 56)
  }

  @Test func `one waiting list at a time, and only where there is no room`() throws {
    try put(second, .test(9), "Lege Tredje", capacity: 0)
    let record = try own(one)
    #expect(throws: ServiceError.practitioner(.hasFreePlace)) {
      try record.wait(for: .test(7), at: second)
    }
    #expect(try record.wait(for: .test(8), at: second) != nil)
    #expect(try record.wait(for: .test(8), at: second) == nil)
    #expect(try list(.test(8)).waiting.map(\.person) == [one])
    #expect(try record.wait(for: .test(9), at: second) != nil)
    #expect(try list(.test(8)).waiting.isEmpty && list(.test(9)).waiting.count == 1)
    #expect(try record.stopWaiting() != nil)
    #expect(try list(.test(9)).waiting.isEmpty)
    #expect(throws: ServiceError.practitioner(.notWaiting)) { try record.stopWaiting() }
  }

  @Test func `who changes stands on no list elsewhere, nor where another session waited meanwhile`()
    throws
  {
    try waitElsewhere()
    #expect(try elsewhere().waiting.map(\.person) == [one])
    try own(one).changePractitioner(to: .test(7), at: second, as: .test(50))
    #expect(try elsewhere().waiting.isEmpty)
    // A session that waits here while another, which it has not seen, waits elsewhere.
    let (here, there) = (try own(two), try own(two))
    _ = try here.waitingListPlace()
    try there.wait(for: .test(9), at: first)
    try there.end()
    try here.wait(for: .test(8), at: second)
    try here.end()
    #expect(try elsewhere().waiting.isEmpty && list(.test(8)).waiting.map(\.person) == [two])
  }

  /// Waits on a full list of the first practice.
  private func waitElsewhere() throws {
    try put(first, .test(9), "Lege Annensted", capacity: 0)
    let record = try own(one)
    try record.wait(for: .test(9), at: first)
    try record.end()
  }

  private func elsewhere() throws -> PatientList {
    try #require(test.store().practiceJournal(first).list(of: .test(9)))
  }

  @Test func `a proxy may not, and a parent who lives with the child may`() throws {
    let giver = try test.person(40, born: "1960-01-01")
    let holder = try test.person(41, born: "1985-01-01")
    let basis = try test.grant(.proxy, to: holder, by: giver)
    let record = try test.portal().open(giver, as: .person(holder), basis: basis)
    #expect(throws: ServiceError.refused(.onlyThePerson)) {
      try record.changePractitioner(to: .test(7), at: second, as: .test(50))
    }
    for (number, born) in [(42, "2020-01-01"), (43, "2013-01-01")] {
      let child = try test.person(UInt8(number), born: born)
      let apart = try test.grant(.parent, to: holder, by: child, number: 950) {
        $0.parenthood = ProxyGrant.Parenthood(sharesAddress: false)
      }
      // Somebody else lives with the child, so that this parent is let in at all.
      try test.grant(.parent, to: giver, by: child, number: 951)
      let other = try test.portal().open(child, as: .person(holder), basis: apart)
      #expect(throws: ServiceError.refused(.addressRule)) {
        try other.changePractitioner(to: .test(7), at: second, as: .test(50))
      }
      let together = try test.portal().open(
        child,
        as: .person(giver),
        basis: Basis(role: .parent, grant: .test(951))
      )
      #expect(try together.changePractitioner(to: .test(7), at: second, as: .test(50)) != nil)
      try together.undoChange(.test(50))
    }
    #expect(try list(.test(7)).joining.isEmpty)
  }

  @Test func `a place without its change is given back by the next start, or by doctor`() throws {
    let journal = try test.store().practiceJournal(second)
    let system = Attribution(actor: .system, subject: .system, basis: Basis(role: .system))
    try journal.changeList(of: .test(7), system) { list in
      let day = GeneralPractitionerChange.effect(of: OsloTime.date(test.clock.instant))
      list.joining.append(.init(person: one, change: .test(99), effective: day))
      return true
    }
    #expect(try test.portal().rebuildDeliveries().mended == 1)
    #expect(try list(.test(7)).joining.isEmpty)
  }

  @Test func `whatever call fails, a place and its change stand both or neither`() throws {
    let model = try PractitionerServiceTests()
    try model.waitElsewhere()
    model.test.disk.plan(nil)
    #expect(model.run())
    for call in 1...model.test.disk.count {
      let one = try PractitionerServiceTests()
      try one.waitElsewhere()
      one.test.disk.plan(.init(call: call, code: 5, isLasting: call.isMultiple(of: 2)))
      let isDone = one.run()
      one.test.disk.plan(nil)
      #expect(try one.test.portal().completeDeliveries().due == 0, "call \(call)")
      let places = try one.list(.test(7)).joining.count
      #expect(try one.own(one.one).practitionerChanges().count == places, "call \(call)")
      if isDone { #expect(places == 1, "call \(call)") }
      // Who has changed waits nowhere, neither in their record nor on the list.
      let isWaiting = try one.own(one.one).waitingListPlace() != nil
      #expect(isWaiting == (places == 0), "call \(call)")
      #expect(try one.elsewhere().waiting.count == (isWaiting ? 1 : 0), "call \(call)")
    }
  }

  private func run() -> Bool {
    guard let record = try? own(one) else { return false }
    let done = try? record.changePractitioner(to: .test(7), at: second, as: .test(50))
    try? record.end()
    return done != nil
  }
}
