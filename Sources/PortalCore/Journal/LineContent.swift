/// What a line of a journal holds: records, in the line itself or in the blob that it names.
struct LineContent {
  private let line: LineHead
  /// Whether it is what an erasure has kept of the line, whose head names more.
  private let isKept: Bool
  /// The blob they lie in; nil where that is the line.
  private let blob: String?
  private let put: JSONNode?

  /// Reads it, checked against the line's head; throws where it is not what was written.
  init(of line: LineHead, _ log: ChainedLog, _ blobs: BlobStore) throws(StoreError) {
    try self.init(line, try log.payload(of: line), blobs)
  }

  /// From the value of `changes`.
  private init(_ line: LineHead, _ payload: [UInt8], _ blobs: BlobStore) throws(StoreError) {
    self.line = line
    isKept = false
    guard let inLine = LineContent.parse(payload) else {
      throw .unreadable(sequence: line.sequence)
    }
    guard case .inBlob(let name) = line.touches else {
      (blob, put) = (nil, inLine["put"])
      return
    }
    guard inLine["blob"]?.text == name, let content = LineContent.parse(try blobs.read(name)) else {
      throw .unreadable(sequence: line.sequence)
    }
    (blob, put) = (name, content["put"])
  }

  /// What an erasure has kept of a line: the value of `put`, in the blob that holds it.
  init(_ line: LineHead, blob: String, put: JSONNode) {
    (self.line, self.blob, self.put) = (line, blob, put)
    isKept = true
  }

  /// Calls `body` with each record and its bytes.
  func readRecords(
    _ body: (Record, ArraySlice<UInt8>) throws(StoreError) -> Void
  ) throws(StoreError) {
    do {
      try readEach { record, found throws(ReadFailure) in
        let start = blob == nil ? line.payloadOffset : 0
        let offset = found.place.offset - start
        let bytes = put?.document.bytes[offset..<(offset + found.place.length)] ?? []
        try storedly { () throws(StoreError) in try body(record, bytes) }
      }
    } catch {
      guard case .store(let error) = error else { preconditionFailure("no index is asked here") }
      throw error
    }
  }

  private static func parse(_ bytes: [UInt8]) -> JSONNode? {
    try? JSONDocument(parsing: bytes, limits: .store).root
  }

  /// Calls `body` with each record and where it was found.
  func readEach(
    _ body: (Record, Entry.Found) throws(ReadFailure) -> Void
  ) throws(ReadFailure) {
    if line.header != nil { return }
    guard let put else { return }
    guard put.kind == .array else { throw .store(.unreadable(sequence: line.sequence)) }
    var listed: [Touch]?
    if case .listed(let touches) = line.touches, !isKept { listed = touches }
    var count = 0
    for node in put.elements {
      let record: Record = try storedly { () throws(StoreError) in try self.record(node) }
      // The table of contents of an import is made of the heads alone: what they say must be so.
      if let listed, count >= listed.count || listed[count] != Touch(record) {
        throw .store(.damaged(damage))
      }
      try body(record, found(node))
      count += 1
    }
    if let listed, listed.count != count { throw .store(.damaged(damage)) }
  }

  /// The versions of one record, the others not decoded.
  func versions(of id: RecordID) throws(StoreError) -> [Record] {
    var versions: [Record] = []
    guard let put else { return [] }
    for node in put.elements where node["id"]?.text == id.text { versions.append(try record(node)) }
    return versions
  }

  private func record(_ node: JSONNode) throws(StoreError) -> Record {
    guard let record = try? JSONTapeDecoder.decode(Record.self, from: node),
      // One is added to a version wherever something is changed.
      (1...1_000_000_000).contains(record.version)
    else { throw .unreadable(sequence: line.sequence) }
    return record
  }

  private func found(_ node: JSONNode) -> Entry.Found {
    let range = node.byteRange
    let start = blob == nil ? line.payloadOffset : 0
    return Entry.Found(
      node.document.bytes[range],
      Entry.Place(blob: blob, offset: start + range.lowerBound, length: range.count),
      line
    )
  }

  private var damage: Damage {
    Damage(
      kind: .brokenPayload,
      file: PersonJournal.fileName,
      line: line.sequence + 1,
      offset: line.payloadOffset
    )
  }
}

extension Touch {
  init(_ record: Record) {
    self.init(kind: record.kind.rawValue, id: record.id.text, version: record.version)
  }
}
