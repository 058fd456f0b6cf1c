/// The table of contents of a journal up to one of its lines, as a file that is read a page at a
/// time.
///
/// A class because it keeps what it has read. Everything in it is derived from the journal and
/// holds for the file that was there when it was made: `PersonJournal` believes it only where the
/// line it ends at has the hash that it names, and each record is checked when it is read.
final class RecordIndex {
  let checkpoint: Checkpoint
  /// How many versions of records it knows; they are numbered from 0 in the order of the journal.
  let count: Int
  /// Whether it was read from disk.
  let isStored: Bool
  private let file: PagedFile
  private let tables: [Range<Int>]
  private let blobNames: [String]
  /// Which newest versions were looked up, also those that are not there: the gate asks for the same
  /// few at every call.
  private var known: [RecordID: Int?] = [:]
  private static let mostKnown = 256
  /// How many newest versions there are of a kind with some labels, without those entered in error.
  let counts: [Group: Int]

  struct Group: Hashable, Sendable {
    let kind: RecordKind
    let labels: LabelSet
  }

  /// A thread of messages.
  struct ThreadRow: Sendable {
    let id: RecordID
    /// That of its newest message.
    let date: Instant
    let members: Range<Int>
    /// Whether all its messages may be seen by whoever may see any: none is labelled or in error.
    let isPlain: Bool

    var place: ThreadPlace { ThreadPlace(date: date, id: id) }
  }

  init(_ file: PagedFile, isStored: Bool) throws(IndexFailure) {
    let start = try file.bytes(0..<min(IndexHeader.size, file.count))
    guard let header = IndexHeader(start, count: file.count), header.codes == Entry.codes else {
      throw IndexFailure()
    }
    self.file = file
    self.isStored = isStored
    (checkpoint, tables) = (header.checkpoint, header.tables)
    count = tables[IndexHeader.Table.entries.rawValue].count / Entry.size
    let names = try file.bytes(tables[IndexHeader.Table.blobs.rawValue])
    blobNames = stride(from: names.startIndex, to: names.endIndex, by: 32).map {
      Hexadecimal.text(Array(names[$0..<min($0 + 32, names.endIndex)]))
    }
    counts = try RecordIndex.counts(file, tables[IndexHeader.Table.counts.rawValue])
  }

  private static func counts(
    _ file: PagedFile,
    _ table: Range<Int>
  ) throws(IndexFailure) -> [Group: Int] {
    let bytes = try file.bytes(table)
    var counts: [Group: Int] = [:]
    for start in stride(from: bytes.startIndex, to: bytes.endIndex, by: 16) {
      var reader = ByteReader(bytes[start...])
      let kind = Int(reader.integer(UInt32.self))
      let labels = LabelSet(bits: UInt16(truncatingIfNeeded: reader.integer(UInt32.self)))
      let count = Int(truncatingIfNeeded: reader.integer(Int64.self))
      guard RecordKind.allCases.indices.contains(kind), count >= 0 else { throw IndexFailure() }
      counts[Group(kind: RecordKind.allCases[kind], labels: labels)] = count
    }
    return counts
  }

  // MARK: - Entries

  func entry(_ number: Int) throws(IndexFailure) -> Entry {
    let row = try row(.entries, number, Entry.size)
    guard
      let entry = Entry(row, blob: { blobNames.indices.contains($0 - 1) ? blobNames[$0 - 1] : nil })
    else { throw IndexFailure() }
    return entry
  }

  /// The number of the newest version of a record; nil where there is none.
  func number(of id: RecordID) throws(IndexFailure) -> Int? {
    if let number = known[id] { return number }
    let number = try lookUp(id)
    if known.count >= RecordIndex.mostKnown { known.removeAll(keepingCapacity: true) }
    known[id] = .some(number)
    return number
  }

  private func lookUp(_ id: RecordID) throws(IndexFailure) -> Int? {
    let sought = Array(id.text.utf8)
    let position = try firstPosition(in: .identities) { number throws(IndexFailure) in
      let row = try row(.entries, number, Entry.size)
      return row.prefix(26).lexicographicallyPrecedes(sought)
    }
    guard position < rowCount(.identities, 4) else { return nil }
    let number = try number(.identities, position)
    return try row(.entries, number, Entry.size).prefix(26).elementsEqual(sought) ? number : nil
  }

  /// The numbers of the newest versions of a kind, the newest date first.
  func numbers(of kind: RecordKind) throws(IndexFailure) -> [Int] {
    let all = RecordKind.allCases
    let rank = all.firstIndex(of: kind) ?? 0
    let start = try firstPosition(in: .dates) { number throws(IndexFailure) in
      Int(try row(.entries, number, Entry.size).dropFirst(52).first ?? 0) < rank
    }
    let end = try firstPosition(in: .dates) { number throws(IndexFailure) in
      Int(try row(.entries, number, Entry.size).dropFirst(52).first ?? 0) <= rank
    }
    return try numbers(.dates, start..<end)
  }

  /// Where a line begins; nil where it is none of those that the index knows.
  func lineOffset(_ sequence: Int) throws(IndexFailure) -> Int? {
    guard sequence >= 0, sequence < rowCount(.lines, 8) else { return nil }
    var reader = ByteReader(try row(.lines, sequence, 8))
    return Int(truncatingIfNeeded: reader.integer(Int64.self))
  }

  // MARK: - Threads

  var threadCount: Int { rowCount(.threads, RecordIndex.threadSize) }

