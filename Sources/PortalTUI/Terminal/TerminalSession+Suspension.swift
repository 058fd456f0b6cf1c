import CNcurses

extension TerminalSession {
  /// Gives the terminal to the shell and stops the process group; goes on when the shell says so.
  ///
  /// Does nothing in a locked session, and where no shell would ever wake us.
  mutating func suspend() -> [TerminalEvent] {
    guard !options.isLocked, JobControl.canStop() else {
      return []
    }
    stepAside()
    portal_guard_disarm()
    return portal_guard_stop_group() ? resume() : []
  }

  /// After a stop that could not be caught (SIGSTOP): the shell has used the terminal meanwhile.
  mutating func takeBack() -> [TerminalEvent] {
    guard portal_guard_await_foreground() else {
      return []
    }
    stepAside()
    return resume()
  }

  private mutating func resume() -> [TerminalEvent] {
    reset_prog_mode()
    let isResized = takeSize()
    stepForward()
    screen.distrustScreen()
    return isResized ? [.resumed, .resized] : [.resumed]
  }
}
