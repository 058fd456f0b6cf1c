/// A day of the sample data, or a minute of one on a Norwegian clock.
struct SampleMoment: Hashable, Sendable {
  let date: CivilDate
  /// Nil where only the day is recorded.
  let time: TimeOfDay?

  init(_ date: CivilDate, _ time: TimeOfDay? = nil) {
    self.date = date
    self.time = time
  }

  /// When it became known: the minute itself, or noon of the day.
  var instant: Instant {
    time.map { OsloTime.instant(date, $0) } ?? OsloTime.noon(date)
  }

  /// A FHIR date, or a dateTime with the offset of a Norwegian clock.
  var text: String {
    guard let time else { return date.description }
    let hours = OsloTime.offsetInSeconds(at: instant) / 3600
    return "\(date)T\(time)+\(padded(Int(hours), 2)):00"
  }

  /// The same, as JSON.
  var json: SampleJSON { .text(text) }

  /// So many days later, at the same time or another.
  func later(days: Int, at newTime: TimeOfDay? = nil) -> SampleMoment {
    SampleMoment(CivilDate(daysSinceEpoch: date.daysSinceEpoch + days), newTime ?? time)
  }

  /// The same day at so many minutes past midnight.
  func at(minute: Int) -> SampleMoment {
    SampleMoment(date, TimeOfDay(hour: minute / 60, minute: minute % 60, second: 0))
  }

  /// The day alone.
  var day: SampleMoment { SampleMoment(date) }
}

extension SampleMoment: Comparable {
  static func < (left: SampleMoment, right: SampleMoment) -> Bool {
    left.instant < right.instant
  }
}

extension SampleMoment: ExpressibleByStringLiteral {
  /// `2024-03-12`, or `2024-03-12 10:14`; only for the tables of the sample data.
  init(stringLiteral value: String) {
    let parts = value.split(separator: " ")
    guard let date = CivilDate(parts[0]) else {
      preconditionFailure("the sample data name a day that does not exist")
    }
    guard parts.count == 2 else {
      self.init(date)
      return
    }
    let clock = parts[1].utf8.split(separator: UInt8(ascii: ":")).map { decimal($0) ?? -1 }
    guard clock.count == 2, let time = TimeOfDay(hour: clock[0], minute: clock[1], second: 0)
    else { preconditionFailure("the sample data name a time that does not exist") }
    self.init(date, time)
  }
}
