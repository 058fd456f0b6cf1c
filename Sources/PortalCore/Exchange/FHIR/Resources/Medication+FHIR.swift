extension FHIRResource {
  /// The medicine of `medication[x]`: the concept, or what the reference leads to.
  ///
  /// A reference that leads nowhere gives its display, its identifier or, to have something to
  /// show, its text.
  func medication() throws(ImpossibleValue) -> Medication {
    if let concept = try node.concept("medicationCodeableConcept") {
      return Medication(code: concept)
    }
    guard let reference = try node.object("medicationReference") else {
      return Medication(code: CodeableConcept(text: narrativeLine))
    }
    let display = try reference.string("display")
    if let found = try referredMedication(reference) {
      guard found.title == nil else { return found }
      var medication = found
      medication.code.text = display
      return medication
    }
    let identifier = reference["identifier"]?["value"]?.text
    let text = try reference.string("reference")
    return Medication(code: CodeableConcept(text: display ?? identifier ?? text))
  }

  /// The Medication that a reference leads to; nil also where an entry of the file is none that can
  /// be read, which is told of that entry.
  private func referredMedication(
    _ reference: JSONNode
  ) throws(ImpossibleValue) -> Medication? {
    guard let target = target(of: reference), target.type == "Medication" else { return nil }
    guard let entry = target.entry else {
      return try Medication(reading: FHIRResource(contained: target.node, in: self))
    }
    return context.medications[context.identities.representative(of: entry)]
  }
}

extension Medication {
  /// Reads a Medication: https://hl7.org/fhir/R4/medication.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    self.init(
      code: try resource.conceptOrNarrative("code"),
      form: try node.concept("form")
    )
    for url in Medication.classification {
      if let concept = try node.extended(url)?.concept("valueCodeableConcept") {
        code.codings += concept.codings.filter { !code.codings.contains($0) }
      }
    }
    for ingredient in try node.objects("ingredient") {
      let referred = try resource.item(of: ingredient)
      guard let concept = try ingredient.concept("itemCodeableConcept") ?? referred else {
        continue
      }
      let strength = try ingredient.object("strength")
      activeSubstances.append(
        ActiveSubstance(code: concept, strength: try strength?.ratioText())
      )
    }
    manufacturer = try resource.reference("manufacturer")
    prescriptionGroup = try Prescription.group(node)
  }

  /// Where the Norwegian hospitals' medicine data keep the ATC code.
  private static let classification = [
    "http://hl7.no/fhir/ig/lmdi/StructureDefinition/legemiddel-classification"
  ]
}

extension FHIRResource {
  /// What an ingredient's reference leads to, by its code.
  fileprivate func item(of ingredient: JSONNode) throws(ImpossibleValue) -> CodeableConcept? {
    guard let reference = try ingredient.object("itemReference") else { return nil }
    if let concept = target(of: reference)?.code { return concept }
    let display = try reference.string("display")
    return display.map { CodeableConcept(text: $0) }
  }
}

extension JSONNode {
  /// A Ratio in one line: `500 mg / 1 tablet`.
  fileprivate func ratioText() throws(ImpossibleValue) -> String? {
    let parts = [try quantity("numerator"), try quantity("denominator")].compactMap { $0?.inline }
    return parts.isEmpty ? nil : parts.joined(separator: " / ")
  }
}
