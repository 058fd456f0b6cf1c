/// One person's record: the chained file of changes, folded to the newest version of each thing.
///
/// A class because the screens of a session share it. It knows nothing of access: only
/// `OpenRecord`, which asks the gate each time, may hold one.
final class PersonJournal {
  static let fileName = "journal.jsonl"

  let directory: PersonDirectory
  let blobs: BlobStore
  private let log: ChainedLog
  private let surroundings: Surroundings
  private(set) var fold = RecordFold()
  /// How many of the log's lines the fold holds.
  private var foldedLines = 0
  private var foldedGeneration = 0
  /// What a line names or holds that is not what it was; nothing is folded from that line on.
  private var contentDamage: Damage?

  init(
    _ directory: PersonDirectory,
    identity: LogHeader,
    surroundings: Surroundings
  ) throws(StoreError) {
    self.directory = directory
    self.surroundings = surroundings
    blobs = BlobStore(directory, surroundings: surroundings)
    log = try ChainedLog(
      PersonJournal.fileName,
      in: directory,
      identity: identity,
      surroundings: surroundings
    )
    try foldOn()
  }

  /// What is broken, where something is; then nothing can be written.
  var damage: Damage? { contentDamage ?? log.scan.damage }
  /// What is broken of the chain itself.
  var chainDamage: Damage? { log.scan.damage }
  var header: LogHeader? { log.scan.header }
  /// The heads of all accepted lines, the header's first.
  var lines: [LineHead] { log.scan.lines }
  var findings: [LogScan.Finding] { log.scan.findings }
  /// The newest line: what access logs and receipts are anchored to.
  var head: LineHead? { log.scan.last }
  /// The newest time in the journal: what has expired stays so though the clock be set back.
  var newestTime: Instant? { log.scan.newestTime }
  /// Grows whenever the journal may have been put in another's place.
  var generation: Int { log.generation }

  /// Whether nothing was ever put in it: made by an import that has not come further yet, or died.
  var isUntouched: Bool { fold.order.isEmpty && damage == nil }

  /// Takes in what other processes have added; true where anything is not as it was.
  @discardableResult
  func refresh() throws(StoreError) -> Bool {
    let isNew = try log.refresh()
    let isBehind = foldedLines < log.scan.lines.count && contentDamage == nil
    try foldOn()
    return isNew || isBehind
  }

  /// Whether a head known from elsewhere is in the chain.
  func contains(sequence: Int, hash: Digest) -> Bool {
    let lines = log.scan.lines
    return lines.indices.contains(sequence) && lines[sequence].hash == hash
  }

  /// Makes one transaction of new versions and stores it durably.
  ///
  /// `changes` is called under the lock with everything that is on disk folded in. It gives the
  /// records in their next versions, or throws: the gate's question, asked again now, and a
  /// version that has moved on. Without any record nothing is written, and there is no receipt.
  func append(
    _ attribution: Attribution,
    changes: (RecordFold) throws(StoreError) -> [Record]
  ) throws(StoreError) -> Receipt? {
    var written: [Record] = []
    let line = try log.append { () throws(StoreError) -> LineDraft? in
      try foldOn()
      if let contentDamage { throw StoreError.damaged(contentDamage) }
      written = try changes(fold)
      if written.isEmpty { return nil }
      try checkVersions(written)
      return try draft(attribution, written)
    }
    guard let line else { return nil }
    // What is stored and acknowledged is not read again: that could still fail.
    if foldedGeneration == log.generation, foldedLines == line.sequence {
      fold.apply(written, at: line.time)
      foldedLines += 1
    }
    return Receipt(sequence: line.sequence, hash: line.hash)
  }

  /// Each record is the version after its newest, also within the one transaction.
  private func checkVersions(_ records: [Record]) throws(StoreError) {
    var newest: [RecordID: Int] = [:]
    for record in records {
      let version = newest[record.id] ?? fold[record.id]?.version ?? 0
      guard record.version == version + 1 else {
        throw .conflict(record.id, newest: version)
      }
      newest[record.id] = record.version
    }
  }

  /// Every version of a record, or of all, oldest first, with who made it when.
  func history(of record: RecordID?) throws(StoreError) -> [Revision] {
    var revisions: [Revision] = []
    for line in log.scan.lines.prefix(foldedLines) {
      guard let attribution = line.attribution, PersonJournal.touches(line, record) else {
        continue
      }
      for change in try records(in: line, only: record) {
        revisions.append(
          Revision(
            record: change,
            sequence: line.sequence,
            time: line.time,
            attribution: attribution
          )
        )
      }
    }
    return revisions
  }

  static func touches(_ line: LineHead, _ record: RecordID?) -> Bool {
    guard let record else { return true }
    switch line.touches {
    case .inBlob: return true
    case .listed(let touches): return touches.contains { $0.id == record.text }
    }
  }

