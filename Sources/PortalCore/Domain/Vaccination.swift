/// A vaccine given, or not given and why (no: vaksinasjon; FHIR `Immunization`).
package struct Vaccination: Codable, Hashable, Sendable {
  /// FHIR `immunization-status`.
  package enum Status: String, Codable, Sendable {
    case completed
    case enteredInError = "entered-in-error"
    case notDone = "not-done"
    case unknown
  }

  package var vaccine: CodeableConcept
  package var status: Status
  package var statusReason: CodeableConcept?
  package var occurrence: PartialDate?
  /// When it was given, where only words are known ("as a child").
  package var occurrenceText: String?
  /// What it protects against.
  package var targetDiseases: [CodeableConcept]
  /// Number of the dose in its series, and how many there are, as written.
  package var doseNumber: String?
  package var seriesDoses: String?
  package var manufacturer: RecordReference?
  package var lotNumber: String?
  package var site: CodeableConcept?
  package var performers: [RecordReference]
  package var location: RecordReference?
  package var notes: [String]

  package init(vaccine: CodeableConcept, status: Status) {
    self.vaccine = vaccine
    self.status = status
    targetDiseases = []
    performers = []
    notes = []
  }
}
