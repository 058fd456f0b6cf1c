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
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Instant.length)
    func add(_ value: Int, _ width: Int, _ mark: UInt8) {
      var unit = 1
      for _ in 1..<width { unit *= 10 }
      while unit > 0 {
        bytes.append(0x30 + UInt8(value / unit % 10))
        unit /= 10
      }
      bytes.append(mark)
    }
    add(date.year, 4, UInt8(ascii: "-"))
    add(date.month, 2, UInt8(ascii: "-"))
    add(date.day, 2, UInt8(ascii: "T"))
    add(clock.hour, 2, UInt8(ascii: ":"))
    add(clock.minute, 2, UInt8(ascii: ":"))
    add(clock.second, 2, UInt8(ascii: "."))
    add(rest % 1000, 3, UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// How many characters `description` has.
  static let length = 24

  /// Nil unless the bytes are what `description` gives, to the letter: quicker than reading any form.
  init?(written bytes: ArraySlice<UInt8>) {
    guard bytes.count == Instant.length else { return nil }
    var position = bytes.startIndex
    func take(_ width: Int, _ mark: UInt8) -> Int? {
      let value = decimal(bytes[position..<(position + width)])
      let isMarked = bytes[position + width] == mark
      position += width + 1
      return isMarked ? value : nil
    }
    guard let year = take(4, UInt8(ascii: "-")), let month = take(2, UInt8(ascii: "-")),
      let day = take(2, UInt8(ascii: "T")), let hour = take(2, UInt8(ascii: ":")),
      let minute = take(2, UInt8(ascii: ":")), let second = take(2, UInt8(ascii: ".")),
      let fraction = take(3, UInt8(ascii: "Z")),
      let date = CivilDate(year: year, month: month, day: day),
      let time = TimeOfDay(hour: hour, minute: minute, second: second)
    else { return nil }
    let whole = date.daysSinceEpoch * 86_400_000 + time.milliseconds
    self.init(milliseconds: Int64(whole + fraction))
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

  /// From hours and minutes: `09:20`; nil for anything else.
  package init?(clock text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) }),
      let hour = decimal(parts[0]), let minute = decimal(parts[1])
    else { return nil }
    self.init(hour: hour, minute: minute, second: 0)
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
