extension MedicationListEntry {
  /// Reads a MedicationStatement: https://hl7.org/fhir/R4/medicationstatement.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    self.init(
      medication: try resource.medication(),
      status: try node.string("status").flatMap(Status.init) ?? .unknown
    )
    effective = try node.moment("effective")
    asserted = try node.date("dateAsserted")
    informationSource = try resource.reference("informationSource")
    dosages = try node.dosages("dosage")
    reasons = try resource.reasons()
    notes = try node.notes("note")
  }
}
