/// When the open record is looked at for what other processes have written.
///
/// At once when it tells of a change, but not more than ten times a second while somebody writes a
/// thousand lines; every now and then where nothing tells. With a record that tells and is left in
/// peace there is nothing to wake for.
struct RefreshPacing {
  /// The least time from one refresh to the next.
  static let leastInterval = Duration.milliseconds(100)
  /// How often a record is looked at that cannot tell of changes: seen within a second.
  static let lookInterval = Duration.milliseconds(900)

  /// A page that takes long to make anew is made less often, so that keys are still answered.
  private static let leastRest = 4

  private var lastRefresh: Deadline?
  private var interval = leastInterval
  /// Whether a change was told that has not been looked at; then the telling is not waited for.
  private(set) var isPending = false

  /// A change was told, or a record was opened.
  mutating func noteChange() {
    isPending = true
  }

  /// The record was looked at, and the page made anew where anything had come.
  mutating func noteRefresh(from start: Deadline, to end: Deadline) {
    isPending = false
    lastRefresh = end
    interval = min(max(Self.leastInterval, (end - start) * Self.leastRest), Self.lookInterval)
  }

  /// When to look; nil where there is nothing to wake for.
  func deadline(tellsOfChanges: Bool, now: Deadline) -> Deadline? {
    guard isPending || !tellsOfChanges else { return nil }
    guard let lastRefresh else { return now }
    let rest = isPending ? interval : Self.lookInterval
    return max(now, lastRefresh.advanced(by: rest))
  }
}
