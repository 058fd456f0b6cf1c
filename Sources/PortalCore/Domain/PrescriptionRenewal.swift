/// That a person has asked for a prescription to be renewed, and what came of it (no: reseptfornyelse).
///
/// One record for each prescription, so that nobody asks twice at once; asking anew after a refusal
/// is its next version.
package struct PrescriptionRenewal: Codable, Hashable, Sendable {
  /// The whole machine is `after`; `docs/dialogue.md` draws it.
  package enum State: String, Codable, Sendable, CaseIterable {
    case requested
    /// There is a new prescription.
    case approved
    case declined
    /// The person took the request back before it was decided.
    case withdrawn
  }

  package enum Act: String, Codable, Sendable, CaseIterable {
    case request
    case approve
    case decline
    case withdraw
  }

  package var prescription: RecordID
  /// The message that asks for it, and the conversation that belongs to it.
  package var message: RecordID
  package var state: State
  package var requested: Instant
  package var decided: Instant?
  package var author: StaffAuthor?
  /// Why it was declined, in the doctor's words.
  package var reason: String?
  /// The new prescription.
  package var renewed: RecordID?

  package init(prescription: RecordID, message: RecordID, requested: Instant) {
    self.prescription = prescription
    self.message = message
    self.requested = requested
    state = .requested
  }

  /// The id of the one record that says whether a prescription is being renewed.
  package static func id(of prescription: RecordID) -> RecordID {
    RecordID(bytes: SHA256.digest(Array("renewal|\(prescription.text)".utf8)).bytes)
  }
}

extension PrescriptionRenewal.State {
  /// What comes of an act; nil where it cannot be done.
  ///
  /// Asking for the first time makes `requested`.
  ///
  /// A prescription that was renewed is done with: the new one is renewed instead.
  package func after(_ act: PrescriptionRenewal.Act) -> Self? {
    switch (self, act) {
    case (.requested, .approve): .approved
    case (.requested, .decline): .declined
    case (.requested, .withdraw): .withdrawn
    case (.declined, .request), (.withdrawn, .request): .requested
    case (.requested, .request), (.approved, _), (.declined, _), (.withdrawn, _): nil
    }
  }
}
