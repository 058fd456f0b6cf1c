import Synchronization

/// A clock that stands where it was put: for the making of sample data, and for tests.
///
/// A class because whoever holds the clock's closures must see it move. Waiting moves it on.
package final class SteppedClock: Sendable {
  private let moment: Atomic<Int64>

  package init(at start: Instant) {
    moment = Atomic(start.milliseconds)
  }

  /// Puts it at a moment, also an earlier one.
  package func move(to instant: Instant) {
    moment.store(instant.milliseconds, ordering: .relaxed)
  }

  package var clock: Clock {
    Clock(
      now: { Instant(milliseconds: self.moment.load(ordering: .relaxed)) },
      milliseconds: { self.moment.load(ordering: .relaxed) },
      sleep: { self.moment.wrappingAdd(Int64($0), ordering: .relaxed) }
    )
  }
}
