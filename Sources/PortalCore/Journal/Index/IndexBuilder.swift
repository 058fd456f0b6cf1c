/// Makes an index from the one before and what has come since.
///
/// Takes about 4 µs for each version of a record, and as much memory again as the index holds.
struct IndexBuilder {
  private var rows: [UInt8]
  private var blobs: [String]
  private var numbers: [String: Int] = [:]
  private var lines: [UInt8]
  private let base: RecordIndex?

  init(_ base: RecordIndex?) throws(IndexFailure) {
    self.base = base
    rows = Array(try base?.table(.entries) ?? [])
    lines = Array(try base?.table(.lines) ?? [])
    let names = try base?.table(.blobs) ?? []
    blobs = stride(from: names.startIndex, to: names.endIndex, by: 32).map {
      Hexadecimal.text(Array(names[$0..<($0 + 32)]))
    }
    for (index, name) in blobs.enumerated() { numbers[name] = index + 1 }
  }

  /// Says where the next line begins.
  mutating func add(lineAt offset: Int) {
    lines.append(integer: Int64(offset))
  }

  /// The line that the next `add(lineAt:)` is about.
  var nextLine: Int { lines.count / 8 }

  mutating func add(_ entry: Entry) {
    if let previous = entry.previous {
      rows[previous * Entry.size + 53] |= Entry.Flags.superseded.rawValue
    }
    var blob = 0
    if let name = entry.place.blob {
      if numbers[name] == nil {
        blobs.append(name)
        numbers[name] = blobs.count
      }
      blob = numbers[name] ?? 0
    }
    entry.append(to: &rows, blob: blob)
  }

  /// The bytes of the new index, in pages; `number` tells them from those of any other.
  func encoded(
    _ checkpoint: Checkpoint,
    words: WordTable,
    number: UInt64
  ) throws(IndexFailure) -> [UInt8] {
    var tables = try vocabulary(words)
    tables[.lines] = lines
    tables[.entries] = rows
    tables[.blobs] = blobs.flatMap { Digest(hexadecimal: Array($0.utf8)[...])?.bytes ?? [] }
    let keys = keys()
    tables[.identities] = numbers(keys.sorted { isBefore(id(of: $0.number), id(of: $1.number)) })
    tables[.dates] = numbers(keys.sorted(by: isListedBefore))
    tables[.counts] = counts(keys)
    addThreads(keys, to: &tables)
    return PagedFile.encode(
      IndexHeader.content(checkpoint, codes: Entry.codes, number: number, tables)
    )
  }

  // MARK: - Orders

  /// What newest versions are put in order by.
  private struct Key {
    let number: Int
    let kind: UInt8
    let date: Int64
    let labels: UInt16
    let isInError: Bool
  }

  private func keys() -> [Key] {
    (0..<(rows.count / Entry.size)).compactMap { number in
      let start = number * Entry.size
      let flags = Entry.Flags(rawValue: rows[start + 53])
      if flags.contains(.superseded) { return nil }
      var labels = ByteReader(rows[(start + 54)..<(start + 56)])
      var times = ByteReader(rows[(start + 116)..<(start + 124)])
      return Key(
        number: number,
        kind: rows[start + 52],
        date: times.integer(Int64.self),
        labels: labels.integer(UInt16.self),
        isInError: flags.contains(.enteredInError)
      )
    }
  }

  private func id(of number: Int) -> ArraySlice<UInt8> {
    rows[(number * Entry.size)..<(number * Entry.size + 26)]
  }

  private func isBefore(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    var (own, other) = (left.startIndex, right.startIndex)
    while own < left.endIndex {
      if left[own] != right[other] { return left[own] < right[other] }
      (own, other) = (own + 1, other + 1)
    }
    return false
  }

  private func isListedBefore(_ left: Key, _ right: Key) -> Bool {
    if left.kind != right.kind { return left.kind < right.kind }
    if left.date != right.date { return left.date > right.date }
    return isBefore(id(of: right.number), id(of: left.number))
  }

  private func numbers(_ keys: [Key]) -> [UInt8] {
    var bytes: [UInt8] = []
    for key in keys { bytes.append(integer: UInt32(truncatingIfNeeded: key.number)) }
    return bytes
  }

