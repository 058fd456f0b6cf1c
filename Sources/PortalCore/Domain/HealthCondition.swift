/// A diagnosis, a problem, something that was found (no: diagnose; FHIR `Condition`).
package struct HealthCondition: Codable, Hashable, Sendable {
  package var code: CodeableConcept
  /// FHIR `condition-clinical`: active, recurrence, relapse, inactive, remission, resolved.
  package var clinicalStatus: String?
  /// FHIR `condition-ver-status`: unconfirmed, provisional, differential, confirmed, refuted,
  /// entered-in-error.
  package var verificationStatus: String?
  package var categories: [CodeableConcept]
  package var severity: CodeableConcept?
  package var bodySites: [CodeableConcept]
  package var onset: PartialDate?
  package var onsetText: String?
  package var abatement: PartialDate?
  package var abatementText: String?
  package var recorded: PartialDate?
  package var recorder: RecordReference?
  package var notes: [String]

  package init(code: CodeableConcept) {
    self.code = code
    categories = []
    bodySites = []
    notes = []
  }

  package var date: PartialDate? {
    onset ?? recorded
  }
}

/// A tendency to react badly to a substance; part of the critical information (no: kritisk
/// informasjon; FHIR `AllergyIntolerance`).
package struct Allergy: Codable, Hashable, Sendable {
  /// What happened once.
  package struct Reaction: Codable, Hashable, Sendable {
    package var manifestations: [CodeableConcept]
    package var substance: CodeableConcept?
    /// FHIR `reaction-event-severity`: mild, moderate, severe.
    package var severity: String?
    package var onset: PartialDate?
    package var text: String?

    package init(manifestations: [CodeableConcept] = [], severity: String? = nil) {
      self.manifestations = manifestations
      self.severity = severity
    }
  }

  package var code: CodeableConcept
  package var clinicalStatus: String?
  package var verificationStatus: String?
  /// FHIR `allergy-intolerance-type`: allergy, intolerance.
  package var type: String?
  /// FHIR `allergy-intolerance-category`: food, medication, environment, biologic.
  package var categories: [String]
  /// FHIR `allergy-intolerance-criticality`: low, high, unable-to-assess.
  package var criticality: String?
  package var onset: PartialDate?
  package var onsetText: String?
  package var recorded: PartialDate?
  package var lastOccurrence: PartialDate?
  package var recorder: RecordReference?
  package var reactions: [Reaction]
  package var notes: [String]

  package init(code: CodeableConcept) {
    self.code = code
    categories = []
    reactions = []
    notes = []
  }

  package var date: PartialDate? {
    recorded ?? onset ?? lastOccurrence
  }
}
