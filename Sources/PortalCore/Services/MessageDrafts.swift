/// Messages that have not been sent: one for each thread, and one for each kind of new message.
extension OpenRecord {
  /// The draft in a thread; where none is named that of a new message of one kind, or the newest of
  /// any.
  package func messageDraft(
    in thread: RecordID?,
    kind: Message.Kind? = nil
  ) throws(ServiceError) -> Draft? {
    if let thread { return try draft(Draft.self, thread, in: .messages) }
    guard let kind else { return try newMessageDrafts().first }
    if let own = try draft(Draft.self, kind.draftName, in: .messages) { return own }
    return try formerDraft(of: kind)
  }

  /// What is unsent of new messages, the one that was kept last first.
  package func newMessageDrafts() throws(ServiceError) -> [Draft] {
    var drafts: [Draft] = []
    for kind in Message.Kind.written {
      if let draft = try messageDraft(in: nil, kind: kind) { drafts.append(draft) }
    }
    return drafts.sorted { $0.saved > $1.saved }
  }

  /// Keeps unsent text; empty text takes the draft away.
  package func keepDraft(_ outgoing: OutgoingMessage) throws(ServiceError) {
    let name = outgoing.draftName
    let isEmpty = outgoing.text.isEmpty && outgoing.subject.isEmpty
    if isEmpty, outgoing.renewals.isEmpty, outgoing.attachments.isEmpty {
      try removeDraft(name)
      return try removeFormerDraft(of: outgoing)
    }
    var draft = Draft(
      kind: outgoing.kind,
      thread: outgoing.thread,
      subject: outgoing.subject.withoutNUL,
      text: outgoing.text.withoutNUL,
      saved: now
    )
    draft.service = outgoing.service
    draft.attachments = outgoing.attachments.isEmpty ? nil : outgoing.attachments
    draft.renewals = outgoing.renewals.isEmpty ? nil : outgoing.renewals
    try keep(draft, as: name, in: .messages)
    try removeFormerDraft(of: outgoing)
  }

  /// Throws away what is unsent in a thread, and the files that lie with it; where none is named
  /// the new message of one kind, or every one.
  package func discardDraft(
    in thread: RecordID?,
    kind: Message.Kind? = nil
  ) throws(ServiceError) {
    if thread == nil, kind == nil {
      for kind in Message.Kind.written { try discardDraft(in: nil, kind: kind) }
      return
    }
    for attachment in try messageDraft(in: thread, kind: kind)?.attachments ?? [] {
      try removeDraft(attachment.id)
    }
    var outgoing = OutgoingMessage(kind: kind ?? .office, thread: thread, subject: "", text: "")
    outgoing.attachments = []
    try keepDraft(outgoing)
  }

  /// Sends what was written in a thread, or as a new message, and takes its draft away.
  package func sendDraft(_ outgoing: OutgoingMessage, id: RecordID) throws(ServiceError) -> Receipt
  {
    if outgoing.thread == nil { try checkOffered(outgoing.kind, service: outgoing.service) }
    let receipt = try send(outgoing, id: id, draft: outgoing.draftName)
    try? removeFormerDraft(of: outgoing)
    // The message stands. Where this fails the end of the session, or the next process, delivers.
    try? deliver()
    return receipt
  }

  // MARK: - As they were kept before

  /// There was one draft for new messages of all kinds: it is found as what it is.
  private func formerDraft(of kind: Message.Kind) throws(ServiceError) -> Draft? {
    let draft = try draft(Draft.self, Message.Kind.formerDraftName, in: .messages)
    return draft?.kind == kind ? draft : nil
  }

  private func removeFormerDraft(of outgoing: OutgoingMessage) throws(ServiceError) {
    guard outgoing.thread == nil, try formerDraft(of: outgoing.kind) != nil else { return }
    try removeDraft(Message.Kind.formerDraftName)
  }
}

extension OutgoingMessage {
  fileprivate var draftName: RecordID { thread ?? kind.draftName }
}

extension Message.Kind {
  /// Those that a person writes.
  fileprivate static let written: [Message.Kind] = [
    .office, .eConsultation, .renewal, .appointmentRequest, .otherService,
  ]

  fileprivate static let formerDraftName = RecordID(bytes: Array("new-message\0\0\0\0\0\0".utf8))

  fileprivate var draftName: RecordID {
    RecordID(bytes: SHA256.digest(Array("new-message|\(rawValue)".utf8)).bytes)
  }
}
