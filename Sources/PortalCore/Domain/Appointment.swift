/// A time that a person has with the health service (no: timeavtale; FHIR `Appointment`).
package struct Appointment: Codable, Hashable, Sendable {
  /// FHIR `appointmentstatus`; the portal itself makes `proposed`, `booked` and `cancelled`.
  package enum Status: String, Codable, Sendable, CaseIterable {
    case proposed
    case pending
    case booked
    case arrived
    case checkedIn = "checked-in"
    case fulfilled
    case cancelled
    case noShow = "noshow"
    case waitlist
    case enteredInError = "entered-in-error"
  }

  /// What somebody does with it; `after` is the whole machine, and `docs/dialogue.md` draws it.
  package enum Act: String, Codable, Sendable, CaseIterable {
    /// The person takes a free time, or a time that was proposed.
    case book
    /// To another time, with the same practice.
    case move
    case cancel
    /// They came, or did not.
    case fulfil
    case miss
  }

  /// What the citizen may do with it (`rules.md` 2.12; Helsenorge's own flags).
  package enum Permission: String, Codable, Sendable, CaseIterable {
    case cancel
    case cancelWithComment
    case change = "canChangeAppointment"
    case changeByDialogue = "canChangeAppointmentDialog"
    case shortNotice = "canUseShortNotice"
    case cancelReferral = "canCancelServiceRequest"
    case changeConferenceType = "canChangeConferenceType"
    case acknowledge = "canAcknowledge"
    case initiateDialogue = "canInitiateDialog"
    case seeDetails = "canHaveAppointmentDetails"
  }

  /// The level of the health service, on which it depends who else sees it (`rules.md` 2.4).
  package enum Care: String, Codable, Sendable {
    /// A general practitioner's, or the municipality's.
    case primary
    case specialist
  }

  package var status: Status
  package var start: PartialDate?
  package var minutes: Int?
  /// kv 7617: ordinary, urgent, video, window, group, vaccine, laboratory.
  package var type: CodeableConcept?
  package var serviceType: CodeableConcept?
  package var care: Care
  /// What it is about; at most 1,000 characters.
  package var description: String?
  /// How to prepare; at most 1,000 characters.
  package var patientInstruction: String?
  package var comment: String?
  package var reasons: [CodeableConcept]
  /// Whom it is with, and where.
  package var participants: [RecordReference]
  /// kv 7621, and in words.
  package var cancellationReason: CodeableConcept?
  package var permissions: [Permission]
  /// Where it was booked here: the practice and its slot.
  package var practice: Practice.ID?
  package var slot: RecordID?
  /// The conversation that it came of.
  package var thread: RecordID?
  package var created: PartialDate?

  package init(status: Status, care: Care) {
    self.status = status
    self.care = care
    reasons = []
    participants = []
    permissions = []
  }
}

extension Appointment.Status {
  /// What comes of an act; nil where it cannot be done.
  ///
  /// A free time that is taken begins as `booked`.
  package func after(_ act: Appointment.Act) -> Self? {
    switch (self, act) {
    case (.proposed, .book), (.pending, .book), (.waitlist, .book): .booked
    case (.booked, .move): .booked
    case (.proposed, .cancel), (.pending, .cancel), (.booked, .cancel), (.waitlist, .cancel):
      .cancelled
    case (.booked, .fulfil), (.arrived, .fulfil), (.checkedIn, .fulfil): .fulfilled
    case (.booked, .miss): .noShow
    case (.proposed, _), (.pending, _), (.booked, _), (.arrived, _), (.checkedIn, _),
      (.fulfilled, _), (.cancelled, _), (.noShow, _), (.waitlist, _), (.enteredInError, _):
      nil
    }
  }
}
