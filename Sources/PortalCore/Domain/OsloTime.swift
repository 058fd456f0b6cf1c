/// Civil time in Norway: Central European Time with summer time by the rule of the European Union.
///
/// Our own, because `TimeZone(identifier:)` needs ICU, which the static program does not carry.
/// Exact from 1981; before that winter time is used all year round.
/// Source: Directive 2000/84/EC, and tzdata's `Europe/Oslo` for 1981 to 1995.
package enum OsloTime {
  /// The day and the time on a clock in Norway at a moment.
  package static func civil(_ instant: Instant) -> (date: CivilDate, time: TimeOfDay) {
    let shifted = instant.advanced(bySeconds: offsetInSeconds(at: instant))
    let (date, rest) = shifted.day
    return (date, TimeOfDay(milliseconds: rest))
  }

  package static func date(_ instant: Instant) -> CivilDate {
    civil(instant).date
  }

  /// The moment a clock in Norway shows this.
  ///
  /// In the hour that is skipped in spring the clock after the change is taken; in the hour that
  /// comes twice in autumn the first.
  package static func instant(_ date: CivilDate, _ time: TimeOfDay) -> Instant {
    let asIfUTC = Instant(
      milliseconds: Int64(date.daysSinceEpoch) * 86_400_000 + Int64(time.milliseconds)
    )
    let summer = asIfUTC.advanced(bySeconds: -7200)
    if offsetInSeconds(at: summer) == 7200 { return summer }
    return asIfUTC.advanced(bySeconds: -3600)
  }

  /// Noon, the moment that stands for a whole day where one is pinned.
  package static func noon(_ date: CivilDate) -> Instant {
    instant(date, TimeOfDay(milliseconds: 12 * 3_600_000))
  }

  /// Seconds that Norwegian clocks are ahead of UTC: 3600 or 7200.
  package static func offsetInSeconds(at instant: Instant) -> Int64 {
    let year = instant.day.date.year
    guard year >= 1981 else { return 3600 }
    let starts = change(lastSundayOf: 3, year)
    let ends = change(lastSundayOf: year < 1996 ? 9 : 10, year)
    return instant >= starts && instant < ends ? 7200 : 3600
  }

  private static func change(lastSundayOf month: Int, _ year: Int) -> Instant {
    let length = CivilDate.days(inMonth: month, of: year)
    guard let last = CivilDate(year: year, month: month, day: length) else {
      preconditionFailure("every month has a last day")
    }
    let sunday = last.daysSinceEpoch - last.weekday % 7
    return Instant(milliseconds: Int64(sunday) * 86_400_000 + 3_600_000)
  }
}
