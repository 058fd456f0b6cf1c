/// Brings what a person's journal says to others: to the queues of practices, and to the journals
/// of those who may act for the person.
///
/// May run any number of times, by any process, with the same result: what is owed is derived from
/// the journal, and only what is missing is written. Runs under the person's lock, so that of two
/// at once the later one knows what the earlier one wrote.
struct Delivery {
  let store: Store
  let person: Person.ID
  /// How long the person's lock is waited for, in milliseconds.
  var patience = OwnerLock.patienceInMilliseconds

  /// From where the lines are gone through.
  enum Start {
    /// Lines up to this one, which must be in the journal, have been delivered.
    case after(JournalAnchor)
    /// The queues are made anew, whatever they say.
    case beginning
  }

  /// How many queues were not as the journal says.
  @discardableResult
  func run(from start: Start, journal open: PersonJournal? = nil) throws(StoreError) -> Int {
    let (mended, owed) = try runLocked(from: start, open)
    for (recipient, receipts) in owed {
      do throws(StoreError) {
        try store.deliver(receipts, to: recipient, patience: patience)
      } catch {
        // Whose record has gone is owed nothing any more.
        if error != .noSuchPerson { throw error }
      }
    }
    return mended
  }

  /// Under the person's lock: the queues; gives what is owed to other people, which is theirs to be
  /// locked for.
  private func runLocked(
    from start: Start,
    _ open: PersonJournal?
  ) throws(StoreError) -> (
    mended: Int, owed: [(recipient: Person.ID, receipts: [ReceiptDelivery])]
  ) {
    let directory = try store.personDirectory(person)
    let lock = try OwnerLock.take(
      directory,
      patience: patience,
      surroundings: store.surroundings
    )
    defer { lock.release() }
    let journal: PersonJournal
    if let open { journal = open } else { journal = try store.journal(of: person) }
    try journal.refresh()
    // Of a broken journal nobody knows what it owes: its marker stays.
    if let damage = journal.damage { throw .damaged(damage) }
    let start = try provenStart(start, journal)
    let first: Int
    switch start {
    case .after(let anchor): first = anchor.sequence
    case .beginning: first = 0
    }
    let changes = try journal.messageChanges(after: first, in: store)
    var mended = 0
    for practice in try practices(of: changes, journal) {
      mended += try deliver(changes, to: practice, from: start, journal)
    }
    return (mended, try journal.owedReceipts(after: first))
  }

  /// Where a line that delivering begins at is gone and a repair has said so, nobody knows what had
  /// been delivered by then: from the beginning.
  private func provenStart(
    _ start: Start,
    _ journal: PersonJournal
  ) throws(StoreError) -> Start {
    guard case .after(let anchor) = start, try !journal.contains(anchor) else { return start }
    let givenUp = try journal.repairs().flatMap(\.givenUp).map(\.anchor.shortened)
    guard givenUp.contains(anchor.shortened) else { throw .damaged(Damage(lostLine: anchor)) }
    return .beginning
  }

  private func deliver(
    _ changes: [MessageChange],
    to practice: Practice.ID,
    from start: Start,
    _ journal: PersonJournal
  ) throws(StoreError) -> Int {
    let store = store
    let files = PracticeQueueStore(
      try store.makePractice(practice),
      surroundings: store.surroundings
    )
    // By their numbers: all are this person's. Whole is what has taken in every change there is.
    var parts: [Int: (before: PracticeQueue?, now: PracticeQueue, isWhole: Bool)] = [:]
    for change in changes {
      let own = PracticeQueue.Part(person, sequence: change.sequence)
      let isHere = change.practice == practice && change.message.isForOthers
      for number in try self.parts(changedBy: change, journal).union(isHere ? [own.number] : []) {
        let part = PracticeQueue.Part(person, number)
        if parts[number] == nil {
          let before = try files.read(part)
          var now = PracticeQueue()
          var isWhole = false
          if case .after(let anchor) = start {
            if let before {
              now = before
            } else if isHere, part == own {
              // The first of this part, or the file is gone or broken: made from its beginning.
              if part.start < anchor.sequence {
                for change in try journal.messageChanges(after: part.start, in: store) {
                  now.take(change, for: practice, in: part)
                }
                isWhole = true
              }
            } else {
              // Nothing waits there: who reads a broken one makes it anew.
              continue
            }
          }
          parts[number] = (before, now, isWhole)
        }
        if parts[number]?.isWhole == false {
          parts[number]?.now.take(change, for: practice, in: part)
        }
      }
    }
    var mended = 0
    for (number, queue) in parts.sorted(by: { $0.key < $1.key })
    where queue.now != queue.before ?? PracticeQueue() {
      try files.write(queue.now, as: PracticeQueue.Part(person, number))
      mended += 1
    }
    return mended
  }

