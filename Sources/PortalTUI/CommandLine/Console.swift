import Glibc

/// Standard input, output and error: the only place that commands read from and write to.
///
/// A class because output is gathered and written in one go. Everything for a person is filtered
/// on its way out; what a program is to read (`result`) goes out as it is.
final class Console {
  /// Where text goes in the end; a test gathers it.
  struct Channels {
    /// False where nobody reads any more.
    var output: (String) -> Bool
    var error: (String) -> Void
    /// The next line as bytes, without what ends it; nil at the end.
    var input: () -> [UInt8]?
    /// A line that is not shown as it is typed.
    var secret: () -> SecretPrompt.Answer = { .ended }
    /// Waits for a line to be there; false where the moment comes first.
    var waitForInput: (Deadline) -> Bool = { _ in true }
    var wipe: () -> Void = {}
  }

  private let channels: Channels
  private var pending = ""
  /// How many lines of input have been read.
  private var lineCount = 0
  /// Whether somebody still reads what is printed: where not, whoever prints a lot may stop.
  private(set) var isRead = true

  init(_ channels: Channels) {
    self.channels = channels
  }

  /// One line of the result.
  func result(_ line: String) {
    part(line + "\n")
  }

  /// A part of a line of the result, which more of it follows.
  func part(_ text: String) {
    pending += text
    if pending.utf8.count > 65_536 { flush() }
  }

  /// One line for a person to read, on standard output.
  func say(_ line: String) {
    result(line)
  }

  /// One line on standard error, at once.
  func complain(_ line: String) {
    flush()
    channels.error("helseportal: \(SafeText(line).text)\n")
  }

  /// Text after which an answer is waited for.
  func prompt(_ text: String) {
    pending += text
    flush()
  }

  /// Takes away what stands on the terminal and what can be scrolled back to, where there is one
  /// that can.
  func wipe() {
    flush()
    channels.wipe()
  }

  /// Waits until somebody has typed a line, or until a moment; false where that came first.
  func waitForInput(until deadline: Deadline) -> Bool {
    flush()
    return channels.waitForInput(deadline)
  }

  /// The next line; nil where the input has ended.
  ///
  /// Bytes that are no UTF-8 are nothing that somebody wrote: such a line is refused whole.
  func readLine() throws(UnreadableLine) -> String? {
    flush()
    guard let bytes = channels.input() else { return nil }
    lineCount += 1
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UnreadableLine(number: lineCount)
    }
    return text
  }

  /// Asks on standard error for a line that is not shown; nil where the input ends.
  ///
  /// A signal ends the process, once the terminal is as it was.
  func readSecret(_ prompt: String) -> String? {
    flush()
    channels.error(SafeText(prompt).text)
    let answer = channels.secret()
    channels.error("\n")
    switch answer {
    case .line(let text): return text
    case .ended: return nil
    case .signal(let signal): signal.endProcess()
    }
  }

  func flush() {
    guard !pending.isEmpty else { return }
    if isRead, !channels.output(pending) { isRead = false }
    pending = ""
  }

  /// The process's own.
  static func live() -> Console {
    let input = StandardInput()
    return Console(
      Channels(
        output: { write($0, to: STDOUT_FILENO) },
        error: { _ = write($0, to: STDERR_FILENO) },
        input: { input.line() },
        secret: { SecretPrompt.read() },
        waitForInput: { input.hasLine || wait(until: $0) },
        wipe: {
          guard isatty(STDOUT_FILENO) == 1, let sequence = Terminfo.wipingSequence else { return }
          _ = write(sequence, to: STDOUT_FILENO)
        }
      )
    )
  }

  private static func wait(until deadline: Deadline) -> Bool {
    while deadline.remaining > .zero {
      var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      let seconds = min(deadline.remaining.components.seconds + 1, 1_000_000)
      if poll(&polled, 1, Int32(seconds) * 1000) > 0 { return true }
    }
    return false
  }

  private static func write(_ text: String, to descriptor: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      // Nobody reads any more: what cannot be said is left unsaid.
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}
