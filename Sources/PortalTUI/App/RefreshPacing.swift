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

  private var lastRefresh: Deadline?
  /// Whether a change was told that has not been looked at; then the telling is not waited for.
  private(set) var isPending = false

  /// A change was told, or a record was opened.
  mutating func noteChange() {
    isPending = true
  }

  /// The record was looked at.
  mutating func noteRefresh(at now: Deadline) {
    isPending = false
    lastRefresh = now
  }

  /// When to look; nil where there is nothing to wake for.
  func deadline(tellsOfChanges: Bool, now: Deadline) -> Deadline? {
    guard isPending || !tellsOfChanges else { return nil }
    guard let lastRefresh else { return now }
    let interval = isPending ? Self.leastInterval : Self.lookInterval
    return max(now, lastRefresh.advanced(by: interval))
  }
}
