/// What a prescriber has written for a person (no: resept; FHIR `MedicationRequest`).
package struct Prescription: Codable, Hashable, Sendable {
  /// FHIR `medicationrequest-status`.
  package enum Status: String, Codable, Sendable {
    case active
    case onHold = "on-hold"
    case cancelled
    case completed
    case enteredInError = "entered-in-error"
    case stopped
    case draft
    case unknown
  }

  package var medication: Medication
  package var status: Status
  package var statusReason: CodeableConcept?
  /// FHIR `medicationrequest-intent`: proposal, plan, order and others.
  package var intent: String?
  package var authoredOn: PartialDate?
  package var prescriber: RecordReference?
  /// How to take it, in words, one for each step.
  package var dosages: [String]
  package var reasons: [CodeableConcept]
  package var quantity: Quantity?
  /// Dispensings beyond the first (no: reit).
  package var repeatsAllowed: Int?
  package var validity: Period
  /// kv 7421: A, B, C, CF, F, K.
  package var group: CodeableConcept?
  package var isSubstitutionAllowed: Bool?
  package var notes: [String]

  package init(medication: Medication, status: Status) {
    self.medication = medication
    self.status = status
    dosages = []
    reasons = []
    validity = Period()
    notes = []
  }
}

/// A medicine handed out (no: utlevering; FHIR `MedicationDispense`).
package struct Dispensing: Codable, Hashable, Sendable {
  package var medication: Medication
  /// FHIR `medicationdispense-status`.
  package var status: String
  package var handedOver: PartialDate?
  package var prepared: PartialDate?
  package var quantity: Quantity?
  package var daysSupply: Quantity?
  package var dosages: [String]
  package var performers: [RecordReference]
  package var prescriptions: [RecordReference]
  package var notes: [String]

  package init(medication: Medication, status: String) {
    self.medication = medication
    self.status = status
    dosages = []
    performers = []
    prescriptions = []
    notes = []
  }

  package var date: PartialDate? {
    handedOver ?? prepared
  }
}

/// A medicine the person takes, has taken or is to take (no: legemiddelliste; FHIR
/// `MedicationStatement`).
package struct MedicationListEntry: Codable, Hashable, Sendable {
  /// FHIR `medication-statement-status`.
  package enum Status: String, Codable, Sendable {
    case active
    case completed
    case enteredInError = "entered-in-error"
    case intended
    case stopped
    case onHold = "on-hold"
    case unknown
    case notTaken = "not-taken"
  }

  package var medication: Medication
  package var status: Status
  package var effective: Period
  package var asserted: PartialDate?
  package var informationSource: RecordReference?
  package var dosages: [String]
  package var reasons: [CodeableConcept]
  package var notes: [String]

  package init(medication: Medication, status: Status) {
    self.medication = medication
    self.status = status
    effective = Period()
    dosages = []
    reasons = []
    notes = []
  }

  package var date: PartialDate? {
    effective.start ?? asserted ?? effective.end
  }
}
