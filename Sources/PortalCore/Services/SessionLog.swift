/// What one session says in a record's access log: that it was opened and closed, and, of anybody but
/// the person themselves, each thing that was done or refused.
///
/// A class because the session's record and its services share it.
final class SessionLog {
  private let log: AccessLog
  private let attribution: Attribution
  private let clock: Clock
  /// What the log is to say and could not be told yet, because somebody else was saving.
  private var unwritten: [AccessLogEntry] = []
  /// What has been noted, and when.
  private var noted: [Act: Instant] = [:]
  private var hasNotedClock = false
  /// Who it is, where it is not the person themselves.
  var reader: AccessReader?
  /// Whether somebody else was saving all the time when this session last wanted to.
  var wasBusy = false
  var isEnding = false
  /// Whether nothing is said: nobody is here, a preview is looked at.
  private var isSilent = false

  private struct Act: Hashable {
    let event: AccessLogEntry.Event
    let area: Area?
    let refusal: String?
  }

  init(_ log: AccessLog, _ attribution: Attribution, _ clock: Clock) {
    self.log = log
    self.attribution = attribution
    self.clock = clock
  }

  /// The same log for somebody who is not here: it reads, and says nothing.
  func silent(_ attribution: Attribution) -> SessionLog {
    let silent = SessionLog(log, attribution, clock)
    silent.isSilent = true
    return silent
  }

  var damage: Damage? { log.damage }
  var count: Int { log.count }

  /// Whether somebody else than the person is here: then each act is noted.
  var isOfAnother: Bool {
    switch attribution.basis.role {
    case .parent, .guardian, .proxy, .assignedProxy, .staff: true
    case .oneself, .importer, .system: false
    }
  }

  // MARK: - Reading

  @discardableResult
  func refresh() throws(StoreError) -> Bool {
    try log.refresh()
  }

  func newest(_ limit: Int, before end: Int) throws(StoreError) -> [AccessLogLine] {
    try log.newest(limit, before: end)
  }

  func firstBrokenAnchor(in journal: PersonJournal) throws(StoreError) -> Damage? {
    try log.firstBrokenAnchor(in: journal)
  }

  /// When this reader last began a session before this one.
  func lastStart() throws(StoreError) -> AccessLogLine? {
    try log.refresh()
    // That of this session is the newest of them, once it is written.
    let isBeginningWritten = !isSilent && !unwritten.contains { $0.event == .sessionStart }
    let wanted = isBeginningWritten ? 2 : 1
    var starts: [AccessLogLine] = []
    try log.walkBack { line in
      let isOwn = line.attribution.actor == attribution.actor
      if isOwn, line.entry.event == .sessionStart { starts.append(line) }
      return starts.count < wanted
    }
    return starts.count < wanted ? nil : starts.last
  }

  // MARK: - Writing

  /// Says what happened, with the journal's newest head.
  func write(
    _ event: AccessLogEntry.Event,
    _ area: Area?,
    kind: RecordKind? = nil,
    refusal: RefusalReason? = nil,
    head: LineHead?
  ) throws(StoreError) {
    if isSilent { return }
    var entry = AccessLogEntry(
      event: event,
      area: area,
      journalSequence: head?.sequence ?? 0,
      journalHash: (head?.hash ?? .zero).hexadecimal
    )
    entry.kind = kind
    entry.refusal = refusal?.code
    entry.reader = reader
    unwritten.append(entry)
    do throws(StoreError) {
      while let entry = unwritten.first {
        try log.append(entry, attribution, patience: patience)
        unwritten.removeFirst()
      }
    } catch {
      guard attribution.basis.role == .oneself else { throw error }
      // On a disk that cannot be written, or with a log that is damaged, a person still reads
      // their own record: nobody else was there that the log would have to name.
      switch error {
      // Written with the next line of the session, at the latest as it ends.
      case .busy: return
      case .notSaved, .damaged:
        unwritten = []
        return
      case .noDataDirectory, .unsafeDataDirectory, .unsafeFileSystem, .notAStore, .unknownFormat,
        .damagedSettings,
        .noSuchPerson, .noSuchRecord, .unsafeFile, .conflict, .notPermitted, .system, .unreadable:
        throw error
      }
    }
  }

  /// For so long, in milliseconds, the same act in the same section is one line of the log.
  private static let noteInterval: Int64 = 300_000

  /// Says what somebody else does in the record, once in a while for the same.
  func note(
    _ event: AccessLogEntry.Event,
    _ area: Area?,
    refusal: RefusalReason? = nil,
    head: LineHead?
  ) throws(StoreError) {
    guard isOfAnother, !isSilent else { return }
    let act = Act(event: event, area: area, refusal: refusal?.code)
    let time = clock.now()
    if let last = noted[act], time >= last,
      time.milliseconds - last.milliseconds < SessionLog.noteInterval
    {
      return
    }
    try write(event, area, refusal: refusal, head: head)
    noted[act] = time
  }

  /// Says once a session that the clock was behind: its times are not to be believed.
  func noteClock(head: LineHead?) throws(StoreError) {
    guard !hasNotedClock else { return }
    hasNotedClock = true
    try write(.clockBehind, nil, head: head)
  }

  /// How many milliseconds a person waits, opening and closing their own record, to log it.
  ///
  /// Somebody who was stopped while saving must not keep them from reading.
  private static let (beginningPatience, endingPatience): (Int64, Int64) = (50, 1000)

  /// Whoever acts for another waits as long as it takes: without the line they may not read.
  var patience: Int64 {
    guard attribution.basis.role == .oneself else { return OwnerLock.patienceInMilliseconds }
    // Waited for long enough already.
    if wasBusy { return 0 }
    return isEnding ? SessionLog.endingPatience : SessionLog.beginningPatience
  }
}

extension Action {
  /// What the access log calls it.
  var event: AccessLogEntry.Event {
    switch self {
    case .open: .sessionStart
    case .read: .read
    case .search: .search
    case .export: .export
    case .write, .resign: .write
    case .importing: .importing
    }
  }
}
