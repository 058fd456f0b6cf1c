/// How long a message may be, in characters (grapheme clusters).
///
/// No official limit is known (`rules.md` 2.5); these are the portal's own.
package enum MessageLimits {
  package static let subject = 100
  package static let text = 5000
  /// In bytes: what looks like one character may be any number of them.
  package static let bytes = 64 * 1024

  /// Whether a text has no more characters than a limit, and no more bytes than any may have.
  package static func allow(_ text: String, _ limit: Int) -> Bool {
    text.utf8.count <= bytes && text.hasAtMost(limit)
  }
}

/// Messages that belong together.
package struct MessageThread: Sendable {
  package struct Entry: Sendable {
    package let id: RecordID
    package let message: Message
    /// When it came to the store.
    package let stored: Instant
    package let hasOriginal: Bool
  }

  package let id: RecordID
  /// That of its first message with one; empty where none has.
  package let subject: String
  /// How many messages it holds.
  package let count: Int
  /// The newest of them, as many as were asked for, oldest first.
  package let entries: [Entry]
  /// Whether somebody else has written in it what this reader has not read.
  package let hasNews: Bool
  package let kind: Message.Kind
  /// What the practice has done with it, and whether it was put away; nil where neither.
  package let status: ThreadStatus?
  /// How far it has come; nil for a conversation that a file brought, to which nobody answers here.
  package let state: ThreadState?
  /// Whether the person has put it away and nothing has been written since.
  package let isArchived: Bool
  /// The line of its newest message.
  let newestSequence: Int
  /// Where it stands among the threads.
  let place: ThreadPlace

  package var newest: Entry? { entries.last }

  /// The last day on which what waits is to be answered; nil where nothing waits, or none was said.
  package var answerBy: CivilDate? {
    guard state == .sent || state == .read else { return nil }
    return entries.last { $0.message.isFromPerson }?.message.answerBy
  }

  package func isOverdue(on day: CivilDate) -> Bool {
    answerBy.map { $0 < day } ?? false
  }
}

/// A message somebody has written and wants to send.
package struct OutgoingMessage: Sendable {
  package var kind: Message.Kind
  /// The thread it answers in; nil where it begins one.
  package var thread: RecordID?
  package var subject: String
  package var text: String
  /// The prescriptions that are to be renewed.
  package var renewals: [RecordID] = []
  /// Which of the practice's other services is asked for.
  package var service: RecordID?
  /// The files that lie with its draft.
  package var attachments: [DraftAttachment] = []
  /// The last day for an answer, as the person is told; counted with five working days where nil.
  package var answerBy: CivilDate?

  package init(kind: Message.Kind, thread: RecordID? = nil, subject: String, text: String) {
    self.kind = kind
    self.thread = thread
    self.subject = subject
    self.text = text
  }
}

extension OpenRecord {
  /// The threads with the newest messages, the newest first, each with its newest messages; or
  /// those that follow a thread which was given before.
  ///
  /// Costs as much as is asked for, whatever the record holds.
  package func messageThreads(
    newest limit: Int = .max,
    behind last: MessageThread? = nil,
    messages: Int = .max
  ) throws(ServiceError) -> [MessageThread] {
    let marks = try readMarks()
    return try look(in: .messages) { contents, visibility throws(StoreError) in
      var threads: [MessageThread] = []
      let found = try contents.threads(newest: limit, behind: last?.place, visibility)
      for thread in found.threads {
        threads.append(try MessageThread(thread, newest: messages, marks, contents))
      }
      return threads
    }
  }

  /// How many threads there are.
  package func messageThreadCount() throws(ServiceError) -> Int {
    try look(in: .messages, isNoted: false) { contents, visibility throws(StoreError) in
      try contents.threads(newest: 0, visibility).count
    }
  }

  /// One thread with its newest messages; throws `noSuchThread`.
  package func messageThread(
    _ id: RecordID,
    messages: Int = .max
  ) throws(ServiceError) -> MessageThread {
    let marks = try readMarks()
    let thread = try look(in: .messages) { contents, visibility throws(StoreError) in
      let members = try contents.thread(id, isVisible: visibility.sees)
      if members.isEmpty { return MessageThread?.none }
      let found = ThreadEntry(id: id, members: members)
      return try MessageThread(found, newest: messages, marks, contents)
    }
    guard let thread else { throw .noSuchThread }
    return thread
  }

  /// Who a message to the office goes to; throws `noGeneralPractitioner`.
  package func generalPractitioner() throws(ServiceError) -> RecordReference {
    try currentPractitioner().reference
  }

  /// Whether a conversation is with a practice that is not the person's any more.
  ///
  /// One that a file brought is with whoever was the practitioner then.
  package func isWithFormerPractice(_ thread: MessageThread) throws(ServiceError) -> Bool {
    let current = try currentPractitioner()
    let named = thread.newest.flatMap { $0.message.author?.practice ?? $0.message.practice }
    return named.map { $0 != current.practice } ?? (current.practitioner != nil)
  }

  /// Whether the gate would let a message be sent now; throws why not.
  package func checkMayWrite() throws(ServiceError) {
    try allow(.write, in: .messages)
    if let damage { throw .store(.damaged(damage)) }
    _ = try generalPractitioner()
  }

