/// One person's record: the chained file of changes, and the newest version of each thing in it.
///
/// What stands up to some line is looked up in the index beside the journal, what has come since
/// is held. A class because the screens of a session share it. It knows nothing of access: only
/// `OpenRecord`, which asks the gate each time, may hold one.
final class PersonJournal {
  static let fileName = "journal.jsonl"

  let directory: OwnerDirectory
  let blobs: BlobStore
  let log: ChainedLog
  let surroundings: Surroundings
  let identity: LogHeader
  /// Nil where a caller wants everything read from the journal itself.
  private let indexFile: IndexFile?
  private(set) var index: RecordIndex?
  private(set) var tail: RecordTail
  var cache = RecordCache()
  /// The words of the first entries of the tail, as many as are counted.
  private var words = (table: WordTable(), count: 0)
  /// The line that is to be taken in next.
  private var nextLine = 0
  private var takenGeneration = 0
  /// The line up to which an opening has believed a stored index; nil where all lines were read.
  private(set) var believedLine: Int?
  /// What a line names or holds that is not what it was; nothing is taken in from that line on.
  private var contentDamage: Damage?
  /// What erasures have declared, as far as it was read.
  private var erasures = Erasures()
  /// Whether what an erasure has taken is still on disk: never where an index is believed,
  /// since none is made then.
  private(set) var hasUnfinishedErasure = false

  /// Opens a journal and takes in what it holds; with `isWhole` line by line and not by its index.
  init(
    _ directory: OwnerDirectory,
    identity: LogHeader,
    surroundings: Surroundings,
    isWhole: Bool = false
  ) throws(StoreError) {
    self.directory = directory
    self.surroundings = surroundings
    self.identity = identity
    blobs = BlobStore(directory, surroundings: surroundings)
    indexFile = isWhole ? nil : IndexFile(IndexFile.journalName, in: directory, surroundings)
    let stored = indexFile?.read()
    log = try ChainedLog(
      PersonJournal.fileName,
      in: directory,
      identity: identity,
      surroundings: surroundings,
      checkpoint: stored?.checkpoint
    )
    index = log.isBased ? stored : nil
    // It may be of a file that has been replaced, and hold words that were erased since.
    if stored != nil, index == nil { indexFile?.remove() }
    tail = RecordTail(after: index)
    nextLine = index.map { $0.checkpoint.sequence + 1 } ?? 0
    believedLine = index?.checkpoint.sequence
    takenGeneration = log.generation
    while try log.readSome() { try takeIn() }
    try takeIn()
    // A long journal without one: what was read just now would be read again each time.
    if isTailLong(.opening) { renewIndex() }
  }

  /// What is broken, where something is; then nothing can be written.
  var damage: Damage? { contentDamage ?? log.scan.damage }
  var findings: [LogScan.Finding] { log.scan.findings }
  /// The newest line: what access logs and receipts are anchored to.
  var head: LineHead? { log.scan.last }
  /// The newest time in the journal: what has expired stays so though the clock be set back.
  var newestTime: Instant? { log.scan.newestTime }
  /// Grows whenever the journal may have been put in another's place.
  var generation: Int { log.generation }

  /// How many versions of records it holds.
  var entryCount: Int { tail.base + tail.entries.count }

  /// What repairs have declared.
  ///
  /// Of those in lines that were not read because an index knows them the records tell.
  func repairs() throws(StoreError) -> [JournalRepair] {
    if !log.isBased { return log.scan.repairs.map(\.repair) }
    var repairs: [JournalRepair] = []
    for listed in try contents.entries(of: [.repair]) {
      if case .repair(let repair) = try contents.record(listed).content { repairs.append(repair) }
    }
    return repairs
  }

  /// Whether nothing was ever put in it: made by an import that has not come further yet, or died.
  var isUntouched: Bool { entryCount == 0 && damage == nil }

  /// The newest versions of everything.
  var contents: Contents { Contents(journal: self) }

  /// Takes in what other processes have added; true where anything is not as it was.
  @discardableResult
  func refresh() throws(StoreError) -> Bool {
    let isNew = try log.refresh()
    let isBehind = nextLine < log.scan.lineCount && contentDamage == nil
    try takeIn()
    return isNew || isBehind
  }

