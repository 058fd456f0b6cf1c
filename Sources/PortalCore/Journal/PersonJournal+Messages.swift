extension PersonJournal {
  /// Whether a line known elsewhere is in the chain.
  func contains(_ anchor: JournalAnchor) throws(StoreError) -> Bool {
    try line(anchor.sequence)?.isNamed(by: anchor) ?? false
  }

  /// The messages that came with the lines after one and may owe something to others, every version
  /// of them, in the order of the journal.
  ///
  /// What a file brought was sent and answered elsewhere: the importer's lines owe nothing. Costs as
  /// much as has come after that line.
  func messageChanges(after sequence: Int, in store: Store) throws(StoreError) -> [MessageChange] {
    guard case .person(let person) = directory.owner else { return [] }
    let versions = try asking { () throws(ReadFailure) in try messages(after: sequence) }
    var changes: [MessageChange] = []
    for (entry, message, hash) in versions {
      changes.append(
        MessageChange(
          id: entry.id,
          message: message,
          practice: message.isFromPerson
            ? try practice(of: message, from: person, in: store)
            : try practice(answeredBy: message, in: store),
          sequence: entry.sequence,
          hash: hash,
          isFirst: entry.previous == nil,
          answeredLine: try answeredLine(of: message, before: entry.sequence)
        )
      )
    }
    return changes
  }

  /// The newest line before an answer's that holds the person's message which it answers.
  private func answeredLine(of message: Message, before line: Int) throws(StoreError) -> Int? {
    guard !message.isFromPerson, let id = message.inResponseTo,
      case .message(let answered)? = try contents[id]?.content, answered.isFromPerson,
      answered.thread == message.thread
    else { return nil }
    return try lines(of: [id]).filter { $0 < line }.max()
  }

  private func messages(
    after sequence: Int
  ) throws(ReadFailure) -> [(Entry, Message, Digest)] {
    var found: [(Entry, Message, Digest)] = []
    var number = entryCount - 1
    while number >= 0 {
      let entry = try entry(number)
      if entry.sequence <= sequence { break }
      let origin = try origin(of: entry)
      if origin.actor == .importer {
        number = try firstNumber(in: entry.sequence, upTo: number) - 1
        continue
      }
      if entry.kind == .message, case .message(let message) = try record(number).content {
        found.append((entry, message, origin.hash))
      }
      number -= 1
    }
    return found.reversed()
  }

  /// The number of the first version that came with a line, of which one is known: an import brings
  /// a great many, and none of them need be looked at.
  private func firstNumber(in sequence: Int, upTo known: Int) throws(ReadFailure) -> Int {
    var (low, high) = (0, known)
    while low < high {
      let middle = (low + high) / 2
      if try entry(middle).sequence < sequence { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The lines that hold the person's own messages of a thread, in any version.
  func lines(ofThread thread: RecordID) throws(StoreError) -> [Int] {
    let members = try contents.thread(thread) { $0.flags.contains(.fromPerson) }
    return try lines(of: members.map(\.entry.id))
  }

  /// The lines that hold some records, in any version.
  func lines(of ids: [RecordID]) throws(StoreError) -> [Int] {
    try asking { () throws(ReadFailure) in
      var lines: [Int] = []
      for id in ids {
        var next = try number(of: id)
        while let number = next {
          let entry = try entry(number)
          lines.append(entry.sequence)
          next = entry.previous
        }
      }
      return lines
    }
  }

  /// The practices to which the person has written in a thread: what is answered there may have waited
  /// at any of them.
  func practices(ofThread thread: RecordID, in store: Store) throws(StoreError) -> Set<Practice.ID>
  {
    guard case .person(let person) = directory.owner else { return [] }
    var practices: Set<Practice.ID> = []
    for listed in try contents.thread(thread, isVisible: { $0.flags.contains(.fromPerson) }) {
      guard case .message(let message) = try contents.record(listed).content,
        let practice = try practice(of: message, from: person, in: store)
      else { continue }
      practices.insert(practice)
    }
    return practices
  }

  /// The practice at which somebody's answer ends waiting: the one that what it answers was for; whose
  /// it is, where the person had not written.
  private func practice(
    answeredBy answer: Message,
    in store: Store
  ) throws(StoreError) -> Practice.ID? {
    guard case .person(let person) = directory.owner else { return nil }
    for id in [answer.inResponseTo, answer.thread].compactMap(\.self) {
      guard case .message(let message)? = try contents[id]?.content, message.isFromPerson,
        message.thread == answer.thread
      else { continue }
      return try practice(of: message, from: person, in: store)
    }
    return answer.practice
  }

  /// Which practice a message of the person's is for.
  ///
  /// It says so itself; one that was written before messages did is judged by its recipient.
  private func practice(
    of message: Message,
    from person: Person.ID,
    in store: Store
  ) throws(StoreError) -> Practice.ID? {
    if let practice = message.practice { return practice }
    guard message.isForOthers, let recipient = message.recipients.first else { return nil }
    let identity = PracticeIdentity(of: person) { id throws(StoreError) in
      try self.contents[id]?.content
    }
    return store.practice(identifiedBy: try identity.key(of: recipient))
  }
}

extension LineHead {
  /// Whether this is the line that is meant, as far as the anchor says.
  func isNamed(by anchor: JournalAnchor) -> Bool {
    sequence == anchor.sequence && hash.hexadecimal.hasPrefix(anchor.hash)
  }
}