  /// The parts in which something may wait no longer.
  private func parts(
    changedBy change: MessageChange,
    _ journal: PersonJournal
  ) throws(StoreError) -> Set<Int> {
    if change.message.isFromPerson, change.isFirst {
      return [PracticeQueue.Part(person, sequence: change.sequence).number]
    }
    let lines =
      change.message.isFromPerson
      ? try journal.lines(of: [change.id]) : try journal.lines(ofThread: change.message.thread)
    // What came after an answer does not change what it answered.
    let earlier = lines.filter { $0 <= change.sequence }
    return Set(earlier.map { PracticeQueue.Part(person, sequence: $0).number })
  }

  /// The practices that some changes concern, in the order of their ids.
  private func practices(
    of changes: [MessageChange],
    _ journal: PersonJournal
  ) throws(StoreError) -> [Practice.ID] {
    var practices: Set<Practice.ID> = []
    var threads: Set<RecordID> = []
    for change in changes {
      if let practice = change.practice { practices.insert(practice) }
      if !change.message.isFromPerson, threads.insert(change.message.thread).inserted {
        practices.formUnion(try journal.practices(ofThread: change.message.thread, in: store))
      }
    }
    return practices.sorted { $0.text < $1.text }
  }
}

extension Damage {
  /// A journal without a line that is known elsewhere.
  init(lostLine anchor: JournalAnchor) {
    self.init(
      kind: .cutOrReplaced,
      file: PersonJournal.fileName,
      line: (0..<Int.max).contains(anchor.sequence) ? anchor.sequence + 1 : nil,
      offset: 0
    )
  }
}

/// What became of the markers that a process found.
package struct DeliveryReport: Hashable, Sendable {
  /// Sessions that had died, and whose deliveries are complete now.
  package var completed = 0
  /// Sessions that live: they deliver themselves.
  package var alive = 0
  /// What could not be completed now: the next start tries again.
  package var due = 0
}

extension Store {
  /// The most markers that one start of a process looks at.
  ///
  /// Dead sessions are few; in a store of a whole country living ones are many, and no start
  /// should pay for all of them. `doctor` and the queues look at all.
  static let mostMarkersAtStart = 64
  /// How many milliseconds a start waits for one person's lock: a holder that is stopped must not hold up what
  /// somebody else wants to do.
  static let patienceAtStart: Int64 = 50

  /// Completes what sessions that died have left undelivered; never throws, since nothing that
  /// somebody wants to do now depends on it.
  func completeDeliveries(
    atMost limit: Int = .max,
    patience: Int64 = OwnerLock.patienceInMilliseconds
  ) -> DeliveryReport {
    var report = DeliveryReport()
    guard var names = try? markers(), !names.isEmpty else { return report }
    if names.count > limit {
      // From another place each time, so that none waits for ever behind the living.
      let bytes = surroundings.randomness.bytes(4)
      let start = bytes.reduce(0) { $0 << 8 | Int($1) } % names.count
      names = Array((names[start...] + names[..<start]).prefix(limit))
    }
    for name in names {
      do throws(StoreError) {
        guard let marker = try takeOver(name) else {
          report.alive += 1
          continue
        }
        try complete(marker, patience)
        report.completed += 1
      } catch {
        // Still there for the next start, and told by `doctor`.
        report.due += 1
      }
    }
    return report
  }

  /// Delivers what a marker speaks of and takes the marker away.
  private func complete(_ marker: PendingMarker, _ patience: Int64) throws(StoreError) {
    var delivery = Delivery(store: self, person: marker.name.person)
    delivery.patience = patience
    try delivery.run(from: marker.start)
    if let practice = marker.content?.practice {
      let settlement = ClaimSettlement(
        store: self,
        person: marker.name.person,
        patience: patience
      )
      try settlement.run(at: practice)
    }
    try remove(marker)
  }
}
