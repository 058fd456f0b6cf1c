/// Messages that belong together, as the table of contents knows them.
struct ThreadEntry {
  let id: RecordID
  /// Oldest first; at least one.
  let members: [Contents.Listed]

  var date: Instant { members.last?.entry.date ?? Instant(milliseconds: .min) }
  var place: ThreadPlace { ThreadPlace(date: date, id: id) }
}

/// A place in the order of threads, newest first: by the date of the newest message, then by id.
struct ThreadPlace: Hashable, Sendable {
  let date: Instant
  let id: RecordID

  /// Whether this one comes after another.
  func isBehind(_ other: ThreadPlace) -> Bool {
    (date, id) < (other.date, other.id)
  }
}

extension Contents {
  /// How many threads there are in which somebody may see a message, and the newest of them; or
  /// the newest of those behind a place.
  ///
  /// Costs as much as is asked for and as has come since the index was made.
  ///
  /// With `asksOfEach` also messages without a label are not for everybody who reads messages.
  func threads(
    newest limit: Int,
    asksOfEach: Bool = false,
    behind last: ThreadPlace? = nil,
    isVisible: (Entry) -> Bool
  ) throws(StoreError) -> (count: Int, threads: [ThreadEntry]) {
    try journal.asking { () throws(ReadFailure) in
      // Threads that cannot be taken as they stand in the index.
      let (own, places) = try looseThreads(asksOfEach, isVisible)
      var loose = own.drop { thread in last.map { !thread.place.isBehind($0) } ?? false }
      let index = journal.index
      let total = (index?.threadCount ?? 0) - places.count + own.count
      var threads: [ThreadEntry] = []
      var place = 0
      if let index, let last {
        place = try indexed { () throws(IndexFailure) in try index.firstThread(behind: last) }
      }
      while threads.count < limit {
        while places.contains(place) { place += 1 }
        var row: RecordIndex.ThreadRow?
        if let index, place < index.threadCount {
          row = try indexed { () throws(IndexFailure) in try index.thread(place) }
        }
        if let first = loose.first, row.map({ $0.place.isBehind(first.place) }) ?? true {
          threads.append(first)
          loose = loose.dropFirst()
        } else if let row {
          threads.append(ThreadEntry(id: row.id, members: try members(of: row)))
          place += 1
        } else {
          break
        }
      }
      return (total, threads)
    }
  }

  /// The messages of one thread, oldest first; empty where there is none, or none to be seen.
  func thread(
    _ id: RecordID,
    isVisible: (Entry) -> Bool
  ) throws(StoreError) -> [Listed] {
    try journal.asking { () throws(ReadFailure) in
      try whole(id, newMessages()).filter { isVisible($0.entry) }
    }
  }

  /// The threads that have changed since, and those in which not everybody may see everything: what
  /// is to be seen of them, newest first, and their places in the index.
  private func looseThreads(
    _ asksOfEach: Bool,
    _ isVisible: (Entry) -> Bool
  ) throws(ReadFailure) -> (threads: [ThreadEntry], places: Set<Int>) {
    let new = newMessages()
    var ids = Set(new.keys)
    for number in journal.tail.superseded {
      if let thread = try journal.entry(number).thread { ids.insert(thread) }
    }
    var places: Set<Int> = []
    if let index = journal.index {
      try indexed { () throws(IndexFailure) in
        let guarded = asksOfEach ? Array(0..<index.threadCount) : try index.guardedThreads()
        for place in guarded { ids.insert(try index.thread(place).id) }
        for id in ids { if let place = try index.threadPosition(of: id) { places.insert(place) } }
      }
    }
    var threads: [ThreadEntry] = []
    for id in ids {
      let members = try whole(id, new).filter { isVisible($0.entry) }
      if !members.isEmpty { threads.append(ThreadEntry(id: id, members: members)) }
    }
    return (threads.sorted { ($0.date, $0.id) > ($1.date, $1.id) }, places)
  }

  /// Everything in a thread, whoever may see it.
  private func whole(
    _ id: RecordID,
    _ new: [RecordID: [Listed]]
  ) throws(ReadFailure) -> [Listed] {
    var members: [Listed] = []
    if let index = journal.index {
      let row = try indexed { () throws(IndexFailure) in
        try index.threadPosition(of: id).map { place throws(IndexFailure) in try index.thread(place)
        }
      }
      if let row { members = try self.members(of: row) }
    }
    members += new[id] ?? []
    return members.sorted {
      // Of one moment what was written first: clocks stand still, and sequence is the order.
      ($0.entry.date, $0.number) < ($1.entry.date, $1.number)
    }
  }

  /// The messages that have come since the index was made, by their threads.
  private func newMessages() -> [RecordID: [Listed]] {
    var messages: [RecordID: [Listed]] = [:]
    for (number, entry) in journal.tail.current([.message]) {
      guard let thread = entry.thread else { continue }
      messages[thread, default: []].append(Listed(number: number, entry: entry))
    }
    return messages
  }

  private func members(of row: RecordIndex.ThreadRow) throws(ReadFailure) -> [Listed] {
    let numbers = try indexed { () throws(IndexFailure) in try journal.index?.members(row) ?? [] }
    var members: [Listed] = []
    for number in numbers where !journal.tail.superseded.contains(number) {
      members.append(Listed(number: number, entry: try journal.entry(number)))
    }
    return members
  }
}
