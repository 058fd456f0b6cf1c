extension Practitioner {
  /// Reads a Practitioner: https://hl7.org/fhir/R4/practitioner.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    self.init(
      names: try node.names("name"),
      identifiers: try node.identifiers("identifier")
    )
    telecoms = try node.telecoms("telecom")
    for qualification in try node.objects("qualification") {
      if let code = try qualification.concept("code") { qualifications.append(code) }
    }
  }
}

extension PractitionerRole {
  /// Reads a PractitionerRole: https://hl7.org/fhir/R4/practitionerrole.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    self.init(
      practitioner: try resource.reference("practitioner"),
      organization: try resource.reference("organization")
    )
    roles = try node.concepts("code")
    specialties = try node.concepts("specialty")
    telecoms = try node.telecoms("telecom")
    period = try node.period("period") ?? Period()
  }
}

extension Organization {
  /// Reads an Organization: https://hl7.org/fhir/R4/organization.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    let aliases = try node.strings("alias")
    self.init(
      name: try node.string("name") ?? aliases.first,
      identifiers: try node.identifiers("identifier")
    )
    types = try node.concepts("type")
    telecoms = try node.telecoms("telecom")
    addresses = try node.addresses("address")
    partOf = try resource.reference("partOf")
  }
}
