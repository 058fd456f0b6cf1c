/// What a practice writes in a conversation.
package struct DeskMessage: Sendable {
  /// Made before, so that trying twice makes one.
  package let id: RecordID
  package let text: String
  /// Whether nobody wrote it: the practice of a demonstration answers by itself.
  package var isSimulated = false
  /// The appointment that it proposes.
  var appointment: RecordID?
  /// The files that lie with it; they are stored before the line that names them.
  package var attachments: [DraftAttachment] = []

  package init(id: RecordID, text: String) {
    self.id = id
    self.text = text
  }
}

/// What becomes of a prescription that is asked for.
package struct RenewalDecision: Sendable {
  package enum Verdict: Hashable, Sendable {
    /// The new prescription gets this id, made before.
    case approve(RecordID)
    case decline(reason: String)
  }

  package let prescription: RecordID
  /// The version of the request that was seen.
  package let base: Int
  package let verdict: Verdict

  package init(prescription: RecordID, base: Int, verdict: Verdict) {
    self.prescription = prescription
    self.base = base
    self.verdict = verdict
  }
}

extension DeskConversation {
  /// Answers; what the person wrote after what was seen still waits.
  package func answer(_ message: DeskMessage, on seen: Seen) throws(ServiceError) -> Receipt {
    try act(.answer, message, seen)
  }

  /// Does not take the matter up, and says why.
  package func reject(
    _ message: DeskMessage,
    reason: String,
    on seen: Seen
  ) throws(ServiceError) -> Receipt {
    guard reason.hasText else { throw .desk(.reasonMissing) }
    return try act(.reject, message, seen, reason: reason)
  }

  /// Ends the conversation: nobody writes in it any more.
  package func close(_ message: DeskMessage, on seen: Seen) throws(ServiceError) -> Receipt {
    try act(.close, message, seen)
  }

  /// Renews prescriptions or declines to, all in one step with the message that says so.
  ///
  /// Only a doctor. Where one of the requests is not as it was seen, nothing is decided.
  package func decide(
    _ decisions: [RenewalDecision],
    _ message: DeskMessage,
    on seen: Seen
  ) throws(ServiceError) -> Receipt {
    guard !decisions.isEmpty else { throw .desk(.nothingDecided) }
    for decision in decisions {
      if case .decline(let reason) = decision.verdict, !reason.hasText {
        throw .desk(.reasonMissing)
      }
    }
    let author = author(message)
    let items = [AccessItem(kind: .renewal), AccessItem(kind: .prescription)]
    let receipt = try act(.answer, message, seen, also: items) {
      contents,
      now throws(ServiceError) in
      try contents.decided(decisions, by: author, at: now)
    }
    discardDecisionDraft()
    return receipt
  }

  /// Answers with a time that the person can say yes or no to; it is theirs until they do.
  ///
  /// The id of the appointment is made before. Where the answer is not stored the time is given back.
  package func propose(
    _ request: BookingRequest,
    as appointment: RecordID,
    _ message: DeskMessage,
    on seen: Seen
  ) throws(ServiceError) -> Receipt {
    var request = request
    request.thread = thread
    let time = try record.claimTime(request, as: appointment)
    var message = message
    message.appointment = appointment
    do throws(ServiceError) {
      let items = [AccessItem(kind: .appointment)]
      return try act(.answer, message, seen, also: items) { contents, _ throws(ServiceError) in
        [try serving { () throws(StoreError) in try time.record(contents) }]
      }
    } catch {
      record.abandonProposal()
      throw error
    }
  }

  private func author(_ message: DeskMessage) -> StaffAuthor {
    var author = staff.author
    if message.isSimulated { author.isSimulated = true }
    return author
  }

  private func act(
    _ act: ThreadAct,
    _ message: DeskMessage,
    _ seen: Seen,
    reason: String? = nil,
    also items: [AccessItem] = [],
    _ others: (Contents, Instant) throws(ServiceError) -> [Record] = {
      _,
      _ throws(ServiceError) in []
    }
  ) throws(ServiceError) -> Receipt {
    let step = ThreadStatus.Step(
      act,
      at: record.now,
      by: author(message),
      through: seen.through,
      reason: reason
    )
    let receipt = try record.perform(step, message, in: thread, seen, also: items, others)
    discardDraft()
    // It stands. Where this fails the end of the session, or the next process, delivers.
    try? record.deliver()
    return receipt
  }
}

extension OpenRecord {
  /// Says that a thread was opened at the practice, if nobody has said so.
  func markRead(
    _ thread: RecordID,
    _ seen: DeskConversation.Seen,
    by author: StaffAuthor
  ) throws(ServiceError) {
    let item = AccessItem(kind: .message, thread: thread)
    let step = ThreadStatus.Step(.read, at: now, by: author, through: seen.through)
    _ = try append(.write, in: .messages, of: item) { contents throws(StoreError) in
      let members = try contents.thread(thread) { !$0.flags.contains(.enteredInError) }
      guard members.newestFromPerson == seen.through, let through = seen.through else { return [] }
      var (status, known) = try contents.standing(of: thread, members)
      guard status.state(newestFromPerson: through) == .sent else { return [] }
      do throws(ThreadProblem) {
        try status.take(step, newestFromPerson: through)
      } catch {
        return []
      }
      return [contents.next(known, .threadStatus(status), of: thread, members)]
    }
  }

