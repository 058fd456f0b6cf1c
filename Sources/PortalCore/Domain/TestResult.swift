/// One measured or observed thing about a person (no: prøvesvar; FHIR `Observation`).
package struct TestResult: Codable, Hashable, Sendable {
  /// FHIR `observation-status`.
  package enum Status: String, Codable, Sendable {
    case registered
    case preliminary
    case final
    case amended
    case corrected
    case cancelled
    case enteredInError = "entered-in-error"
    case unknown
  }

  /// A part of one value: systolic and diastolic pressure.
  ///
  /// Panels use `members` instead.
  package struct Component: Codable, Hashable, Sendable {
    package var code: CodeableConcept
    package var value: ObservedValue?
    package var interpretations: [CodeableConcept]
    package var referenceRanges: [ReferenceRange]

    package init(
      code: CodeableConcept,
      value: ObservedValue? = nil,
      interpretations: [CodeableConcept] = [],
      referenceRanges: [ReferenceRange] = []
    ) {
      self.code = code
      self.value = value
      self.interpretations = interpretations
      self.referenceRanges = referenceRanges
    }
  }

  package var code: CodeableConcept
  package var status: Status
  package var categories: [CodeableConcept]
  /// When it was true of the person: when the sample was taken.
  package var effective: Period
  package var issued: PartialDate?
  package var value: ObservedValue?
  package var interpretations: [CodeableConcept]
  package var referenceRanges: [ReferenceRange]
  package var components: [Component]
  /// The results of a panel.
  package var members: [RecordReference]
  package var notes: [String]
  package var method: CodeableConcept?
  package var specimen: RecordReference?
  package var bodySite: CodeableConcept?
  package var performers: [RecordReference]

  package init(code: CodeableConcept, status: Status) {
    self.code = code
    self.status = status
    categories = []
    effective = Period()
    interpretations = []
    referenceRanges = []
    components = []
    members = []
    notes = []
    performers = []
  }

  /// What the result is dated by: when it was taken, else when it was issued.
  package var date: PartialDate? {
    effective.start ?? effective.end ?? issued
  }
}
