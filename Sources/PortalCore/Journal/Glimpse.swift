/// What a journal says of one record, read without taking in the others.
struct Glimpse {
  let record: Record?
  /// Whether there is nothing but the header, and nothing broken.
  let isUntouched: Bool

  /// The newest version of a record.
  ///
  /// Of the file only the heads are read that came after its index, and the one payload.
  init(
    of id: RecordID,
    in directory: OwnerDirectory,
    identity: LogHeader,
    surroundings: Surroundings
  ) throws(StoreError) {
    let blobs = BlobStore(directory, surroundings: surroundings)
    let index = IndexFile(IndexFile.journalName, in: directory, surroundings).read()
    let log = try ChainedLog(
      PersonJournal.fileName,
      in: directory,
      identity: identity,
      surroundings: surroundings,
      checkpoint: index?.checkpoint
    )
    try log.readAll()
    guard log.scan.repairs.isEmpty, log.scan.erasures.isEmpty else {
      // What a repair has given up, or an erasure has taken, is passed by there.
      let journal = try PersonJournal(directory, identity: identity, surroundings: surroundings)
      (record, isUntouched) = (try journal.contents[id], journal.isUntouched)
      return
    }
    // The first line is the last that the index knows.
    let new = log.isBased ? log.scan.lines.dropFirst() : log.scan.lines[...]
    for line in new.reversed() where line.touches.mayName(id) {
      // The last one, should the transaction hold several versions.
      let content = try LineContent(of: line, log, blobs)
      guard let record = try content.versions(of: id).last else { continue }
      (self.record, isUntouched) = (record, false)
      return
    }
    guard log.isBased, let index else {
      (record, isUntouched) = (nil, log.scan.lineCount <= 1 && log.scan.damage == nil)
      return
    }
    if let number = try? index.number(of: id), let entry = try? index.entry(number),
      let record = try Record(entry, log, blobs)
    {
      (self.record, isUntouched) = (record, false)
      return
    }
    // Not in the index, or that leads astray: the journal itself is asked.
    let journal = try PersonJournal(directory, identity: identity, surroundings: surroundings)
    (record, isUntouched) = (try journal.contents[id], journal.isUntouched)
  }
}

extension Touches {
  /// Whether a record may be among those that are changed.
  fileprivate func mayName(_ id: RecordID) -> Bool {
    switch self {
    case .inBlob: true
    case .listed(let touches): touches.contains { $0.id == id.text }
    }
  }
}

extension Record {
  /// What an entry leads to; nil where that is not what was there when the entry was made.
  init?(_ entry: Entry, _ log: ChainedLog, _ blobs: BlobStore) throws(StoreError) {
    let bytes: [UInt8]
    if let blob = entry.place.blob {
      bytes = try blobs.read(blob, at: entry.place.offset, count: entry.place.length)
    } else {
      bytes = try log.bytes(at: entry.place.offset, count: entry.place.length)
    }
    guard Fingerprint(of: bytes) == entry.check,
      let document = try? JSONDocument(parsing: bytes, limits: .store),
      let record = try? JSONTapeDecoder.decode(Record.self, from: document.root)
    else { return nil }
    self = record
  }
}
