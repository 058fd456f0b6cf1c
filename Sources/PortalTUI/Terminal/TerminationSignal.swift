import CNcurses
import Glibc

/// A signal that asks the program to end; what is unsaved is saved first.
enum TerminationSignal: CaseIterable, Sendable {
  case interrupt
  case terminate
  case hangUp

  /// Its number, as in SIGINT.
  var number: Int32 {
    switch self {
    case .interrupt: SIGINT
    case .terminate: SIGTERM
    case .hangUp: SIGHUP
    }
  }

  /// Ends the process the way the signal would have done, so that a shell sees 128 + n.
  ///
  /// Nothing is cleaned up here: the terminal session must have ended.
  func endProcess() -> Never {
    portal_end_by_signal(number)
  }
}
