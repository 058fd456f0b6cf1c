/// When an idle moment may be used: once nothing has been typed for a while, and then one moment
/// after the other until there is nothing left to do.
///
/// Keys are looked for between two of them, so none waits for more than one.
struct IdlePacing {
  /// How long nothing has to have happened.
  static let quiet = Duration.milliseconds(300)

  private var quietFrom: Deadline

  init(now: Deadline) {
    quietFrom = now.advanced(by: Self.quiet)
  }

  /// Something was typed, or a page was made anew.
  mutating func noteEvent(now: Deadline) {
    quietFrom = now.advanced(by: Self.quiet)
  }

  /// When to wake; nil where there is nothing to wake for.
  func deadline(hasWork: Bool) -> Deadline? {
    hasWork ? quietFrom : nil
  }
}
