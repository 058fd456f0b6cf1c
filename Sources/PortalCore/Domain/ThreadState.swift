/// How far a conversation has come, for its newest message from the person.
///
/// The whole machine is `after`; `docs/dialogue.md` draws it. That a message has come to the
/// practice is not a state of its own: it follows from the practice's queue (`MessageProgress`).
package enum ThreadState: String, Codable, Sendable, CaseIterable {
  /// What the person wrote last waits; nobody at the practice has opened it.
  case sent
  /// Somebody at the practice has opened it.
  case read
  /// The practice has written after it, or has begun the conversation.
  case answered
  /// The practice has ended the conversation: nobody writes in it any more.
  case closed
  /// The practice did not take the matter up, and said why.
  case rejected
}

/// What somebody does with a conversation.
package enum ThreadAct: String, Codable, Sendable, CaseIterable {
  /// The person, or somebody for them, writes.
  case write
  case read
  case answer
  case reject
  case close
}

extension ThreadState {
  /// What comes of an act; nil where it cannot be done.
  ///
  /// A message to the office is never rejected: it is answered.
  package func after(_ act: ThreadAct, of kind: Message.Kind) -> ThreadState? {
    switch (self, act) {
    case (.closed, _), (.rejected, _): nil
    case (_, .write): .sent
    case (.sent, .read): .read
    case (.read, .read), (.answered, .read): self
    case (_, .answer): .answered
    case (.sent, .reject), (.read, .reject): kind.canBeRejected ? .rejected : nil
    case (.answered, .reject): nil
    case (_, .close): .closed
    }
  }
}

extension Message.Kind {
  /// Whether the practice may turn it down (`rules.md` 2.5).
  package var canBeRejected: Bool {
    switch self {
    case .eConsultation, .appointmentRequest, .otherService: true
    // Of a renewal each prescription is decided by itself.
    case .office, .renewal, .imported: false
    }
  }
}

/// Why a conversation cannot go on as was asked.
package enum ThreadProblem: Error, Hashable, Sendable {
  /// In this state that cannot be done.
  case notPossible(ThreadAct, ThreadState)
  /// Somebody at the practice has been faster.
  case changedMeanwhile
  /// The person has written since.
  case writtenSince(RecordID)
}
