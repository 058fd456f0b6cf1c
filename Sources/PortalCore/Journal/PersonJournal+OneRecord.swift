extension PersonJournal {
  /// What a journal says of one record, read without folding the others.
  struct Glimpse {
    let record: Record?
    /// Whether there is nothing but the header, and nothing broken.
    let isUntouched: Bool
  }

  /// The newest version of one record: of the whole file only the heads are read, and the one
  /// payload that holds it.
  static func glimpse(
    of id: RecordID,
    in directory: PersonDirectory,
    identity: LogHeader,
    surroundings: Surroundings
  ) throws(StoreError) -> Glimpse {
    let log = try ChainedLog(
      fileName,
      in: directory,
      identity: identity,
      surroundings: surroundings
    )
    let blobs = BlobStore(directory, surroundings: surroundings)
    let isUntouched = log.scan.lines.count <= 1 && log.scan.damage == nil
    for line in log.scan.lines.reversed() where touches(line, id) {
      // The last one, should the transaction hold several versions.
      guard let record = try versions(of: id, in: line, log, blobs).last else { continue }
      return Glimpse(record: record, isUntouched: false)
    }
    return Glimpse(record: nil, isUntouched: isUntouched)
  }

  /// The versions of one record that a line holds, read without the others.
  static func versions(
    of id: RecordID,
    in line: LineHead,
    _ log: ChainedLog,
    _ blobs: BlobStore
  ) throws(StoreError) -> [Record] {
    if line.header != nil { return [] }
    var bytes = try log.payload(of: line)
    if case .inBlob(let name) = line.touches { bytes = try blobs.read(name) }
    guard let document = try? JSONDocument(parsing: bytes, limits: .store),
      let put = document.root["put"]
    else { throw .unreadable(sequence: line.sequence) }
    do {
      return try put.elements.filter { $0["id"]?.text == id.text }.map {
        try JSONTapeDecoder.decode(Record.self, from: $0)
      }
    } catch {
      throw .unreadable(sequence: line.sequence)
    }
  }
}
