/// Something that the event loop was woken for.
enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  /// Typed characters, one or more; never a control character.
  case text(String)
  /// What stood between the marks of a bracketed paste, at most `PasteBuffer.mostBytes`
  /// bytes. Line ends come as CR; control characters are in it as they came.
  case paste(String)
  /// The screen has another size, and nothing on it is to be trusted: draw.
  case resized
  /// The terminal was the shell's for a time (^Z): draw.
  case resumed
  case signal(TerminationSignal)
  /// Nobody is at the other end any more: save and leave. Comes again at every wait.
  case hangup
  /// A watched descriptor can be read, or is closed or broken.
  case descriptorReady(Int32)
  /// The time waited for has come.
  case deadline

  /// Whether somebody at the keyboard did it.
  var isTyped: Bool {
    switch self {
    case .key, .text, .paste: true
    case .resized, .resumed, .signal, .hangup, .descriptorReady, .deadline: false
    }
  }
}
