/// What is said of one opening of a record or one act in it (no: innsynslogg; FHIR `AuditEvent`).
///
/// The time, who and on what ground stand in the line itself. Names a section, never content.
package struct AccessLogEntry: Codable, Hashable, Sendable {
  package enum Event: String, Codable, Sendable {
    case sessionStart = "session-start"
    case sessionEnd = "session-end"
    case read
    case write
    case export
    case importing = "import"
    case refusal
  }

  package var event: Event
  package var area: Area?
  /// The journal's newest line at that moment, so that a journal cut or replaced is noticed.
  package var journalSequence: Int
  package var journalHash: String

  package init(event: Event, area: Area?, journalSequence: Int, journalHash: String) {
    self.event = event
    self.area = area
    self.journalSequence = journalSequence
    self.journalHash = journalHash
  }
}

/// A line of the access log, with who and when.
package struct AccessLogLine: Hashable, Sendable {
  package let sequence: Int
  package let time: Instant
  package let attribution: Attribution
  package let entry: AccessLogEntry
}

/// One person's access log: chained like the journal, beside it, anchored to it.
///
/// A class because it keeps what it has read: the log only grows, and is asked for often.
final class AccessLog {
  static let fileName = "access.jsonl"

  private let log: ChainedLog
  private let surroundings: Surroundings
  /// All lines in the accepted part, oldest first.
  private(set) var lines: [AccessLogLine] = []
  private var readLines = 0
  private var readGeneration = 0
  private var contentDamage: Damage?

  init(_ log: ChainedLog, surroundings: Surroundings) throws(StoreError) {
    self.log = log
    self.surroundings = surroundings
    try readOn()
  }

  /// What is broken, where something is; then nothing can be added.
  var damage: Damage? { contentDamage ?? log.scan.damage }
  var findings: [LogScan.Finding] { log.scan.findings }
  var lineCount: Int { log.scan.lines.count }

  private struct Payload: Codable {
    var put: [AccessLogEntry]
  }

  /// Adds a line durably.
  func append(_ entry: AccessLogEntry, _ attribution: Attribution) throws(StoreError) {
    let salt = surroundings.randomness.bytes(16)
    let payload = LineDraft.payload(Payload(put: [entry]), salt: salt)
    _ = try log.append { () throws(StoreError) -> LineDraft? in
      try readOn()
      if let contentDamage { throw StoreError.damaged(contentDamage) }
      return LineDraft(
        time: surroundings.clock.now(),
        attribution: attribution,
        touches: .listed([]),
        payload: payload
      )
    }
    // The line stands; what is read of it now or later makes no difference to that.
    try? readOn()
  }

  /// Takes in what other processes have added.
  func refresh() throws(StoreError) {
    try log.refresh()
    try readOn()
  }

  private func readOn() throws(StoreError) {
    if readGeneration != log.generation {
      (lines, readLines, contentDamage) = ([], 0, nil)
      readGeneration = log.generation
    }
    while readLines < log.scan.lines.count, contentDamage == nil {
      let head = log.scan.lines[readLines]
      do throws(StoreError) {
        lines += try entries(in: head)
        readLines += 1
      } catch {
        // What stood before the broken place is shown; nothing is written after it.
        guard case .damaged(let damage) = error else { throw error }
        contentDamage = damage
      }
    }
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
}

extension AccessLog {
  /// The first head that the log holds and the journal does not: it was cut, or replaced by an
  /// older copy.
  func firstBrokenAnchor(in journal: PersonJournal) -> Damage? {
    for line in lines {
      let hash = Digest(hexadecimal: Array(line.entry.journalHash.utf8)[...])
      let sequence = line.entry.journalSequence
      // An entry made while the journal could not be read at all names no head.
      if hash == .zero { continue }
      guard let hash, journal.contains(sequence: sequence, hash: hash) else {
        return Damage(
          kind: .cutOrReplaced,
          file: PersonJournal.fileName,
          line: (0..<Int.max).contains(sequence) ? sequence + 1 : nil,
          offset: 0
        )
      }
    }
    return nil
  }
}
