/// One person's access log: chained like the journal, beside it, anchored to it.
///
/// A class because a session's pages share it. Lines that an index knows are read when they are
/// asked for; those that have come since are held.
final class AccessLog {
  static let fileName = "access.jsonl"

  private let log: ChainedLog
  private let surroundings: Surroundings
  /// Nil where a caller wants everything read from the log itself.
  private let indexFile: IndexFile?
  private var index: AccessIndex?
  /// The lines after the index's last in the accepted part, oldest first, and where they begin.
  private var held: [AccessLogLine] = []
  private var heldOffsets: [Int] = []
  private var nextLine = 0
  private var takenGeneration = 0
  private var contentDamage: Damage?

  /// Opens a log and takes in what it holds; with `isWhole` line by line and not by its index.
  init(
    _ directory: OwnerDirectory,
    identity: LogHeader,
    surroundings: Surroundings,
    isWhole: Bool = false
  ) throws(StoreError) {
    self.surroundings = surroundings
    indexFile = isWhole ? nil : IndexFile(IndexFile.accessName, in: directory, surroundings)
    let stored = indexFile?.pages().flatMap { try? AccessIndex($0) }
    log = try ChainedLog(
      AccessLog.fileName,
      in: directory,
      identity: identity,
      surroundings: surroundings,
      checkpoint: stored?.checkpoint
    )
    index = log.isBased ? stored : nil
    nextLine = index.map { $0.checkpoint.sequence + 1 } ?? 0
    takenGeneration = log.generation
    while try log.readSome() { try takeIn() }
    try takeIn()
    if held.count >= AccessLog.mostHeld { renewIndex() }
  }

  /// What is broken, where something is; then nothing can be added.
  var damage: Damage? { contentDamage ?? log.scan.damage }
  var findings: [LogScan.Finding] { log.scan.findings }
  /// How many lines tell of something: all but the header.
  var count: Int { max(0, nextLine - 1) }
  /// What repairs have declared, oldest first, in what was read line by line.
  var repairs: [JournalRepair] { log.scan.repairs.map(\.repair) }

  private struct Payload: Codable {
    var put: [AccessLogEntry]
  }

  /// Adds a line durably; waits for the lock so many milliseconds.
  func append(
    _ entry: AccessLogEntry,
    _ attribution: Attribution,
    patience: Int64 = OwnerLock.patienceInMilliseconds
  ) throws(StoreError) {
    let salt = surroundings.randomness.bytes(16)
    let payload = LineDraft.payload(Payload(put: [entry]), salt: salt)
    _ = try log.append(patience: patience) { () throws(StoreError) -> LineDraft? in
      try takeIn()
      if let contentDamage { throw StoreError.damaged(contentDamage) }
      return LineDraft(
        time: surroundings.clock.now(),
        attribution: attribution,
        touches: .listed([]),
        payload: payload
      )
    }
    // The line stands; what is read of it now or later makes no difference to that.
    try? takeIn()
  }

  /// Takes in what other processes have added; true where anything is not as it was.
  @discardableResult
  func refresh() throws(StoreError) -> Bool {
    let isNew = try log.refresh()
    try takeIn()
    return isNew
  }

  // MARK: - Lines

  /// All lines, oldest first.
  func allLines() throws(StoreError) -> [AccessLogLine] {
    try Array(newest(.max).reversed())
  }

  /// The newest lines, or the newest of those before one, the newest first.
  func newest(_ limit: Int, before end: Int = .max) throws(StoreError) -> [AccessLogLine] {
    var lines: [AccessLogLine] = []
    if limit <= 0 { return lines }
    try walkBack(before: end) { line in
      lines.append(line)
      return lines.count < limit
    }
    return lines
  }

  /// Calls `body` with each line, or each before one, the newest first, as long as it wants more.
  func walkBack(
    before end: Int = .max,
    _ body: (AccessLogLine) -> Bool
  ) throws(StoreError) {
    for line in held.reversed() where line.sequence < end {
      guard body(line) else { return }
    }
    guard let index else { return }
    for sequence in stride(from: min(index.checkpoint.sequence, end - 1), to: 0, by: -1) {
      guard let lines = try lines(at: sequence, index) else {
        // The index is not what it seemed: everything is read from the log itself.
        try startOver()
        for line in held.reversed() where line.sequence <= sequence {
          guard body(line) else { return }
        }
        return
      }
      for line in lines.reversed() {
        guard body(line) else { return }
      }
    }
  }

  /// Nil where the index leads astray.
  private func lines(
    at sequence: Int,
    _ index: AccessIndex
  ) throws(StoreError) -> [AccessLogLine]? {
    guard let offset = try? index.lineOffset(sequence) else { return nil }
    if offset == AccessIndex.nowhere { return [] }
    guard let head = try log.head(at: offset), head.sequence == sequence else { return nil }
    return try? entries(in: head)
  }