  /// Makes one transaction of new versions and stores it durably.
  ///
  /// `changes` is called under the lock with everything that is on disk taken in. It gives the
  /// records in their next versions, or throws: the gate's question, asked again now, and a
  /// version that has moved on. Without any record nothing is written, and there is no receipt.
  func append(
    _ attribution: Attribution,
    patience: Int64 = OwnerLock.patienceInMilliseconds,
    changes: (Contents) throws(StoreError) -> [Record]
  ) throws(StoreError) -> Receipt? {
    var made: MadeLine?
    let line = try log.append(patience: patience) { () throws(StoreError) -> LineDraft? in
      try takeIn()
      if let contentDamage { throw StoreError.damaged(contentDamage) }
      let records = try changes(contents)
      if records.isEmpty { return nil }
      try checkVersions(records)
      let new = try MadeLine(records, attribution, blobs, surroundings)
      made = new
      return new.draft
    }
    guard let line, let made else { return nil }
    defer { if hasUnfinishedErasure { try? completeErasure() } }
    if ErasureDeclaration.isOne(line) {
      // What was taken in before may be erased by it: read anew, now or with the next refresh.
      try? takeIn()
      return Receipt(sequence: line.sequence, hash: line.hash)
    }
    // What is stored and acknowledged is not read again: that could still fail. What is not taken
    // in here is when the journal is read on.
    if takenGeneration == log.generation, nextLine == line.sequence {
      try? take(line) { body throws(ReadFailure) in try made.readEach(in: line, body) }
      log.forgetLines()
      if isTailLong(.writing) { renewIndex() }
    }
    return Receipt(sequence: line.sequence, hash: line.hash)
  }

  /// Each record is the version after its newest, also within the one transaction.
  private func checkVersions(_ records: [Record]) throws(StoreError) {
    var newest: [RecordID: Int] = [:]
    for record in records {
      let known: Int
      if let own = newest[record.id] {
        known = own
      } else {
        known = try contents.version(of: record.id)
      }
      guard record.version == known + 1 else { throw .conflict(record.id, newest: known) }
      newest[record.id] = record.version
    }
  }
}

// MARK: - Taking in

extension PersonJournal {
  private func takeIn() throws(StoreError) {
    do {
      return try takeLines()
    } catch {
      if case .store(let error) = error { throw error }
    }
    try startOver()
  }

  /// Reads everything from the journal itself: the index is not what it seemed.
  func startOver() throws(StoreError) {
    let hadIndex = index?.isStored == true
    // There is no index then; but an erasure may come while everything is read.
    for _ in 0..<8 {
      try log.startOver()
      // It may hold words that were erased since.
      if hadIndex, !log.scan.erasures.isEmpty { indexFile?.remove() }
      do {
        return try takeLines()
      } catch {
        if case .store(let error) = error { throw error }
      }
    }
    throw .busy
  }

  private func takeLines() throws(ReadFailure) {
    // A file put in this one's place begins a new chain: it is read from the start.
    if takenGeneration != log.generation { forgetAll() }
    if nextLine == 0 {
      erasures = Erasures(log.scan.erasures)
      hasUnfinishedErasure = erasures.hasSuperseded(in: directory, surroundings.fileSystem)
    }
    while contentDamage == nil, let line = log.scan[sequence: nextLine] {
      // What a stored index knows was written before the repair, and may be gone.
      if index?.isStored == true, RepairDeclaration.isOne(line) { throw .index }
      // What was taken in before may be erased.
      if ErasureDeclaration.isOne(line), hasNewErasure { throw .index }
      do throws(ReadFailure) {
        try take(line)
      } catch {
        guard case .store(.damaged(let damage)) = error else { throw error }
        // A repair further on may have given it up.
        try storedly { () throws(StoreError) in try log.readAll() }
        if takenGeneration != log.generation { return try takeLines() }
        if hasNewErasure { throw .index }
        guard log.scan.isContentGivenUp(line.sequence) else {
          // What stood before the broken place is shown; nothing is written after it.
          contentDamage = damage
          return
        }
        pass(line)
      }
      if tail.entries.count >= max(PersonJournal.mostHeld, tail.base) { mergeTail() }
    }
    // A line whose content is broken is judged again when the journal is read anew.
    if contentDamage == nil { log.forgetLines() }
  }

  /// Whether an erasure was read that was not known when the first line was taken in.
  private var hasNewErasure: Bool {
    log.scan.erasures.contains { !erasures.knows($0.hash) }
  }

  private func forgetAll() {
    (index, hasUnfinishedErasure) = (nil, false)
    tail = RecordTail(after: nil)
    (cache, words) = (RecordCache(), (WordTable(), 0))
    believedLine = nil
    (nextLine, contentDamage, takenGeneration) = (0, nil, log.generation)
  }

