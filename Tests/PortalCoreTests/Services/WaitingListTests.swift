import Testing

@testable import PortalCore

/// Places that come free are given to those who wait, in their order, once, whatever fails.
struct WaitingListTests {
  let test: TestStore
  let people: [Person.ID]
  let practice: Practice.ID
  private let system = Attribution(
    actor: .system,
    subject: .system,
    basis: Basis(role: .system)
  )

  init() throws {
    try self.init(people: 3)
  }

  private init(people count: UInt8) throws {
    test = try TestStore()
    let test = test
    people = try (1...count).map { try test.person($0, born: "1980-01-01") }
    practice = try test.store().practice(identifiedBy: "name|nye leger")
    try test.store().makePractice(practice)
    let staff = StaffMember(name: "Lege Full", work: .doctor)
    _ = try test.store().practiceJournal(practice).append(system) { _ in
      [PracticeRecord(id: .test(8), version: 1, content: .staffMember(staff))]
    }
    try room(for: 0)
  }

  /// Says how many the list has room for, and does nothing more.
  private func room(for capacity: Int) throws {
    let id = PatientList.id(of: .test(8))
    _ = try test.store().practiceJournal(practice).append(system) { newest in
      var list = PatientList(of: .test(8), capacity: capacity, members: 0)
      if case .patientList(let known)? = newest[id]?.record.content {
        (list.joining, list.waiting) = (known.joining, known.waiting)
      }
      let version = (newest[id]?.record.version ?? 0) + 1
      return [PracticeRecord(id: id, version: version, content: .patientList(list))]
    }
  }

  private func open() throws -> Int {
    try WaitingListSettlement(store: test.store(), practice: practice).run()
  }

  private func list() throws -> PatientList {
    try #require(test.store().practiceJournal(practice).list(of: .test(8)))
  }

  private func own(_ id: Person.ID) throws -> OpenRecord { try test.portal().openOwn(id) }

  /// They come one after the other.
  private func wait(_ waiting: some Sequence<Person.ID>) throws {
    for person in waiting {
      test.clock.advance(bySeconds: 60)
      let record = try own(person)
      try record.wait(for: .test(8), at: practice)
      try record.end()
    }
  }

  private func changes(_ person: Person.ID) throws -> [GeneralPractitionerChange] {
    try own(person).practitionerChanges().map(\.content)
  }

  @Test func `a list that was waited for opens when ten places are free`() throws {
    try wait(people.prefix(2))
    try room(for: PatientList.placesToOpen - 1)
    #expect(try open() == 0)
    #expect(try list().waiting.count == 2 && list().joining.isEmpty)
    // Nobody passes those who wait, though there is room.
    #expect(throws: ServiceError.practitioner(.noFreePlace)) {
      try own(people[2]).changePractitioner(to: .test(8), at: practice, as: .test(50))
    }
    try room(for: PatientList.placesToOpen)
    #expect(try open() == 2)
    #expect(try list().joining.map(\.person) == Array(people.prefix(2)) && list().waiting.isEmpty)
    for person in people.prefix(2) {
      let change = try #require(changes(person).first)
      #expect(change.ground == .waitingList && change.name == "Lege Full")
      #expect(
        change.effective == GeneralPractitionerChange.effect(of: OsloTime.date(test.clock.instant))
      )
      #expect(try own(person).waitingListPlace() == nil)
      #expect(try own(person).practitionerReceipts().map(\.event) == [.joined])
    }
    #expect(try own(people[2]).changePractitioner(to: .test(8), at: practice, as: .test(50)) != nil)
  }

  @Test func `again it changes nothing, and the places are not among the two of a year`() throws {
    try wait(people.prefix(1))
    try room(for: 12)
    #expect(try open() == 1)
    let before = (try test.practiceJournalBytes(practice), try test.journalBytes(of: people[0]))
    #expect(try open() == 0)
    _ = try test.portal().rebuildDeliveries()
    #expect(try test.practiceJournalBytes(practice) == before.0)
    #expect(try test.journalBytes(of: people[0]) == before.1)
    #expect(try test.store().markers().isEmpty)
    let id = try #require(own(people[0]).practitionerChanges().first?.id)
    try own(people[0]).undoChange(id)
    _ = try test.portal().rebuildDeliveries()
    #expect(try list().joining.isEmpty && list().waiting.isEmpty)
    #expect(try own(people[0]).practitionerReceipts().count == 2)
    for number in 60...61 {
      let record = try own(people[0])
      try record.changePractitioner(to: .test(8), at: practice, as: .test(number))
      try record.undoChange(.test(number))
    }
  }

  @Test func `who came first is first, and the rest wait for the next ten`() throws {
    let many = try WaitingListTests(people: 12)
    try many.wait(many.people.prefix(11).reversed())
    try many.room(for: 10)
    #expect(try many.open() == 10)
    #expect(try many.list().joining.map(\.person) == many.people[1...10].reversed())
    #expect(try many.list().waiting.map(\.person) == [many.people[0]])
    try many.room(for: 19)
    #expect(try many.open() == 0)
    try many.room(for: 20)
    #expect(try many.open() == 1)
    #expect(try many.changes(many.people[0]).count == 1)
  }

  @Test func `who looks for a practitioner gets the place they waited for`() throws {
    try wait(people.prefix(1))
    try room(for: 10)
    let record = try own(people[0])
    #expect(try record.practitioners().map(\.waiting) == [0])
    #expect(try record.practitionerChanges().map(\.content.ground) == [.waitingList])
    #expect(try record.waitingListPlace() == nil)
  }

  @Test func `who stopped waiting gets nothing, nor does anybody from who has left`() throws {
    try wait(people.prefix(2))
    try own(people[0]).stopWaiting()
    try room(for: 10)
    let staff = StaffMember(name: "Lege Full", work: .doctor, ended: test.clock.instant)
    _ = try test.store().practiceJournal(practice).append(system) { _ in
      [PracticeRecord(id: .test(8), version: 2, content: .staffMember(staff))]
    }
    #expect(try open() == 0)
    let back = StaffMember(name: "Lege Full", work: .doctor)
    _ = try test.store().practiceJournal(practice).append(system) { _ in
      [PracticeRecord(id: .test(8), version: 3, content: .staffMember(back))]
    }
    #expect(try open() == 1)
    #expect(try changes(people[0]).isEmpty && changes(people[1]).count == 1)
  }

  @Test func `whatever call fails, a place and its change stand both or neither`() throws {
    let model = try WaitingListTests()
    try model.wait(model.people.prefix(2))
    try model.room(for: 10)
    model.test.disk.plan(nil)
    #expect(try model.open() == 2)
    let calls = model.test.disk.count
    #expect(calls > 10)
    for call in 1...calls {
      let one = try WaitingListTests()
      try one.wait(one.people.prefix(2))
      try one.room(for: 10)
      one.test.disk.plan(.init(call: call, code: 5, isLasting: call.isMultiple(of: 2)))
      _ = try? one.open()
      one.test.disk.plan(nil)
      #expect(try one.test.portal().completeDeliveries().due == 0, "call \(call)")
      let list = try one.list()
      let changed = try one.people.prefix(2).filter { try !one.changes($0).isEmpty }
      #expect(list.joining.map(\.person) == changed, "call \(call)")
      #expect(list.joining.count + list.waiting.count == 2, "call \(call)")
      // Whoever looks next completes it.
      _ = try one.open()
      for person in one.people.prefix(2) {
        #expect(try one.changes(person).count == 1, "call \(call)")
        #expect(try one.own(person).waitingListPlace() == nil, "call \(call)")
      }
    }
  }
}
