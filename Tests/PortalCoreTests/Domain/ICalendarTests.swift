import Testing

@testable import PortalCore

struct ICalendarTests {
  private let now = Instant(milliseconds: 1_795_248_000_123)

  private func event() throws -> CalendarEvent {
    CalendarEvent(
      id: "4f1c@helseportal",
      start: try #require(Instant("2026-12-01T08:30:00Z")),
      minutes: 20,
      summary: "Time hos legen"
    )
  }

  /// The lines put together again, as a reader does: by bytes, before anything is a character.
  private func lines(_ event: CalendarEvent) -> [String] {
    var bytes: [UInt8] = []
    for byte in ICalendar.file(event, at: now) {
      bytes.append(byte)
      if byte == 0x20, bytes.suffix(3) == [0x0D, 0x0A, 0x20] { bytes.removeLast(3) }
    }
    return bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }
  }

  private func value(_ name: String, _ event: CalendarEvent) -> String? {
    lines(event).first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
  }

  @Test func `an appointment is a file like this, byte for byte`() throws {
    var event = try event()
    event.description = "Ta med\nlegemiddellisten; ikke spis, drikk vann"
    event.location = #"Storgata 1, C:\2"#
    event.organizer = "Legene \"på\" hjørnet"
    event.reminders = [1440, 60]
    #expect(
      lines(event) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//helseportal//helseportal//NO",
        "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "BEGIN:VEVENT", "UID:4f1c@helseportal",
        "DTSTAMP:20261121T080000Z", "SEQUENCE:0", "DTSTART:20261201T083000Z",
        "DTEND:20261201T085000Z", "SUMMARY:Time hos legen",
        #"DESCRIPTION:Ta med\nlegemiddellisten\; ikke spis\, drikk vann"#,
        #"LOCATION:Storgata 1\, C:\\2"#,
        "ORGANIZER;CN=\"Legene 'på' hjørnet\":mailto:noreply@helseportal.invalid",
        "STATUS:CONFIRMED", "CLASS:PRIVATE", "TRANSP:OPAQUE",
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Time hos legen", "TRIGGER:-PT1440M",
        "END:VALARM",
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Time hos legen", "TRIGGER:-PT60M",
        "END:VALARM", "END:VEVENT", "END:VCALENDAR", "",
      ]
    )
  }

  @Test func `what is cancelled says so, in a later version, and reminds of nothing`() throws {
    var event = try event()
    event.isCancelled = true
    event.sequence = 3
    event.reminders = [60]
    let lines = lines(event)
    #expect(lines.contains("STATUS:CANCELLED") && lines.contains("SEQUENCE:3"))
    #expect(lines.contains("TRANSP:TRANSPARENT") && !lines.contains("BEGIN:VALARM"))
    #expect(lines.contains("UID:4f1c@helseportal") && lines.contains("METHOD:PUBLISH"))
  }

  @Test(arguments: [
    ("a\r\nb\rc\nd", #"a\nb\nc\nd"#), ("a\n\nb", #"a\n\nb"#), ("a\u{2028}b\u{85}c", #"a\nb\nc"#),
    ("a\u{0}\u{7}\u{1B}[31m\u{7F}\u{9B}b\tc", "a[31mb\tc"), (#"\n"#, #"\\n"#), ("", ""),
    ("END:VEVENT\r\nBEGIN:VEVENT", #"END:VEVENT\nBEGIN:VEVENT"#),
    ("e\u{301}\u{302}", "e\u{301}\u{302}"),
    (";,:\"", #"\;\,:""#), ("a\u{B}b\u{C}c", #"a\nb\nc"#),
  ])
  func `a text is escaped`(text: String, escaped: String) throws {
    var event = try event()
    event.summary = text
    event.location = text
    #expect(value("SUMMARY:", event) == escaped)
    #expect(value("LOCATION:", event) == escaped)
  }

  @Test func `nothing in a name gets out of its quotes`() throws {
    var event = try event()
    event.organizer = "a\":mailto:x@y.z\r\nATTENDEE:b;,:"
    #expect(
      value("ORGANIZER", event)
        == ";CN=\"a':mailto:x@y.z ATTENDEE:b;,:\":mailto:noreply@helseportal.invalid"
    )
    event.organizer = nil
    #expect(value("ORGANIZER", event) == ":mailto:noreply@helseportal.invalid")
  }

  @Test(arguments: ["a", "å", "汉", "😱", "e\u{301}", "aå汉😱", "\\", "👩‍👩‍👧‍👦"])
  func `no line has more than 75 bytes, and none cuts a character's bytes`(part: String) throws {
    for count in Array(0..<30) + [69, 70, 99, 199] {
      var event = try event()
      event.summary = String(repeating: part, count: count)
      let bytes = ICalendar.file(event, at: now)
      #expect(String(validating: bytes, as: UTF8.self) != nil)
      for line in bytes.split(separator: 0x0A) {
        #expect(line.last == 0x0D && line.count <= 76)
        #expect(String(validating: line, as: UTF8.self) != nil)
      }
      let escaped = event.summary.replacing("\\", with: "\\\\")
      let isWhole = value("SUMMARY:", event) == escaped
      #expect(isWhole, "\(count) times")
    }
  }

  @Test func `a line of just 75 bytes is not folded`() throws {
    var event = try event()
    event.summary = String(repeating: "a", count: 67)
    let full = String(decoding: ICalendar.file(event, at: now), as: UTF8.self)
    #expect(full.contains("SUMMARY:\(event.summary)\r\nORGANIZER"))
    event.summary += "b"
    let folded = String(decoding: ICalendar.file(event, at: now), as: UTF8.self)
    #expect(folded.contains("aa\r\n b\r\nORGANIZER"))
  }

  @Test(arguments: [
    (0, nil), (-5, nil), (1, "20261201T083100Z"), (930, "20261202T000000Z"),
    (.max, "21261201T083000Z"),
  ])
  func `an end is there where a length is`(minutes: Int, end: String?) throws {
    var event = try event()
    event.minutes = minutes
    #expect(value("DTEND:", event) == end)
  }

  @Test func `numbers that cannot be are brought to those that can`() throws {
    var event = try event()
    event.sequence = -1
    event.reminders = [-10, .max]
    #expect(value("SEQUENCE:", event) == "0")
    #expect(lines(event).filter { $0.hasPrefix("TRIGGER") }.first == "TRIGGER:-PT0M")
  }
}
