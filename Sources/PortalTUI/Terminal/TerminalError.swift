/// Why there can be no screen; the caller goes on in plain lines.
enum TerminalError: Error, Equatable, Sendable {
  /// Standard input or output is a file, a pipe or nothing.
  case notATerminal
  /// The terminal cannot place a cursor, or says so by the name `dumb`.
  case cannotMoveCursor
  /// No terminal description of this name (`TERM`); empty where the variable is not set.
  case unknownTerminal(String)
  /// The terminal did not answer as one: the error number of the call.
  case system(Int32)
}
