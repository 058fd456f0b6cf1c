import Glibc

/// How a terminal session behaves.
struct TerminalOptions: Equatable, Sendable {
  /// The name of the terminal description (`TERM`).
  var terminalName: String
  /// Whether roles get colours (`NO_COLOR`).
  var usesColour: Bool
  /// How long an Esc waits for the rest of a sequence (`ESCDELAY`).
  ///
  /// At 25 ms an arrow that the link tears apart becomes three keys; a second, the default of
  /// ncurses, is felt.
  var escapeDelay: Duration
  /// A public place: ^Z is dead, the signals of the keyboard are ignored, nothing that was said on
  /// standard error is shown.
  var isLocked = false
  /// Clear the screen and what can be scrolled back to when the session ends.
  var clearsScrollback = false

  /// The options that the environment asks for.
  init(variable: (String) -> String? = Self.environmentVariable) {
    terminalName = variable("TERM") ?? ""
    usesColour = (variable("NO_COLOR") ?? "").isEmpty
    let milliseconds = variable("ESCDELAY").flatMap { Int($0) } ?? 50
    escapeDelay = .milliseconds(min(max(milliseconds, 0), 5000))
  }

  /// A variable of the process's environment.
  static func environmentVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
