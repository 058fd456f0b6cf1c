import Testing

@testable import PortalCore

struct CivilDateTests {
  @Test func `every day of eight centuries survives the round trip through day numbers`() {
    for days in stride(from: -146_097, through: 146_097, by: 1) {
      let date = CivilDate(daysSinceEpoch: days)
      #expect(date.daysSinceEpoch == days)
    }
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "0000-01-01", "26-01-01",
  ])
  func `a day that the calendar does not have is no date`(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test func `somebody born on 29 February is a year older on 1 March`() throws {
    let birth = try #require(CivilDate("2012-02-29"))
    #expect(birth.years(until: try #require(CivilDate("2028-02-28"))) == 15)
    #expect(birth.years(until: try #require(CivilDate("2028-02-29"))) == 16)
    #expect(birth.years(until: try #require(CivilDate("2030-02-28"))) == 17)
    #expect(birth.years(until: try #require(CivilDate("2030-03-01"))) == 18)
  }

  @Test func `the weekday counts from Monday`() throws {
    #expect(try #require(CivilDate("2026-11-21")).weekday == 6)
    #expect(try #require(CivilDate("1969-12-29")).weekday == 1)
  }
}
