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
}
