import Synchronization

extension Randomness {
  /// The same bytes for the same seed: for the sample data and for tests, never for a real store.
  ///
  /// SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
  package static func seeded(_ seed: UInt64) -> Randomness {
    let sequence = SeededSequence(seed)
    return Randomness { count in
      var bytes: [UInt8] = []
      while bytes.count < count {
        let word = sequence.next()
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
          bytes.append(UInt8(truncatingIfNeeded: word >> shift))
        }
      }
      return Array(bytes.prefix(count))
    }
  }
}

/// A class because the closure that hands out bytes shares the state between its calls.
private final class SeededSequence: Sendable {
  private let state: Atomic<UInt64>

  init(_ seed: UInt64) {
    state = Atomic(seed)
  }

  func next() -> UInt64 {
    let golden: UInt64 = 0x9E37_79B9_7F4A_7C15
    var word = state.wrappingAdd(golden, ordering: .relaxed).newValue
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }
}
