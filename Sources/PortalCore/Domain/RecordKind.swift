/// What a record is; the word that stands in the journal.
package enum RecordKind: String, Codable, Sendable, CaseIterable {
  case person
  case consent
  case youthLogin
  case proxyGrant
  case representation
  case accessNotice
  case message
  case testResult
  case resultReport
  case prescription
  case dispensing
  case medicationListEntry
  case medication
  case vaccination
  case allergy
  case healthCondition
  case document
  case unmappedResource
  case practitioner
  case practitionerRole
  case organization
  case importReceipt
  case repair
  case erasure
  case threadStatus
  case renewal
  case appointment
  case practitionerChange
  case waitingListPlace
  case notificationProfile

  /// The section it is read in.
  package var area: Area {
    switch self {
    case .person, .practitioner, .practitionerRole, .organization, .practitionerChange,
      .waitingListPlace:
      .overview
    case .consent, .youthLogin, .erasure, .notificationProfile: .privacy
    // A notice lies in the inbox; who may see it goes by what it is about.
    case .proxyGrant, .representation, .accessNotice: .proxies
    case .message, .threadStatus: .messages
    case .testResult, .resultReport: .results
    case .prescription, .dispensing, .renewal: .prescriptions
    case .appointment: .appointments
    case .medicationListEntry, .medication: .medications
    case .vaccination: .vaccinations
    case .allergy, .healthCondition: .coreJournal
    case .document, .unmappedResource, .importReceipt, .repair: .documents
    }
  }
}
