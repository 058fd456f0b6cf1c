/// Every record of a journal in its newest version: what "now" is.
struct RecordFold {
  private(set) var newest: [RecordID: Record] = [:]
  /// In the order in which they first appeared.
  private(set) var order: [RecordID] = []
  /// When each was last changed.
  private(set) var changed: [RecordID: Instant] = [:]
  /// Every original that was ever imported, so that an old file does not undo a newer one.
  private var originals: Set<ImportedOriginal> = []

  private struct ImportedOriginal: Hashable {
    let record: RecordID
    let digest: String

    /// The digest tells nearly all apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(digest)
    }
  }

  mutating func apply(_ records: [Record], at time: Instant) {
    for record in records {
      if newest.updateValue(record, forKey: record.id) == nil { order.append(record.id) }
      changed[record.id] = time
      if let origin = record.origin {
        originals.insert(ImportedOriginal(record: record.id, digest: origin.digest))
      }
    }
  }

  subscript(id: RecordID) -> Record? {
    newest[id]
  }

  /// Whether these very bytes have been this record before.
  func hasSeen(_ digest: String, of id: RecordID) -> Bool {
    originals.contains(ImportedOriginal(record: id, digest: digest))
  }

  /// All of some kinds, in the order in which they first appeared.
  func records(of kinds: Set<RecordKind>) -> [Record] {
    order.compactMap { id in
      guard let record = newest[id], kinds.contains(record.kind) else { return nil }
      return record
    }
  }
}