  private func takeIn() throws(StoreError) {
    if takenGeneration != log.generation {
      (held, heldOffsets, nextLine, contentDamage, index) = ([], [], 0, nil, nil)
      takenGeneration = log.generation
    }
    while contentDamage == nil, let head = log.scan[sequence: nextLine] {
      // What the index knows was written before the repair, and may be gone.
      if index != nil, RepairDeclaration.isOne(head) { return try startOver() }
      do throws(StoreError) {
        held += head.isLost ? [] : try entries(in: head)
        heldOffsets.append(head.isLost ? AccessIndex.nowhere : head.offset)
      } catch {
        guard case .damaged(let damage) = error else { throw error }
        // A repair further on may have given it up.
        try log.readAll()
        if takenGeneration != log.generation { return try takeIn() }
        guard log.scan.isContentGivenUp(head.sequence) else {
          // What stood before the broken place is shown; nothing is written after it.
          contentDamage = damage
          return
        }
        heldOffsets.append(AccessIndex.nowhere)
      }
      nextLine = head.sequence + 1
    }
    if contentDamage == nil { log.forgetLines() }
  }

  /// Reads everything from the log itself.
  private func startOver() throws(StoreError) {
    try log.startOver()
    try takeIn()
  }

  private func entries(in head: LineHead) throws(StoreError) -> [AccessLogLine] {
    let bytes = try log.payload(of: head)
    guard let attribution = head.attribution else { return [] }
    guard
      let payload = try? JSONTapeDecoder.decode(
        Payload.self,
        from: JSONDocument(parsing: bytes, limits: .store).root
      )
    else {
      throw .unreadable(sequence: head.sequence)
    }
    return payload.put.map {
      AccessLogLine(sequence: head.sequence, time: head.time, attribution: attribution, entry: $0)
    }
  }

  // MARK: - The index

  /// How many lines are read at most before an index is made.
  private static let mostHeld = 256

  private func renewIndex() {
    guard damage == nil, let indexFile, let last = log.scan.last, let newest = log.scan.newestTime
    else { return }
    let checkpoint = Checkpoint(
      sequence: last.sequence,
      hash: last.hash,
      offset: last.offset,
      newestTime: newest
    )
    var anchor = index?.anchor
    for line in held {
      if let place = line.anchor, place.sequence >= anchor?.sequence ?? 0 { anchor = place }
    }
    let bytes = try? AccessIndex.bytes(
      after: index,
      heldOffsets,
      checkpoint,
      anchor: anchor,
      number: indexFile.newNumber
    )
    guard let bytes, indexFile.write(bytes), let pages = indexFile.pages(),
      let new = try? AccessIndex(pages)
    else { return }
    (index, held, heldOffsets) = (new, [], [])
  }
}

extension AccessLogLine {
  /// The journal's head at that moment; nil where it could not be read, or is written wrong.
  var anchor: ChainPlace? {
    guard let hash = Digest(hexadecimal: Array(entry.journalHash.utf8)[...]), hash != .zero else {
      return nil
    }
    return ChainPlace(sequence: entry.journalSequence, hash: hash)
  }
}

extension AccessLog {
  /// The first head that the log holds and the journal does not: it was cut, or replaced by an
  /// older copy.
  ///
  /// Of the lines in the index the newest head alone is asked about: it stands on all before it.
  /// The heads that a repair in the journal has given up are not asked about.
  func firstBrokenAnchor(in journal: PersonJournal) throws(StoreError) -> Damage? {
    let givenUp = Set(try journal.repairs().flatMap(\.givenUp))
    return try firstBrokenAnchor(givenUp: givenUp) { place throws(StoreError) in
      try journal.contains(sequence: place.sequence, hash: place.hash)
    }
  }

  func firstBrokenAnchor(
    givenUp: Set<JournalRepair.Head>,
    isKnown: (ChainPlace) throws(StoreError) -> Bool
  ) throws(StoreError) -> Damage? {
    var lines = held
    if let place = index?.anchor {
      if givenUp.contains(JournalRepair.Head(place)) {
        // It says nothing of those before it any more: each is asked about.
        lines = try allLines()
      } else if try !isKnown(place) {
        return damage(at: place.sequence)
      }
    }
    for line in lines {
      // An entry made while the journal could not be read at all names no head.
      if line.entry.journalHash == Digest.zero.hexadecimal { continue }
      let head = JournalRepair.Head(
        sequence: line.entry.journalSequence,
        hash: line.entry.journalHash
      )
      if givenUp.contains(head) { continue }
      guard let place = line.anchor, try isKnown(place) else {
        return damage(at: line.entry.journalSequence)
      }
    }
    return nil
  }

  private func damage(at sequence: Int) -> Damage {
    Damage(
      kind: .cutOrReplaced,
      file: PersonJournal.fileName,
      line: (0..<Int.max).contains(sequence) ? sequence + 1 : nil,
      offset: 0
    )
  }
}

extension JournalRepair.Head {
  init(_ place: ChainPlace) {
    self.init(sequence: place.sequence, hash: place.hash.hexadecimal)
  }
}
