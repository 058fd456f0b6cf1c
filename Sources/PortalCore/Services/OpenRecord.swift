/// One person's record, opened by somebody in a role: the only way to anything in it.
///
/// Each reading and each change asks the gate with the facts of that moment. A class because the
/// screens of a session share it. The journal inside is private: no service, screen or command can
/// reach a record but through the functions here.
package final class OpenRecord {
  package let subject: Person.ID
  package let attribution: Attribution
  package let settings: StoreSettings
  private let journal: PersonJournal
  private let accessLog: AccessLog
  private let drafts: DraftStore
  private let surroundings: Surroundings
  /// What this session owes to others.
  let outbox: Outbox
  private var isEnded = false
  private var hasNotedClock = false
  /// Whether somebody else was saving all the time when this session last wanted to.
  private var wasBusy = false
  /// What the access log is to say and could not be told yet, because somebody else was saving.
  private var unlogged: [AccessLogEntry] = []
  /// What is wrong with the anchors that the access log holds, where something is; found in the
  /// journal as it was read the time that `anchoredGeneration` counts.
  private var anchorDamage: Damage?
  private var anchoredGeneration = 0
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
    accessLog = log
    let journal = try serving { () throws(StoreError) in try store.journal(of: subject) }
    self.journal = journal
    drafts = DraftStore(journal.directory, surroundings: store.surroundings)
    outbox = Outbox(store: store, person: subject)
    try allow(.open, in: .overview)
    checkAnchors()
  }

  /// Where the record is broken, if it is: then it is shown as far as it is good, and read only.
  package var damage: Damage? { journal.damage ?? anchorDamage ?? accessLog.damage }

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

  /// How far the machine's clock may be behind the newest line, in milliseconds: five minutes.
  private static let clockTolerance: Int64 = 300_000

  /// How far the machine's clock is behind the newest line, in milliseconds, where that is more
  /// than clocks differ by; nil where it is not.
  ///
  /// Nil also in a rehearsal, whose clock begins at the same moment every time.
  package var clockLag: Int64? {
    guard settings.rehearsal == nil, let newest = journal.newestTime else { return nil }
    let lag = newest.milliseconds - surroundings.clock.now().milliseconds
    return lag > OpenRecord.clockTolerance ? lag : nil
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
    try allow(.read, in: area)
    let visibility = try visibility()
    return try serving { () throws(StoreError) in
      let contents = journal.contents
      var records: [Record] = []
      for listed in try contents.entries(of: kinds) where visibility.sees(listed.entry) {
        records.append(try contents.record(listed))
      }
      return records
    }
  }

  /// Gives what the table of contents says to a service, with the question whether this reader may
  /// see an entry: not what was entered in error, nor what the gate hides.
  func look<Value>(
    in area: Area,
    _ body: (Contents, Visibility) throws(StoreError) -> Value
  ) throws(ServiceError) -> Value {
    try allow(.read, in: area)
    let visibility = try visibility()
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

  /// When a record was last changed; nil where there is none, or it cannot be read.
  func changeTime(of id: RecordID) -> Instant? {
    (try? journal.contents.entry(of: id))?.changed
  }

  /// The line that a record was last changed with; nil where there is none, or it cannot be read.
  func sequence(of id: RecordID) -> Int? {
    (try? journal.contents.entry(of: id))?.sequence
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
    let blob = try serving { () throws(StoreError) in try journal.blobs.read(source.blob) }
    guard source.offset >= 0, source.length >= 0, source.offset <= blob.count,
      source.length <= blob.count - source.offset
    else {
      let file = "blobs/\(source.blob)"
      throw .store(.damaged(Damage(kind: .brokenBlob, file: file, line: nil, offset: 0)))
    }
    return Array(blob[source.offset...].prefix(source.length))
  }

  /// Who has opened the record and what they did, the newest first, and how often in all.
  package func accessLogLines(
    newest limit: Int = .max
  ) throws(ServiceError) -> (lines: [AccessLogLine], count: Int) {
    try allow(.read, in: .accessLog)
    return try serving { () throws(StoreError) in
      try accessLog.refresh()
      return (try accessLog.newest(limit), accessLog.count)
    }
  }

  /// When this reader last began a session before this one, as the access log has it.
  func lastSessionStart() throws(ServiceError) -> AccessLogLine? {
    try allow(.read, in: .accessLog)
    return try serving { () throws(StoreError) in
      try accessLog.refresh()
      // That of this session is the newest of them, once it is written.
      let wanted = isBeginningLogged ? 2 : 1
      var starts: [AccessLogLine] = []
      try accessLog.walkBack { line in
        let isOwn = line.attribution.actor == attribution.actor
        if isOwn, line.entry.event == .sessionStart { starts.append(line) }
        return starts.count < wanted
      }
      return starts.count < wanted ? nil : starts.last
    }
  }

  // MARK: - Changing

  /// Stores new versions of records as one transaction, durably; the receipt proves it.
  ///
  /// The gate is asked again under the lock, with what is on disk then. Where others wait for what
  /// is written, that is on disk before it.
  func append(
    _ action: Action,
    in area: Area,
    reaching reach: Reach = .recordOnly,
    _ changes: (Contents) throws(StoreError) -> [Record]
  ) throws(ServiceError) -> Receipt? {
    try allow(action, in: area)
    if let damage { throw .store(.damaged(damage)) }
    if reach == .others {
      try serving { () throws(StoreError) in try outbox.open(after: journal.head) }
    }
    var refusal: ServiceError?
    wasBusy = false
    do throws(StoreError) {
      return try journal.append(attribution) { contents throws(StoreError) in
        checkAnchors()
        if let anchorDamage { throw .damaged(anchorDamage) }
        do throws(ServiceError) {
          try allow(action, in: area)
        } catch {
          refusal = error
          throw .notPermitted
        }
        return try changes(contents)
      }
    } catch {
      // The gate's own reason, not just that it said no.
      if error == .notPermitted, let refusal { throw refusal }
      wasBusy = error == .busy
      throw .store(error)
    }
  }

  /// What the newest versions say, for a change that is being prepared and has not been made.
  func prepare<Value>(
    _ action: Action,
    in area: Area,
    _ body: (Contents) throws(StoreError) -> Value
  ) throws(ServiceError) -> Value {
    try allow(action, in: area)
    _ = try refresh()
    return try serving { () throws(StoreError) in try body(journal.contents) }
  }

  /// Stores foreign content before a record names it.
  func storeBlob(_ bytes: [UInt8]) throws(ServiceError) -> String {
    try serving { () throws(StoreError) in try journal.blobs.store(bytes) }
  }

  func draft(_ name: RecordID) throws(ServiceError) -> Draft? {
    try allow(.write, in: .messages)
    return drafts.read(name)
  }

  func keep(_ draft: Draft, as name: RecordID) throws(ServiceError) {
    try allow(.write, in: .messages)
    try serving { () throws(StoreError) in try drafts.write(draft, as: name) }
  }

  func removeDraft(_ name: RecordID) throws(ServiceError) {
    try serving { () throws(StoreError) in try drafts.remove(name) }
  }

  // MARK: - The session

  func begin() throws(ServiceError) {
    try log(.sessionStart, .overview)
    if clockLag != nil { try noteClock() }
  }

  /// Whether the access log says already that this session has begun.
  var isBeginningLogged: Bool {
    !unlogged.contains { $0.event == .sessionStart }
  }

  /// Says once a session in the access log that the clock was behind: its times are not to be
  /// believed.
  private func noteClock() throws(ServiceError) {
    guard !hasNotedClock else { return }
    hasNotedClock = true
    try log(.clockBehind, nil)
  }

  /// Ends the session: a line in the access log with the journal's newest head.
  package func end() throws(ServiceError) {
    guard !isEnded else { return }
    isEnded = true
    watch = nil
    // The newest head there is: what it anchors cannot be cut off unnoticed. Where it cannot be
    // read any more, the one last seen serves.
    _ = try? refresh()
    // Set back while the session lasted.
    if clockLag != nil { try noteClock() }
    // Where it fails its marker stays, and the next process to start completes it.
    try? outbox.close(journal, patience: patience)
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

  /// How many milliseconds a person waits, opening and closing their own record, to log it.
  ///
  /// Somebody who was stopped while saving must not keep them from reading.
  private static let (beginningPatience, endingPatience): (Int64, Int64) = (50, 1000)

  func log(_ event: AccessLogEntry.Event, _ area: Area?) throws(ServiceError) {
    let head = journal.head
    unlogged.append(
      AccessLogEntry(
        event: event,
        area: area,
        journalSequence: head?.sequence ?? 0,
        journalHash: (head?.hash ?? .zero).hexadecimal
      )
    )
    do throws(StoreError) {
      while let entry = unlogged.first {
        try accessLog.append(entry, attribution, patience: patience)
        unlogged.removeFirst()
      }
    } catch {
      guard attribution.basis.role == .oneself else { throw .store(error) }
      // On a disk that cannot be written, or with a log that is damaged, a person still reads
      // their own record: nobody else was there that the log would have to name.
      switch error {
      // Written with the next line of the session, at the latest as it ends.
      case .busy: return
      case .notSaved, .damaged:
        unlogged = []
        return
      case .noDataDirectory, .unsafeDataDirectory, .unsafeFileSystem, .notAStore, .unknownFormat,
        .damagedSettings,
        .noSuchPerson, .noSuchRecord, .unsafeFile, .conflict, .notPermitted, .system, .unreadable:
        throw .store(error)
      }
    }
  }

  /// Whoever acts for another waits as long as it takes: without the line they may not read.
  private var patience: Int64 {
    guard attribution.basis.role == .oneself else { return OwnerLock.patienceInMilliseconds }
    // Waited for long enough already.
    if wasBusy { return 0 }
    return isEnded ? OpenRecord.endingPatience : OpenRecord.beginningPatience
  }

  // MARK: - The gate

  /// Throws the gate's refusal; a hidden thing does not exist.
  func allow(_ action: Action, in area: Area) throws(ServiceError) {
    switch decision(action, in: area, nil, at: try moment()) {
    case .allow: return
    case .hide: throw .noSuchRecord
    case .refuse(let reason): throw .refused(reason)
    }
  }

  /// Whether the gate lets this reader see a record; in the section it belongs to, whichever it is
  /// asked for from.
  private func isVisible(_ record: Record) throws(ServiceError) -> Bool {
    let item = AccessItem(kind: record.kind, labels: record.labels)
    return decision(.read, in: record.kind.area, item, at: try moment()) == .allow
  }

  /// The same of many entries, for one call of a service.
  private func visibility() throws(ServiceError) -> Visibility {
    let moment = try moment()
    return Visibility { [self] group in
      let item = AccessItem(kind: group.kind, labels: group.labels.labels)
      return decision(.read, in: group.kind.area, item, at: moment) == .allow
    }
  }

  /// What the gate is asked with; made once for a service call, never kept longer.
  private struct Moment {
    let facts: AccessFacts
    let now: Instant
  }

  private func moment() throws(ServiceError) -> Moment {
    Moment(facts: try facts(), now: now)
  }

  private func decision(
    _ action: Action,
    in area: Area,
    _ item: AccessItem?,
    at moment: Moment
  ) -> Decision {
    decide(
      actor: attribution.actor,
      role: attribution.basis.role,
      subject: subject,
      area: area,
      action: action,
      item: item,
      facts: moment.facts,
      now: moment.now
    )
  }

  private func facts() throws(ServiceError) -> AccessFacts {
    let (consent, person) = try serving { () throws(StoreError) in
      (try journal.contents[ConsentChoice.recordID], try journal.contents[Person.recordID])
    }
    var level = ConsentLevel.none
    if case .consent(let choice)? = consent?.content { level = choice.level }
    var birthDate: CivilDate?
    if case .person(let person)? = person?.content,
      let date = person.birthDate, date.precision >= .day
    {
      birthDate = date.date
    }
    return AccessFacts(
      consentLevel: level,
      birthDate: birthDate,
      isClockBehind: clockLag != nil
    )
  }
}

extension ConsentChoice {
  /// The one record in a journal that says what the person has consented to.
  package static let recordID = RecordID(bytes: Array("consent\0\0\0\0\0\0\0\0\0\0".utf8))
}