  /// Stores a message durably and takes its draft away.
  ///
  /// Its id was made before with `newID`, so that trying twice cannot send twice.
  package func send(
    _ outgoing: OutgoingMessage,
    id: RecordID,
    draft: RecordID? = nil
  ) throws(ServiceError) -> Receipt {
    for prescription in outgoing.renewals {
      try allow(.write, in: .prescriptions, AccessItem(kind: .renewal))
      _ = try record(prescription, of: .prescription)
    }
    let message = try compose(outgoing, id: id)
    let receipt = try appendDialogue(.messages) { contents throws(ServiceError) in
      // Stored before, by a try whose answer was lost: nothing more to do.
      let known = try serving { () throws(StoreError) in try contents.version(of: id) }
      if known > 0 { throw .store(.conflict(id, newest: known)) }
      return try contents.sending(message, as: id, at: now)
    }
    guard let receipt else { preconditionFailure("a message is always a change") }
    // The message stands: a draft that stays behind is found again, and does no harm.
    if let draft { try? removeDraft(draft) }
    for attachment in outgoing.attachments { try? removeDraft(attachment.id) }
    return receipt
  }

  private func compose(
    _ outgoing: OutgoingMessage,
    id: RecordID
  ) throws(ServiceError) -> Message {
    if outgoing.kind == .renewal, outgoing.thread == nil {
      guard !outgoing.renewals.isEmpty else { throw .dialogue(.nothingToRenew) }
    } else {
      guard outgoing.text.hasText else { throw .emptyMessage }
    }
    guard MessageLimits.allow(outgoing.text, MessageLimits.text) else {
      throw .messageTooLong(limit: MessageLimits.text)
    }
    guard MessageLimits.allow(outgoing.subject, MessageLimits.subject) else {
      throw .messageTooLong(limit: MessageLimits.subject)
    }
    var subject = outgoing.subject.withoutNUL
    var answered: RecordID?
    let role = attribution.basis.role.proxyRole
    var isParentsThread = role == .parent
    if let thread = outgoing.thread {
      let found = try messageThread(thread, messages: 1)
      if subject.isEmpty { subject = found.subject }
      answered = found.newest?.id
      isParentsThread = found.newest?.message.isParentsThread == true
      guard try !isWithFormerPractice(found) else { throw .dialogue(.formerPractice) }
    }
    let person = try person()
    let recipient = try currentPractitioner(of: person)
    var message = Message(
      thread: outgoing.thread ?? id,
      kind: outgoing.kind,
      status: .sent,
      subject: subject,
      text: outgoing.text.withoutNUL,
      isFromPerson: true
    )
    message.sender = RecordReference(record: Person.recordID, display: person.displayName)
    if let role { message.writer = Message.Writer(name: try writerName(), role: role) }
    if isParentsThread { message.isParentsThread = true }
    message.recipients = [recipient.reference]
    message.practice = recipient.practice
    message.answerBy = outgoing.answerBy
    if !outgoing.renewals.isEmpty { message.renewals = outgoing.renewals }
    message.service = outgoing.service
    message.attachments = try store(outgoing.attachments)
    message.sent = PartialDate(now)
    message.inResponseTo = answered
    return message
  }

  /// Who writes for the person, by the name that the grant has for them.
  private func writerName() throws(ServiceError) -> String {
    guard let grant = try ownGrant() else { return "" }
    return grant.content.proxyName
  }
}

extension MessageThread {
  fileprivate init(
    _ thread: ThreadEntry,
    newest limit: Int,
    _ marks: ReadMarks?,
    _ contents: Contents
  ) throws(StoreError) {
    let members = thread.members
    newestSequence = members.map(\.entry.sequence).max() ?? 0
    (id, place) = (thread.id, thread.place)
    count = members.count
    var entries: [Entry] = []
    for listed in members.suffix(limit) {
      guard case .message(let message) = try contents.record(listed).content else { continue }
      let hasOriginal = listed.entry.origin != nil
      entries.append(
        Entry(
          id: listed.entry.id,
          message: message,
          stored: listed.entry.changed,
          hasOriginal: hasOriginal
        )
      )
    }
    self.entries = entries
    var found: ThreadStatus?
    if case .threadStatus(let status)? = try contents[ThreadStatus.id(of: thread.id)]?.content {
      found = status
    }
    status = found
    let kind = found?.kind ?? entries.last?.message.kind ?? .imported
    self.kind = kind
    let own = members.last { $0.entry.flags.contains(.fromPerson) }?.entry.id
    let state = found?.state(newestFromPerson: own) ?? (own == nil ? .answered : .sent)
    self.state = kind == .imported ? nil : state
    isArchived =
      found?.archived.map { archived in
        members.allSatisfy { $0.entry.changed <= archived }
      } ?? false
    var subject = ""
    if let first = members.first(where: { $0.entry.flags.contains(.hasSubject) }),
      case .message(let message) = try contents.record(first).content
    {
      subject = message.subject
    }
    self.subject = subject
    hasNews = members.contains { listed in
      !listed.entry.flags.contains(.fromPerson)
        && marks.map { listed.entry.sequence > $0.sequence(of: thread.id) } ?? false
    }
  }
}

extension String {
  /// Whether it has no more characters; they are counted only where it has more bytes.
  func hasAtMost(_ limit: Int) -> Bool {
    utf8.count <= limit || count <= limit
  }

  /// The text with U+FFFD for each NUL, which JSON can hold but FHIR, and our reader, cannot.
  var withoutNUL: String {
    let bytes = utf8.span
    // Bits and no branches: sixteen at a time then.
    var found: UInt8 = 0
    for index in bytes.indices { found |= bytes[index] == 0 ? 1 : 0 }
    guard found != 0 else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }
}
