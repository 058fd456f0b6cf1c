/// A message that waits at a practice for somebody to take it up.
package struct WaitingMessage: Sendable {
  package let person: Person.ID
  package let id: RecordID
  package let message: Message
}

/// What a practice's queue says of one person: references only.
struct QueuedPerson: Hashable {
  let person: Person.ID
  var waiting: [PracticeQueue.Reference] = []
  var answered: [PracticeQueue.Reference] = []
}

extension Portal {
  /// Completes what sessions that died have left undelivered: at the start of every command.
  ///
  /// Costs one look for a directory that is not there as a rule, and never fails: what cannot be
  /// done now waits for the next start.
  @discardableResult
  package func completeDeliveries() -> DeliveryReport {
    store.completeDeliveries(
      atMost: Store.mostMarkersAtStart,
      patience: Store.patienceAtStart
    )
  }

  /// As `completeDeliveries`, of everybody, and makes the queues anew from everybody's journal.
  ///
  /// `mended` counts the queues that were not as the journals say. Walks the whole store: for
  /// `doctor`, and for a queue that was deleted.
  package func rebuildDeliveries() throws(ServiceError) -> (DeliveryReport, mended: Int) {
    var report = store.completeDeliveries()
    let mended = try serving { () throws(StoreError) in
      try rebuildQueues(&report) + settleClaims(&report)
    }
    return (report, mended)
  }

  /// Messages that wait at a practice, person by person, each person's in their order.
  ///
  /// The queue holds references only: each message is read in its person's journal, through the
  /// gate, and what is answered or withdrawn by now is left out. Also what living sessions have
  /// stored and not delivered yet is in it.
  package func queueEntries(
    _ practice: Practice.ID
  ) throws(ServiceError) -> [WaitingMessage] {
    // Until staff can sign in, only where the store's owner may act as anyone.
    guard settings.signIn == .open else { throw .refused(.roleNotGranted(.staff)) }
    var entries: [WaitingMessage] = []
    for queued in try queued(at: practice) where !queued.waiting.isEmpty {
      entries += try waiting(queued.waiting, of: queued.person)
    }
    return entries
  }

  /// The practice that a person writes to, made where it is missing; throws
  /// `noGeneralPractitioner`.
  package func practice(of record: OpenRecord) throws(ServiceError) -> Practice.ID {
    let id = try record.currentPractitioner().practice
    _ = try serving { () throws(StoreError) in try store.makePractice(id).owner }
    return id
  }

  /// What a practice's queue says of each person, once it says all that has been acknowledged.
  func queued(at practice: Practice.ID) throws(ServiceError) -> [QueuedPerson] {
    try serving { () throws(StoreError) in
      try bringUpToDate(practice)
      guard let directory = try store.practiceDirectory(practice) else { return [] }
      let files = PracticeQueueStore(directory, surroundings: surroundings)
      var people: [QueuedPerson] = []
      for part in try files.parts() {
        var queue = try files.read(part)
        if queue == nil {
          try Delivery(store: store, person: part.person).run(from: .beginning)
          queue = try files.read(part)
        }
        if people.last?.person != part.person { people.append(QueuedPerson(person: part.person)) }
        people[people.count - 1].waiting += queue?.waiting ?? []
        people[people.count - 1].answered += queue?.answered ?? []
      }
      return people
    }
  }

  private func waiting(
    _ references: [PracticeQueue.Reference],
    of person: Person.ID
  ) throws(ServiceError) -> [WaitingMessage] {
    let record = try OpenRecord(
      store: store,
      subject: person,
      attribution: Attribution(
        actor: .system,
        subject: .person(person),
        basis: Basis(role: .system)
      )
    )
    var threads: [RecordID: [RecordID: Message]] = [:]
    var entries: [WaitingMessage] = []
    for reference in references {
      let unanswered: [RecordID: Message]
      if let known = threads[reference.thread] {
        unanswered = known
      } else {
        unanswered = try record.unanswered(in: reference.thread)
        threads[reference.thread] = unanswered
      }
      guard let message = unanswered[reference.message] else { continue }
      entries.append(WaitingMessage(person: person, id: reference.message, message: message))
    }
    return entries
  }

  /// Delivers what is owed, also by sessions that live, so that the queue lacks nothing that has
  /// been acknowledged.
  private func bringUpToDate(_ practice: Practice.ID) throws(StoreError) {
    _ = store.completeDeliveries()
    for name in try store.markers() {
      let start: Delivery.Start = try store.content(of: name).map(\.start) ?? .beginning
      // Of a record that is broken the rest of the queue is shown all the same.
      _ = try? Delivery(store: store, person: name.person).run(from: start)
    }
    guard let directory = try store.practiceDirectory(practice) else { return }
    if try PracticeQueueStore(directory, surroundings: surroundings).isIncomplete() {
      var report = DeliveryReport()
      _ = try rebuildQueues(&report)
    }
  }

  /// Gives back every time that is taken for an appointment which does not hold it.
  private func settleClaims(_ report: inout DeliveryReport) throws(StoreError) -> Int {
    var freed = 0
    for practice in try store.practices() {
      guard let journal = try? store.practiceJournal(practice) else {
        report.due += 1
        continue
      }
      for person in journal.concerned.sorted(by: { $0.text < $1.text }) {
        do throws(StoreError) {
          freed += try ClaimSettlement(store: store, person: person).run(at: practice)
        } catch {
          report.due += 1
        }
      }
    }
    return freed
  }

  private func rebuildQueues(_ report: inout DeliveryReport) throws(StoreError) -> Int {
    var mended = 0
    var isWhole = true
    for person in try store.people() {
      do throws(StoreError) {
        mended += try Delivery(store: store, person: person).run(from: .beginning)
      } catch {
        // Made by an import that never came to its end: nothing is owed.
        if case .system(let cause) = error, cause.isMissing { continue }
        report.due += 1
        isWhole = false
      }
    }
    guard isWhole else { return mended }
    for practice in try store.practices() {
      guard let directory = try store.practiceDirectory(practice) else { continue }
      try PracticeQueueStore(directory, surroundings: surroundings).setComplete()
    }
    return mended
  }
}

extension OpenRecord {
  /// What the person has sent in a thread that nobody has answered.
  ///
  /// An answer answers what whoever wrote it had before them: what came after that still waits.
  func unanswered(in thread: RecordID) throws(ServiceError) -> [RecordID: Message] {
    try look(in: .messages) { contents, visibility throws(StoreError) in
      let members = try contents.thread(thread, isVisible: visibility.sees)
      var unanswered: [RecordID: Message] = [:]
      for listed in try contents.unanswered(of: members) {
        guard case .message(let message) = try contents.record(listed).content,
          message.isForOthers
        else { continue }
        unanswered[listed.entry.id] = message
      }
      return unanswered
    }
  }
}

extension Contents {
  /// Of the messages of one thread, oldest first, those of the person's that nobody has answered.
  ///
  /// They came after the lines that answers name, and stand after the last answer that names none.
  func unanswered(of members: [Listed]) throws(StoreError) -> [Listed] {
    var (line, last) = (-1, -1)
    for (position, listed) in members.enumerated()
    where !listed.entry.flags.contains(.fromPerson) {
      guard case .message(let answer) = try record(listed).content else { continue }
      let named = members.first {
        $0.entry.id == answer.inResponseTo && $0.entry.flags.contains(.fromPerson)
      }
      if let named { line = max(line, named.entry.sequence) } else { last = position }
    }
    return members[(last + 1)...].filter {
      $0.entry.flags.contains(.fromPerson) && $0.entry.sequence > line
    }
  }
}
