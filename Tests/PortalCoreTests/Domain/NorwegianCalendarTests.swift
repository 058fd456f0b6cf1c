import Testing

@testable import PortalCore

struct NorwegianCalendarTests {
  /// Dates that almanacs print, among them the earliest and the latest that Easter can be.
  @Test(arguments: [
    "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
    "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
    "2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22",
  ])
  func `Easter Sunday is where the almanac has it`(text: String) throws {
    let date = try #require(CivilDate(text))
    #expect(NorwegianCalendar.easterSunday(of: date.year) == date)
  }

  @Test func `Easter is a Sunday from 22 March to 25 April in every year there is`() {
    for year in 1...9999 {
      let date = NorwegianCalendar.easterSunday(of: year)
      #expect(date.year == year && date.weekday == 7)
      #expect((date.month, date.day) >= (3, 22) && (date.month, date.day) <= (4, 25))
    }
    #expect(NorwegianCalendar.easterSunday(of: .min).year == 1)
    #expect(NorwegianCalendar.easterSunday(of: .max).year == 9999)
  }

  @Test func `the holidays of 2026 are these`() throws {
    var found: [String: [NorwegianCalendar.Holiday]] = [:]
    var day = try #require(CivilDate("2026-01-01"))
    while day.year == 2026 {
      let holidays = NorwegianCalendar.holidays(on: day)
      if !holidays.isEmpty { found[day.description] = holidays }
      day = day.next
    }
    #expect(
      found == [
        "2026-01-01": [.newYearsDay], "2026-04-02": [.maundyThursday],
        "2026-04-03": [.goodFriday], "2026-04-05": [.easterSunday],
        "2026-04-06": [.easterMonday], "2026-05-01": [.labourDay],
        "2026-05-14": [.ascensionDay], "2026-05-17": [.constitutionDay],
        "2026-05-24": [.whitSunday], "2026-05-25": [.whitMonday],
        "2026-12-25": [.christmasDay], "2026-12-26": [.boxingDay],
      ]
    )
  }

  @Test(arguments: [
    ("2027-05-17", [NorwegianCalendar.Holiday.constitutionDay, .whitMonday]),
    ("2008-05-01", [.labourDay, .ascensionDay]),
    ("2012-05-17", [.constitutionDay, .ascensionDay]),
  ])
  func `a day can be two holidays`(text: String, holidays: [NorwegianCalendar.Holiday]) throws {
    let day = try #require(CivilDate(text))
    #expect(NorwegianCalendar.holidays(on: day) == holidays)
    #expect(!NorwegianCalendar.isWorkingDay(day))
  }

  @Test(arguments: [
    ("2026-04-01", true), ("2026-04-02", false), ("2026-04-04", false), ("2026-04-07", true),
    ("2026-05-18", true), ("2026-12-24", true), ("2026-12-31", true), ("2026-11-22", false),
  ])
  func `working days are Monday to Friday without holidays`(text: String, isWorking: Bool) throws {
    #expect(NorwegianCalendar.isWorkingDay(try #require(CivilDate(text))) == isWorking)
  }

  @Test(arguments: [
    ("2026-11-20", 1, "2026-11-23"), ("2026-11-21", 1, "2026-11-23"),
    ("2026-11-20", 5, "2026-11-27"), ("2026-04-01", 1, "2026-04-07"),
    ("2026-12-23", 2, "2026-12-28"), ("2026-12-30", 2, "2027-01-04"),
    ("2026-11-21", 0, "2026-11-21"), ("2026-11-20", -3, "2026-11-20"),
    ("9999-12-30", 9, "9999-12-31"),
  ])
  func `so many working days after a day`(start: String, count: Int, end: String) throws {
    let start = try #require(CivilDate(start))
    #expect(NorwegianCalendar.adding(workingDays: count, to: start).description == end)
  }

  @Test func `counting and adding agree for every day of three years`() throws {
    let first = try #require(CivilDate("2025-01-01")).daysSinceEpoch
    for offset in 0..<1096 {
      let day = CivilDate(daysSinceEpoch: first + offset)
      let fifth = NorwegianCalendar.adding(workingDays: 5, to: day)
      #expect(NorwegianCalendar.isWorkingDay(fifth))
      #expect(NorwegianCalendar.workingDays(after: day, through: fifth) == 5)
      #expect(NorwegianCalendar.workingDays(after: fifth, through: day) == 0)
      let start = NorwegianCalendar.firstWorkingDay(from: day)
      #expect(NorwegianCalendar.isWorkingDay(start) && start >= day)
      #expect(NorwegianCalendar.workingDays(after: day, through: start) == (start == day ? 0 : 1))
    }
  }
}
