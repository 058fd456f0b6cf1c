/// A medicine as a product or a substance (FHIR `Medication`).
package struct Medication: Codable, Hashable, Sendable {
  /// What it works by (no: virkestoff), with its strength as written.
  package struct ActiveSubstance: Codable, Hashable, Sendable {
    package var code: CodeableConcept
    package var strength: String?

    package init(code: CodeableConcept, strength: String? = nil) {
      self.code = code
      self.strength = strength
    }
  }

  package var code: CodeableConcept
  package var form: CodeableConcept?
  package var activeSubstances: [ActiveSubstance]
  package var manufacturer: RecordReference?
  /// kv 7421: A, B, C, CF, F, K.
  package var prescriptionGroup: CodeableConcept?

  package init(
    code: CodeableConcept,
    form: CodeableConcept? = nil,
    activeSubstances: [ActiveSubstance] = []
  ) {
    self.code = code
    self.form = form
    self.activeSubstances = activeSubstances
  }

  /// What a person reads: the product, else its substances.
  package var title: String? {
    if let title = code.title { return title }
    let names = activeSubstances.compactMap(\.code.title)
    return names.isEmpty ? nil : names.joined(separator: " + ")
  }
}
