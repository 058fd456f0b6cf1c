extension Allergy {
  /// Reads an AllergyIntolerance: https://hl7.org/fhir/R4/allergyintolerance.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    self.init(code: try resource.conceptOrNarrative("code"))
    clinicalStatus = try node.statusCode("clinicalStatus")
    verificationStatus = try node.statusCode("verificationStatus")
    type = try node.string("type")
    categories = try node.strings("category")
    criticality = try node.string("criticality")
    (onset, onsetText) = try node.onset("onset")
    recorded = try node.date("recordedDate")
    lastOccurrence = try node.date("lastOccurrence")
    recorder = try resource.reference("recorder")
    notes = try node.notes("note")
    for reaction in try node.objects("reaction") {
      reactions.append(try Reaction(reading: reaction))
    }
  }
}

extension Allergy.Reaction {
  fileprivate init(reading node: JSONNode) throws(ImpossibleValue) {
    self.init(
      manifestations: try node.concepts("manifestation"),
      severity: try node.string("severity")
    )
    substance = try node.concept("substance")
    onset = try node.date("onset")
    let notes = try node.notes("note")
    text = try node.string("description") ?? notes.first
  }
}

extension JSONNode {
  /// A choice as `onset[x]` is: a date where one stands, else what is said of it in figures and
  /// words (an age, a range of ages, a text).
  func onset(_ name: String) throws(ImpossibleValue) -> (date: PartialDate?, text: String?) {
    if let date = try date(name + "DateTime") { return (date, nil) }
    if let period = try period(name + "Period") {
      guard let start = period.start else { return (nil, period.end.map { "≤ " + $0.text }) }
      return (start, period.end.map { start.text + " - " + $0.text })
    }
    if let age = try quantity(name + "Age") { return (nil, age.inline) }
    if let range = try object(name + "Range") { return (nil, try range.rangeText()) }
    return (nil, try string(name + "String"))
  }
}
