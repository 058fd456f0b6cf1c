extension Person {
  /// Reads a Patient: https://hl7.org/fhir/R4/patient.html, with the Norwegian basis profile.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    self.init(
      names: try node.names("name"),
      identifiers: try node.identifiers("identifier")
    )
    birthDate = try node.date("birthDate")
    gender = try node.string("gender")
    isDeceased = try node.boolean("deceasedBoolean")
    deceasedDate = try node.date("deceasedDateTime")
    if deceasedDate != nil { isDeceased = true }
    addresses = try node.addresses("address")
    telecoms = try node.telecoms("telecom")
    maritalStatus = try node.concept("maritalStatus")
    languages = try Person.languages(node)
    generalPractitioners = try resource.references("generalPractitioner")
    contacts = try Person.contacts(node)
  }

  /// What a reference to a Patient who is not in the file says of them.
  init(referredToBy reference: JSONNode) {
    self.init()
    if let display = reference["display"]?.text, !display.isEmpty {
      names = [HumanName(text: display)]
    }
    if let node = reference.element("identifier"), node.kind == .object,
      let identifier = try? Identifier(reading: node)
    {
      identifiers = [identifier]
    }
  }

  /// Languages of communication, the preferred first.
  private static func languages(_ node: JSONNode) throws(ImpossibleValue) -> [CodeableConcept] {
    var preferred: [CodeableConcept] = []
    var others: [CodeableConcept] = []
    for communication in try node.objects("communication") {
      guard let language = try communication.concept("language") else { continue }
      if try communication.boolean("preferred") == true {
        preferred.append(language)
      } else {
        others.append(language)
      }
    }
    return preferred + others
  }

  private static func contacts(_ node: JSONNode) throws(ImpossibleValue) -> [ContactPerson] {
    var contacts: [ContactPerson] = []
    for contact in try node.objects("contact") {
      var name: HumanName?
      if let node = try contact.object("name") { name = try HumanName(reading: node) }
      let person = ContactPerson(
        name: name?.display ?? contact["organization"]?["display"]?.text,
        relationships: try contact.concepts("relationship"),
        telecoms: try contact.telecoms("telecom")
      )
      contacts.append(person)
    }
    return contacts
  }
}
