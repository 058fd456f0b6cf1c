/// A date as precisely as it was recorded: a year, a month, a day, or a moment with its offset.
///
/// Precision is never invented. The text is kept as written (FHIR `date`, `dateTime`, `instant`:
/// https://hl7.org/fhir/R4/datatypes.html#dateTime); a time without an offset, which FHIR does not
/// allow but files hold, is read as Norwegian time.
package struct PartialDate: Hashable, Sendable {
  package enum Precision: Int, Sendable, Comparable {
    case year
    case month
    case day
    case instant

    package static func < (left: Precision, right: Precision) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  package let text: String
  package let precision: Precision
  /// The first moment it can mean: midnight in Norway of the first day, or the moment itself.
  package let start: Instant
  /// The day as it was written, in its own offset; the first day of a month or of a year.
  package let date: CivilDate

  /// Nil where the text is no FHIR date, or names a day or a time that does not exist.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= 40, let head = PartialDate.parseDate(bytes) else { return nil }
    self.text = text
    date = head.date
    guard let time = head.time else {
      precision = head.precision
      start = OsloTime.instant(head.date, TimeOfDay(milliseconds: 0))
      return
    }
    guard let moment = PartialDate.parseTime(time, on: head.date) else { return nil }
    precision = .instant
    start = moment
  }

  package init(_ date: CivilDate) {
    text = date.description
    precision = .day
    start = OsloTime.instant(date, TimeOfDay(milliseconds: 0))
    self.date = date
  }

  package init(_ instant: Instant) {
    text = instant.description
    precision = .instant
    start = instant
    date = instant.day.date
  }

  /// The day in Norway on which it falls; for a moment the Norwegian one, else the one written.
  package var norwegianDate: CivilDate {
    precision == .instant ? OsloTime.date(start) : date
  }

  private static func parseDate(
    _ bytes: [UInt8]
  ) -> (date: CivilDate, precision: Precision, time: ArraySlice<UInt8>?)? {
    let separator = bytes.firstIndex(of: UInt8(ascii: "T"))
    let parts = bytes[..<(separator ?? bytes.count)]
      .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4,
      parts.dropFirst().allSatisfy({ $0.count == 2 }), let year = decimal(parts[0])
    else { return nil }
    let month = parts.count > 1 ? decimal(parts[1]) : 1
    let day = parts.count > 2 ? decimal(parts[2]) : 1
    guard let month, let day, let date = CivilDate(year: year, month: month, day: day) else {
      return nil
    }
    guard let separator else {
      return (date, [.year, .month, .day][parts.count - 1], nil)
    }
    return parts.count == 3 ? (date, .instant, bytes[(separator + 1)...]) : nil
  }

  private static func parseTime(_ bytes: ArraySlice<UInt8>, on date: CivilDate) -> Instant? {
    let zone = bytes.firstIndex { $0 == 0x5A || $0 == 0x2B || $0 == 0x2D } ?? bytes.endIndex
    let parts = bytes[..<zone].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, let time = clock(first) else { return nil }
    var fraction = 0
    if parts.count == 2 {
      guard (1...12).contains(parts[1].count), decimal(parts[1]) != nil else { return nil }
      fraction = decimal(Array((Array(parts[1]) + [0x30, 0x30]).prefix(3))) ?? 0
    }
    guard let offset = offset(bytes[zone...]) else {
      guard zone == bytes.endIndex else { return nil }
      return Instant(milliseconds: OsloTime.instant(date, time).milliseconds + Int64(fraction))
    }
    let local = date.daysSinceEpoch * 86_400_000 + time.milliseconds + fraction
    return Instant(milliseconds: Int64(local - offset * 60_000))
  }

  /// `hh:mm:ss`, or `hh:mm`.
  private static func clock(_ bytes: ArraySlice<UInt8>) -> TimeOfDay? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 }),
      let hour = decimal(parts[0]), let minute = decimal(parts[1]),
      let second = parts.count == 3 ? decimal(parts[2]) : 0
    else { return nil }
    return TimeOfDay(hour: hour, minute: minute, second: second)
  }

  /// Minutes ahead of UTC from `Z` or `±hh:mm`.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let sign = bytes.first else { return nil }
    if sign == UInt8(ascii: "Z") { return bytes.count == 1 ? 0 : nil }
    let parts = bytes.dropFirst().split(
      separator: UInt8(ascii: ":"),
      omittingEmptySubsequences: false
    )
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hours = decimal(parts[0]),
      let minutes = decimal(parts[1]), hours <= 14, minutes <= 59
    else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }
}

extension PartialDate: Comparable {
  /// By the first moment each can mean; the vaguer first where that is the same.
  package static func < (left: PartialDate, right: PartialDate) -> Bool {
    (left.start, left.precision) < (right.start, right.precision)
  }
}

extension PartialDate: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let date = PartialDate(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date")
    }
    self = date
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
