import PortalCore

/// The codes of a concept, for those who look them up: the system's name where it is known.
enum CodeText {
  /// All codes in a line; nil where there is none.
  static func text(_ concept: CodeableConcept) -> String? {
    let codes = concept.codings.compactMap { coding -> String? in
      guard let code = coding.code else { return nil }
      guard let system = coding.system.flatMap({ names[$0] }) else { return code }
      return "\(system) \(code)"
    }
    return codes.isEmpty ? nil : codes.joined(separator: ", ")
  }

  // Proper names, the same in every language.
  private static let names: [String: String] = [
    CodeSystem.atc: "ATC", CodeSystem.snomed: "SNOMED CT", CodeSystem.loinc: "LOINC",
    CodeSystem.laboratory: "NLK", CodeSystem.icd10: "ICD-10", CodeSystem.icpc2: "ICPC-2",
    CodeSystem.sysvak: "SYSVAK", "http://hl7.org/fhir/sid/icd-10-no": "ICD-10",
    "http://hl7.org/fhir/sid/icd-10": "ICD-10", "http://hl7.org/fhir/sid/icpc-2": "ICPC-2",
    "http://hl7.org/fhir/sid/cvx": "CVX", "http://hl7.org/fhir/sid/ndc": "NDC",
    "http://www.nlm.nih.gov/research/umls/rxnorm": "RxNorm",
  ]
}
