/// What a journal holds now: the newest version of each record.
///
/// Looks each thing up when it is asked for, in the index and in what has come since.
struct Contents {
  let journal: PersonJournal

  var isEmpty: Bool { journal.entryCount == 0 }

  /// The newest version of a record; nil where there is none.
  subscript(id: RecordID) -> Record? {
    get throws(StoreError) {
      try journal.asking { () throws(ReadFailure) in
        guard let number = try journal.number(of: id) else { return nil }
        return try journal.record(number)
      }
    }
  }

  /// What the table of contents says of a record; nil where there is none.
  func entry(of id: RecordID) throws(StoreError) -> Entry? {
    try journal.asking { () throws(ReadFailure) in
      guard let number = try journal.number(of: id) else { return nil }
      return try journal.entry(number)
    }
  }

  /// 0 where there is no such record.
  func version(of id: RecordID) throws(StoreError) -> Int {
    try entry(of: id)?.version ?? 0
  }

  /// Whether these very bytes, by their digest in hexadecimal, have been this record before.
  func hasSeen(_ digest: String, of id: RecordID) throws(StoreError) -> Bool {
    let sought = Fingerprint(of: Array(digest.utf8))
    return try journal.asking { () throws(ReadFailure) in
      var next = try journal.number(of: id)
      while let number = next {
        let entry = try journal.entry(number)
        if entry.origin == sought { return true }
        next = entry.previous
      }
      return false
    }
  }

  /// All versions of a record, oldest first.
  func versions(of id: RecordID) throws(StoreError) -> [Revision] {
    let numbers = try journal.asking { () throws(ReadFailure) in
      var numbers: [Int] = []
      var next = try journal.number(of: id)
      while let number = next {
        numbers.append(number)
        next = try journal.entry(number).previous
      }
      return numbers
    }
    return try revisions(numbers.reversed())
  }

  /// All versions of all records, in the order of the journal.
  func allVersions() throws(StoreError) -> [Revision] {
    try revisions(Array(0..<journal.entryCount))
  }

  private func revisions(_ numbers: [Int]) throws(StoreError) -> [Revision] {
    var revisions: [Revision] = []
    for number in numbers {
      let (record, entry) = try journal.asking { () throws(ReadFailure) in
        (try journal.record(number), try journal.entry(number))
      }
      guard let line = try journal.line(entry.sequence), let attribution = line.attribution else {
        continue
      }
      revisions.append(
        Revision(
          record: record,
          sequence: line.sequence,
          time: line.time,
          attribution: attribution
        )
      )
    }
    return revisions
  }

  // MARK: - Lists

  /// The entries of some kinds, the newest date first.
  ///
  /// Costs as much as there are of these kinds.
  func entries(of kinds: Set<RecordKind>) throws(StoreError) -> [Listed] {
    try journal.asking { () throws(ReadFailure) in
      var listed: [Listed] = []
      for kind in kinds {
        let numbers = try indexed { () throws(IndexFailure) in
          try journal.index?.numbers(of: kind) ?? []
        }
        for number in numbers where !journal.tail.superseded.contains(number) {
          listed.append(Listed(number: number, entry: try journal.entry(number)))
        }
      }
      for (number, entry) in journal.tail.current(kinds) {
        listed.append(Listed(number: number, entry: entry))
      }
      return listed.sorted { ($0.entry.date, $0.entry.id) > ($1.entry.date, $1.entry.id) }
    }
  }

  /// An entry, and the number by which its record is read.
  struct Listed {
    let number: Int
    let entry: Entry
  }

  func record(_ listed: Listed) throws(StoreError) -> Record {
    try journal.asking { () throws(ReadFailure) in try journal.record(listed.number) }
  }

  /// The newest versions that came with a line after this one, in the order of the journal.
  func entries(after sequence: Int) throws(StoreError) -> [Listed] {
    try journal.asking { () throws(ReadFailure) in
      var listed: [Listed] = []
      var number = journal.entryCount - 1
      while number >= 0 {
        let entry = try journal.entry(number)
        if entry.sequence <= sequence { break }
        let isNewest =
          !entry.isSuperseded && !journal.tail.superseded.contains(number)
          && journal.tail.newest[entry.id].map { $0 == number } ?? true
        if isNewest { listed.append(Listed(number: number, entry: entry)) }
        number -= 1
      }
      return listed.reversed()
    }
  }

  /// How many records there are of each kind with the same labels, without those in error.
  func counts() throws(StoreError) -> [RecordIndex.Group: Int] {
    try journal.asking { () throws(ReadFailure) in
      var counts = journal.index?.counts ?? [:]
      func add(_ entry: Entry, _ change: Int) {
        if entry.flags.contains(.enteredInError) { return }
        counts[RecordIndex.Group(kind: entry.kind, labels: entry.labels), default: 0] += change
      }
      for number in journal.tail.superseded { add(try journal.entry(number), -1) }
      for (_, entry) in journal.tail.current { add(entry, 1) }
      return counts
    }
  }
}
