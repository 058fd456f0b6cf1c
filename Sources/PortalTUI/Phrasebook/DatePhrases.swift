import PortalCore

/// How dates, times and ages are written.
protocol DatePhrases: Sendable {
  func day(_ date: CivilDate) -> String
  /// A month of a year; 1 is January.
  func month(_ month: Int, of year: Int) -> String
  func moment(_ date: CivilDate, _ time: TimeOfDay) -> String
  /// From one date to another; either may be open, not both.
  func span(from start: String?, to end: String?) -> String
  func age(_ years: Int) -> String
  /// In place of a date where there is none.
  var undated: String { get }
}

extension DatePhrases {
  /// A date as precisely as it was recorded; a moment by the clock in Norway.
  func text(_ date: PartialDate) -> String {
    switch date.precision {
    case .year: String(date.date.year)
    case .month: month(date.date.month, of: date.date.year)
    case .day: day(date.date)
    case .instant: text(date.start)
    }
  }

  /// A moment by the clock in Norway.
  func text(_ instant: Instant) -> String {
    let (date, time) = OsloTime.civil(instant)
    return moment(date, time)
  }

  /// A date without its time, for lists.
  func short(_ date: PartialDate?) -> String {
    guard let date else { return undated }
    return date.precision == .instant ? day(date.norwegianDate) : text(date)
  }

  /// From one date to another; nil where both are open.
  func text(_ period: Period) -> String? {
    guard period.start != nil || period.end != nil else { return nil }
    if period.start == period.end { return period.start.map(text) }
    return span(from: period.start.map(text), to: period.end.map(text))
  }
}