  private func take(_ line: LineHead) throws(ReadFailure) {
    if line.isLost { return pass(line) }
    guard let content = try storedly({ () throws(StoreError) in try content(of: line) }) else {
      return pass(line)
    }
    try take(line) { body throws(ReadFailure) in try content.readEach(body) }
  }

  /// What a line holds; nil where all of it was erased.
  private func content(of line: LineHead) throws(StoreError) -> LineContent? {
    guard erasures.lists(line.sequence) else { return try LineContent(of: line, log, blobs) }
    if !line.isErased { hasUnfinishedErasure = true }
    return try erasures.content(of: line, blobs)
  }

  /// Keeps a line's place without anything in it.
  private func pass(_ line: LineHead) {
    tail.add(line)
    nextLine = line.sequence + 1
  }

  /// Takes in the records of a line, all of them or none.
  private func take(
    _ line: LineHead,
    _ readEach: ((Record, Entry.Found) throws(ReadFailure) -> Void) throws(ReadFailure) -> Void
  ) throws(ReadFailure) {
    var new: [(entry: Entry, record: Record)] = []
    var newest: [RecordID: Int] = [:]
    let first = entryCount
    try readEach { (record, found) throws(ReadFailure) in
      let previous: Int?
      if let own = newest[record.id] {
        previous = own
      } else {
        previous = try number(of: record.id)
      }
      newest[record.id] = first + new.count
      new.append((Entry(record, found, previous: previous), record))
    }
    for (position, item) in new.enumerated() {
      tail.add(item.entry)
      cache.keep(item.record, first + position, size: item.entry.place.length)
    }
    pass(line)
    // While a long journal is read without an index, so that nothing need be read again for one.
    if words.count == first - tail.base,
      tail.entries.count > PersonJournal.mostHeld / 8 || words.count > 0
    {
      for item in new { addWords(of: item.record) }
    }
  }

  private func addWords(of record: Record) {
    words.table.add(record.content.searchTexts, of: tail.base + words.count)
    words.count += 1
  }

  /// The number of a record's newest version; nil where there is none.
  func number(of id: RecordID) throws(ReadFailure) -> Int? {
    if let number = tail.newest[id] { return number }
    guard let index else { return nil }
    return try indexed { () throws(IndexFailure) in try index.number(of: id) }
  }
}

// MARK: - The index

/// Why something could not be looked up: the index is not to be believed after all, or the store
/// itself says no.
enum ReadFailure: Error {
  case index
  case store(StoreError)
}

extension PersonJournal {
  /// When an index is made anew.
  private enum Occasion {
    case opening
    case writing
    case closing
  }

  /// What is held at most while a long journal is read.
  private static let mostHeld = 4096

  /// Whether so much has come since the index was made that reading it takes longer than a short
  /// journal does.
  private func isTailLong(_ occasion: Occasion) -> Bool {
    guard indexFile != nil, damage == nil, !hasUnfinishedErasure else { return false }
    let (least, share): (Int, Int)
    switch occasion {
    case .opening:
      if let index { return !index.isStored }
      (least, share) = (128, 1)
    case .writing: (least, share) = (1024, 16)
    case .closing: (least, share) = (128, 256)
    }
    return tail.entries.count >= max(least, tail.base / share)
      || tail.byteCount >= max(least, tail.base / share) << 11
  }

  /// Leaves an index behind, so that whoever opens the journal next need not read what has come.
  func settle() {
    if isTailLong(.closing) { renewIndex() }
  }

  /// Takes the index on disk away: the next to open the journal reads it all, and sees what is
  /// broken.
  func removeIndex() {
    indexFile?.remove()
  }

  /// Puts everything in an index on disk.
  private func renewIndex() {
    guard let indexFile, let bytes = try? joined(), let new = indexFile.put(bytes) else { return }
    // What has been erased meanwhile must not come back to disk by it.
    if !log.isInPlace { indexFile.remove() }
    (index, tail, words) = (new, RecordTail(after: new), (WordTable(), 0))
  }

  /// Puts everything in an index in memory, while there is more to come.
  private func mergeTail() {
    let file = indexFile ?? IndexFile(IndexFile.journalName, in: directory, surroundings)
    guard let bytes = try? joined(), let new = file.hold(bytes) else { return }
    (index, tail, words) = (new, RecordTail(after: new), (WordTable(), 0))
  }

