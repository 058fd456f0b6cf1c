import Glibc

/// Reads the keyboard without waiting for it, and keeps the time of unfinished sequences.
struct TerminalInput {
  /// A paste without an end is over when nothing comes for so long; the keyboard works again.
  private static let pasteDelay = Duration.seconds(2)
  /// As much as is read before what came is answered.
  private static let mostBytesAtOnce = 4 << 20

  private var decoder: InputDecoder
  private let escapeDelay: Duration
  private var lastRead = Deadline.after(.zero)
  /// Nobody can type here any more.
  private(set) var isHungUp = false

  /// The keyboard at its beginning.
  init(decoder: InputDecoder, escapeDelay: Duration) {
    self.decoder = decoder
    self.escapeDelay = escapeDelay
  }

  /// When an unfinished sequence is to be taken for what it is; nil where there is none.
  var deadline: Deadline? {
    switch decoder.pending {
    case .nothing: nil
    case .escape: lastRead.advanced(by: escapeDelay)
    case .paste: lastRead.advanced(by: Self.pasteDelay)
    }
  }

  /// All that can be read now.
  mutating func read() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    var total = 0
    while total < Self.mostBytesAtOnce, canRead() {
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count > 0 {
        events += decoder.decode(buffer[..<count])
        total += count
        lastRead = .after(.zero)
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        isHungUp = true
      } else {
        break
      }
    }
    return joinTexts(events)
  }

  /// What an unfinished sequence amounts to, if its time has come.
  mutating func flushOverdue() -> [TerminalEvent] {
    guard let deadline, deadline.remaining <= .zero else {
      return []
    }
    return decoder.flush()
  }

  private mutating func canRead() -> Bool {
    guard !isHungUp else {
      return false
    }
    var keyboard = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&keyboard, 1, 0) == 1 else {
      return false
    }
    let gone = Int16(POLLHUP) | Int16(POLLERR) | Int16(POLLNVAL)
    isHungUp = keyboard.revents & gone != 0
    return !isHungUp
  }

  /// Text that was read in several pieces is one text.
  private func joinTexts(_ events: [TerminalEvent]) -> [TerminalEvent] {
    var joined: [TerminalEvent] = []
    for event in events {
      if case .text(let more) = event, case .text(let text)? = joined.last {
        joined[joined.count - 1] = .text(text + more)
      } else {
        joined.append(event)
      }
    }
    return joined
  }
}
