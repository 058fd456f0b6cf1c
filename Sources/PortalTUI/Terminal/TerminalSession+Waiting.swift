import CNcurses
import Glibc

extension TerminalSession {
  /// Sleeps until something happens, and says what; never an empty list.
  ///
  /// Everything that can be read is read before it sleeps, so a key that repeats faster than frames
  /// are drawn costs one frame. Without a deadline and with nothing to do it does not wake at all.
  /// Termination signals come first, the deadline last.
  mutating func waitForEvents(
    until deadline: Deadline? = nil,
    alsoWatching descriptors: [Int32] = []
  ) -> [TerminalEvent] {
    while true {
      let wake = [deadline, input.deadline].compactMap { $0 }.min()
      let ready = sleep(until: wake, watching: descriptors)
      var events = takeSignals()
      events += read()
      events += ready.map(TerminalEvent.descriptorReady)
      if input.isHungUp {
        events.append(.hangup)
      }
      if let deadline, deadline.remaining <= .zero {
        events.append(.deadline)
      }
      if !events.isEmpty {
        return events
      }
    }
  }

  /// Sleeps in poll(2); which of the descriptors have something to say.
  private func sleep(until wake: Deadline?, watching descriptors: [Int32]) -> [Int32] {
    let timeout = input.isHungUp ? 0 : Self.milliseconds(until: wake)
    // A machine that slept wakes us at once where the time has come meanwhile.
    let timer = timeout > Self.shortSleep ? portal_boot_timer(Int64(timeout)) : -1
    let fixed = [STDIN_FILENO, portal_guard_wake_descriptor(), timer]
    var polled = (fixed + descriptors).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    if input.isHungUp {
      // Always ready, and nothing to read.
      polled[0].fd = -1
    }
    guard poll(&polled, nfds_t(polled.count), timeout) > 0 else {
      return []
    }
    return polled.dropFirst(fixed.count).filter { $0.revents != 0 }.map(\.fd)
  }

  /// What a person who opens the lid of their machine may still see of a page, in milliseconds.
  private static let shortSleep: Int32 = 2000

  /// Rounded up, so that it is not woken a moment too early; -1 is for ever.
  private static func milliseconds(until wake: Deadline?) -> Int32 {
    guard let wake else {
      return -1
    }
    let (seconds, attoseconds) = max(wake.remaining, .zero).components
    guard seconds < 1_000_000 else {
      return 1_000_000_000
    }
    return Int32(seconds) * 1000
      + Int32((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }

  // MARK: - What has come

  private mutating func read() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for event in input.read() + input.flushOverdue() {
      if event == .key(.control("z")) {
        events += suspend()
      } else {
        events.append(event)
      }
    }
    return events
  }

  private mutating func takeSignals() -> [TerminalEvent] {
    let signals = Int(portal_guard_take_signals())
    let endings = [
      (portal_signal_interrupt, TerminationSignal.interrupt),
      (portal_signal_terminate, .terminate),
      (portal_signal_hang_up, .hangUp),
    ]
    var events = endings.filter { signals & $0.0 != 0 }.map { TerminalEvent.signal($0.1) }
    guard events.isEmpty else {
      // Nothing else matters now, and the terminal may be another's.
      return events
    }
    if signals & portal_signal_stop != 0 {
      events = suspend()
    } else if signals & portal_signal_continue != 0 {
      events = takeBack()
    }
    if signals & portal_signal_resize != 0, takeSize() {
      arm()
      events.append(.resized)
    }
    return events
  }
}