  /// The index and what has come since as one.
  private func joined() throws(ReadFailure) -> [UInt8] {
    guard let last = log.scan[sequence: nextLine - 1], let newest = newestTime else { throw .index }
    var builder = try indexed { () throws(IndexFailure) in try IndexBuilder(index) }
    for line in tail.lines { builder.add(lineAt: line.offset) }
    for entry in tail.entries { builder.add(entry) }
    while words.count < tail.entries.count { addWords(of: try record(tail.base + words.count)) }
    let checkpoint = Checkpoint(
      sequence: last.sequence,
      hash: last.hash,
      offset: last.offset,
      newestTime: newest
    )
    var reader = ByteReader(surroundings.randomness.bytes(8)[...])
    let number = reader.integer(UInt64.self)
    return try indexed { () throws(IndexFailure) in
      try builder.encoded(checkpoint, words: words.table, number: number)
    }
  }

  /// Looks something up; where the index turns out not to be what the journal says, it is thrown
  /// away and the journal asked.
  func asking<Value>(_ body: () throws(ReadFailure) -> Value) throws(StoreError) -> Value {
    do {
      return try body()
    } catch {
      if case .store(let error) = error { throw error }
    }
    try startOver()
    do {
      return try body()
    } catch {
      if case .store(let error) = error { throw error }
      let place = Damage(kind: .brokenPayload, file: PersonJournal.fileName, line: nil, offset: 0)
      throw .damaged(place)
    }
  }

  /// A version by its number, checked against what stood there when it was counted.
  func record(_ number: Int) throws(ReadFailure) -> Record {
    if let known = cache[number] { return known }
    let entry = try entry(number)
    let found: Record?
    do {
      found = try Record(entry, log, blobs)
    } catch {
      // Where it is broken or gone, reading everything anew finds out what can be shown.
      if case .damaged = error { throw .index }
      throw .store(error)
    }
    guard let found else { throw .index }
    cache.keep(found, number, size: entry.place.length)
    return found
  }

  func entry(_ number: Int) throws(ReadFailure) -> Entry {
    if let entry = tail[number] { return entry }
    guard let index else { throw .index }
    return try indexed { () throws(IndexFailure) in try index.entry(number) }
  }

  /// A line by its number; nil where the chain has none.
  func line(_ sequence: Int) throws(StoreError) -> LineHead? {
    if let line = log.scan[sequence: sequence] { return line }
    guard sequence >= 0, sequence < log.scan.lineCount else { return nil }
    return try asking { () throws(ReadFailure) in
      if let line = log.scan[sequence: sequence] { return line }
      guard let offset = try lineOffset(sequence) else { return nil }
      guard let line = try storedly({ () throws(StoreError) in try log.head(at: offset) }) else {
        throw .index
      }
      if line.sequence == sequence { return line }
      // In the place of a line that is gone stands the one behind it, which may name it.
      guard line.sequence > sequence, try lineOffset(line.sequence) == offset else { throw .index }
      let isNamed = line.sequence == sequence + 1
      return .lost(sequence, hash: isNamed ? line.previous : nil, before: line)
    }
  }

  /// The hash of a line that holds an entry, and whose it is, as they were when it was taken in.
  func origin(of entry: Entry) throws(ReadFailure) -> (hash: Digest, actor: Actor?) {
    let position = entry.sequence - (index.map { $0.checkpoint.sequence + 1 } ?? 0)
    if tail.lines.indices.contains(position) {
      return (tail.lines[position].hash, tail.lines[position].actor)
    }
    let line = try storedly { () throws(StoreError) -> LineHead? in try self.line(entry.sequence) }
    guard let line else { throw .index }
    return (line.hash, line.attribution?.actor)
  }

  private func lineOffset(_ sequence: Int) throws(ReadFailure) -> Int? {
    let known = index.map { $0.checkpoint.sequence + 1 } ?? 0
    guard sequence < known else {
      let position = sequence - known
      return position < tail.lines.count ? tail.lines[position].offset : nil
    }
    return try indexed { () throws(IndexFailure) in try index?.lineOffset(sequence) }
  }

  /// Whether a head known from elsewhere is in the chain.
  func contains(sequence: Int, hash: Digest) throws(StoreError) -> Bool {
    // Of most lines that are gone no hash is known.
    if hash == .zero { return false }
    return try line(sequence)?.hash == hash
  }
}

/// Asks an index.
func indexed<Value>(_ body: () throws(IndexFailure) -> Value) throws(ReadFailure) -> Value {
  do {
    return try body()
  } catch {
    throw .index
  }
}

/// Asks the store.
func storedly<Value>(_ body: () throws(StoreError) -> Value) throws(ReadFailure) -> Value {
  do {
    return try body()
  } catch {
    throw .store(error)
  }
}
