/// What somebody may be told outside the portal: that something of this sort has come, and no more.
///
/// Follows from the kind of a record alone. So nothing that a record says can be in what is told.
package enum NotificationEvent: String, Codable, Sendable, CaseIterable {
  /// Who may act for whom was given, changed or ended.
  case right
  /// A choice of privacy was made.
  case privacy
  /// The practice has written.
  case message
  /// An appointment was made or changed.
  case appointment
  /// An appointment is in the next days.
  case appointmentReminder = "appointment-reminder"
  case result
  /// Another general practitioner.
  case practitioner
  /// Everything else that comes to a record.
  case other

  /// Nil where the record of a kind is no news to the person.
  package init?(of kind: RecordKind) {
    switch kind {
    case .accessNotice, .proxyGrant, .representation: self = .right
    case .consent, .youthLogin, .erasure, .notificationProfile: self = .privacy
    case .message, .threadStatus: self = .message
    case .appointment: self = .appointment
    case .testResult, .resultReport: self = .result
    case .practitionerChange, .waitingListPlace: self = .practitioner
    case .prescription, .dispensing, .renewal, .medicationListEntry, .medication, .vaccination,
      .allergy, .healthCondition, .document, .unmappedResource:
      self = .other
    case .person, .practitioner, .practitionerRole, .organization, .importReceipt, .repair:
      return nil
    }
  }

  /// The lowest level at which it is told (`rules.md` 2.10 and 2.13).
  package var lowestLevel: NotificationProfile.Level {
    switch self {
    case .right, .privacy: .limited
    case .message, .appointment, .appointmentReminder: .normal
    case .result, .practitioner, .other: .full
    }
  }

  /// Whether anything leaves the portal for it.
  package func isTold(at level: NotificationProfile.Level) -> Bool {
    level >= lowestLevel
  }
}
