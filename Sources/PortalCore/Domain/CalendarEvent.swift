/// One appointment as a calendar is told of it: plain values, each as it is to be read.
///
/// What is in it leaves the portal. Whoever makes one leaves out what nobody else should read.
package struct CalendarEvent: Hashable, Sendable {
  /// The same for every version of one appointment, and of no other in the world.
  package var id: String
  package var start: Instant
  /// How long it takes; without an end where 0 or less.
  package var minutes: Int
  package var summary: String
  package var description: String?
  package var location: String?
  /// Who it is with.
  package var organizer: String?
  package var isCancelled = false
  /// Higher for every later version: a calendar keeps the highest.
  package var sequence = 0
  /// When to be reminded, in minutes before the start; not of what is cancelled.
  package var reminders: [Int] = []

  package init(id: String, start: Instant, minutes: Int, summary: String) {
    self.id = id
    self.start = start
    self.minutes = minutes
    self.summary = summary
  }
}
