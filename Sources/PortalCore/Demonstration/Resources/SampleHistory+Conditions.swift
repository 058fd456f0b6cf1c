/// A diagnosis of the sample data.
struct SampleDiagnosis: Sendable {
  /// Which code system the one who made it uses.
  enum System: Sendable {
    case generalPractice
    case hospital
  }

  let name: String
  let code: String
  let system: System
  /// When it began: a year is enough.
  let onset: String
  let recorded: SampleMoment
  var ended: SampleMoment?
  var note: String?

  init(
    _ name: String,
    _ code: String,
    _ system: System = .generalPractice,
    since onset: String,
    recorded: SampleMoment,
    ended: SampleMoment? = nil,
    note: String? = nil
  ) {
    self.name = name
    self.code = code
    self.system = system
    self.onset = onset
    self.recorded = recorded
    self.ended = ended
    self.note = note
  }
}

extension SampleHistory {
  /// Adds a diagnosis, and that it is over where it is.
  mutating func diagnose(
    _ diagnosis: SampleDiagnosis,
    by recorder: SampleJSON,
    label: WithholdingCode? = nil
  ) {
    add(condition(diagnosis, by: recorder, label, isOver: false), known: diagnosis.recorded)
    if let ended = diagnosis.ended {
      add(condition(diagnosis, by: recorder, label, isOver: true), known: ended)
    }
  }

  private func condition(
    _ diagnosis: SampleDiagnosis,
    by recorder: SampleJSON,
    _ label: WithholdingCode?,
    isOver: Bool
  ) -> SampleResource {
    let system =
      switch diagnosis.system {
      case .generalPractice: CodeSystem.icpc2
      case .hospital: CodeSystem.icd10
      }
    return SampleResource(
      "Condition",
      at: address("condition/\(diagnosis.name)/\(diagnosis.recorded.text)"),
      [
        "meta": label.map(SampleHistory.security),
        "clinicalStatus": .code("condition-clinical", isOver ? "resolved" : "active"),
        "verificationStatus": .code("condition-ver-status", "confirmed"),
        "code": ["coding": [.coding(system, diagnosis.code, diagnosis.name)]],
        "subject": subject,
        "onsetDateTime": .text(diagnosis.onset),
        "abatementDateTime": isOver ? diagnosis.ended?.day.json : nil,
        "recordedDate": diagnosis.recorded.json,
        "recorder": recorder,
        "note": .notes(diagnosis.note),
      ]
    )
  }

  /// The `meta` of a resource that is kept from somebody (kv 9603).
  static func security(_ label: WithholdingCode) -> SampleJSON {
    ["security": [.coding(CodeSystem.withholding, label.rawValue)]]
  }
}

/// An allergy of the sample data.
struct SampleAllergy: Sendable {
  let name: String
  var coding: SampleJSON?
  /// FHIR `allergy-intolerance-category`.
  let category: String
  /// FHIR `allergy-intolerance-criticality`.
  let criticality: String
  let recorded: SampleMoment
  let onset: String?
  /// What happened, with a code where it is known for certain.
  let manifestations: [SampleJSON]
  /// FHIR `reaction-event-severity`.
  let severity: String
  var note: String?
}

extension SampleHistory {
  /// Adds an allergy.
  mutating func note(_ allergy: SampleAllergy, by recorder: SampleJSON) {
    let resource = SampleResource(
      "AllergyIntolerance",
      at: address("allergy/\(allergy.name)"),
      [
        "clinicalStatus": .code("allergyintolerance-clinical", "active"),
        "verificationStatus": .code("allergyintolerance-verification", "confirmed"),
        "type": "allergy",
        "category": [.text(allergy.category)],
        "criticality": .text(allergy.criticality),
        "code": .concept(allergy.name, allergy.coding),
        "patient": subject,
        "onsetDateTime": allergy.onset.map { .text($0) },
        "recordedDate": allergy.recorded.json,
        "recorder": recorder,
        "note": .notes(allergy.note),
        "reaction": [
          [
            "manifestation": .list(allergy.manifestations),
            "severity": .text(allergy.severity),
          ]
        ],
      ]
    )
    add(resource, known: allergy.recorded)
  }
}
