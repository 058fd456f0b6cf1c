/// One person's record, opened by somebody in a role: the only way to anything in it.
///
/// Each reading and each change asks the gate with the facts of that moment. A class because the
/// screens of a session share it. The journal inside is private: no service, screen or command can
/// reach a record but through the functions here.
package final class OpenRecord {
  package let subject: Person.ID
  package let attribution: Attribution
  package let settings: StoreSettings
  /// Who opened it; nil for what the program itself opens.
  package internal(set) var signedIn: SignedInPerson?
  private let journal: PersonJournal
  private let accessLog: SessionLog
  /// What whoever has it open has typed and not sent; not part of the record.
  let drafts: RecordDrafts
  /// Answers only; what it reads to do so it keeps to itself.
  let gate: RecordGate
  private let surroundings: Surroundings
  /// Whether nothing is written: what another would see is looked at.
  package let isPreview: Bool
  /// What this session owes to others.
  let outbox: Outbox
  private var isEnded = false
  /// Whether a question to the gate is asked while the record's lock is held.
  private var isAppending = false
  /// What is wrong with the anchors that the access log holds, where something is; found in the
  /// journal as it was read the time that `anchoredGeneration` counts.
  private var anchorDamage: Damage?
  private var anchoredGeneration = 0
  private var idleCheck: IdleCheck
  /// Notices what other processes write; nil until somebody asks, and after the session.
  private var watch: ChangeWatch?

  init(store: Store, subject: Person.ID, attribution: Attribution) throws(ServiceError) {
    self.subject = subject
    self.attribution = attribution
    settings = store.settings
    surroundings = store.surroundings
    // The log before the journal: a head that it holds is in the journal by then, whatever other
    // processes write in between.
    let log = try serving { () throws(StoreError) in
      try store.accessLog(of: subject)
    }
    accessLog = SessionLog(log, attribution, store.surroundings.clock)
    let journal = try serving { () throws(StoreError) in try store.journal(of: subject) }
    self.journal = journal
    gate = try serving { () throws(StoreError) in
      try RecordGate(journal, of: subject, attribution, store)
    }
    idleCheck = IdleCheck(journal)
    drafts = RecordDrafts(
      DraftStore(journal.directory, surroundings: store.surroundings),
      attribution
    )
    accessLog.reader = gate.reader()
    outbox = Outbox(store: store, person: subject, journal)
    isPreview = false
    try allow(.open, in: .overview)
    checkAnchors()
  }

  /// What somebody would see of a record if they had a right that they have not been given.
  ///
  /// Writes nothing, neither in the record nor in its log.
  init(previewing record: OpenRecord, with grant: ProxyGrant) throws(ServiceError) {
    (subject, settings, surroundings) = (record.subject, record.settings, record.surroundings)
    (journal, drafts, outbox) = (record.journal, record.drafts, record.outbox)
    idleCheck = record.idleCheck
    gate = try serving { () throws(StoreError) in try record.gate.assuming(grant) }
    attribution = gate.attribution
    accessLog = record.accessLog.silent(attribution)
    isPreview = true
    try allow(.open, in: .overview)
  }

  /// Where the record is broken, if it is: then it is shown as far as it is good, and read only.
  package var damage: Damage? { journal.damage ?? anchorDamage ?? accessLog.damage }

  /// Whether there is anything to check in idle moments.
  package var hasIdleWork: Bool { !isEnded && !idleCheck.isFinished }

  /// Checks some lines that were not read at the opening; `damage` says it where one is broken.
  package func useIdleMoment() {
    idleCheck.step()
    checkAnchors()
  }

  /// Compares the journal with the heads that the access log holds, once each time that it may
  /// have been put in another's place.
  private func checkAnchors() {
    guard anchoredGeneration != journal.generation else { return }
    // Where the journal cannot be read nothing is said of what it holds.
    anchorDamage = try? accessLog.firstBrokenAnchor(in: journal)
    anchoredGeneration = journal.generation
  }

  /// The moment by which rights and times are judged: never before the newest line.
  package var now: Instant {
    let clock = surroundings.clock.now()
    return max(clock, journal.newestTime ?? clock)
  }

  /// How far the machine's clock is behind the newest line, in milliseconds, where that is more
  /// than clocks differ by; nil where it is not.
  ///
  /// Nil also in a rehearsal, whose clock begins at the same moment every time.
  package var clockLag: Int64? {
    guard settings.rehearsal == nil, let newest = journal.newestTime else { return nil }
    let lag = newest.milliseconds - surroundings.clock.now().milliseconds
    return lag > RecordGate.clockTolerance ? lag : nil
  }

  /// A new id for something made here.
  package func newID() -> RecordID {
    RecordID(bytes: surroundings.randomness.bytes(17))
  }

  /// Takes in what other processes have added; true where there was anything.
  package func refresh() throws(ServiceError) -> Bool {
    let isNew = try serving { () throws(StoreError) in try journal.refresh() }
    checkAnchors()
    return isNew
  }

  /// Begins to notice what other processes write, where that has not begun.
  ///
  /// Its descriptor is to be waited on; without one `takeNews` is to be asked now and then. Ends with
  /// the session.
  package func startWatching() -> ChangeWatch? {
    if watch == nil, !isEnded {
      watch = ChangeWatch(
        [PersonJournal.fileName, AccessLog.fileName],
        in: journal.directory.descriptor,
        fileSystem: surroundings.fileSystem
      )
    }
    return watch
  }

  /// Takes in what other processes have written since this was last asked, where the watch has
  /// noticed anything or there is none.
  package func takeNews() throws(ServiceError) -> RecordNews {
    let hasChanged =
      watch?.hasChanged(
        in: journal.directory.descriptor,
        fileSystem: surroundings.fileSystem
      ) ?? true
    guard hasChanged else { return .none }
    let isLogNew = try serving { () throws(StoreError) in try accessLog.refresh() }
    if try refresh() { return .content }
    return isLogNew ? .accessLog : .none
  }

  // MARK: - Reading

  /// What the gate lets this reader see of some kinds, newest versions, the newest date first;
  /// without what was entered in error.
  func records(_ kinds: Set<RecordKind>, in area: Area) throws(ServiceError) -> [Record] {
    var records: [Record] = []
    try forEachRecord(kinds, in: area) { record in
      records.append(record)
      return true
    }
    return records
  }

  /// Calls `body` with each of the same records as long as it wants more.
  func forEachRecord(
    _ kinds: Set<RecordKind>,
    in area: Area,
    _ body: (Record) -> Bool
  ) throws(ServiceError) {
    let visibility = visibility(at: try allow(.read, in: area))
    try serving { () throws(StoreError) in
      let contents = journal.contents
      for listed in try contents.entries(of: kinds) where visibility.sees(listed.entry) {
        guard body(try contents.record(listed)) else { return }
      }
    }
  }

  /// Gives what the table of contents says to a service, with the question whether this reader may
  /// see an entry: not what was entered in error, nor what the gate hides.
  ///
  /// Counting and naming what the front page names is not noted as reading the section.
  func look<Value>(
    _ action: Action = .read,
    in area: Area,
    isNoted: Bool = true,
    _ body: (Contents, Visibility) throws(StoreError) -> Value
  ) throws(ServiceError) -> Value {
    let visibility = try visibility(at: isNoted ? allow(action, in: area) : check(action, in: area))
    return try serving { () throws(StoreError) in try body(journal.contents, visibility) }
  }

  /// One record, if the gate lets this reader see it.
  func record(_ id: RecordID, in area: Area) throws(ServiceError) -> Record {
    try allow(.read, in: area)
    guard let record = try serving({ () throws(StoreError) in try journal.contents[id] }),
      try isVisible(record)
    else { throw .noSuchRecord }
    return record
  }

  /// All of a kind that the gate lets this reader see, the newest first, where the table of contents
  /// does not say all that the gate asks of each.
  func recordsAskedOneByOne(_ kind: RecordKind) throws(ServiceError) -> [Record] {
    try allow(.read, in: kind.area)
    let found = try serving { () throws(StoreError) in
      let contents = journal.contents
      return try contents.entries(of: [kind]).map { listed throws(StoreError) in
        try contents.record(listed)
      }
    }
    var visible: [Record] = []
    for record in found where try isVisible(record) { visible.append(record) }
    return visible
  }

  /// When a record was last changed, and with which line; nil where there is none, or it cannot be
  /// read.
  func lastChange(of id: RecordID) -> (time: Instant, sequence: Int)? {
    (try? journal.contents.entry(of: id)).map { ($0.changed, $0.sequence) }
  }

  /// The versions of one record, or of all that may be seen, oldest first.
  package func history(of id: RecordID?) throws(ServiceError) -> [Revision] {
    try allow(.read, in: .overview)
    let revisions = try serving { () throws(StoreError) in
      if let id {
        try journal.contents.versions(of: id)
      } else {
        try journal.contents.allVersions()
      }
    }
    var visible: [Revision] = []
    for revision in revisions {
      // What is hidden now was not hidden perhaps when it was new: its past is hidden with it.
      let newest = try serving { () throws(StoreError) in
        try journal.contents[revision.record.id]
      }
      if let newest, try isVisible(newest), try isVisible(revision.record) {
        visible.append(revision)
      }
    }
    guard !visible.isEmpty || id == nil else { throw .noSuchRecord }
    return visible
  }

  /// The original JSON of an imported record.
  package func original(of id: RecordID) throws(ServiceError) -> [UInt8] {
    let entry = try serving { () throws(StoreError) in try journal.contents.entry(of: id) }
    guard let entry else { throw .noSuchRecord }
    let record = try record(id, in: entry.kind.area)
    guard let source = record.origin?.source else { throw .noSuchRecord }
    let blob = try blob(source.blob)
    guard source.offset >= 0, source.length >= 0, source.offset <= blob.count,
      source.length <= blob.count - source.offset
    else {
      let file = "blobs/\(source.blob)"
      throw .store(.damaged(Damage(kind: .brokenBlob, file: file, line: nil, offset: 0)))
    }
    return Array(blob[source.offset...].prefix(source.length))
  }

  /// Gives what the access log says to a service; counting is not noted as reading it.
  func lookInLog<Value>(
    isNoted: Bool = true,
    _ body: (SessionLog) throws(StoreError) -> Value
  ) throws(ServiceError) -> Value {
    _ = isNoted ? try allow(.read, in: .accessLog) : try check(.read, in: .accessLog)
    return try serving { () throws(StoreError) in
      try accessLog.refresh()
      return try body(accessLog)
    }
  }

  /// When this reader last began a session before this one, as the access log has it.
  func lastSessionStart() throws(ServiceError) -> AccessLogLine? {
    // A reader's own sessions are theirs to know, whatever of the log they may read.
    _ = try check(.open, in: .overview)
    return try serving { () throws(StoreError) in try accessLog.lastStart() }
  }

  // MARK: - Changing

  /// Stores new versions of records as one transaction, durably; the receipt proves it.
  ///
  /// The gate is asked again under the lock, with what is on disk then. Where others wait for what
  /// is written, that is on disk before it. `others` are what else is written with it, each asked
  /// about in its own section.
  func append(
    _ action: Action,
    in area: Area,
    of item: AccessItem? = nil,
    also others: [AccessItem] = [],
    reaching reach: Reach = .recordOnly,
    _ changes: (Contents) throws(StoreError) -> [Record]
  ) throws(ServiceError) -> Receipt? {
    try allow(action, in: area, item)
    for other in others { try allow(action, in: other.kind.area, other) }
    if isPreview { throw .proxy(.onlyPreview) }
    if let damage { throw .store(.damaged(damage)) }
    if reach == .others {
      try serving { () throws(StoreError) in try outbox.open(after: journal.head) }
    }
    var refusal: ServiceError?
    accessLog.wasBusy = false
    do throws(StoreError) {
      let receipt = try journal.append(attribution) { contents throws(StoreError) in
        checkAnchors()
        if let anchorDamage { throw .damaged(anchorDamage) }
        isAppending = true
        defer { isAppending = false }
        do throws(ServiceError) {
          _ = try check(action, in: area, item)
          for other in others { _ = try check(action, in: other.kind.area, other) }
        } catch {
          refusal = error
          throw .notPermitted
        }
        return try changes(contents)
      }
      // Stands in the journal with who made it, whatever becomes of the line in the log.
      if receipt != nil, accessLog.isOfAnother {
        try? accessLog.write(action.event, area, kind: item?.kind, head: journal.head)
      }
      if reach == .others { outbox.deliverMuch(journal) }
      return receipt
    } catch {
      // The gate's own reason, not just that it said no.
      if error == .notPermitted, let refusal { throw refusal }
      accessLog.wasBusy = error == .busy
      throw .store(error)
    }
  }

  /// What the newest versions say, for a change that is being prepared and has not been made.
  func prepare<Value>(
    _ action: Action,
    in area: Area,
    of item: AccessItem? = nil,
    _ body: (Contents) throws(StoreError) -> Value
  ) throws(ServiceError) -> Value {
    try allow(action, in: area, item)
    _ = try refresh()
    return try serving { () throws(StoreError) in try body(journal.contents) }
  }

  /// Content that a record names which this reader has been given.
  func blob(_ name: String) throws(ServiceError) -> [UInt8] {
    try serving { () throws(StoreError) in try journal.blobs.read(name) }
  }

  /// Stores foreign content before a record names it.
  func storeBlob(_ bytes: [UInt8]) throws(ServiceError) -> String {
    if isPreview { throw .proxy(.onlyPreview) }
    return try serving { () throws(StoreError) in try journal.blobs.store(bytes) }
  }

  // MARK: - The session

  func begin() throws(ServiceError) {
    try log(.sessionStart, .overview)
    if clockLag != nil {
      try serving { () throws(StoreError) in try accessLog.noteClock(head: journal.head) }
    }
  }

  /// Ends the session: a line in the access log with the journal's newest head.
  package func end() throws(ServiceError) {
    guard !isEnded, !isPreview else { return }
    isEnded = true
    accessLog.isEnding = true
    watch = nil
    // The newest head there is: what it anchors cannot be cut off unnoticed. Where it cannot be
    // read any more, the one last seen serves.
    _ = try? refresh()
    // Set back while the session lasted.
    if clockLag != nil {
      try serving { () throws(StoreError) in try accessLog.noteClock(head: journal.head) }
    }
    // Where it fails its marker stays, and the next process to start completes it.
    try? outbox.close(journal, patience: accessLog.patience)
    try log(.sessionEnd, nil)
    journal.settle()
  }

  /// Brings what has been written in this session to those who wait for it.
  ///
  /// `end` does so too, and where a session dies the next process: this is for who does not want
  /// to wait until then.
  func deliver() throws(ServiceError) {
    try serving { () throws(StoreError) in try outbox.deliver(journal) }
  }

  /// Delivers what is owed, for who writes without a session that the log would name.
  func settleOutbox() {
    // Where it fails the marker stays, and the next process to start completes it.
    try? outbox.close(journal, patience: OwnerLock.patienceInMilliseconds)
  }

  func log(_ event: AccessLogEntry.Event, _ area: Area?) throws(ServiceError) {
    try serving { () throws(StoreError) in
      try accessLog.write(event, area, head: journal.head)
    }
  }

  // MARK: - The gate

  /// Throws the gate's refusal, else gives what it was asked with; a hidden thing does not exist.
  ///
  /// What somebody looks at who acts for the person is in the access log before they see it, and so
  /// is what they were refused. A change is there once it has been made.
  @discardableResult
  func allow(
    _ action: Action,
    in area: Area,
    _ item: AccessItem? = nil
  ) throws(ServiceError) -> RecordGate.Moment {
    let moment: RecordGate.Moment
    do {
      moment = try check(action, in: area, item)
    } catch {
      if case .refused(let reason) = error {
        try? accessLog.note(.refusal, area, refusal: reason, head: journal.head)
      }
      throw error
    }
    switch action {
    case .read, .search, .export:
      try serving { () throws(StoreError) in
        try accessLog.note(action.event, area, head: journal.head)
      }
    case .open, .write, .resign, .importing: break
    }
    return moment
  }

  /// The same without a word in the access log.
  private func check(
    _ action: Action,
    in area: Area,
    _ item: AccessItem? = nil
  ) throws(ServiceError) -> RecordGate.Moment {
    let moment = try moment()
    switch gate.decision(action, in: area, item, at: moment) {
    case .allow: return moment
    case .hide: throw .noSuchRecord
    case .refuse(let reason): throw .refused(reason)
    }
  }

  /// Whether the gate lets this reader see a record; in the section it belongs to, whichever it is
  /// asked for from.
  private func isVisible(_ record: Record) throws(ServiceError) -> Bool {
    let entry = try serving { () throws(StoreError) in
      try journal.contents.entry(of: record.id)
    }
    guard let entry else { return false }
    let item = AccessItem(record, entry)
    return gate.decision(.read, in: record.kind.area, item, at: try moment()) == .allow
  }

  /// The same of many entries, for one call of a service.
  private func visibility(at moment: RecordGate.Moment) -> Visibility {
    Visibility(goesByGroup: gate.answersByGroup(at: moment)) { [gate] item in
      gate.decision(.read, in: item.kind.area, item, at: moment) == .allow
    }
  }

  func moment() throws(ServiceError) -> RecordGate.Moment {
    // What another process took back stops the very next call. Under the lock all is read already.
    if accessLog.isOfAnother, !isAppending { _ = try refresh() }
    let moment = try momentAsRead()
    // What a young person may do in their own record others decide too.
    guard !isAppending, !accessLog.isOfAnother, gate.isOfYouth(at: moment), try refresh() else {
      return moment
    }
    return try momentAsRead()
  }

  private func momentAsRead() throws(ServiceError) -> RecordGate.Moment {
    let isBehind = clockLag != nil
    return try serving { () throws(StoreError) in
      try gate.moment(now, isClockBehind: isBehind)
    }
  }
}
