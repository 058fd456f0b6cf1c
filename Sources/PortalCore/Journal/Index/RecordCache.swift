/// Records that were read, up to a measure; all are let go at once when it is full.
struct RecordCache {
  private var records: [Int: Record] = [:]
  private var byteCount = 0

  /// JSON in bytes; as values it takes about three times as much.
  private static let mostBytes = 3 << 20

  subscript(number: Int) -> Record? { records[number] }

  mutating func keep(_ record: Record, _ number: Int, size: Int) {
    if byteCount + size > RecordCache.mostBytes {
      records.removeAll(keepingCapacity: true)
      byteCount = 0
    }
    byteCount += size
    records[number] = record
  }
}
