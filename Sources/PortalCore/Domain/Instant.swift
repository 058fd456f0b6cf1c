/// A moment in UTC, in whole milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Sendable {
  package let milliseconds: Int64

  package init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  package func advanced(bySeconds seconds: Int64) -> Instant {
    Instant(milliseconds: milliseconds + seconds * 1000)
  }

  /// The day in UTC and the milliseconds since its midnight.
  var day: (date: CivilDate, milliseconds: Int) {
    let perDay: Int64 = 86_400_000
    let (quotient, remainder) = milliseconds.quotientAndRemainder(dividingBy: perDay)
    let days = remainder < 0 ? quotient - 1 : quotient
    let rest = remainder < 0 ? remainder + perDay : remainder
    return (CivilDate(daysSinceEpoch: Int(days)), Int(rest))
  }
}

extension Instant: Comparable {
  package static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Instant: CustomStringConvertible {
  /// As the store writes it: `2026-11-21T07:59:38.123Z`.
  package var description: String {
    let (date, rest) = day
    let clock = TimeOfDay(milliseconds: rest)
    return "\(date)T\(clock).\(padded(rest % 1000, 3))Z"
  }

  /// Nil unless the text is a FHIR instant with a zone; digits beyond the millisecond are dropped.
  package init?(_ text: String) {
    guard let date = PartialDate(text), date.precision == .instant else { return nil }
    self = date.start
  }
}

extension Instant: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let instant = Instant(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an instant")
    }
    self = instant
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A time on the clock, in whole seconds.
package struct TimeOfDay: Hashable, Sendable {
  package let hour: Int
  package let minute: Int
  package let second: Int

  /// Nil where no clock shows it; second 60 is a leap second and is allowed.
  package init?(hour: Int, minute: Int, second: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second) else {
      return nil
    }
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// From the milliseconds since midnight, 0 to 86,399,999.
  init(milliseconds: Int) {
    hour = milliseconds / 3_600_000
    minute = milliseconds / 60_000 % 60
    second = milliseconds / 1000 % 60
  }

  var milliseconds: Int {
    ((hour * 60 + minute) * 60 + second) * 1000
  }
}

extension TimeOfDay: CustomStringConvertible {
  package var description: String {
    "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
  }
}
