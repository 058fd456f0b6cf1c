import Glibc

/// A moment to wake up at, on a clock that cannot be set and that goes on while the machine sleeps.
struct Deadline: Comparable, Sendable {
  private let moment: Duration

  /// The moment that is so long from now.
  static func after(_ duration: Duration) -> Deadline {
    Deadline(moment: uptime() + duration)
  }

  /// How long until then; zero or less when it has come.
  var remaining: Duration {
    moment - Self.uptime()
  }

  /// The moment that is so much later.
  func advanced(by duration: Duration) -> Deadline {
    Deadline(moment: moment + duration)
  }

  /// How much later one moment is than another.
  static func - (left: Deadline, right: Deadline) -> Duration {
    left.moment - right.moment
  }

  static func < (left: Deadline, right: Deadline) -> Bool {
    left.moment < right.moment
  }

  private static func uptime() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
