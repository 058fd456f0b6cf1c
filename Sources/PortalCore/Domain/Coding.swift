/// A code of a code system (FHIR `Coding`).
package struct Coding: Codable, Hashable, Sendable {
  package var system: String?
  package var code: String?
  package var display: String?

  package init(system: String? = nil, code: String? = nil, display: String? = nil) {
    self.system = system
    self.code = code
    self.display = display
  }
}

/// A concept by words, by codes, or by both (FHIR `CodeableConcept`).
package struct CodeableConcept: Codable, Hashable, Sendable {
  package var text: String?
  package var codings: [Coding]

  package init(text: String? = nil, codings: [Coding] = []) {
    self.text = text
    self.codings = codings
  }

  /// What a person reads: the words, else the first display, else the first code; nil where there
  /// is nothing.
  package var title: String? {
    text ?? codings.lazy.compactMap(\.display).first ?? codings.lazy.compactMap(\.code).first
  }

  /// The code in a system, where it has one.
  package func code(in system: String) -> String? {
    codings.first { $0.system == system }?.code
  }
}

/// Names of the code and identifier systems that the portal itself knows (`fhir.md` 2 and 3).
package enum CodeSystem {
  package static let atc = "http://www.whocc.no/atc"
  package static let snomed = "http://snomed.info/sct"
  package static let loinc = "http://loinc.org"
  package static let unitsOfMeasure = "http://unitsofmeasure.org"
  package static let laboratory = "urn:oid:2.16.578.1.12.4.1.1.7280"
  package static let icd10 = "urn:oid:2.16.578.1.12.4.1.1.7110"
  package static let icpc2 = "urn:oid:2.16.578.1.12.4.1.1.7170"
  package static let sysvak = "urn:oid:2.16.578.1.12.4.1.1.9501"
  package static let laboratoryFlag = "urn:oid:2.16.578.1.12.4.1.1.8244"
  package static let prescriptionGroup = "urn:oid:2.16.578.1.12.4.1.1.7421"
  package static let appointmentType = "urn:oid:2.16.578.1.12.4.1.1.7617"
  package static let cancellationReason = "urn:oid:2.16.578.1.12.4.1.1.7621"
  package static let withholding = "urn:oid:2.16.578.1.12.4.1.1.9603"
  package static let birthNumber = "urn:oid:2.16.578.1.12.4.1.4.1"
  package static let dNumber = "urn:oid:2.16.578.1.12.4.1.4.2"
  package static let sharedHelpNumber = "urn:oid:2.16.578.1.12.4.1.4.3"
  package static let practitionerNumber = "urn:oid:2.16.578.1.12.4.1.4.4"
  package static let organisationNumber = "urn:oid:2.16.578.1.12.4.1.4.101"
  package static let communicationParty = "urn:oid:2.16.578.1.12.4.1.2"
}
