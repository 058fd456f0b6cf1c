/// What a doctor has chosen and written about the prescriptions asked for in a conversation, and not
/// decided yet.
package struct DecisionDraft: Codable, Hashable, Sendable {
  /// One prescription.
  package struct Line: Codable, Hashable, Sendable {
    package let prescription: RecordID
    /// Nil where nothing is chosen yet.
    package let isApproved: Bool?
    /// Why not, as far as it is written.
    package let reason: String

    package init(prescription: RecordID, isApproved: Bool?, reason: String) {
      (self.prescription, self.isApproved) = (prescription, isApproved)
      self.reason = reason.withoutNUL
    }
  }

  package let lines: [Line]
  /// What is written to the person besides.
  package let message: String

  package init(lines: [Line], message: String) {
    self.lines = lines.filter { $0.isApproved != nil || !$0.reason.isEmpty }
    self.message = message.withoutNUL
  }

  package var isEmpty: Bool { lines.isEmpty && message.isEmpty }
}

extension DeskConversation {
  /// What was begun here and not decided; nil where nothing.
  package func decisionDraft() -> DecisionDraft? {
    (try? record.draft(DecisionDraft.self, decisionName, in: .messages)) ?? nil
  }

  /// Keeps what is not decided yet; one that says nothing takes the draft away.
  ///
  /// Refused as an unsent answer is: to a practice that the person has left.
  package func keep(_ draft: DecisionDraft) throws(ServiceError) {
    if draft.isEmpty { return try record.removeDraft(decisionName) }
    try record.keep(draft, as: decisionName, in: .messages)
  }

  package func discardDecisionDraft() {
    // One that stays behind is found again, and does no harm.
    try? record.removeDraft(decisionName)
  }

  private var decisionName: RecordID {
    RecordID(bytes: SHA256.digest(Array("desk-decision|\(thread.text)".utf8)).bytes)
  }
}
