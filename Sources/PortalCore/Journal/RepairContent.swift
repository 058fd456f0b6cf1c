/// What lines hold, and the files of content that they name: which of it is not what it was.
struct RepairContent {
  let file: JournalRepair.File
  let blobs: BlobStore
  /// Sequences of lines whose content is gone.
  private(set) var lostLines: [Int] = []
  private(set) var lostBlobs: [String] = []
  private(set) var restoredBlobs = 0
  /// Whether each blob that was looked at is whole.
  private var known: [String: Bool] = [:]

  init(file: JournalRepair.File, blobs: BlobStore) {
    self.file = file
    self.blobs = blobs
  }

  private struct Payload: Decodable {
    var put: [Record]?
    var blob: String?
  }

  private struct PracticePayload: Decodable {
    var put: [PracticeRecord]
  }

  private struct AccessPayload: Decodable {
    var put: [AccessLogEntry]
  }

  /// Looks at every line; brings back from the backup what it has of the blobs that are not whole.
  mutating func check(
    _ lines: [LogSalvage.Line],
    erasures: Erasures,
    backup: (String) throws(StoreError) -> [UInt8]?
  ) throws(StoreError) {
    var erasures = erasures
    for line in lines {
      if erasures.lists(line.head.sequence) {
        try check(&erasures, line.head, backup)
      } else if !line.isContentWhole {
        lostLines.append(line.head.sequence)
      } else if line.head.header == nil {
        switch file {
        case .journal: try check(line, backup)
        case .practice: checkPractice(line)
        case .accessLog: break
        }
      }
    }
  }

  /// What is sound and cannot be read is not broken: a newer program wrote it.
  private mutating func checkPractice(_ line: LogSalvage.Line) {
    guard !RepairDeclaration.isOne(line.head),
      let records = RepairContent.decode(PracticePayload.self, Array(line.payload))?.put,
      line.head.touches != .listed(records.map(PracticeJournal.touch))
    else { return }
    lostLines.append(line.head.sequence)
  }

  /// What an erasure has kept of a line.
  private mutating func check(
    _ erasures: inout Erasures,
    _ head: LineHead,
    _ backup: (String) throws(StoreError) -> [UInt8]?
  ) throws(StoreError) {
    guard let name = erasures.blob(of: head.sequence) else { return }
    var names: Set<String> = []
    do throws(StoreError) {
      guard try isWhole(name, backup) else { return lostLines.append(head.sequence) }
      try erasures.content(of: head, blobs)?.readRecords { record, _ in
        names.formUnion(record.blobSlices.map(\.blob))
      }
    } catch {
      guard case .damaged = error else { throw error }
      return lostLines.append(head.sequence)
    }
    try checkOriginals(names, backup)
  }

  private mutating func checkOriginals(
    _ names: Set<String>,
    _ backup: (String) throws(StoreError) -> [UInt8]?
  ) throws(StoreError) {
    for name in names.sorted() {
      if try !isWhole(name, backup), !lostBlobs.contains(name) { lostBlobs.append(name) }
    }
  }

  private mutating func check(
    _ line: LogSalvage.Line,
    _ backup: (String) throws(StoreError) -> [UInt8]?
  ) throws(StoreError) {
    var payload = RepairContent.decode(Payload.self, Array(line.payload))
    if let name = payload?.blob {
      guard try isWhole(name, backup) else { return lostLines.append(line.head.sequence) }
      payload = RepairContent.decode(Payload.self, try blobs.read(name))
    }
    // What is sound and cannot be read is not broken: a newer program wrote it.
    guard let records = payload?.put else { return }
    if case .listed(let touches) = line.head.touches,
      touches != records.map(Touch.init)
    {
      lostLines.append(line.head.sequence)
      return
    }
    try checkOriginals(Set(records.flatMap { $0.blobSlices.map(\.blob) }), backup)
  }

  private mutating func isWhole(
    _ name: String,
    _ backup: (String) throws(StoreError) -> [UInt8]?
  ) throws(StoreError) -> Bool {
    if let answer = known[name] { return answer }
    var isWhole = (try? blobs.read(name)) != nil
    if !isWhole, let bytes = try backup(name), SHA256.digest(bytes).hexadecimal == name {
      _ = try blobs.store(bytes)
      restoredBlobs += 1
      isWhole = true
    }
    known[name] = isWhole
    return isWhole
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
    guard let document = try? JSONDocument(parsing: bytes, limits: .store) else { return nil }
    return try? JSONTapeDecoder.decode(type, from: document.root)
  }

  /// The heads of the journal that the lines of an access log name, each once.
  static func anchors(in log: FileRepair) -> [JournalRepair.Head] {
    var seen: Set<JournalRepair.Head> = []
    return log.plan.lines.filter(\.isContentWhole).flatMap { line in
      RepairContent.decode(AccessPayload.self, Array(line.payload))?.put ?? []
    }.compactMap { entry in
      let head = JournalRepair.Head(sequence: entry.journalSequence, hash: entry.journalHash)
      guard entry.journalHash != Digest.zero.hexadecimal, seen.insert(head).inserted else {
        return nil
      }
      return head
    }
  }
}
