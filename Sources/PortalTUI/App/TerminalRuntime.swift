/// Runs the portal on a terminal until somebody leaves it.
enum TerminalRuntime {
  /// The loop: sleep, take in, draw once.
  ///
  /// Returns the signal that ended it, where one did.
  ///
  /// The terminal is given back when this returns. Blocking calls within: those of the services,
  /// each bounded by the five seconds that a lock is waited for.
  static func run(
    _ application: consuming Application,
    _ session: consuming TerminalSession,
    afterFirstFrame: () -> Void
  ) -> TerminationSignal? {
    var ending: TerminationSignal?
    session.draw(application.frame())
    afterFirstFrame()
    while !application.hasEnded {
      let deadline =
        application.needsDraftDeadline ? Deadline.after(Application.draftDelay) : nil
      var needsFrame = false
      for event in session.waitForEvents(until: deadline) {
        if case .signal(let signal) = event { ending = signal }
        let size = ScreenSize(columns: session.size.columns, rows: session.size.rows)
        needsFrame = application.handle(event, size: size) || needsFrame
        if application.hasEnded { break }
      }
      if needsFrame, !application.hasEnded { session.draw(application.frame()) }
    }
    session.end()
    return ending
  }
}
