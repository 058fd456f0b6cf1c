extension Dispensing {
  /// Reads a MedicationDispense: https://hl7.org/fhir/R4/medicationdispense.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    self.init(
      medication: try resource.medication(),
      status: try node.string("status") ?? "unknown"
    )
    handedOver = try node.date("whenHandedOver")
    prepared = try node.date("whenPrepared")
    quantity = try node.quantity("quantity")
    daysSupply = try node.quantity("daysSupply")
    dosages = try node.dosages("dosageInstruction")
    performers = try resource.actors("performer")
    prescriptions = try resource.references("authorizingPrescription")
    notes = try node.notes("note")
  }
}
