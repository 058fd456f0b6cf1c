/// Writes a file that calendars read (`.ics`, RFC 5545: https://www.rfc-editor.org/rfc/rfc5545).
///
/// One event in one file, published (RFC 5546, 3.2.1) and nothing asked for. Times are in UTC, which
/// needs no description of a time zone and says the same moment everywhere.
package enum ICalendar {
  /// The type of the file.
  package static let contentType = "text/calendar; charset=utf-8"

  /// The bytes of a file with one event.
  ///
  /// - Parameters:
  ///   - event: What to write. Characters that a calendar must not hold are left out of its texts.
  ///   - now: When the file is made.
  /// - Returns: Lines of 75 bytes of UTF-8 at most, each ended by CR and LF.
  package static func file(_ event: CalendarEvent, at now: Instant) -> [UInt8] {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//helseportal//helseportal//NO",
      "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "BEGIN:VEVENT", "UID:\(text(event.id))",
      "DTSTAMP:\(utc(now))", "SEQUENCE:\(max(0, event.sequence))", "DTSTART:\(utc(event.start))",
    ]
    if event.minutes > 0 {
      let end = event.start.advanced(bySeconds: Int64(min(event.minutes, mostMinutes)) * 60)
      lines.append("DTEND:\(utc(end))")
    }
    lines.append("SUMMARY:\(text(event.summary))")
    if let description = event.description { lines.append("DESCRIPTION:\(text(description))") }
    if let location = event.location { lines.append("LOCATION:\(text(location))") }
    lines.append(organizer(event.organizer))
    lines.append("STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")")
    lines += ["CLASS:PRIVATE", "TRANSP:\(event.isCancelled ? "TRANSPARENT" : "OPAQUE")"]
    if !event.isCancelled {
      for minutes in event.reminders { lines += alarm(minutes, event.summary) }
    }
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return lines.flatMap { folded($0) }
  }

  /// A hundred years: longer than anything lasts, and far from what a number can hold.
  private static let mostMinutes = 52_594_560

  private static func alarm(_ minutes: Int, _ summary: String) -> [String] {
    [
      "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:\(text(summary))",
      "TRIGGER:-PT\(min(max(0, minutes), mostMinutes))M", "END:VALARM",
    ]
  }

  /// Who publishes it, which RFC 5546 wants to know; nobody can be written to at the address, whose
  /// domain is one that never is (RFC 2606).
  private static func organizer(_ name: String?) -> String {
    let address = "mailto:noreply@helseportal.invalid"
    // No quote can stand in a value within quotes, and nothing can be escaped there.
    let name = lines(name ?? "").joined(separator: " ").replacing("\"", with: "'")
    return name.isEmpty ? "ORGANIZER:\(address)" : "ORGANIZER;CN=\"\(name)\":\(address)"
  }

  /// A moment as `20261121T075938Z`.
  private static func utc(_ instant: Instant) -> String {
    let (date, rest) = instant.day
    let time = TimeOfDay(milliseconds: rest)
    return padded(date.year, 4) + padded(date.month, 2) + padded(date.day, 2) + "T"
      + padded(time.hour, 2) + padded(time.minute, 2) + padded(time.second, 2) + "Z"
  }
}

extension ICalendar {
  /// A value of type TEXT (RFC 5545, 3.3.11).
  private static func text(_ text: String) -> String {
    lines(text)
      .map { line in
        var escaped = String.UnicodeScalarView()
        for scalar in line.unicodeScalars {
          if scalar == "\\" || scalar == ";" || scalar == "," { escaped.append("\\") }
          escaped.append(scalar)
        }
        return String(escaped)
      }
      .joined(separator: "\\n")
  }

  /// The lines of a text, without what is neither seen nor allowed: control characters but the tab.
  ///
  /// All that some reader takes for the end of a line is one here.
  private static func lines(_ text: String) -> [String] {
    var lines = [String.UnicodeScalarView()]
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029: lines.append(String.UnicodeScalarView())
      case 0x09: lines[lines.count - 1].append(scalar)
      case 0..<0x20, 0x7F..<0xA0: break
      default: lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    return lines.map { String($0) }
  }

  /// A line as bytes, in pieces of at most 75 of which all but the first begin with a space (3.1).
  ///
  /// Cut between two scalars only.
  private static func folded(_ line: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var length = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if length + size > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        length = 1
      }
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      length += size
    }
    return bytes + [0x0D, 0x0A]
  }
}
