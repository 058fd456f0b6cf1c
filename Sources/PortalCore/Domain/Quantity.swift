/// A measured amount (FHIR `Quantity`).
package struct Quantity: Codable, Hashable, Sendable {
  /// How the measured value stands to the true one (kv 8239; FHIR `quantity-comparator`).
  package enum Comparator: String, Codable, Sendable {
    case lessThan = "<"
    case atMost = "<="
    case atLeast = ">="
    case greaterThan = ">"
  }

  package var value: ExactDecimal?
  package var comparator: Comparator?
  /// As a person reads it; nil where there is none.
  package var unit: String?
  /// The code of the unit, and its system (UCUM as a rule).
  package var unitCode: String?
  package var unitSystem: String?

  package init(
    value: ExactDecimal?,
    comparator: Comparator? = nil,
    unit: String? = nil,
    unitCode: String? = nil,
    unitSystem: String? = nil
  ) {
    self.value = value
    self.comparator = comparator
    self.unit = unit
    self.unitCode = unitCode
    self.unitSystem = unitSystem
  }
}

/// The values a laboratory expects in most healthy people (no: referanseområde); always the
/// report's own, never a table's (FHIR `Observation.referenceRange`).
package struct ReferenceRange: Codable, Hashable, Sendable {
  package var low: Quantity?
  package var high: Quantity?
  package var text: String?
  /// What the range is for, where it is not the normal one.
  package var type: CodeableConcept?
  package var appliesTo: [CodeableConcept]

  package init(
    low: Quantity? = nil,
    high: Quantity? = nil,
    text: String? = nil,
    type: CodeableConcept? = nil,
    appliesTo: [CodeableConcept] = []
  ) {
    self.low = low
    self.high = high
    self.text = text
    self.type = type
    self.appliesTo = appliesTo
  }
}
