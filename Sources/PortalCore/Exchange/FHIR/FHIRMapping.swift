// The table of FHIR types that become records of their own kind, and what all of them carry.
extension FHIRResource {
  /// The record's content; nil for a resource that is not interpreted.
  func mapped(type: String) throws(ImpossibleValue) -> RecordContent? {
    if try isModified() { return nil }
    if let medication = context.medications[entry] { return .medication(medication) }
    return switch type {
    case "Observation": .testResult(try TestResult(reading: self))
    case "DiagnosticReport": .resultReport(try ResultReport(reading: self))
    case "MedicationRequest": .prescription(try Prescription(reading: self))
    case "MedicationDispense": .dispensing(try Dispensing(reading: self))
    case "MedicationStatement": .medicationListEntry(try MedicationListEntry(reading: self))
    case "Medication": .medication(try Medication(reading: self))
    case "Immunization": .vaccination(try Vaccination(reading: self))
    case "AllergyIntolerance": .allergy(try Allergy(reading: self))
    case "Condition": .healthCondition(try HealthCondition(reading: self))
    case "Composition": .document(try RecordDocument(reading: self))
    case "Communication": .message(try Message(reading: self))
    case "Appointment": try Appointment(reading: self).map { .appointment($0) }
    case "Practitioner": .practitioner(try Practitioner(reading: self))
    case "PractitionerRole": .practitionerRole(try PractitionerRole(reading: self))
    case "Organization": .organization(try Organization(reading: self))
    default: nil
    }
  }

  /// Whether an element turns the meaning of the whole around, which the record could not say.
  ///
  /// Extensions that modify must not be passed over
  /// (https://hl7.org/fhir/R4/extensibility.html#modifierExtension); neither must a request not to
  /// give a medicine, unless it has ended and so is read as what is not to be taken anyway.
  private func isModified() throws(ImpossibleValue) -> Bool {
    if node.element("modifierExtension") != nil { return true }
    guard try node.boolean("doNotPerform") == true else { return false }
    return !["stopped", "cancelled", "entered-in-error"].contains(try node.string("status"))
  }

  /// Codes of kv 9603 in `meta.security`; one that cannot be read does not hide the others.
  var labels: [WithholdingCode] {
    var labels: [WithholdingCode] = []
    for node in node["meta"]?["security"]?.elements.map(\.self) ?? [] where node.kind == .object {
      guard let coding = try? Coding(reading: node), coding.system == CodeSystem.withholding,
        let code = coding.code, let label = FHIRResource.label(code), !labels.contains(label)
      else { continue }
      labels.append(label)
    }
    return labels
  }

  /// A label may only narrow who sees a record: a newer code is taken for the nearest known one.
  private static func label(_ code: String) -> WithholdingCode? {
    if let label = WithholdingCode(rawValue: code) { return label }
    if code.hasPrefix("NORN") { return .other }
    if code.hasPrefix("NORU") { return .delayed }
    return code.hasPrefix("NORS") ? .barredForStaff : nil
  }
}
