import Synchronization

@testable import PortalCore

/// A clock that goes only when it is told to, or when somebody sleeps.
final class TestClock: Sendable {
  private let now: Mutex<Int64>

  /// Stands at 2026-11-21T08:00:00.000Z.
  init() {
    now = Mutex(1_795_248_000_000)
  }

  func advance(bySeconds seconds: Int64) {
    now.withLock { $0 += seconds * 1000 }
  }

  func set(_ instant: Instant) {
    now.withLock { $0 = instant.milliseconds }
  }

  var instant: Instant { Instant(milliseconds: now.withLock { $0 }) }

  var clock: Clock {
    Clock(
      now: { self.instant },
      milliseconds: { self.now.withLock { $0 } },
      sleep: { milliseconds in self.now.withLock { $0 += Int64(milliseconds) } }
    )
  }
}

extension Randomness {
  /// The same bytes for the same seed (SplitMix64).
  static func seeded(_ seed: UInt64) -> Randomness {
    let state = SeededState(seed)
    return Randomness { count in (0..<count).map { _ in state.next() } }
  }
}

private final class SeededState: Sendable {
  private let state: Mutex<UInt64>

  init(_ seed: UInt64) {
    state = Mutex(seed)
  }

  func next() -> UInt8 {
    state.withLock { state in
      state &+= 0x9e37_79b9_7f4a_7c15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
      mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
      return UInt8(truncatingIfNeeded: mixed ^ mixed >> 31)
    }
  }
}
