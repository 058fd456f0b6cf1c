extension HealthCondition {
  /// Reads a Condition: https://hl7.org/fhir/R4/condition.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    self.init(code: try resource.conceptOrNarrative("code"))
    clinicalStatus = try node.statusCode("clinicalStatus")
    verificationStatus = try node.statusCode("verificationStatus")
    categories = try node.concepts("category")
    severity = try node.concept("severity")
    bodySites = try node.concepts("bodySite")
    (onset, onsetText) = try node.onset("onset")
    (abatement, abatementText) = try node.onset("abatement")
    recorded = try node.date("recordedDate")
    recorder = try resource.reference("recorder")
    notes = try node.notes("note")
  }
}
