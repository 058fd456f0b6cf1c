import Testing

@testable import PortalCore

/// What is new since the last visit: what others did, and what time did; not what one did oneself.
struct NewsTests {
  let test: TestStore
  let id: Person.ID

  init() throws {
    test = try TestStore()
    id = try test.person(1, born: "1980-01-01")
  }

  private func staff() throws -> Attribution {
    let practice = try test.portal().practice(of: try test.portal().openOwn(id))
    return Attribution(
      actor: .staff(practice: try #require(RecordID(practice.text)), member: .test(7)),
      subject: .person(id),
      basis: Basis(role: .staff)
    )
  }

  private func write(
    _ number: Int,
    _ content: RecordContent,
    as attribution: Attribution
  ) throws {
    test.clock.advance(bySeconds: 60)
    _ = try test.store().journal(of: id).append(attribution) { contents throws(StoreError) in
      let version = try contents.version(of: .test(number)) + 1
      return [Record(id: .test(number), version: version, content: content)]
    }
    test.clock.advance(bySeconds: 60)
  }

  /// A visit: what is new at it.
  private func visit() throws -> News {
    test.clock.advance(bySeconds: 60)
    let record = try test.portal().openOwn(id)
    let news = try record.news(newest: .max)
    try record.end()
    return news
  }

  private func appointment(_ status: Appointment.Status) -> RecordContent {
    var appointment = Appointment(status: status, care: .primary)
    appointment.start = PartialDate(test.clock.instant.advanced(bySeconds: 30 * 86_400))
    return .appointment(appointment)
  }

  @Test func `an appointment is news where others made or changed it last`() throws {
    let staff = try staff()
    #expect(try visit().count == 0)
    try write(1, appointment(.booked), as: .own(id))
    try write(2, appointment(.proposed), as: staff)
    let news = try visit()
    #expect(news.newest.map(\.id) == [.test(2)] && news.counts == [.appointments: 1])
    #expect(news.kinds == [.appointment])
    #expect(try visit().count == 0)
    // The practice calls off what was booked; what it proposed is accepted.
    try write(1, appointment(.cancelled), as: staff)
    try write(2, appointment(.booked), as: .own(id))
    #expect(try visit().newest.map(\.id) == [.test(1)])
  }

  @Test func `what one does for another is news to them, and not to oneself`() throws {
    let holder = try test.person(2, born: "1985-01-01")
    let basis = try test.grant(.proxy, to: holder, by: id)
    _ = try visit()
    func visitAsHolder() throws -> News {
      test.clock.advance(bySeconds: 60)
      let record = try test.portal().open(id, as: .person(holder), basis: basis)
      let news = try record.news(newest: .max)
      try record.end()
      return news
    }
    #expect(try visitAsHolder().count == 0)
    let proxy = Attribution(actor: .person(holder), subject: .person(id), basis: basis)
    try write(1, appointment(.booked), as: proxy)
    #expect(try visitAsHolder().count == 0)
    #expect(try visit().newest.map(\.id) == [.test(1)])
  }

  @Test func `of renewals the refusal is news, and an approval is the new prescription`() throws {
    let staff = try staff()
    _ = try visit()
    for (number, state) in zip(10..., PrescriptionRenewal.State.allCases) {
      var renewal = PrescriptionRenewal(
        prescription: .test(number + 100),
        message: .test(9),
        requested: test.clock.instant
      )
      renewal.state = state
      try write(number, .renewal(renewal), as: staff)
    }
    let news = try visit()
    #expect(news.newest.map(\.id) == [.test(12)] && news.counts == [.prescriptions: 1])
  }

  @Test func `a change of practitioner is news on the day that it takes effect, once`() throws {
    func change(_ undone: Bool) throws -> RecordContent {
      var change = GeneralPractitionerChange(
        to: .test(7),
        named: "Lege Ny",
        at: try test.store().practice(identifiedBy: "name|nye leger"),
        .ordinary,
        requested: test.clock.instant,
        effective: GeneralPractitionerChange.effect(of: OsloTime.date(test.clock.instant))
      )
      if undone { change.undone = test.clock.instant }
      return .practitionerChange(change)
    }
    _ = try visit()
    try write(1, try change(false), as: .own(id))
    try write(2, try change(true), as: .own(id))
    #expect(try visit().count == 0)
    let first = GeneralPractitionerChange.effect(of: OsloTime.date(test.clock.instant))
    test.clock.set(OsloTime.noon(CivilDate(daysSinceEpoch: first.daysSinceEpoch - 1)))
    #expect(try visit().count == 0)
    test.clock.set(OsloTime.noon(first))
    let news = try visit()
    #expect(news.newest.map(\.id) == [.test(1)] && news.kinds == [.practitionerChange])
    #expect(try visit().count == 0)
    test.clock.set(OsloTime.noon(CivilDate(daysSinceEpoch: first.daysSinceEpoch + 1)))
    #expect(try visit().count == 0)
  }
}
