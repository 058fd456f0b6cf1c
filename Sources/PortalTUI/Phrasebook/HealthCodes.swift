// The short code lists of FHIR that records hold as text. A code that is not among them is shown as
// it was written.

/// FHIR `condition-clinical` and `allergyintolerance-clinical`.
enum ClinicalStatus: String, CaseIterable, Sendable {
  case active
  case recurrence
  case relapse
  case inactive
  case remission
  case resolved
}

/// FHIR `condition-ver-status` and `allergyintolerance-verification`.
enum VerificationStatus: String, CaseIterable, Sendable {
  case unconfirmed
  case presumed
  case provisional
  case differential
  case confirmed
  case refuted
  case enteredInError = "entered-in-error"
}

/// FHIR `allergy-intolerance-type`.
enum AllergyType: String, CaseIterable, Sendable {
  case allergy
  case intolerance
}

/// FHIR `allergy-intolerance-category`.
enum AllergyCategory: String, CaseIterable, Sendable {
  case food
  case medication
  case environment
  case biologic
}

/// FHIR `allergy-intolerance-criticality`.
enum Criticality: String, CaseIterable, Sendable {
  case low
  case high
  case unableToAssess = "unable-to-assess"
}

/// FHIR `reaction-event-severity`.
enum ReactionSeverity: String, CaseIterable, Sendable {
  case mild
  case moderate
  case severe
}

/// FHIR `list-empty-reason`: why a part of a document is empty.
enum EmptyReason: String, CaseIterable, Sendable {
  case noneKnown = "nilknown"
  case notAsked = "notasked"
  case withheld
  case unavailable
  case notStarted = "notstarted"
  case closed
}

/// How far something has come: the status codes that FHIR's resource types have between them.
enum RecordStatus: String, CaseIterable, Sendable {
  case active
  case amended
  case appended
  case booked
  case cancelled
  case completed
  case corrected
  case current
  case declined
  case draft
  case enteredInError = "entered-in-error"
  case final
  case finished
  case fulfilled
  case inactive
  case inProgress = "in-progress"
  case notDone = "not-done"
  case onHold = "on-hold"
  case planned
  case preliminary
  case preparation
  case proposed
  case revoked
  case stopped
  case superseded
  case unknown
}

/// The types of FHIR resources that a person's record is likely to hold without a page of their own.
enum ResourceType: String, CaseIterable, Sendable {
  case appointment = "Appointment"
  case auditEvent = "AuditEvent"
  case binary = "Binary"
  case carePlan = "CarePlan"
  case careTeam = "CareTeam"
  case claim = "Claim"
  case claimResponse = "ClaimResponse"
  case clinicalImpression = "ClinicalImpression"
  case consent = "Consent"
  case coverage = "Coverage"
  case detectedIssue = "DetectedIssue"
  case device = "Device"
  case deviceRequest = "DeviceRequest"
  case deviceUseStatement = "DeviceUseStatement"
  case documentReference = "DocumentReference"
  case encounter = "Encounter"
  case episodeOfCare = "EpisodeOfCare"
  case explanationOfBenefit = "ExplanationOfBenefit"
  case familyMemberHistory = "FamilyMemberHistory"
  case flag = "Flag"
  case goal = "Goal"
  case healthcareService = "HealthcareService"
  case imagingStudy = "ImagingStudy"
  case immunizationRecommendation = "ImmunizationRecommendation"
  case list = "List"
  case location = "Location"
  case media = "Media"
  case medicationAdministration = "MedicationAdministration"
  case nutritionOrder = "NutritionOrder"
  case procedure = "Procedure"
  case provenance = "Provenance"
  case questionnaire = "Questionnaire"
  case questionnaireResponse = "QuestionnaireResponse"
  case relatedPerson = "RelatedPerson"
  case riskAssessment = "RiskAssessment"
  case serviceRequest = "ServiceRequest"
  case specimen = "Specimen"
  case supplyDelivery = "SupplyDelivery"
  case task = "Task"
}
