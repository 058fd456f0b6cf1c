/// How long a message may be, in characters (grapheme clusters).
///
/// No official limit is known (`rules.md` 2.5); these are the portal's own.
package enum MessageLimits {
  package static let subject = 100
  package static let text = 5000
}

/// Messages that belong together, oldest first.
package struct MessageThread: Sendable {
  package struct Entry: Sendable {
    package let id: RecordID
    package let message: Message
    /// When it came to the store.
    package let stored: Instant?
  }

  package let id: RecordID
  package let entries: [Entry]

  package var subject: String {
    entries.lazy.map(\.message.subject).first { !$0.isEmpty } ?? ""
  }

  package var newest: Entry? { entries.last }
}

/// A message somebody has written and wants to send.
package struct OutgoingMessage: Sendable {
  package var kind: Message.Kind
  /// The thread it answers in; nil where it begins one.
  package var thread: RecordID?
  package var subject: String
  package var text: String

  package init(kind: Message.Kind, thread: RecordID? = nil, subject: String, text: String) {
    self.kind = kind
    self.thread = thread
    self.subject = subject
    self.text = text
  }
}

extension OpenRecord {
  /// All threads, the one with the newest message first.
  package func messageThreads() throws(ServiceError) -> [MessageThread] {
    var threads: [RecordID: [MessageThread.Entry]] = [:]
    for record in try records([.message], in: .messages) {
      guard case .message(let message) = record.content else { continue }
      threads[message.thread, default: []].append(
        MessageThread.Entry(id: record.id, message: message, stored: changeTime(of: record.id))
      )
    }
    return
      threads
      .map { MessageThread(id: $0.key, entries: $0.value.sorted(by: isEarlier)) }
      .sorted { ($0.time, $0.id) > ($1.time, $1.id) }
  }

  /// Who a message to the office goes to; throws `noGeneralPractitioner`.
  package func generalPractitioner() throws(ServiceError) -> RecordReference {
    guard let first = try person().generalPractitioners.first else {
      throw .noGeneralPractitioner
    }
    return first
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
    let message = try compose(outgoing, id: id)
    let receipt = try append(.write, in: .messages) { fold throws(StoreError) in
      // Stored before, by a try whose answer was lost: nothing more to do.
      if fold[id] != nil { throw StoreError.conflict(id, newest: fold[id]?.version ?? 0) }
      return [Record(id: id, version: 1, content: .message(message))]
    }
    guard let receipt else { preconditionFailure("a message is always a change") }
    // The message stands: a draft that stays behind is found again, and does no harm.
    if let draft { try? removeDraft(draft) }
    return receipt
  }

  private func compose(
    _ outgoing: OutgoingMessage,
    id: RecordID
  ) throws(ServiceError) -> Message {
    guard outgoing.text.contains(where: { !$0.isWhitespace }) else { throw .emptyMessage }
    guard outgoing.text.count <= MessageLimits.text else {
      throw .messageTooLong(limit: MessageLimits.text)
    }
    guard outgoing.subject.count <= MessageLimits.subject else {
      throw .messageTooLong(limit: MessageLimits.subject)
    }
    var subject = outgoing.subject.withoutNUL
    var answered: RecordID?
    if let thread = outgoing.thread {
      guard let found = try messageThreads().first(where: { $0.id == thread }) else {
        throw .noSuchThread
      }
      if subject.isEmpty { subject = found.subject }
      answered = found.newest?.id
    }
    let recipient = try generalPractitioner()
    var message = Message(
      thread: outgoing.thread ?? id,
      kind: outgoing.kind,
      status: .sent,
      subject: subject,
      text: outgoing.text.withoutNUL,
      isFromPerson: true
    )
    message.sender = RecordReference(record: Person.recordID, display: try person().displayName)
    message.recipients = [recipient]
    message.sent = PartialDate(now)
    message.inResponseTo = answered
    return message
  }

  // MARK: - Drafts

  /// The draft in a thread, or that of a new message where none is named.
  package func messageDraft(in thread: RecordID?) throws(ServiceError) -> Draft? {
    try draft(draftName(thread))
  }

  /// Keeps unsent text; empty text takes the draft away.
  package func keepDraft(_ outgoing: OutgoingMessage) throws(ServiceError) {
    let name = draftName(outgoing.thread)
    if outgoing.text.isEmpty, outgoing.subject.isEmpty { return try removeDraft(name) }
    let draft = Draft(
      kind: outgoing.kind,
      thread: outgoing.thread,
      subject: outgoing.subject.withoutNUL,
      text: outgoing.text.withoutNUL,
      saved: now
    )
    try keep(draft, as: name)
  }

  package func discardDraft(in thread: RecordID?) throws(ServiceError) {
    try removeDraft(draftName(thread))
  }

  /// Sends what was written in a thread, or as a new message, and takes its draft away.
  package func sendDraft(_ outgoing: OutgoingMessage, id: RecordID) throws(ServiceError) -> Receipt
  {
    try send(outgoing, id: id, draft: draftName(outgoing.thread))
  }

  private func draftName(_ thread: RecordID?) -> RecordID {
    thread ?? RecordID(bytes: Array("new-message\0\0\0\0\0\0".utf8))
  }

  private func isEarlier(_ left: MessageThread.Entry, _ right: MessageThread.Entry) -> Bool {
    (left.time, left.stored ?? left.time, left.id) < (
      right.time, right.stored ?? right.time, right.id
    )
  }
}

extension MessageThread.Entry {
  /// What it is sorted by: when it was sent, else when it came here.
  var time: Instant {
    message.date?.start ?? stored ?? Instant(milliseconds: 0)
  }
}

extension MessageThread {
  /// The time of the newest message.
  package var time: Instant {
    newest?.time ?? Instant(milliseconds: 0)
  }
}

extension String {
  /// The text with U+FFFD for each NUL, which JSON can hold but FHIR, and our reader, cannot.
  fileprivate var withoutNUL: String {
    guard utf8.contains(0) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }
}
