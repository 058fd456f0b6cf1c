/// One person's part of an import, compared with what their record holds.
struct ImportMerge {
  let subject: ImportBatch.Subject
  let batch: ImportBatch
  let now: Instant

  /// Tells one version of one record from all others.
  struct Key: Hashable {
    let id: RecordID
    let digest: String

    /// The digest tells nearly all apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(digest)
    }
  }

  /// What the record does not hold yet, and has never held; each once, in the file's order.
  func news(in contents: Contents) throws(StoreError) -> [ImportBatch.ImportedRecord] {
    var seen: Set<Key> = []
    var news: [ImportBatch.ImportedRecord] = []
    for record in subject.records {
      // What a file says of somebody it only mentions is no news of a person one knows.
      if record.isHearsay, try contents.version(of: record.id) > 0 { continue }
      let isNew =
        if try contents.hasSeen(record.digest, of: record.id) {
          try isReadAtLast(record, in: contents)
        } else {
          true
        }
      if isNew, seen.insert(Key(record)).inserted { news.append(record) }
    }
    return news
  }

  /// Whether what the record holds uninterpreted, of this very original, can be read by now.
  ///
  /// An older program did not know the type: its version stays in the history.
  private func isReadAtLast(
    _ record: ImportBatch.ImportedRecord,
    in contents: Contents
  ) throws(StoreError) -> Bool {
    if case .unmappedResource = record.content { return false }
    guard let entry = try contents.entry(of: record.id), entry.kind == .unmappedResource else {
      return false
    }
    return entry.origin == Fingerprint(of: Array(record.digest.utf8))
  }

  /// The original bytes of some records one after the other, each with a line feed, and where each
  /// stands.
  func originals(
    of records: [ImportBatch.ImportedRecord]
  ) -> (bytes: [UInt8], ranges: [Key: Range<Int>]) {
    if records.count == subject.records.count {
      let ranges = records.map { (Key($0), $0.range) }
      return (subject.originals, Dictionary(ranges) { first, _ in first })
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(records.reduce(0) { $0 + $1.range.count + 1 })
    var ranges: [Key: Range<Int>] = [:]
    for record in records {
      let start = bytes.count
      bytes.append(contentsOf: subject.originals[record.range])
      ranges[Key(record)] = start..<bytes.count
      bytes.append(0x0A)
    }
    return (bytes, ranges)
  }

  /// The transaction: what is new in its next version, their consent, and a receipt of the import.
  ///
  /// Empty where nothing is new. What `source` does not know is left for the next import.
  func records(
    in contents: Contents,
    newID: RecordID,
    source: (Key) -> BlobSlice?
  ) throws(StoreError) -> [Record] {
    var records: [Record] = []
    var counts: [String: Int] = [:]
    var versions: [RecordID: Int] = [:]
    let own = try ownContact(in: contents)
    for imported in try news(in: contents) {
      guard let source = source(Key(imported)) else { continue }
      counts[imported.resourceType, default: 0] += 1
      let known: Int
      if let newer = versions[imported.id] {
        known = newer
      } else {
        known = try contents.version(of: imported.id)
      }
      let version = known + 1
      versions[imported.id] = version
      records.append(record(imported, version, source, own))
    }
    if records.isEmpty { return [] }
    if try contents.version(of: ConsentChoice.recordID) == 0 {
      // Whoever brings their own record into a store that is open to them has consented to it.
      let consent = ConsentChoice(level: .full, chosen: now)
      records.append(
        Record(id: ConsentChoice.recordID, version: 1, content: .consent(consent))
      )
    }
    var receipt = ImportReceipt(imported: now, counts: counts)
    receipt.bundleType = batch.bundleType
    receipt.bundleIdentifier = batch.bundleIdentifier
    receipt.bundleTimestamp = batch.bundleTimestamp
    records.append(Record(id: newID, version: 1, content: .importReceipt(receipt)))
    return records
  }

  /// What the person has said themselves, which no file takes away.
  private func ownContact(in contents: Contents) throws(StoreError) -> OwnContact? {
    guard case .person(let person)? = try contents[Person.recordID]?.content else { return nil }
    return person.own
  }

  private func record(
    _ imported: ImportBatch.ImportedRecord,
    _ version: Int,
    _ source: BlobSlice,
    _ own: OwnContact?
  ) -> Record {
    var content = imported.content
    if case .person(var person) = content, imported.id == Person.recordID {
      person.own = own
      content = .person(person)
    }
    return Record(
      id: imported.id,
      version: version,
      content: content,
      origin: Origin(
        resourceType: imported.resourceType,
        resourceID: imported.resourceID,
        fullURL: imported.fullURL,
        lastUpdated: imported.lastUpdated,
        digest: imported.digest,
        source: source
      ),
      labels: imported.labels
    )
  }
}

extension ImportMerge.Key {
  init(_ record: ImportBatch.ImportedRecord) {
    self.init(id: record.id, digest: record.digest)
  }
}
