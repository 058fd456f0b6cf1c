/// A conversation that waits at a practice, or that it has answered and not closed.
package struct DeskEntry: Hashable, Sendable {
  package let person: Person.ID
  package let thread: RecordID
  /// About whom.
  package let name: String?
  /// Whole years today; nil where the day of birth is not known.
  package let age: Int?
  package let kind: Message.Kind
  package let subject: String
  /// Who wrote for the person, and as whom; nil where they did themselves.
  package let writer: Message.Writer?
  /// How many of the person's messages wait; 0 where it is answered.
  package let waiting: Int
  /// When the oldest that waits was sent; of what is answered, the answer.
  package let sent: PartialDate?
  /// The last day on which it is to be answered; nil where nothing was said.
  package let answerBy: CivilDate?
  package let isOverdue: Bool
  package let state: ThreadState
  /// Who at the practice did the last thing with it.
  package let lastAuthor: StaffAuthor?
}

/// What stands at the desk of a practice.
package struct DeskQueue: Sendable {
  /// A person whose messages wait, and whose record this member of staff may not open.
  package struct Closed: Hashable, Sendable {
    package let person: Person.ID
    package let count: Int
    package let problem: ServiceError
  }

  /// What is overdue first, then what is to be answered first, then the oldest.
  package internal(set) var waiting: [DeskEntry] = []
  /// The newest answers first; of each person's as many as the queue keeps.
  package internal(set) var answered: [DeskEntry] = []
  package internal(set) var closed: [Closed] = []
}

extension DeskEntry {
  /// Whether it comes before another in the queue.
  func isBefore(_ other: DeskEntry) -> Bool {
    if isOverdue != other.isOverdue { return isOverdue }
    let last = CivilDate(daysSinceEpoch: .max)
    let (own, theirs) = (answerBy ?? last, other.answerBy ?? last)
    if own != theirs { return own < theirs }
    let (sent, otherSent) = (sent?.start, other.sent?.start)
    if let sent, let otherSent, sent != otherSent { return sent < otherSent }
    return (person.text, thread) < (other.person.text, other.thread)
  }
}

extension OpenRecord {
  /// What some conversations of this record look like from the desk; those that are ended, or that
  /// whoever looks may not see, are left out.
  func deskEntries(_ queued: QueuedPerson) throws(ServiceError) -> DeskQueue {
    let person = try person()
    var queue = DeskQueue()
    let threads = Set(queued.waiting.map(\.thread))
    for thread in threads {
      let waiting = Set(queued.waiting.filter { $0.thread == thread }.map(\.message))
      if let entry = try deskEntry(thread, waiting, person), entry.waiting > 0 {
        queue.waiting.append(entry)
      }
    }
    for thread in Set(queued.answered.map(\.thread)).subtracting(threads) {
      if let entry = try deskEntry(thread, [], person) { queue.answered.append(entry) }
    }
    return queue
  }

  private func deskEntry(
    _ thread: RecordID,
    _ references: Set<RecordID>,
    _ person: Person
  ) throws(ServiceError) -> DeskEntry? {
    let today = OsloTime.date(now)
    return try look(in: .messages) { contents, visibility throws(StoreError) -> DeskEntry? in
      let members = try contents.thread(thread, isVisible: visibility.sees)
      guard let newest = members.last else { return nil }
      let unanswered = try contents.unanswered(of: members)
      let status = try contents.threadStatus(of: thread)?.status
      let state = status?.state(newestFromPerson: members.newestFromPerson) ?? .sent
      guard state != .closed, state != .rejected else { return nil }
      var messages: [Message] = []
      for listed in unanswered where references.contains(listed.entry.id) {
        guard case .message(let message) = try contents.record(listed).content,
          message.isForOthers
        else { continue }
        messages.append(message)
      }
      if references.isEmpty, !unanswered.isEmpty { return nil }
      guard case .message(let last) = try contents.record(newest).content else { return nil }
      let shown = messages.last ?? last
      let answerBy = messages.compactMap(\.answerBy).min()
      return DeskEntry(
        person: subject,
        thread: thread,
        name: person.displayName,
        age: person.age(on: today),
        kind: shown.kind,
        subject: try contents.subject(of: members),
        writer: shown.writer,
        waiting: messages.count,
        sent: (messages.first ?? last).date,
        answerBy: answerBy,
        isOverdue: answerBy.map { $0 < today } ?? false,
        state: state,
        lastAuthor: status?.steps.last?.author
      )
    }
  }
}

extension Person {
  /// Whole years; nil where the day of birth is not known.
  package func age(on day: CivilDate) -> Int? {
    guard let birthDate, birthDate.precision >= .day else { return nil }
    let years = birthDate.date.years(until: day)
    return years < 0 ? nil : years
  }
}

extension [Contents.Listed] {
  /// The person's newest message of a thread, oldest first.
  var newestFromPerson: RecordID? {
    last { $0.entry.flags.contains(.fromPerson) }?.entry.id
  }
}

extension Contents {
  /// What the practice has done with a thread, with the record's version; nil where nothing.
  func threadStatus(
    of thread: RecordID
  ) throws(StoreError) -> (status: ThreadStatus, record: Record)? {
    guard let record = try self[ThreadStatus.id(of: thread)],
      case .threadStatus(let status) = record.content
    else { return nil }
    return (status, record)
  }

  /// That of the first message of a thread with one; empty where none has.
  fileprivate func subject(of members: [Listed]) throws(StoreError) -> String {
    guard let first = members.first(where: { $0.entry.flags.contains(.hasSubject) }),
      case .message(let message) = try record(first).content
    else { return "" }
    return message.subject
  }
}
