import PortalCore

/// Runs the portal on a terminal until somebody leaves it.
///
/// The loop: sleep, take in, draw once. Blocking calls within: those of the services, each bounded
/// by the five seconds that a lock is waited for.
struct TerminalRuntime: ~Copyable {
  private var application: Application
  private var session: TerminalSession
  private var pacing = RefreshPacing()
  private var idle = IdlePacing(now: .after(.zero))
  /// What notices changes in the record that is open now.
  private var watch: ChangeWatch?
  /// When unsent text is to be kept.
  private var draftDeadline: Deadline?
  private var ending: TerminationSignal?

  private init(_ application: consuming Application, _ session: consuming TerminalSession) {
    self.application = application
    self.session = session
  }

  /// Runs until somebody leaves; returns the signal that ended it, where one did.
  ///
  /// The terminal is given back when this returns.
  static func run(
    _ application: consuming Application,
    _ session: consuming TerminalSession,
    afterFirstFrame: () -> Void
  ) -> TerminationSignal? {
    var runtime = TerminalRuntime(application, session)
    runtime.draw()
    afterFirstFrame()
    while !runtime.application.hasEnded {
      if runtime.turn(), !runtime.application.hasEnded { runtime.draw() }
    }
    return runtime.ending
  }

  private mutating func draw() {
    session.draw(application.frame())
  }

  /// Sleeps until something happens and takes it in; true where a new frame is needed.
  private mutating func turn() -> Bool {
    watchOpenRecord()
    let wake = [draftDeadline, refreshDeadline, idleDeadline].compactMap { $0 }.min()
    // A change that waits for its time is not told again and again meanwhile.
    let descriptors = pacing.isPending ? [] : [watch?.descriptor].compactMap { $0 }
    var needsFrame = false
    for event in session.waitForEvents(until: wake, alsoWatching: descriptors) {
      needsFrame = take(event) || needsFrame
      if application.hasEnded { return false }
    }
    needsFrame = meetDeadlines() || needsFrame
    // What is to be drawn is drawn first.
    return needsFrame || useIdleMoment()
  }

  private var idleDeadline: Deadline? {
    idle.deadline(hasWork: application.hasIdleWork)
  }

  private mutating func useIdleMoment() -> Bool {
    guard let idleDeadline, idleDeadline.remaining <= .zero else { return false }
    return application.useIdleMoment()
  }

  private mutating func take(_ event: TerminalEvent) -> Bool {
    switch event {
    case .descriptorReady:
      pacing.noteChange()
      return false
    case .deadline:
      return false
    case .key, .text, .paste, .resized, .resumed, .signal, .hangup:
      if case .signal(let signal) = event { ending = signal }
      idle.noteEvent(now: .after(.zero))
      let size = ScreenSize(columns: session.size.columns, rows: session.size.rows)
      let needsFrame = application.handle(event, size: size)
      draftDeadline =
        application.needsDraftDeadline ? Deadline.after(Application.draftDelay) : nil
      return needsFrame
    }
  }

  /// Does what has come due.
  private mutating func meetDeadlines() -> Bool {
    if let draftDeadline, draftDeadline.remaining <= .zero {
      self.draftDeadline = nil
      application.keepDraft()
    }
    guard let refreshDeadline, refreshDeadline.remaining <= .zero else { return false }
    let start = Deadline.after(.zero)
    let needsFrame = application.refresh()
    idle.noteEvent(now: .after(.zero))
    pacing.noteRefresh(from: start, to: .after(.zero))
    return needsFrame
  }

  private var refreshDeadline: Deadline? {
    guard let watch else { return nil }
    return pacing.deadline(tellsOfChanges: watch.descriptor != nil, now: .after(.zero))
  }

  /// Watches the record that is open, and lets go of one that is not any more.
  private mutating func watchOpenRecord() {
    let now = application.recordWatch
    guard now !== watch else { return }
    watch = now
    // What was written before the watch began is not told.
    if now != nil { pacing.noteChange() }
  }
}
