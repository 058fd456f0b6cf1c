/// One practice's own journal: staff, switches and appointment slots, folded to the newest.
///
/// A class because those who look at a practice share it. Small content only, so that everything
/// stands in the lines and nothing in blobs. It knows nothing of access: `OpenPractice` asks.
final class PracticeJournal {
  static let fileName = PersonJournal.fileName

  /// A record in its newest version, and the line that holds it.
  struct Entry {
    let record: PracticeRecord
    let receipt: Receipt
  }

  let directory: OwnerDirectory
  private let log: ChainedLog
  private let surroundings: Surroundings
  private(set) var newest: [RecordID: Entry] = [:]
  private var foldedLines = 0
  private var foldedGeneration = 0
  private var contentDamage: Damage?

  init(
    _ directory: OwnerDirectory,
    identity: LogHeader,
    surroundings: Surroundings
  ) throws(StoreError) {
    self.directory = directory
    self.surroundings = surroundings
    log = try ChainedLog(
      PracticeJournal.fileName,
      in: directory,
      identity: identity,
      surroundings: surroundings
    )
    while try log.readSome() { try foldOn() }
    try foldOn()
  }

  /// What is broken, where something is; then nothing can be written.
  var damage: Damage? { contentDamage ?? log.scan.damage }
  var chainDamage: Damage? { log.scan.damage }
  var findings: [LogScan.Finding] { log.scan.findings }
  var lines: [LineHead] { log.scan.lines }
  /// What repairs have declared, in order.
  var repairs: [JournalRepair] { log.scan.repairs.map(\.repair) }

  /// Takes in what other processes have added.
  func refresh() throws(StoreError) {
    try log.refresh()
    try foldOn()
  }

  /// Makes one transaction of new versions and stores it durably; nil where there is none to make.
  ///
  /// `changes` is called under the lock with everything that is on disk folded in, so that what it
  /// decides (whether a slot is free) is so when it is written.
  func append(
    _ attribution: Attribution,
    changes: ([RecordID: Entry]) throws(StoreError) -> [PracticeRecord]
  ) throws(StoreError) -> Receipt? {
    let line = try log.append { () throws(StoreError) -> LineDraft? in
      try foldOn()
      if let contentDamage { throw StoreError.damaged(contentDamage) }
      let records = try changes(newest)
      if records.isEmpty { return nil }
      for record in records {
        let version = newest[record.id]?.record.version ?? 0
        guard record.version == version + 1 else {
          throw StoreError.conflict(record.id, newest: version)
        }
      }
      return try draft(attribution, records)
    }
    guard let line else { return nil }
    // The line stands; what is read of it now or later makes no difference to that.
    try? foldOn()
    return Receipt(sequence: line.sequence, hash: line.hash)
  }

  private struct Payload: Codable {
    var put: [PracticeRecord]
  }

  private func draft(
    _ attribution: Attribution,
    _ records: [PracticeRecord]
  ) throws(StoreError) -> LineDraft {
    let payload = LineDraft.payload(
      Payload(put: records),
      salt: surroundings.randomness.bytes(16)
    )
    guard payload.count <= BlobStore.inlineLimitInBytes else {
      throw .notSaved(
        SystemError(call: .write, name: PracticeJournal.fileName, code: SystemError.invalid)
      )
    }
    return LineDraft(
      time: surroundings.clock.now(),
      attribution: attribution,
      touches: .listed(records.map(PracticeJournal.touch)),
      payload: payload
    )
  }

  private func foldOn() throws(StoreError) {
    if foldedGeneration != log.generation {
      (newest, foldedLines, contentDamage) = ([:], 0, nil)
      foldedGeneration = log.generation
    }
    for line in log.scan.lines(from: foldedLines) where contentDamage == nil {
      do throws(StoreError) {
        let receipt = Receipt(sequence: line.sequence, hash: line.hash)
        for record in try records(in: line) {
          newest[record.id] = Entry(record: record, receipt: receipt)
        }
      } catch {
        guard case .damaged(let damage) = error else { throw error }
        // A repair further on may have given it up.
        try log.readAll()
        if foldedGeneration != log.generation { return try foldOn() }
        guard log.scan.isContentGivenUp(line.sequence) else {
          // What stood before the broken place is shown; nothing is written after it.
          contentDamage = damage
          return
        }
      }
      foldedLines += 1
    }
  }

  /// What a line holds, checked against its head.
  func records(in line: LineHead) throws(StoreError) -> [PracticeRecord] {
    if line.isLost { return [] }
    let bytes = try log.payload(of: line)
    if line.header != nil || RepairDeclaration.isOne(line) { return [] }
    guard
      let records = try? JSONTapeDecoder.decode(
        Payload.self,
        from: JSONDocument(parsing: bytes, limits: .store).root
      ).put,
      records.allSatisfy({ (1...1_000_000_000).contains($0.version) })
    else { throw .unreadable(sequence: line.sequence) }
    guard line.touches == .listed(records.map(PracticeJournal.touch)) else {
      throw .damaged(
        Damage(
          kind: .brokenPayload,
          file: PracticeJournal.fileName,
          line: line.sequence + 1,
          offset: line.payloadOffset
        )
      )
    }
    return records
  }

  static func touch(_ record: PracticeRecord) -> Touch {
    Touch(kind: record.content.kind.rawValue, id: record.id.text, version: record.version)
  }
}
