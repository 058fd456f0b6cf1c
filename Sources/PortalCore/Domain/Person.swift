/// The citizen whose record it is (no: innbygger; FHIR `Patient`).
package struct Person: Codable, Hashable, Sendable {
  /// The store's own name for a person: 26 characters of a-z and 0-9, random; it says nothing.
  package struct ID: Hashable, Sendable {
    package let text: String

    /// Nil unless the text has the shape of one.
    package init?(_ text: String) {
      guard text.utf8.count == 26, text.utf8.allSatisfy(RecordID.isAllowed) else { return nil }
      self.text = text
    }
  }

  /// The id of the one record in every journal that says who the person is.
  package static let recordID = RecordID(bytes: Array("person-of-this-journal".utf8))

  package var names: [HumanName]
  package var identifiers: [Identifier]
  package var birthDate: PartialDate?
  /// FHIR `administrative-gender`: female, male, other, unknown.
  package var gender: String?
  package var isDeceased: Bool?
  package var deceasedDate: PartialDate?
  package var addresses: [String]
  package var telecoms: [ContactPoint]
  /// Languages of communication, the preferred first.
  package var languages: [CodeableConcept]
  package var maritalStatus: CodeableConcept?
  package var generalPractitioners: [RecordReference]
  package var contacts: [ContactPerson]
  /// Whether the address is kept secret (no: adressesperre, kode 6 and 7); nil where nobody says so.
  package var hasUnlistedAddress: Bool?
  /// How the person themselves says that they are to be reached; no file says this.
  package var own: OwnContact?

  package init(names: [HumanName] = [], identifiers: [Identifier] = []) {
    self.names = names
    self.identifiers = identifiers
    addresses = []
    telecoms = []
    languages = []
    generalPractitioners = []
    contacts = []
  }

  /// The name to call them by: official, else usual, else the first; nil where there is none.
  package var displayName: String? {
    let inOrder = ["official", "usual", nil]
    for use in inOrder {
      if let name = names.first(where: { $0.use == use && $0.display != nil }) {
        return name.display
      }
    }
    return names.lazy.compactMap(\.display).first
  }

  package var hasDied: Bool { isDeceased == true || deceasedDate != nil }

  /// The national number where one of the identifiers is a valid one of a Norwegian system.
  package var nationalIdentityNumber: NationalIdentityNumber? {
    let systems = [CodeSystem.birthNumber, CodeSystem.dNumber, CodeSystem.sharedHelpNumber]
    return identifiers.lazy
      .filter { systems.contains($0.system ?? "") }
      .compactMap { NationalIdentityNumber($0.value) }
      .first
  }
}

extension Person.ID: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = Person.ID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a person's id")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// A name of a human being (FHIR `HumanName`).
package struct HumanName: Codable, Hashable, Sendable {
  package var use: String?
  package var text: String?
  package var given: [String]
  package var family: String?

  package init(use: String? = nil, text: String? = nil, given: [String] = [], family: String? = nil)
  {
    self.use = use
    self.text = text
    self.given = given
    self.family = family
  }

  /// As a person reads it: the text, else given names and family name.
  package var display: String? {
    if let text, !text.isEmpty { return text }
    let parts = given + (family.map { [$0] } ?? [])
    let joined = parts.filter { !$0.isEmpty }.joined(separator: " ")
    return joined.isEmpty ? nil : joined
  }
}

/// A telephone number, an address for electronic mail and the like (FHIR `ContactPoint`).
package struct ContactPoint: Codable, Hashable, Sendable {
  /// phone, fax, email, pager, url, sms, other.
  package var system: String?
  package var value: String
  package var use: String?

  package init(system: String? = nil, value: String, use: String? = nil) {
    self.system = system
    self.value = value
    self.use = use
  }
}

/// Somebody to reach about a person (no: pårørende, kontaktperson; FHIR `Patient.contact`).
package struct ContactPerson: Codable, Hashable, Sendable {
  package var name: String?
  package var relationships: [CodeableConcept]
  package var telecoms: [ContactPoint]

  package init(
    name: String? = nil,
    relationships: [CodeableConcept] = [],
    telecoms: [ContactPoint] = []
  ) {
    self.name = name
    self.relationships = relationships
    self.telecoms = telecoms
  }
}
