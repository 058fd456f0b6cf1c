import Testing

@testable import PortalCore

struct AnswerDeadlineTests {
  @Test(arguments: [
    // Friday, Saturday and Sunday: the last two count as Monday.
    ("2026-11-20T10:00:00Z", "2026-11-27"), ("2026-11-21T10:00:00Z", "2026-11-30"),
    ("2026-11-22T10:00:00Z", "2026-11-30"), ("2026-11-23T10:00:00Z", "2026-11-30"),
    // Midnight is Norway's, in winter and in summer.
    ("2026-11-22T22:59:59Z", "2026-11-30"), ("2026-11-23T23:00:00Z", "2026-12-01"),
    ("2026-06-08T21:59:59Z", "2026-06-15"), ("2026-06-08T22:00:00Z", "2026-06-16"),
    // Over Easter, and over a holiday that falls on a Sunday.
    ("2026-04-01T10:00:00Z", "2026-04-13"), ("2026-04-03T10:00:00Z", "2026-04-14"),
    ("2026-05-11T10:00:00Z", "2026-05-19"),
    // Over Christmas, into a new year.
    ("2026-12-23T10:00:00Z", "2026-12-31"), ("2026-12-25T10:00:00Z", "2027-01-05"),
  ])
  func `five working days for an answer`(sent: String, lastDay: String) throws {
    let sent = try #require(Instant(sent))
    #expect(AnswerDeadline(sent: sent, workingDays: 5).lastDay.description == lastDay)
  }

  @Test func `with no days for it the answer is due the same day, or the next working day`() throws
  {
    let friday = try #require(Instant("2026-11-20T10:00:00Z"))
    let saturday = try #require(Instant("2026-11-21T10:00:00Z"))
    #expect(AnswerDeadline(sent: friday, workingDays: 0).lastDay.description == "2026-11-20")
    #expect(AnswerDeadline(sent: saturday, workingDays: 0).lastDay.description == "2026-11-23")
  }

  @Test(arguments: [
    ("2026-11-20T10:00:00Z", 5, false), ("2026-11-22T10:00:00Z", 5, false),
    ("2026-11-26T10:00:00Z", 1, false), ("2026-11-27T00:00:00Z", 0, false),
    ("2026-11-27T22:59:59Z", 0, false), ("2026-11-27T23:00:00Z", 0, true),
    ("2026-12-24T10:00:00Z", 0, true),
  ])
  func `it is overdue when its last day is over in Norway`(
    now: String,
    left: Int,
    isOverdue: Bool
  ) throws {
    let sent = try #require(Instant("2026-11-20T10:00:00Z"))
    let deadline = AnswerDeadline(sent: sent, workingDays: 5)
    let now = try #require(Instant(now))
    #expect(deadline.workingDaysLeft(at: now) == left)
    #expect(deadline.isOverdue(at: now) == isOverdue)
  }
}
