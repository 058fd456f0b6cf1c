/// Which days are working days in Norway (no: virkedager): Monday to Friday without the holidays.
///
/// The holidays as the law has them today, in every year that is asked about. Christmas Eve and New
/// Year's Eve are none by law, though many offices are closed then; nothing is promised for them.
/// Source: lov om helligdager og helligdagsfred (LOV-1995-02-24-12) § 2, and lov om 1 og 17 mai som
/// høgtidsdagar (LOV-1947-04-26-1) § 1.
package enum NorwegianCalendar {
  package enum Holiday: String, CaseIterable, Sendable {
    case newYearsDay
    /// Skjærtorsdag.
    case maundyThursday
    /// Langfredag.
    case goodFriday
    case easterSunday
    case easterMonday
    case labourDay
    /// 17. mai.
    case constitutionDay
    /// Kristi himmelfartsdag.
    case ascensionDay
    /// Første pinsedag.
    case whitSunday
    case whitMonday
    case christmasDay
    /// Andre juledag.
    case boxingDay

    /// When it is in a year.
    fileprivate enum Rule {
      case fixed(month: Int, day: Int)
      case fromEaster(days: Int)
    }

    fileprivate var rule: Rule {
      switch self {
      case .newYearsDay: .fixed(month: 1, day: 1)
      case .maundyThursday: .fromEaster(days: -3)
      case .goodFriday: .fromEaster(days: -2)
      case .easterSunday: .fromEaster(days: 0)
      case .easterMonday: .fromEaster(days: 1)
      case .labourDay: .fixed(month: 5, day: 1)
      case .constitutionDay: .fixed(month: 5, day: 17)
      case .ascensionDay: .fromEaster(days: 39)
      case .whitSunday: .fromEaster(days: 49)
      case .whitMonday: .fromEaster(days: 50)
      case .christmasDay: .fixed(month: 12, day: 25)
      case .boxingDay: .fixed(month: 12, day: 26)
      }
    }
  }

  /// The holidays that a day is: none for most, two where a movable one meets a fixed one.
  package static func holidays(on day: CivilDate) -> [Holiday] {
    let afterEaster = day.daysSinceEpoch - easterSunday(of: day.year).daysSinceEpoch
    return Holiday.allCases.filter { holiday in
      switch holiday.rule {
      case .fixed(let month, let dayOfMonth): (month, dayOfMonth) == (day.month, day.day)
      case .fromEaster(let days): days == afterEaster
      }
    }
  }

  package static func isWorkingDay(_ day: CivilDate) -> Bool {
    day.weekday <= 5 && holidays(on: day).isEmpty
  }

  /// Easter Sunday by the Gregorian calendar, also for years before there was one.
  ///
  /// The computus of Meeus, Jones and Butcher (https://en.wikipedia.org/wiki/Date_of_Easter), for the
  /// years 1 to 9999; for another year that of the nearest of them.
  package static func easterSunday(of year: Int) -> CivilDate {
    let year = min(max(year, 1), 9999)
    let golden = year % 19
    let (century, yearOfCentury) = year.quotientAndRemainder(dividingBy: 100)
    let moonCorrection = (8 * century + 13) / 25
    let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
    let toSunday =
      (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let correction = (golden + 11 * epact + 22 * toSunday) / 451
    let days = epact + toSunday - 7 * correction + 114
    guard let date = CivilDate(year: year, month: days / 31, day: days % 31 + 1) else {
      preconditionFailure("Easter is in March or April")
    }
    return date
  }
}

extension NorwegianCalendar {
  /// The day itself where it is a working day, else the first one after it.
  package static func firstWorkingDay(from day: CivilDate) -> CivilDate {
    isWorkingDay(day) ? day : adding(workingDays: 1, to: day)
  }

  /// The working day that is so many after a day, which is not itself counted and need be none.
  ///
  /// The day itself for 0 and less; the last day of year 9999 where the calendar ends before that.
  package static func adding(workingDays count: Int, to day: CivilDate) -> CivilDate {
    var left = count
    var day = day
    while left > 0, day < day.next {
      day = day.next
      if isWorkingDay(day) { left -= 1 }
    }
    return day
  }

  /// How many working days there are after the first day, up to and with the last.
  ///
  /// 0 where the last is not later. Costs time with the number of days between.
  package static func workingDays(after first: CivilDate, through last: CivilDate) -> Int {
    var count = 0
    var day = first
    while day < last {
      day = day.next
      if isWorkingDay(day) { count += 1 }
    }
    return count
  }
}
