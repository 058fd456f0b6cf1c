import PortalCore

/// A code that stands where a record would stand, and says that there is none or that nothing is
/// known (IPS `absent-unknown-uv-ips`).
///
/// Never shown as a diagnosis or a medicine of that name.
enum AbsentStatement: String, CaseIterable, Sendable {
  case noAllergyInformation = "no-allergy-info"
  case noKnownAllergies = "no-known-allergies"
  case noKnownMedicationAllergies = "no-known-medication-allergies"
  case noKnownEnvironmentalAllergies = "no-known-environmental-allergies"
  case noKnownFoodAllergies = "no-known-food-allergies"
  case noMedicationInformation = "no-medication-info"
  case noKnownMedications = "no-known-medications"
  case noProblemInformation = "no-problem-info"
  case noKnownProblems = "no-known-problems"
  case noImmunizationInformation = "no-immunization-info"
  case noKnownImmunizations = "no-known-immunizations"

  /// Nil where a concept names something that is there.
  init?(_ concept: CodeableConcept) {
    for coding in concept.codings {
      guard let code = coding.code else { continue }
      if let statement = AbsentStatement(rawValue: code) {
        self = statement
        return
      }
      if coding.system == CodeSystem.snomed, let statement = Self.snomed[code] {
        self = statement
        return
      }
    }
    return nil
  }

  /// The situations of SNOMED CT that say the same.
  private static let snomed: [String: AbsentStatement] = [
    "716186003": .noKnownAllergies, "409137002": .noKnownMedicationAllergies,
    "428607008": .noKnownEnvironmentalAllergies, "429625007": .noKnownFoodAllergies,
    "160245001": .noKnownProblems,
  ]
}
