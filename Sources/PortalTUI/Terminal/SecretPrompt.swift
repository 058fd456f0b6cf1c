import CNcurses
import Glibc

/// Reads a line from the terminal without showing it, where no `TerminalSession` has the terminal.
///
/// However it ends, the terminal shows again what is typed: the guard puts the modes back.
enum SecretPrompt {
  enum Answer: Equatable {
    case line(String)
    /// The input has ended, or the person gave up with Ctrl+D.
    case ended
    case signal(TerminationSignal)
  }

  /// More than any secret has; what is typed after it is left out.
  private static let mostBytes = 1024

  /// Waits for the line on standard input.
  static func read() -> Answer {
    guard portal_guard_begin(STDIN_FILENO, STDIN_FILENO, false) == 0 else { return .ended }
    defer { portal_guard_end() }
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return .ended }
    // Byte by byte and without signals from keys, so that Ctrl+C does not wait for Enter.
    modes.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG)
    guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes) == 0 else { return .ended }
    var bytes: [UInt8] = []
    while true {
      if let signal = takeSignal() { return .signal(signal) }
      switch next() {
      case .nothing: continue
      case .ended: return .ended
      case .byte(0x04) where bytes.isEmpty: return .ended
      case .byte(0x0A), .byte(0x0D): return .line(String(decoding: bytes, as: UTF8.self))
      case .byte(0x03), .byte(0x1C): return .signal(.interrupt)
      case .byte(0x08), .byte(0x7F): removeCharacter(&bytes)
      case .byte(0x15): bytes = []
      case .byte(let byte):
        if byte >= 0x20, bytes.count < mostBytes { bytes.append(byte) }
      }
    }
  }

  private enum Input {
    case byte(UInt8)
    case ended
    /// A signal came first.
    case nothing
  }

  private static func next() -> Input {
    var polled = [STDIN_FILENO, portal_guard_wake_descriptor()].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    guard poll(&polled, nfds_t(polled.count), -1) > 0, polled[0].revents != 0 else {
      return .nothing
    }
    var byte: UInt8 = 0
    let count = Glibc.read(STDIN_FILENO, &byte, 1)
    if count < 0, errno == EINTR || errno == EAGAIN { return .nothing }
    return count == 1 ? .byte(byte) : .ended
  }

  private static func takeSignal() -> TerminationSignal? {
    let signals = Int(portal_guard_take_signals())
    if signals & portal_signal_interrupt != 0 { return .interrupt }
    if signals & portal_signal_terminate != 0 { return .terminate }
    return signals & portal_signal_hang_up != 0 ? .hangUp : nil
  }

  private static func removeCharacter(_ bytes: inout [UInt8]) {
    while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
  }
}
