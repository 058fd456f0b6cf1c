import PortalCore

/// Runs the portal on a terminal until somebody leaves it.
///
/// The loop: sleep, take in, draw once. Blocking calls within: those of the services, each bounded
/// by the five seconds that a lock is waited for.
struct TerminalRuntime: ~Copyable {
  private var application: Application
  private var session: TerminalSession
  private var pacing = RefreshPacing()
  /// When idle moments are used to check the record.
  private var checking = IdlePacing(now: .after(.zero))
  /// What notices changes in the record that is open now.
  private var watch: ChangeWatch?
  /// When unsent text is to be kept.
  private var draftDeadline: Deadline?
  private var ending: TerminationSignal?
  /// What answers by itself in a demonstration.
  private let simulation: SimulatedPractice?
  private let idleLimit: Duration?
  private var idle: IdleWatch

  private init(
    _ application: consuming Application,
    _ session: consuming TerminalSession,
    _ idleLimit: Duration?,
    _ simulation: SimulatedPractice?
  ) {
    self.simulation = simulation
    self.application = application
    self.session = session
    self.idleLimit = idleLimit
    idle = IdleWatch(limit: idleLimit, now: .after(.zero))
  }

  /// Runs until somebody leaves; returns the signal that ended it, where one did.
  ///
  /// The terminal is given back when this returns. `idleLimit`: how long a session lasts without a
  /// key.
  static func run(
    _ application: consuming Application,
    _ session: consuming TerminalSession,
    idleLimit: Duration? = nil,
    simulation: SimulatedPractice? = nil,
    afterFirstFrame: () -> Void
  ) -> TerminationSignal? {
    var runtime = TerminalRuntime(application, session, idleLimit, simulation)
    runtime.draw()
    afterFirstFrame()
    while !runtime.application.hasEnded {
      if runtime.turn(), !runtime.application.hasEnded { runtime.draw() }
    }
    return runtime.ending
  }

  private mutating func draw() {
    if application.takeWipe() { session.wipe() }
    session.draw(application.frame())
  }

  /// Sleeps until something happens and takes it in; true where a new frame is needed.
  private mutating func turn() -> Bool {
    watchOpenRecord()
    let signOutDeadline = application.isOccupied ? idle.deadline : nil
    let deadlines = [
      draftDeadline, refreshDeadline, checkDeadline, signOutDeadline, simulation?.deadline,
    ]
    let wake = deadlines.compactMap { $0 }.min()
    // A change that waits for its time is not told again and again meanwhile.
    let own = pacing.isPending ? [] : [watch?.descriptor].compactMap { $0 }
    let descriptors = own + (simulation?.descriptors ?? [])
    let events = session.waitForEvents(until: wake, alsoWatching: descriptors)
    // Before any key: who comes back too late must not act in what they left open.
    let isTooLate = endIdleSession()
    var needsFrame = isTooLate
    for event in events where !(isTooLate && event.isTyped) {
      needsFrame = take(event) || needsFrame
      if application.hasEnded { return false }
    }
    simulation?.take(now: .after(.zero))
    needsFrame = meetDeadlines() || needsFrame
    // What is to be drawn is drawn first.
    return needsFrame || useIdleMoment()
  }

  private var checkDeadline: Deadline? {
    checking.deadline(hasWork: application.hasIdleWork)
  }

  private mutating func useIdleMoment() -> Bool {
    guard let checkDeadline, checkDeadline.remaining <= .zero else { return false }
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
      if event.isTyped, isStaying() { return true }
      if case .signal(let signal) = event { ending = signal }
      checking.noteEvent(now: .after(.zero))
      let size = ScreenSize(columns: session.size.columns, rows: session.size.rows)
      let needsFrame = application.handle(event, size: size)
      draftDeadline =
        application.needsDraftDeadline ? Deadline.after(Application.draftDelay) : nil
      return needsFrame
    }
  }

  /// Whether a key only says that somebody is there: after a warning, whichever it is.
  private mutating func isStaying() -> Bool {
    let wasWarned = idle.isWarned && application.isOccupied
    idle.noteActivity(at: .after(.zero))
    if wasWarned { application.noteStaying() }
    return wasWarned
  }

  /// Signs out where nobody has pressed a key for too long.
  private mutating func endIdleSession() -> Bool {
    guard let idleLimit, application.isOccupied, idle.isOver(at: .after(.zero)) else {
      return false
    }
    application.signOut(afterMinutes: Int(idleLimit.components.seconds / 60))
    draftDeadline = nil
    idle.noteActivity(at: .after(.zero))
    return true
  }

  /// Says that this comes soon, where it does.
  private mutating func warnOfIdleEnd() -> Bool {
    guard application.isOccupied, let seconds = idle.takeWarning(at: .after(.zero)) else {
      return false
    }
    application.warnOfIdleEnd(seconds: seconds)
    return true
  }

  /// Does what has come due.
  private mutating func meetDeadlines() -> Bool {
    if let draftDeadline, draftDeadline.remaining <= .zero {
      self.draftDeadline = nil
      application.keepDraft()
    }
    let hasWarned = warnOfIdleEnd()
    guard let refreshDeadline, refreshDeadline.remaining <= .zero else { return hasWarned }
    let start = Deadline.after(.zero)
    let needsFrame = application.refresh()
    checking.noteEvent(now: .after(.zero))
    pacing.noteRefresh(from: start, to: .after(.zero))
    return needsFrame || hasWarned
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