  /// A thread by its place, the one with the newest message first.
  func thread(_ position: Int) throws(IndexFailure) -> ThreadRow {
    var reader = ByteReader(try row(.threads, position, RecordIndex.threadSize))
    let date = Instant(milliseconds: reader.integer(Int64.self))
    let id = RecordID(String(decoding: reader.take(26), as: UTF8.self))
    let start = Int(reader.integer(UInt32.self))
    let count = Int(reader.integer(UInt32.self))
    guard let id else { throw IndexFailure() }
    return ThreadRow(
      id: id,
      date: date,
      members: start..<(start + count),
      isPlain: reader.integer(UInt8.self) == 1
    )
  }

  /// The place of a thread; nil where there is none of that id.
  func threadPosition(of id: RecordID) throws(IndexFailure) -> Int? {
    let position = try firstPosition(in: .threadIdentities) { place throws(IndexFailure) in
      try thread(place).id < id
    }
    guard position < rowCount(.threadIdentities, 4) else { return nil }
    let place = try number(.threadIdentities, position)
    return try thread(place).id == id ? place : nil
  }

  /// The place of the newest thread that comes after another; `threadCount` where none does.
  func firstThread(behind last: ThreadPlace) throws(IndexFailure) -> Int {
    var (low, high) = (0, threadCount)
    while low < high {
      let middle = (low + high) / 2
      if try thread(middle).place.isBehind(last) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The numbers of a thread's messages, the oldest first.
  func members(_ thread: ThreadRow) throws(IndexFailure) -> [Int] {
    try numbers(.members, thread.members)
  }

  /// The places of the threads in which not everything may be seen by everybody.
  func guardedThreads() throws(IndexFailure) -> [Int] {
    try numbers(.guardedThreads, 0..<rowCount(.guardedThreads, 4))
  }

  // MARK: - Words

  var wordCount: Int { rowCount(.words, RecordIndex.wordSize) }

  /// All words, each behind a line feed.
  func vocabulary() throws(IndexFailure) -> ArraySlice<UInt8> {
    try file.bytes(tables[IndexHeader.Table.vocabulary.rawValue])
  }

  /// Where a word begins in the vocabulary, counted from the vocabulary's first byte.
  func wordOffset(_ index: Int) throws(IndexFailure) -> Int {
    var reader = ByteReader(try row(.words, index, RecordIndex.wordSize))
    return Int(reader.integer(UInt32.self))
  }

  /// The numbers that hold a word.
  func postings(_ index: Int) throws(IndexFailure) -> ArraySlice<UInt8> {
    var reader = ByteReader(try row(.words, index, RecordIndex.wordSize).dropFirst(8))
    let start = Int(truncatingIfNeeded: reader.integer(Int64.self))
    let length = Int(reader.integer(UInt32.self))
    let table = tables[IndexHeader.Table.postings.rawValue]
    guard start >= 0, start + length <= table.count else { throw IndexFailure() }
    return try file.bytes((table.lowerBound + start)..<(table.lowerBound + start + length))
  }

  /// Calls `body` with each word in order, for an index that is made from this one.
  func forEachWord(_ body: (VocabularyWord) -> Void) throws(IndexFailure) {
    let vocabulary = try vocabulary()
    for index in 0..<wordCount {
      var reader = ByteReader(try row(.words, index, RecordIndex.wordSize))
      let start = vocabulary.startIndex + Int(reader.integer(UInt32.self))
      let length = Int(reader.integer(UInt32.self))
      _ = reader.take(12)
      let count = Int(reader.integer(UInt32.self))
      let last = Int(reader.integer(UInt32.self))
      guard start + length <= vocabulary.endIndex else { throw IndexFailure() }
      body(
        VocabularyWord(
          bytes: vocabulary[start..<(start + length)],
          postings: Array(try postings(index)),
          last: last,
          count: count
        )
      )
    }
  }

  // MARK: - Tables

  static let threadSize = 56
  static let wordSize = 28

  /// A whole table, for an index that is made from this one.
  func table(_ table: IndexHeader.Table) throws(IndexFailure) -> ArraySlice<UInt8> {
    try file.bytes(tables[table.rawValue])
  }

  private func rowCount(_ table: IndexHeader.Table, _ size: Int) -> Int {
    tables[table.rawValue].count / size
  }

  private func row(
    _ table: IndexHeader.Table,
    _ number: Int,
    _ size: Int
  ) throws(IndexFailure) -> ArraySlice<UInt8> {
    guard number >= 0, number < rowCount(table, size) else { throw IndexFailure() }
    let start = tables[table.rawValue].lowerBound + number * size
    return try file.bytes(start..<(start + size))
  }

  private func number(_ table: IndexHeader.Table, _ position: Int) throws(IndexFailure) -> Int {
    var reader = ByteReader(try row(table, position, 4))
    return Int(reader.integer(UInt32.self))
  }

  private func numbers(
    _ table: IndexHeader.Table,
    _ positions: Range<Int>
  ) throws(IndexFailure) -> [Int] {
    guard positions.upperBound <= rowCount(table, 4) else { throw IndexFailure() }
    let start = tables[table.rawValue].lowerBound
    let bytes = try file.bytes(
      (start + positions.lowerBound * 4)..<(start + positions.upperBound * 4)
    )
    var reader = ByteReader(bytes)
    return positions.map { _ in Int(reader.integer(UInt32.self)) }
  }

  /// The first position whose number is not before what is sought.
  private func firstPosition(
    in table: IndexHeader.Table,
    isBefore: (Int) throws(IndexFailure) -> Bool
  ) throws(IndexFailure) -> Int {
    var (low, high) = (0, rowCount(table, 4))
    while low < high {
      let middle = (low + high) / 2
      if try isBefore(try number(table, middle)) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
