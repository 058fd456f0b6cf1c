/// When a session that nobody uses warns, and when it ends.
///
/// Warns twice and not by the second: a screen reader says each warning once.
struct IdleWatch {
  /// How long before the end it warns; never more than half of the time that there is.
  private static let warnings: [Duration] = [.seconds(120), .seconds(30)]

  /// How long a session lasts without a key; nil for ever.
  private let limit: Duration?
  private var start: Deadline
  private var warned = 0

  init(limit: Duration?, now: Deadline) {
    self.limit = limit
    start = now
  }

  /// Whether it has warned since somebody last did something.
  var isWarned: Bool { warned > 0 }

  /// Somebody did something, or signed in just now.
  mutating func noteActivity(at now: Deadline) {
    start = now
    warned = 0
  }

  /// When there is something to do next.
  var deadline: Deadline? {
    limit.map { start.advanced(by: warned < leads.count ? $0 - leads[warned] : $0) }
  }

  /// Whether the time is up.
  func isOver(at now: Deadline) -> Bool {
    limit.map { now >= start.advanced(by: $0) } ?? false
  }

  /// How many seconds are left, where that is to be said now; of warnings that were slept through
  /// only the last.
  mutating func takeWarning(at now: Deadline) -> Int? {
    guard let limit else { return nil }
    let rest = start.advanced(by: limit) - now
    let due = leads.count { rest <= $0 }
    guard due > warned else { return nil }
    warned = due
    return Int(leads[due - 1].components.seconds)
  }

  private var leads: [Duration] {
    guard let limit else { return [] }
    var leads: [Duration] = []
    for lead in Self.warnings {
      let bounded = min(lead, limit / 2)
      if leads.last != bounded { leads.append(bounded) }
    }
    return leads
  }
}
