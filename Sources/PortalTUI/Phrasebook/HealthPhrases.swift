import PortalCore

/// What the pages about medicines, vaccines, diagnoses and documents say.
protocol HealthPhrases: Sendable {
  // Codes in words.
  func name(of status: ClinicalStatus) -> String
  func name(of status: VerificationStatus) -> String
  func name(of type: AllergyType) -> String
  func name(of category: AllergyCategory) -> String
  func name(of criticality: Criticality) -> String
  func name(of severity: ReactionSeverity) -> String
  func name(of status: RecordStatus) -> String
  func name(of type: ResourceType) -> String
  func statement(_ statement: AbsentStatement) -> String
  func status(_ status: MedicationListEntry.Status) -> String
  func status(_ status: Vaccination.Status) -> String
  func event(_ event: AccessLogEntry.Event, in area: Area?) -> String

  /// The status of a prescription; an active one may have run out or been used up.
  func prescription(_ status: Prescription.Status, _ state: PrescriptionState) -> String
  /// That a request is not a prescription; nil where it is one.
  func intent(_ code: String) -> String?
  /// How often it may be dispensed, and has been; nil where it does not say.
  func repeats(_ state: PrescriptionState) -> String?
  /// Whether the pharmacy may hand out another product of the same effect.
  func substitution(_ isAllowed: Bool) -> String
  /// The number of a dose in its series.
  func dose(_ number: String, of count: String?) -> String
  /// Why a part of a document is empty.
  func emptyPart(_ reason: EmptyReason) -> String
}

extension HealthPhrases {
  func clinicalStatus(_ code: String) -> String {
    ClinicalStatus(rawValue: code).map(name) ?? code
  }

  func verificationStatus(_ code: String) -> String {
    VerificationStatus(rawValue: code).map(name) ?? code
  }

  func allergyType(_ code: String) -> String {
    AllergyType(rawValue: code).map(name) ?? code
  }

  func allergyCategory(_ code: String) -> String {
    AllergyCategory(rawValue: code).map(name) ?? code
  }

  func criticality(_ code: String) -> String {
    Criticality(rawValue: code).map(name) ?? code
  }

  func reactionSeverity(_ code: String) -> String {
    ReactionSeverity(rawValue: code).map(name) ?? code
  }

  func recordStatus(_ code: String) -> String {
    RecordStatus(rawValue: code).map(name) ?? code
  }

  func resourceType(_ type: String) -> String {
    ResourceType(rawValue: type).map(name) ?? type
  }

  /// Why a part of a document is empty.
  func emptyPart(_ reason: CodeableConcept) -> String {
    for code in reason.codings.lazy.compactMap(\.code) {
      if let known = EmptyReason(rawValue: code) { return emptyPart(known) }
      if let statement = AbsentStatement(rawValue: code) { return self.statement(statement) }
    }
    return reason.title ?? emptyPart(.unavailable)
  }
}
