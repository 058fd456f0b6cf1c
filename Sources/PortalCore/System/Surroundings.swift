import Glibc

/// What the program is handed from outside: the disk, the clock, chance and slow hashing.
package struct Surroundings: Sendable {
  package var fileSystem: any FileSystem
  package var clock: Clock
  package var randomness: Randomness
  package var passwordHash: PasswordHash

  package init(
    fileSystem: any FileSystem,
    clock: Clock,
    randomness: Randomness,
    passwordHash: PasswordHash = .live
  ) {
    self.fileSystem = fileSystem
    self.clock = clock
    self.randomness = randomness
    self.passwordHash = passwordHash
  }
}

/// The time, and waiting.
package struct Clock: Sendable {
  /// The moment it is, or the pinned one of a demonstration.
  package var now: @Sendable () -> Instant
  /// Milliseconds that only ever grow, also while the machine sleeps (CLOCK_BOOTTIME).
  package var milliseconds: @Sendable () -> Int64
  /// Waits that many milliseconds; a test returns at once.
  package var sleep: @Sendable (_ milliseconds: Int) -> Void

  package init(
    now: @escaping @Sendable () -> Instant,
    milliseconds: @escaping @Sendable () -> Int64,
    sleep: @escaping @Sendable (_ milliseconds: Int) -> Void
  ) {
    self.now = now
    self.milliseconds = milliseconds
    self.sleep = sleep
  }

  /// The machine's own clock.
  package static let live = Clock(
    now: { Instant(milliseconds: read(CLOCK_REALTIME)) },
    milliseconds: { read(CLOCK_BOOTTIME) },
    sleep: { milliseconds in
      usleep(UInt32(clamping: milliseconds * 1000))
    }
  )

  /// Starts at a pinned moment and goes on from there at the machine's pace.
  package static func pinned(at start: Instant) -> Clock {
    let begin = read(CLOCK_BOOTTIME)
    var clock = live
    clock.now = {
      Instant(milliseconds: start.milliseconds + read(CLOCK_BOOTTIME) - begin)
    }
    return clock
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

/// Where random bytes come from.
package struct Randomness: Sendable {
  package var bytes: @Sendable (_ count: Int) -> [UInt8]

  package init(bytes: @escaping @Sendable (_ count: Int) -> [UInt8]) {
    self.bytes = bytes
  }

  /// The kernel's own.
  ///
  /// Asked anew each time, all at once; nothing is kept that a later answer could be made of.
  package static let live = Randomness { count in
    unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        // 256 are given at a time (getentropy(3)).
        let part = min(256, count - filled)
        let answer = unsafe getentropy(base + filled, part)
        // Without it ids could be guessed, and two things could have one.
        precondition(answer == 0, "the kernel gives no random bytes")
        filled += part
      }
    }
  }
}
