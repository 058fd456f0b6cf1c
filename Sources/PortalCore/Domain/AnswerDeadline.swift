/// By when a message should be answered (no: svarfrist), by days in Norway.
///
/// What is sent on a day off counts as sent on the next working day. The day it counts as sent is
/// not one of those counted, and the answer is in time until midnight of the last day.
package struct AnswerDeadline: Hashable, Sendable {
  /// The last day on which an answer is in time.
  package let lastDay: CivilDate

  /// As the person was told it.
  package init(lastDay: CivilDate) {
    self.lastDay = lastDay
  }

  /// - Parameters:
  ///   - sent: When the message was sent.
  ///   - workingDays: How many the practice has for an answer; 5 at a GP (`rules.md` 2.5).
  package init(sent: Instant, workingDays: Int) {
    let counted = NorwegianCalendar.firstWorkingDay(from: OsloTime.date(sent))
    lastDay = NorwegianCalendar.adding(workingDays: workingDays, to: counted)
  }

  package func isOverdue(at now: Instant) -> Bool {
    OsloTime.date(now) > lastDay
  }

  /// Working days after today that an answer still has; 0 on the last day and when overdue.
  package func workingDaysLeft(at now: Instant) -> Int {
    NorwegianCalendar.workingDays(after: OsloTime.date(now), through: lastDay)
  }
}
