/// Why somebody looks at a record (HL7 v3 `PurposeOfUse`).
package enum PurposeOfUse: String, Codable, Sendable {
  /// Treatment.
  case treatment = "TREAT"
  /// The person themselves asks.
  case patientRequest = "PATRQT"
  /// A relative asks, by parental responsibility.
  case familyRequest = "FAMRQT"
  /// Somebody with a right to act for the person.
  case powerOfAttorney = "PWATRNY"
}

/// Who looked at a record and on what ground, as the national trust framework has it (FHIR
/// `AuditEvent`; `rules.md` 2.11).
///
/// Holds the names of that time. When, and by which grant, stand in the line itself.
package struct AccessReader: Codable, Hashable, Sendable {
  package var name: String?
  /// The number in the register of health personnel (no: HPR-nummer).
  package var personnelNumber: String?
  /// doctor, nurse, reception (no: autorisasjon).
  package var authorisation: StaffMember.Work?
  /// The legal entity, and where in it the person is treated (no: virksomhet, behandlingssted).
  package var organisation: String?
  package var organisationNumber: String?
  package var department: String?
  /// What the care relation is about (no: helsetjeneste).
  package var healthService: String?
  package var purpose: PurposeOfUse
  /// More about why, in words (no: begrunnelse for innsyn).
  package var purposeDetail: String?

  package init(name: String? = nil, purpose: PurposeOfUse) {
    self.name = name
    self.purpose = purpose
  }
}
