import Testing

@testable import PortalCore

/// Booking, moving, cancelling and answering a proposal, by the person and who acts for them.
struct BookingServiceTests {
  let test: TestStore
  let one: Person.ID
  let two: Person.ID
  let practice: Practice.ID
  let office: OpenPractice

  init() throws {
    test = try TestStore()
    (one, two) = (try test.person(1), try test.person(2))
    let portal = try test.portal()
    practice = try portal.practice(of: try portal.openOwn(one))
    office = try portal.openPractice(practice, as: .system)
    try office.put(StaffMember(name: "Lege Legesen", work: .doctor), as: .test(7))
    for number in 1...4 {
      let start = test.clock.instant.advanced(bySeconds: Int64(number) * 86_400)
      try office.offer(.test(number), at: start, minutes: 20, practitioner: .test(7))
    }
  }

  private func own(_ id: Person.ID) throws -> OpenRecord { try test.portal().openOwn(id) }

  /// Somebody of the practice's in the person's record.
  private func staff(in id: Person.ID) throws -> OpenRecord {
    try test.portal().open(
      id,
      as: .staff(practice: try #require(RecordID(practice.text)), member: .test(7)),
      basis: Basis(role: .staff)
    )
  }

  private func states() throws -> [SlotView.State] {
    let portal = try test.portal()
    let day = test.clock.instant..<test.clock.instant.advanced(bySeconds: 100 * 86_400)
    return try portal.openPractice(practice, as: .person(one)).slots(in: day).map(\.state)
  }

  @Test func `a free time is booked once, with what a citizen needs to know`() throws {
    let record = try own(one)
    let plan = try record.bookingPlan()
    #expect(plan.state == .on && plan.times.map(\.id) == (1...4).map { .test($0) })
    #expect(plan.times.first?.practitionerName == "Lege Legesen")
    let request = BookingRequest(slot: .test(2), about: "Vondt i kneet")
    #expect(try record.book(request, as: .test(20)) != nil)
    #expect(try record.book(request, as: .test(20)) == nil)
    let entry = try #require(record.appointments().first)
    #expect(entry.id == .test(20) && entry.content.status == .booked)
    #expect(entry.content.description == "Vondt i kneet" && entry.content.minutes == 20)
    #expect(entry.content.participants.first?.display == "Lege Legesen")
    #expect(entry.content.care == .primary)
    #expect(try states() == [.free, .own(appointment: .test(20)), .free, .free])
    #expect(try own(two).bookingPlan().times.map(\.id) == [.test(1), .test(3), .test(4)])
    // What it is about is nowhere in the practice's own journal.
    let bytes = try test.practiceJournalBytes(practice)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("kneet"))
  }

