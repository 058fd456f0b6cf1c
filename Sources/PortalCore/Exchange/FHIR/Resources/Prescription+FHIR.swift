extension Prescription {
  /// Reads a MedicationRequest: https://hl7.org/fhir/R4/medicationrequest.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    self.init(
      medication: try resource.medication(),
      status: try node.string("status").flatMap(Status.init) ?? .unknown
    )
    statusReason = try node.concept("statusReason")
    intent = try node.string("intent")
    authoredOn = try node.date("authoredOn")
    prescriber = try resource.reference("requester")
    dosages = try node.dosages("dosageInstruction")
    reasons = try resource.reasons()
    notes = try node.notes("note")
    group = try Prescription.group(node) ?? medication.prescriptionGroup
    if let dispensing = try node.object("dispenseRequest") {
      quantity = try dispensing.quantity("quantity")
      repeatsAllowed = try dispensing.integer("numberOfRepeatsAllowed")
      validity = try dispensing.period("validityPeriod") ?? Period()
    }
    if let substitution = try node.object("substitution") {
      isSubstitutionAllowed = try Prescription.isAllowed(substitution)
    }
  }

  private static func isAllowed(_ substitution: JSONNode) throws(ImpossibleValue) -> Bool? {
    if let boolean = try substitution.boolean("allowedBoolean") { return boolean }
    let concept = try substitution.concept("allowedCodeableConcept")
    // Of the codes of HL7's substanceAdminSubstitution only N forbids.
    guard let code = concept?.code(in: substitutionSystem) else { return nil }
    return code != "N"
  }

  /// The Norwegian group (kv 7421).
  ///
  /// The profile has it on the Medication, in an extension within
  /// the extension; some senders put it on the request itself.
  static func group(_ node: JSONNode) throws(ImpossibleValue) -> CodeableConcept? {
    for url in groupExtensions {
      guard let outer = node.extended(url) else { continue }
      let found = outer.extended("prescriptiongroup") ?? outer
      if let concept = try found.concept("valueCodeableConcept") { return concept }
      if let value = try found.object("valueCoding"), let coding = try Coding(reading: value) {
        return CodeableConcept(codings: [coding])
      }
    }
    return nil
  }

  private static let substitutionSystem =
    "http://terminology.hl7.org/CodeSystem/v3-substanceAdminSubstitution"

  private static let groupExtensions = [
    "http://hl7.no/fhir/StructureDefinition/no-basis-prescriptiongroup",
    "http://hl7.no/fhir/ig/StructureDefinition/no-basis-prescriptiongroup",
  ]
}

extension FHIRResource {
  /// `reasonCode` and what `reasonReference` leads to, in words.
  func reasons() throws(ImpossibleValue) -> [CodeableConcept] {
    var reasons = try node.concepts("reasonCode")
    for reference in try node.objects("reasonReference") {
      if let concept = target(of: reference)?.code {
        reasons.append(concept)
      } else if let display = try reference.string("display") {
        reasons.append(CodeableConcept(text: display))
      }
    }
    return reasons
  }
}
