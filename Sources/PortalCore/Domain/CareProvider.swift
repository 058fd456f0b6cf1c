/// Somebody who works in health care (no: helsepersonell; FHIR `Practitioner`).
package struct Practitioner: Codable, Hashable, Sendable {
  package var names: [HumanName]
  package var identifiers: [Identifier]
  package var telecoms: [ContactPoint]
  package var qualifications: [CodeableConcept]

  package init(names: [HumanName] = [], identifiers: [Identifier] = []) {
    self.names = names
    self.identifiers = identifiers
    telecoms = []
    qualifications = []
  }

  package var displayName: String? {
    names.lazy.compactMap(\.display).first
  }
}

/// What somebody does for an organisation (FHIR `PractitionerRole`).
package struct PractitionerRole: Codable, Hashable, Sendable {
  package var practitioner: RecordReference?
  package var organization: RecordReference?
  package var roles: [CodeableConcept]
  package var specialties: [CodeableConcept]
  package var telecoms: [ContactPoint]
  package var period: Period

  package init(practitioner: RecordReference? = nil, organization: RecordReference? = nil) {
    self.practitioner = practitioner
    self.organization = organization
    roles = []
    specialties = []
    telecoms = []
    period = Period()
  }
}

/// A practice, a hospital, a laboratory (no: legekontor, virksomhet; FHIR `Organization`).
package struct Organization: Codable, Hashable, Sendable {
  package var name: String?
  package var identifiers: [Identifier]
  package var types: [CodeableConcept]
  package var telecoms: [ContactPoint]
  package var addresses: [String]
  package var partOf: RecordReference?

  package init(name: String? = nil, identifiers: [Identifier] = []) {
    self.name = name
    self.identifiers = identifiers
    types = []
    telecoms = []
    addresses = []
  }
}
