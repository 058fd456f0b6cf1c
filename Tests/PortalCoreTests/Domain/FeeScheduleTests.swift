import Testing

@testable import PortalCore

struct FeeScheduleTests {
  private let schedule = FeeSchedule.standard

  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func cost(
    _ contact: UserFee.Contact,
    _ day: String,
    hours: UserFee.Hours = .day,
    doctor: UserFee.Doctor = .general,
    born: String? = nil,
    cardFrom: String? = nil
  ) throws -> FeeSchedule.Answer {
    var question = FeeSchedule.Question(
      contact: contact,
      hours: hours,
      doctor: doctor,
      day: try self.day(day)
    )
    question.birthDate = born.flatMap { PartialDate($0) }
    question.card = try cardFrom.map { FeeExemptionCard(validFrom: try self.day($0)) }
    return schedule.cost(question)
  }

  @Test(arguments: [
    (UserFee.Contact.consultation, UserFee.Hours.day, UserFee.Doctor.general, 170),
    (.consultation, .day, .specialist, 224), (.consultation, .evening, .general, 288),
    (.consultation, .evening, .specialist, 342), (.eConsultation, .day, .general, 170),
    (.eConsultation, .evening, .specialist, 342), (.simpleContact, .evening, .specialist, 72),
    (.laboratory, .day, .general, 61), (.missedAppointment, .day, .general, 188),
    (.missedAppointment, .evening, .specialist, 304),
  ])
  func `a fee of 2023 to 2024 is known then`(
    contact: UserFee.Contact,
    hours: UserFee.Hours,
    doctor: UserFee.Doctor,
    kroner: Int
  ) throws {
    for day in ["2023-07-01", "2024-06-30"] {
      guard case .known(let fee) = try cost(contact, day, hours: hours, doctor: doctor) else {
        Issue.record("\(contact) is not known on \(day)")
        continue
      }
      #expect(fee.kroner == kroner && fee.year == 2023)
    }
  }

  @Test(arguments: [
    ("2024-07-01", 170, 2023), ("2026-11-21", 170, 2023), ("2023-06-30", 160, 2021),
  ])
  func `where no newer figure is known the last one is told as what it is`(
    day: String,
    kroner: Int,
    year: Int
  ) throws {
    guard case .outdated(let fee) = try cost(.consultation, day) else {
      Issue.record("not told as outdated")
      return
    }
    #expect(fee.kroner == kroner && fee.year == year)
  }

  @Test func `before the first figure nothing is known`() throws {
    #expect(try cost(.consultation, "2021-06-30") == .unknown)
    #expect(try cost(.missedAppointment, "2020-01-01", born: "2015-01-01") == .unknown)
  }

  @Test func `nobody pays for a message to the office`() throws {
    #expect(try cost(.office, "2026-11-21") == .free(.always))
    #expect(try cost(.office, "2026-11-21", born: "2020-01-01") == .free(.always))
  }

  @Test(arguments: [
    ("2008-03-10", "2024-03-09", true), ("2008-03-10", "2024-03-10", false),
    ("2008-02-29", "2024-02-28", true), ("2008-02-29", "2024-02-29", false),
    ("2007-02-28", "2023-02-27", true), ("2030-01-01", "2024-03-09", false),
    ("2008", "2023-12-31", true), ("2008", "2024-01-01", false), ("2008-03", "2024-03-01", false),
  ])
  func `a child pays nothing until the sixteenth birthday`(
    born: String,
    day: String,
    isFree: Bool
  ) throws {
    let answer = try cost(.consultation, day, born: born)
    #expect((answer == .free(.child(underAgeInYears: 16))) == isFree)
  }

  @Test(arguments: [
    ("2024-03-10", "2024-03-09", false), ("2024-03-10", "2024-03-10", true),
    ("2024-03-10", "2024-12-31", true), ("2024-03-10", "2025-01-01", false),
    ("2023-03-10", "2024-03-10", false),
  ])
  func `an exemption card holds from its day to the end of its year`(
    from: String,
    day: String,
    isFree: Bool
  ) throws {
    let answer = try cost(.eConsultation, day, cardFrom: from)
    #expect((answer == .free(.exemptionCard)) == isFree)
  }

  @Test func `what is paid for not having come is paid by children and with a card too`() throws {
    let answer = try cost(
      .missedAppointment,
      "2024-03-10",
      born: "2020-01-01",
      cardFrom: "2024-01-01"
    )
    guard case .known(let fee) = answer else {
      Issue.record("not known")
      return
    }
    #expect(fee.kroner == 188)
  }

  @Test func `a child pays nothing also where no figure is known`() throws {
    #expect(
      try cost(.consultation, "2019-01-01", born: "2010-01-01")
        == .free(.child(underAgeInYears: 16))
    )
  }

  @Test(arguments: [
    (2019, nil), (2020, 2460), (2022, 2921), (2023, 3040), (2024, 3165), (2025, 3278),
    (2026, 3278),
  ])
  func `the cap of a year is known or not`(year: Int, kroner: Int?) {
    let expected = kroner.map { FeeSchedule.CapAnswer.known(.init(year: year, kroner: $0)) }
    #expect(schedule.cap(in: year) == expected ?? .unknown)
  }

  @Test func `for a year to come the cap is that of the last one known`() {
    #expect(schedule.cap(in: 2027) == .outdated(.init(year: 2026, kroner: 3278)))
    #expect(schedule.cap(in: 2021) == .outdated(.init(year: 2020, kroner: 2460)))
  }

  @Test func `a newer row holds before an older one without an end`() throws {
    let old = UserFee(contact: .laboratory, kroner: 61, validFrom: try day("2024-01-01"))
    let new = UserFee(
      contact: .laboratory,
      kroner: 70,
      validFrom: try day("2025-01-01"),
      validTo: try day("2025-12-31")
    )
    let schedule = FeeSchedule(fees: [new, old], caps: [], freeUnderAgeInYears: 16)
    func answer(_ day: String) throws -> FeeSchedule.Answer {
      schedule.cost(FeeSchedule.Question(contact: .laboratory, day: try self.day(day)))
    }
    #expect(try answer("2024-12-31") == .known(old))
    #expect(try answer("2025-01-01") == .known(new))
    #expect(try answer("2026-01-01") == .known(old))
  }
}
