/// What the practice has done with a conversation, and whether the person has put it away.
///
/// One record a conversation, in the person's journal; its versions are the receipts. Messages of the
/// person's do not change it: what state the conversation is in follows from both.
package struct ThreadStatus: Codable, Hashable, Sendable {
  /// One act of the practice's.
  package struct Step: Codable, Hashable, Sendable {
    package var act: ThreadAct
    package var time: Instant
    package var author: StaffAuthor
    /// The person's newest message that they had before them; nil where the person had not written.
    package var through: RecordID?
    /// Why it was rejected or closed, in their own words.
    package var reason: String?

    package init(
      _ act: ThreadAct,
      at time: Instant,
      by author: StaffAuthor,
      through: RecordID?,
      reason: String? = nil
    ) {
      self.act = act
      self.time = time
      self.author = author
      self.through = through
      self.reason = reason
    }
  }

  /// How many steps stand in the newest version; those before are in its history.
  static let mostSteps = 100

  package var thread: RecordID
  package var kind: Message.Kind
  /// As `Message.isParentsThread`.
  package var isParentsThread: Bool?
  /// Oldest first.
  package private(set) var steps: [Step] = []
  /// When the person put it away; it comes back by itself when something is written in it.
  package var archived: Instant?

  package init(thread: RecordID, kind: Message.Kind, isParentsThread: Bool? = nil) {
    self.thread = thread
    self.kind = kind
    self.isParentsThread = isParentsThread
  }

  /// The id of the one record that says how far a conversation has come.
  package static func id(of thread: RecordID) -> RecordID {
    RecordID(bytes: SHA256.digest(Array("thread-status|\(thread.text)".utf8)).bytes)
  }

  /// The state of a conversation in which this is the person's newest message; nil where they have
  /// not written.
  package func state(newestFromPerson newest: RecordID?) -> ThreadState {
    guard let last = steps.last else { return newest == nil ? .answered : .sent }
    let state = last.state
    if state == .closed || state == .rejected { return state }
    return last.through == newest ? state : .sent
  }

  /// Takes in an act of the practice's on what the person wrote last.
  ///
  /// Throws where the machine has no such step, and where the person has written since and that is
  /// not before the one who ends the conversation.
  package mutating func take(
    _ step: Step,
    newestFromPerson newest: RecordID?
  ) throws(ThreadProblem) {
    let state = state(newestFromPerson: newest)
    guard state.after(step.act, of: kind) != nil else { throw .notPossible(step.act, state) }
    switch step.act {
    case .reject, .close:
      if let newest, step.through != newest { throw .writtenSince(newest) }
    case .write, .read, .answer: break
    }
    steps.append(step)
    if steps.count > ThreadStatus.mostSteps { steps.removeFirst() }
  }
}

extension ThreadStatus.Step {
  /// What the conversation is after it, as long as the person writes nothing more.
  package var state: ThreadState {
    switch act {
    case .write: .sent
    case .read: .read
    case .answer: .answered
    case .reject: .rejected
    case .close: .closed
    }
  }
}
