/// Why a time cannot be booked, moved, accepted or cancelled as it was asked for.
package enum AppointmentProblem: Error, Hashable, Sendable {
  /// Somebody has taken it, perhaps a moment ago.
  case timeTaken
  /// It has begun.
  case timeOver
  /// The practice has no such time.
  case noSuchTime
  /// The practice takes no bookings here now, and why in its own words.
  case notOffered(reason: String)
  /// What it is, or when it is, does not let it be done.
  case notPossible(AppointmentOptions.Obstacle)
  /// The person has another general practitioner now.
  case otherPractice
  /// Whoever made it wants words with it.
  case wordsMissing
  /// Longer than a text of an appointment may be; the limit in characters.
  case tooLong(limit: Int)
}