  /// Writes one act of the practice's with its message, if the conversation still is as it was seen.
  func perform(
    _ step: ThreadStatus.Step,
    _ outgoing: DeskMessage,
    in thread: RecordID,
    _ seen: DeskConversation.Seen,
    also items: [AccessItem],
    _ others: (Contents, Instant) throws(ServiceError) -> [Record]
  ) throws(ServiceError) -> Receipt {
    guard outgoing.text.hasText else { throw .emptyMessage }
    guard MessageLimits.allow(outgoing.text, MessageLimits.text) else {
      throw .messageTooLong(limit: MessageLimits.text)
    }
    let item = AccessItem(kind: .message, thread: thread)
    let attachments = try store(outgoing.attachments)
    let receipt = try appendDialogue(.messages, of: item, also: items) {
      contents throws(ServiceError) in
      // Stored before, by a try whose answer was lost: nothing more to do.
      let known = try serving { () throws(StoreError) in try contents.version(of: outgoing.id) }
      if known > 0 { throw .store(.conflict(outgoing.id, newest: known)) }
      return try contents.acted(step, outgoing, attachments, in: thread, seen)
        + others(contents, step.time)
    }
    guard let receipt else { preconditionFailure("an act is always a change") }
    return receipt
  }
}

extension Contents {
  /// What the practice has done with a thread by now, and the record that says so, if there is one.
  fileprivate func standing(
    of thread: RecordID,
    _ members: [Listed]
  ) throws(StoreError) -> (ThreadStatus, Record?) {
    if let (status, record) = try threadStatus(of: thread) { return (status, record) }
    var (kind, isParents): (Message.Kind, Bool?) = (.office, nil)
    if let first = members.last(where: { $0.entry.flags.contains(.fromPerson) }),
      case .message(let message) = try record(first).content
    {
      (kind, isParents) = (message.kind, message.isParentsThread)
    }
    return (ThreadStatus(thread: thread, kind: kind, isParentsThread: isParents), nil)
  }

  fileprivate func next(
    _ known: Record?,
    _ content: RecordContent,
    of thread: RecordID,
    _ members: [Listed]
  ) -> Record {
    if let known { return known.next(content) }
    let labels = members.last?.entry.labels.labels ?? []
    return Record(id: ThreadStatus.id(of: thread), version: 1, content: content, labels: labels)
  }

  /// The message and the thread's next status.
  fileprivate func acted(
    _ step: ThreadStatus.Step,
    _ outgoing: DeskMessage,
    _ attachments: [Message.Attachment],
    in thread: RecordID,
    _ seen: DeskConversation.Seen
  ) throws(ServiceError) -> [Record] {
    let members = try serving { () throws(StoreError) in
      try self.thread(thread) { !$0.flags.contains(.enteredInError) }
    }
    let last = try serving { () throws(StoreError) in try members.last.map(record) }
    guard case .message(let newest)? = last?.content else { throw .store(.noSuchRecord) }
    var (status, known) = try serving { () throws(StoreError) in
      try standing(of: thread, members)
    }
    guard status.lastActButReading == seen.lastAct else {
      throw .desk(.thread(.changedMeanwhile))
    }
    do throws(ThreadProblem) {
      try status.take(step, newestFromPerson: members.newestFromPerson)
    } catch {
      throw .desk(.thread(error))
    }
    let labels = members.last?.entry.labels.labels ?? []
    var message = Message(answering: newest, with: outgoing, step, in: thread, status.kind)
    message.attachments = attachments
    return [
      Record(id: outgoing.id, version: 1, content: .message(message), labels: labels),
      next(known, .threadStatus(status), of: thread, members),
    ]
  }
}

extension Message {
  fileprivate init(
    answering newest: Message,
    with outgoing: DeskMessage,
    _ step: ThreadStatus.Step,
    in thread: RecordID,
    _ kind: Kind
  ) {
    self.init(
      thread: thread,
      kind: kind,
      status: .received,
      subject: newest.subject,
      text: outgoing.text.withoutNUL,
      isFromPerson: false
    )
    sender = RecordReference(display: step.author.name)
    recipients = [RecordReference(record: Person.recordID)]
    practice = step.author.practice
    author = step.author
    act = step.act
    appointment = outgoing.appointment
    sent = PartialDate(step.time)
    inResponseTo = step.through
    isParentsThread = newest.isParentsThread
  }
}

extension String {
  /// Whether it says anything.
  var hasText: Bool { contains { !$0.isWhitespace } }
}
