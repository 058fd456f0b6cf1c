/// A number or name by which somebody knows a thing (FHIR `Identifier`).
package struct Identifier: Codable, Hashable, Sendable {
  package var system: String?
  package var value: String
  package var type: CodeableConcept?
  /// FHIR `identifier-use`: usual, official, temp, secondary, old.
  package var use: String?

  package init(
    system: String? = nil,
    value: String,
    type: CodeableConcept? = nil,
    use: String? = nil
  ) {
    self.system = system
    self.value = value
    self.type = type
    self.use = use
  }
}

/// A pointer to another record, or to somebody who is not in the store (FHIR `Reference`).
package struct RecordReference: Codable, Hashable, Sendable {
  /// The record in the same journal, where the reference led to one.
  package var record: RecordID?
  /// What a person reads.
  package var display: String?
  package var identifier: Identifier?
  /// As it was written, where it led nowhere.
  package var dangling: String?

  package init(
    record: RecordID? = nil,
    display: String? = nil,
    identifier: Identifier? = nil,
    dangling: String? = nil
  ) {
    self.record = record
    self.display = display
    self.identifier = identifier
    self.dangling = dangling
  }
}

/// From one date to another; either end may be open (FHIR `Period`).
package struct Period: Codable, Hashable, Sendable {
  package var start: PartialDate?
  package var end: PartialDate?

  package init(start: PartialDate? = nil, end: PartialDate? = nil) {
    self.start = start
    self.end = end
  }
}
