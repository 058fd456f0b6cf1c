/// How far a derived file has read the chained file that it was made from.
struct Checkpoint: Hashable, Sendable {
  /// The last line it knows, where that begins, and the newest time of any line up to it.
  let sequence: Int
  let hash: Digest
  let offset: Int
  let newestTime: Instant
}

/// The beginning of an index: what it was made from, and where each of its tables stands.
struct IndexHeader {
  /// Counted up whenever a table, or what is put in it, becomes another.
  static let version: UInt32 = 2
  private static let mark = Array("helseportal index".utf8)

  /// The tables of an index, in the order in which they stand.
  enum Table: Int, CaseIterable {
    /// Where each line begins, by its sequence number; 8 bytes each.
    case lines
    /// Each version of a record, in the order in which they were written; `Entry.size` bytes each.
    case entries
    /// Numbers of newest versions, by their ids; 4 bytes each.
    case identities
    /// Numbers of newest versions, by kind and then the newest date first; 4 bytes each.
    case dates
    /// How many newest versions there are of each kind with the same labels; 16 bytes each.
    case counts
    case threads
    /// Positions of threads in the order of their ids; 4 bytes each.
    case threadIdentities
    /// Numbers of the messages of each thread, the oldest first; 4 bytes each.
    case members
    /// Positions of threads in which not everything may be seen by everybody; 4 bytes each.
    case guardedThreads
    /// Names of the blobs that entries lie in; 32 bytes each.
    case blobs
    /// All words in order, each behind a line feed, with one at the end.
    case vocabulary
    case words
    case postings
    /// In the index of an access log: the newest head of the journal that its lines name.
    case anchor
  }

  var checkpoint: Checkpoint
  /// What names the kinds and labels by number: those of the program that wrote it.
  var codes: UInt64
  /// Where each table stands, by its raw value.
  var tables: [Range<Int>]

  /// Bytes before the first table.
  static let size = 256 + Table.allCases.count * 16

  /// Nil where it is none of ours, or another version's.
  init?(_ bytes: ArraySlice<UInt8>, count: Int) {
    var reader = ByteReader(bytes)
    _ = reader.integer(UInt64.self)
    guard reader.take(IndexHeader.mark.count).elementsEqual(IndexHeader.mark),
      reader.integer(UInt32.self) == IndexHeader.version
    else { return nil }
    codes = reader.integer(UInt64.self)
    let sequence = Int(truncatingIfNeeded: reader.integer(Int64.self))
    let offset = Int(truncatingIfNeeded: reader.integer(Int64.self))
    let time = reader.integer(Int64.self)
    let hash = Array(reader.take(32))
    guard sequence >= 0, offset >= 0, hash.count == 32 else { return nil }
    checkpoint = Checkpoint(
      sequence: sequence,
      hash: Digest(bytes: hash),
      offset: offset,
      newestTime: Instant(milliseconds: time)
    )
    tables = []
    for _ in Table.allCases {
      let start = Int(truncatingIfNeeded: reader.integer(Int64.self))
      let end = Int(truncatingIfNeeded: reader.integer(Int64.self))
      guard start >= 0, start <= end, end <= count else { return nil }
      tables.append(start..<end)
    }
  }

  /// The whole content of an index; `number` tells its pages from those of other files.
  static func content(
    _ checkpoint: Checkpoint,
    codes: UInt64,
    number: UInt64,
    _ tables: [Table: [UInt8]]
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(integer: number)
    bytes += mark
    bytes.append(integer: version)
    bytes.append(integer: codes)
    bytes.append(integer: Int64(checkpoint.sequence))
    bytes.append(integer: Int64(checkpoint.offset))
    bytes.append(integer: checkpoint.newestTime.milliseconds)
    bytes += checkpoint.hash.bytes
    // Each table begins a page, so that rows that divide a page never lie across two.
    let page = PagedFile.contentSize
    var start = page
    for table in Table.allCases {
      let count = tables[table]?.count ?? 0
      bytes.append(integer: Int64(start))
      bytes.append(integer: Int64(start + count))
      start += (count + page - 1) / page * page
    }
    bytes.reserveCapacity(start)
    for table in Table.allCases {
      let unfilled = bytes.count % page
      if unfilled > 0 { bytes.append(contentsOf: repeatElement(0, count: page - unfilled)) }
      bytes += tables[table] ?? []
    }
    return bytes
  }
}