  @Test func `a time taken a moment ago is a clear answer, and nothing is written`() throws {
    let (first, second) = (try own(one), try own(two))
    _ = try second.bookingPlan()
    try first.book(BookingRequest(slot: .test(1)), as: .test(20))
    let before = try test.journalBytes(of: two)
    #expect(throws: ServiceError.appointment(.timeTaken)) {
      try second.book(BookingRequest(slot: .test(1)), as: .test(21))
    }
    #expect(throws: ServiceError.appointment(.noSuchTime)) {
      try second.book(BookingRequest(slot: .test(99)), as: .test(21))
    }
    #expect(try test.journalBytes(of: two) == before)
    #expect(try second.appointments().isEmpty)
  }

  @Test func `a time that is over, a service that is off, and a text too long are refused`() throws
  {
    let record = try own(one)
    try office.set(.appointmentBooking, to: .off(reason: "Ferie"))
    #expect(try record.bookingPlan().state == .off(reason: "Ferie"))
    #expect(try record.bookingPlan().times.isEmpty)
    #expect(throws: ServiceError.appointment(.notOffered(reason: "Ferie"))) {
      try record.book(BookingRequest(slot: .test(1)), as: .test(20))
    }
    try office.set(.appointmentBooking, to: .on, practitioner: .test(7))
    #expect(try record.bookingPlan().times.count == 4)
    test.clock.advance(bySeconds: 86_400)
    #expect(throws: ServiceError.appointment(.timeOver)) {
      try record.book(BookingRequest(slot: .test(1)), as: .test(20))
    }
    let long = BookingRequest(slot: .test(2), about: String(repeating: "æ", count: 1001))
    #expect(throws: ServiceError.appointment(.tooLong(limit: 1000))) {
      try record.book(long, as: .test(20))
    }
    #expect(try states() == [.free, .free, .free, .free])
  }

  @Test func `moving takes the new time, keeps the appointment, and frees the old`() throws {
    let record = try own(one)
    try record.book(BookingRequest(slot: .test(1), about: "Kne"), as: .test(20))
    try own(two).book(BookingRequest(slot: .test(2)), as: .test(21))
    #expect(throws: ServiceError.appointment(.timeTaken)) {
      try record.move(.test(20), base: 1, to: .test(2))
    }
    #expect(try record.move(.test(20), base: 1, to: .test(3)) != nil)
    #expect(try record.move(.test(20), base: 1, to: .test(3)) == nil)
    #expect(throws: ServiceError.store(.conflict(.test(20), newest: 2))) {
      try record.move(.test(20), base: 1, to: .test(4))
    }
    let entry = try #require(record.appointments().first)
    #expect(entry.version == 2 && entry.content.slot == .test(3))
    #expect(entry.content.description == "Kne" && entry.content.status == .booked)
    #expect(try states() == [.free, .taken, .own(appointment: .test(20)), .free])
  }

  @Test func `cancelling says why and by whom, frees the time, and is done once`() throws {
    let record = try own(one)
    try record.book(BookingRequest(slot: .test(1)), as: .test(20))
    #expect(try record.cancel(.test(20), base: 1, words: "Frisk igjen") != nil)
    #expect(throws: ServiceError.appointment(.notPossible(.ended))) {
      try record.cancel(.test(20), base: 2)
    }
    let entry = try #require(record.appointments().first)
    #expect(entry.content.status == .cancelled)
    #expect(entry.content.cancellationReason?.text == "Frisk igjen")
    #expect(entry.content.cancellationReason?.code(in: CodeSystem.cancellationReason) == "AAI")
    #expect(try states().first == .free)
    // The id is used up: another booking is another appointment.
    #expect(throws: ServiceError.store(.conflict(.test(20), newest: 2))) {
      try record.book(BookingRequest(slot: .test(1)), as: .test(20))
    }
    #expect(try states().first == .free)
  }

  @Test func `nothing is cancelled or moved once it has begun`() throws {
    let record = try own(one)
    try record.book(BookingRequest(slot: .test(1)), as: .test(20))
    test.clock.advance(bySeconds: 86_400)
    #expect(throws: ServiceError.appointment(.notPossible(.begun))) {
      try record.cancel(.test(20), base: 1)
    }
    #expect(throws: ServiceError.appointment(.notPossible(.begun))) {
      try record.move(.test(20), base: 1, to: .test(2))
    }
  }

  @Test func `only with full consent, and by a proxy only in their area`() throws {
    let basic = try test.person(3, consent: .basisPlus)
    #expect(throws: ServiceError.refused(.consentLevel(needed: .full))) {
      try own(basic).book(BookingRequest(slot: .test(1)), as: .test(20))
    }
    let giver = try test.person(40, born: "1960-01-01")
    let holder = try test.person(41, born: "1985-01-01")
    let seeing = try test.grant(.proxy, to: holder, by: giver, areas: [.registered])
    let record = try test.portal().open(giver, as: .person(holder), basis: seeing)
    #expect(throws: ServiceError.refused(.notInGrant(.digitalServices))) {
      try record.book(BookingRequest(slot: .test(1)), as: .test(20))
    }
    let basis = try test.grant(.proxy, to: holder, by: giver, number: 901)
    let acting = try test.portal().open(giver, as: .person(holder), basis: basis)
    #expect(try acting.book(BookingRequest(slot: .test(1)), as: .test(20)) != nil)
    try acting.end()
    #expect(try own(giver).appointments().map(\.id) == [.test(20)])
    #expect(try own(holder).appointments().isEmpty)
    let line = try #require(test.lines(of: giver).last { $0.attribution?.basis.role == .proxy })
    #expect(line.attribution?.actor == .person(holder))
    #expect(try acting.cancel(.test(20), base: 1) != nil)
    let reason = try #require(own(giver).appointments().first?.content.cancellationReason)
    #expect(reason.code(in: CodeSystem.cancellationReason) == "APVAI")
  }

  @Test func `parents book for a child, and lose it with the child's sixteenth birthday`() throws {
    let parent = try test.person(50, born: "1985-01-01")
    let child = try test.person(51, born: "2012-01-01")
    let basis = try test.grant(.parent, to: parent, by: child)
    let record = try test.portal().open(child, as: .person(parent), basis: basis)
    #expect(try record.book(BookingRequest(slot: .test(1)), as: .test(20)) != nil)
    #expect(try record.appointments().count == 1)
    // A young person looks, and does not book.
    #expect(throws: ServiceError.refused(.parentalConsentMissing)) {
      try own(child).book(BookingRequest(slot: .test(2)), as: .test(21))
    }
    let adult = try test.person(52, born: "2010-11-21")
    let over = try test.grant(.parent, to: parent, by: adult)
    #expect(throws: ServiceError.refused(.childTurned(years: 16))) {
      try test.portal().open(adult, as: .person(parent), basis: over)
        .book(BookingRequest(slot: .test(2)), as: .test(22))
    }
  }

  @Test func `specialist appointments are hidden from the parents of a youth, and labels hide too`()
    throws
  {
    let parent = try test.person(60, born: "1985-01-01")
    let youth = try test.person(61, born: "2012-01-01")
    let basis = try test.grant(.parent, to: parent, by: youth)
    _ = try test.store().journal(of: youth).append(.importing(for: youth)) { _ in
      [
        Record(
          id: .test(30),
          version: 1,
          content: .appointment(Appointment(status: .booked, care: .specialist))
        ),
        Record(
          id: .test(31),
          version: 1,
          content: .appointment(Appointment(status: .booked, care: .primary))
        ),
        Record(
          id: .test(32),
          version: 1,
          content: .appointment(Appointment(status: .booked, care: .primary)),
          labels: [.fromParents]
        ),
      ]
    }
    let record = try test.portal().open(youth, as: .person(parent), basis: basis)
    #expect(try record.appointments().map(\.id) == [.test(31)])
    #expect(throws: ServiceError.noSuchRecord) { try record.cancel(.test(30), base: 1) }
    #expect(throws: ServiceError.noSuchRecord) { try record.cancel(.test(32), base: 1) }
  }

  @Test func `what a file brought may be cancelled where its flags say so`() throws {
    var allowed = Appointment(status: .booked, care: .specialist)
    allowed.permissions = [.cancelWithComment]
    let asking: Appointment = {
      var asking = Appointment(status: .booked, care: .specialist)
      asking.permissions = [.changeByDialogue]
      return asking
    }()
    let closed = Appointment(status: .booked, care: .specialist)
    _ = try test.store().journal(of: one).append(.importing(for: one)) { _ in
      [allowed, asking, closed].enumerated().map {
        Record(id: .test(30 + $0.offset), version: 1, content: .appointment($0.element))
      }
    }
    let record = try own(one)
    #expect(throws: ServiceError.appointment(.wordsMissing)) {
      try record.cancel(.test(30), base: 1, words: " ")
    }
    #expect(try record.cancel(.test(30), base: 1, words: "Reiser bort") != nil)
    #expect(throws: ServiceError.appointment(.notPossible(.byAsking))) {
      try record.cancel(.test(31), base: 1, words: "x")
    }
    #expect(throws: ServiceError.appointment(.notPossible(.notAllowed))) {
      try record.cancel(.test(32), base: 1, words: "x")
    }
  }

  @Test func `the practice proposes a time, and the person says yes or no`() throws {
    let desk = try staff(in: one)
    for (slot, id) in [(1, 20), (2, 21)] {
      let time = try desk.claimTime(
        BookingRequest(slot: .test(slot), thread: .test(90)),
        as: .test(id)
      )
      _ = try desk.append(.write, in: .appointments, of: AccessItem(kind: .appointment)) {
        contents throws(StoreError) in [try time.record(contents)]
      }
    }
    try desk.end()
    let record = try own(one)
    #expect(try record.appointments().map(\.content.status) == [.proposed, .proposed])
    #expect(throws: ServiceError.appointment(.notPossible(.onlyProposed))) {
      try record.move(.test(20), base: 1, to: .test(3))
    }
    #expect(try record.accept(.test(20), base: 1) != nil)
    #expect(try record.cancel(.test(21), base: 1, words: "Passer ikke") != nil)
    #expect(
      try states() == [.own(appointment: .test(20)), .free, .free, .free]
    )
    #expect(throws: ServiceError.appointment(.notPossible(.notProposed))) {
      try record.accept(.test(20), base: 1)
    }
  }

  @Test func `a proposal that was not stored leaves the time free`() throws {
    let desk = try staff(in: one)
    let time = try desk.claimTime(BookingRequest(slot: .test(1)), as: .test(20))
    #expect(try states().first == .own(appointment: .test(20)))
    desk.abandonProposal()
    #expect(try states().first == .free)
    #expect(throws: ServiceError.store(.busy)) {
      try desk.append(.write, in: .appointments, of: AccessItem(kind: .appointment)) {
        contents throws(StoreError) in [try time.record(contents)]
      }
    }
    #expect(throws: ServiceError.refused(.onlyHealthService)) {
      _ = try own(one).claimTime(BookingRequest(slot: .test(1)), as: .test(21))
    }
  }

  @Test func `the practice says who came, and the person cannot`() throws {
    let record = try own(one)
    for number in 1...2 {
      try record.book(BookingRequest(slot: .test(number)), as: .test(20 + number))
    }
    #expect(throws: ServiceError.refused(.onlyHealthService)) {
      try record.settle(.test(21), base: 1, .fulfil)
    }
    let desk = try staff(in: one)
    #expect(try desk.settle(.test(21), base: 1, .fulfil) != nil)
    #expect(try desk.settle(.test(22), base: 1, .miss) != nil)
    #expect(throws: ServiceError.appointment(.notPossible(.ended))) {
      try desk.settle(.test(21), base: 2, .miss)
    }
    #expect(throws: ServiceError.refused(.onlyHealthService)) {
      try desk.settle(.test(21), base: 2, .cancel)
    }
    // What has been keeps its time.
    try desk.end()
    #expect(
      try states() == [.own(appointment: .test(21)), .own(appointment: .test(22)), .free, .free]
    )
  }

  @Test(arguments: [
    // A Tuesday: 24 hours before. A Monday with the hospital: Friday at noon.
    ("2026-11-24T09:00:00Z", Appointment.Care.specialist, "2026-11-23T09:00:00Z"),
    ("2026-11-23T09:00:00Z", .specialist, "2026-11-20T11:00:00Z"),
    ("2026-11-23T09:00:00Z", .primary, "2026-11-22T09:00:00Z"),
    // The Sunday on which the clock goes back lies between.
    ("2026-10-26T09:00:00Z", .specialist, "2026-10-23T10:00:00Z"),
  ])
  func `until when cancelling is free`(
    start: String,
    care: Appointment.Care,
    deadline: String
  ) throws {
    var appointment = Appointment(status: .booked, care: care)
    appointment.start = PartialDate(start)
    let end = try #require(Instant(deadline))
    #expect(appointment.feeDeadline == end)
    #expect(!appointment.options(at: end).isLate)
    #expect(appointment.options(at: Instant(milliseconds: end.milliseconds + 1)).isLate)
  }
}
