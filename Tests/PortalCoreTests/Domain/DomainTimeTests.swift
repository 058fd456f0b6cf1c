import Glibc
import Testing

@testable import PortalCore

struct DomainTimeTests {
  @Test func `Norwegian clocks agree with the C library for fifty years`() {
    setenv("TZ", "Europe/Oslo", 1)
    tzset()
    for hours in stride(from: 96_432, to: 500_000, by: 7) {
      let instant = Instant(milliseconds: Int64(hours) * 3_600_000)
      var seconds = time_t(hours * 3600)
      var broken = tm()
      localtime_r(&seconds, &broken)
      #expect(OsloTime.offsetInSeconds(at: instant) == Int64(broken.tm_gmtoff), "hour \(hours)")
    }
  }

  @Test func `the clock of every hour leads back to its moment, but for the hour that comes twice`()
  {
    for hours in 490_000..<500_000 {
      let instant = Instant(milliseconds: Int64(hours) * 3_600_000)
      let (date, time) = OsloTime.civil(instant)
      let back = OsloTime.instant(date, time)
      #expect(back == instant || OsloTime.civil(back) == (date, time))
    }
  }

  @Test(arguments: [
    ("2024", PartialDate.Precision.year, "2023-12-31T23:00:00.000Z"),
    ("2024-07", .month, "2024-06-30T22:00:00.000Z"),
    ("2024-07-05", .day, "2024-07-04T22:00:00.000Z"),
    ("2024-07-05T10:00:00+02:00", .instant, "2024-07-05T08:00:00.000Z"),
    ("2024-07-05T10:00:00.1234567Z", .instant, "2024-07-05T10:00:00.123Z"),
    ("2024-07-05T10:00:00.5-05:30", .instant, "2024-07-05T15:30:00.500Z"),
    ("2024-07-05T10:00", .instant, "2024-07-05T08:00:00.000Z"),
    ("0009-01-01", .day, "0008-12-31T23:00:00.000Z"),
  ])
  func `a date keeps its precision and its text`(
    text: String,
    precision: PartialDate.Precision,
    start: String
  ) throws {
    let date = try #require(PartialDate(text))
    #expect(date.text == text)
    #expect(date.precision == precision)
    #expect(date.start.description == start)
  }

  @Test(arguments: [
    "", "20", "2024-", "2024-02-30", "2024-13", "2024-1-1", "2024-01-01T", "2024-01-01T24:00:00Z",
    "2024-01-01T10:00:00+15:00", "2024-01-01T10:00:00z", "2024-01-01T10:00:00.Z",
    "2024-01T10:00:00Z",
    "２０２４", "2024-01-01T10:00:00.1234567890123Z", "-2024", "2024-01-01 10:00:00",
  ])
  func `a date that cannot be is none`(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test func `vaguer dates come before the days they may mean`() throws {
    let texts = ["2024-02-01", "2024", "2024-01-01", "2024-01", "2023-12-31"]
    let sorted = try texts.map { try #require(PartialDate($0)) }.sorted().map(\.text)
    #expect(sorted == ["2023-12-31", "2024", "2024-01", "2024-01-01", "2024-02-01"])
  }

  @Test func `a moment as it is written is read in one way and in the other`() {
    let first = CivilDate(daysSinceEpoch: .min).daysSinceEpoch
    for day in stride(from: first, to: 2_932_896, by: 997) {
      let ofDay = (day * 31_337 % 86_400_000 + 86_400_000) % 86_400_000
      let instant = Instant(milliseconds: Int64(day * 86_400_000 + ofDay))
      let text = instant.description
      #expect(text.utf8.count == Instant.length)
      #expect(Instant(text) == instant, "\(text)")
      #expect(Instant(written: Array(text.utf8)[...]) == instant, "\(text)")
    }
    #expect(Instant(milliseconds: 1_763_711_978_123).description == "2025-11-21T07:59:38.123Z")
  }

  @Test(arguments: [
    "2025-11-21T07:59:38Z", "2025-11-21T07:59:38.123+", "2025-11-31T07:59:38.123Z",
    "2025-11-21T24:59:38.123Z", "2025-11-21 07:59:38.123Z", "2025-11-21T07:59:38.12aZ", "",
    "2025-11-21T07:59:38.1234Z", "0000-11-21T07:59:38.123Z",
  ])
  func `nothing else is read as a moment that the store has written`(text: String) {
    #expect(Instant(written: Array(text.utf8)[...]) == nil)
  }
}