  private func foldOn() throws(StoreError) {
    // A file put in this one's place begins a new chain: fold it from the start.
    if foldedGeneration != log.generation {
      (fold, foldedLines, contentDamage) = (RecordFold(), 0, nil)
      foldedGeneration = log.generation
    }
    while foldedLines < log.scan.lines.count, contentDamage == nil {
      let line = log.scan.lines[foldedLines]
      do throws(StoreError) {
        fold.apply(try records(in: line), at: line.time)
        foldedLines += 1
      } catch {
        // What stood before the broken place is shown; nothing is written after it.
        guard case .damaged(let damage) = error else { throw error }
        contentDamage = damage
      }
    }
  }
}

/// One version of a record with its place in the journal.
package struct Revision: Sendable {
  package let record: Record
  package let sequence: Int
  package let time: Instant
  package let attribution: Attribution
}

/// Proof that a change is on disk: its number and the hash of its line.
package struct Receipt: Hashable, Sendable {
  package let sequence: Int
  package let hash: Digest

  /// What a person can note: `1284-3fa91c07`, the number and the first eight digits of the hash.
  package var text: String {
    "\(sequence)-\(hash.hexadecimal.prefix(8))"
  }
}

// MARK: - What a line holds

extension PersonJournal {
  /// The value of `changes`, and the content of a blob that stands for it.
  private struct Payload: Decodable {
    var put: [Record]?
    var blob: String?
  }

  /// The change where it is in a blob: what it touches, then what it puts.
  private struct BlobName: Encodable {
    let blob: String
  }

  private func draft(
    _ attribution: Attribution,
    _ records: [Record]
  ) throws(StoreError) -> LineDraft {
    let salt = surroundings.randomness.bytes(16)
    let touches = records.map(PersonJournal.touch)
    let start = Array("{\"salt\":\"\(Digest.hexadecimal(salt))\",".utf8)
    let listed = Array("\"touches\":\(LineDraft.text(.listed(touches))),".utf8)
    // Made once and in place: the records of an import are megabytes.
    var (content, depth) = JSONStreamEncoder.encodeMeasured(
      records,
      after: start + listed + "\"put\":".utf8
    )
    content.append(UInt8(ascii: "}"))
    // What our own reader would refuse (too deep, too large) would close the record for good.
    let limits = JSONLimits.store
    guard depth < limits.depth, content.count <= limits.documentBytes else {
      throw .notSaved(
        SystemError(call: .write, name: PersonJournal.fileName, code: SystemError.invalid)
      )
    }
    if content.count <= BlobStore.inlineLimitInBytes {
      let payload = start + content[(start.count + listed.count)...]
      return LineDraft(
        time: surroundings.clock.now(),
        attribution: attribution,
        touches: .listed(touches),
        payload: payload
      )
    }
    let blob = try blobs.store(content)
    return LineDraft(
      time: surroundings.clock.now(),
      attribution: attribution,
      touches: .inBlob(blob),
      payload: LineDraft.payload(BlobName(blob: blob), salt: salt)
    )
  }

  /// What a line holds, checked against its head.
  func records(in line: LineHead) throws(StoreError) -> [Record] {
    let bytes = try log.payload(of: line)
    if line.header != nil { return [] }
    var payload = try decode(bytes, line)
    if let blob = payload.blob { payload = try decode(try blobs.read(blob), line) }
    let records = payload.put ?? []
    // One is added to a version wherever something is changed.
    guard records.allSatisfy({ (1...1_000_000_000).contains($0.version) }) else {
      throw .unreadable(sequence: line.sequence)
    }
    // The table of contents is made of the heads alone: what they say must be so.
    if case .listed(let touches) = line.touches, touches != records.map(PersonJournal.touch) {
      throw .damaged(
        Damage(
          kind: .brokenPayload,
          file: PersonJournal.fileName,
          line: line.sequence + 1,
          offset: line.payloadOffset
        )
      )
    }
    return records
  }

  private static func touch(_ record: Record) -> Touch {
    Touch(kind: record.kind.rawValue, id: record.id.text, version: record.version)
  }

  private func records(in line: LineHead, only id: RecordID?) throws(StoreError) -> [Record] {
    guard let id else { return try records(in: line) }
    return try PersonJournal.versions(of: id, in: line, log, blobs)
  }

  private func decode(_ bytes: [UInt8], _ line: LineHead) throws(StoreError) -> Payload {
    do {
      return try JSONTapeDecoder.decode(
        Payload.self,
        from: JSONDocument(parsing: bytes, limits: .store).root
      )
    } catch {
      throw .unreadable(sequence: line.sequence)
    }
  }
}