  private func counts(_ keys: [Key]) -> [UInt8] {
    struct Group: Hashable {
      let kind: UInt8
      let labels: UInt16
    }
    var counts: [Group: Int] = [:]
    for key in keys where !key.isInError {
      counts[Group(kind: key.kind, labels: key.labels), default: 0] += 1
    }
    var bytes: [UInt8] = []
    for (group, count) in counts {
      bytes.append(integer: UInt32(group.kind))
      bytes.append(integer: UInt32(group.labels))
      bytes.append(integer: Int64(count))
    }
    return bytes
  }

  // MARK: - Threads

  private func addThreads(_ keys: [Key], to tables: inout [IndexHeader.Table: [UInt8]]) {
    let kind = UInt8(RecordKind.allCases.firstIndex(of: .message) ?? 0)
    let messages = keys.filter { $0.kind == kind }.sorted { left, right in
      let (own, other) = (thread(of: left.number), thread(of: right.number))
      if isBefore(own, other) { return true }
      if isBefore(other, own) { return false }
      if left.date != right.date { return left.date < right.date }
      return left.number < right.number
    }
    tables[.members] = numbers(messages)
    var threads: [Range<Int>] = []
    for position in messages.indices {
      if let last = threads.last,
        thread(of: messages[last.lowerBound].number)
          .elementsEqual(thread(of: messages[position].number))
      {
        threads[threads.count - 1] = last.lowerBound..<(position + 1)
      } else {
        threads.append(position..<(position + 1))
      }
    }
    // They stand in the order of their ids now; each gets its place among the newest.
    let order = threads.indices.sorted { left, right in
      let (own, other) = (
        messages[threads[left].upperBound - 1], messages[threads[right].upperBound - 1]
      )
      return own.date != other.date ? own.date > other.date : left > right
    }
    var places = [UInt32](repeating: 0, count: threads.count)
    var (rows, guarded): ([UInt8], [UInt8]) = ([], [])
    for (place, index) in order.enumerated() {
      places[index] = UInt32(truncatingIfNeeded: place)
      let members = messages[threads[index]]
      let isPlain = members.allSatisfy { $0.labels == 0 && !$0.isInError }
      rows.append(integer: members[members.endIndex - 1].date)
      rows += thread(of: members[members.startIndex].number)
      rows.append(integer: UInt32(truncatingIfNeeded: threads[index].lowerBound))
      rows.append(integer: UInt32(truncatingIfNeeded: threads[index].count))
      rows.append(isPlain ? 1 : 0)
      rows.append(contentsOf: repeatElement(0, count: RecordIndex.threadSize - 43))
      if !isPlain { guarded.append(integer: UInt32(truncatingIfNeeded: place)) }
    }
    (tables[.threads], tables[.guardedThreads]) = (rows, guarded)
    tables[.threadIdentities] = places.reduce(into: []) { $0.append(integer: $1) }
  }

  private func thread(of number: Int) -> ArraySlice<UInt8> {
    rows[(number * Entry.size + 26)..<(number * Entry.size + 52)]
  }

  // MARK: - Words

  /// The words of the index before and the new ones, in one order.
  private func vocabulary(
    _ words: WordTable
  ) throws(IndexFailure) -> [IndexHeader.Table: [UInt8]] {
    var (vocabulary, table, postings): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
    func add(_ word: VocabularyWord) {
      vocabulary.append(0x0A)
      table.append(integer: UInt32(truncatingIfNeeded: vocabulary.count))
      table.append(integer: UInt32(truncatingIfNeeded: word.bytes.count))
      table.append(integer: Int64(postings.count))
      table.append(integer: UInt32(truncatingIfNeeded: word.postings.count))
      table.append(integer: UInt32(truncatingIfNeeded: word.count))
      table.append(integer: UInt32(truncatingIfNeeded: word.last))
      vocabulary += word.bytes
      postings += word.postings
    }
    var new = words.sorted()[...]
    try base?.forEachWord { old in
      var word = old
      while let next = new.first, next.bytes.lexicographicallyPrecedes(old.bytes) {
        add(next)
        new = new.dropFirst()
      }
      if let next = new.first, next.bytes.elementsEqual(old.bytes) {
        word.join(next)
        new = new.dropFirst()
      }
      add(word)
    }
    for word in new { add(word) }
    vocabulary.append(0x0A)
    return [.vocabulary: vocabulary, .words: table, .postings: postings]
  }
}
