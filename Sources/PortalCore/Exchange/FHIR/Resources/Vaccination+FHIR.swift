extension Vaccination {
  /// Reads an Immunization: https://hl7.org/fhir/R4/immunization.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    self.init(
      vaccine: try resource.conceptOrNarrative("vaccineCode"),
      status: try node.string("status").flatMap(Status.init) ?? .unknown
    )
    statusReason = try node.concept("statusReason")
    occurrence = try node.date("occurrenceDateTime")
    occurrenceText = try node.string("occurrenceString")
    manufacturer = try resource.reference("manufacturer")
    lotNumber = try node.string("lotNumber")
    site = try node.concept("site")
    location = try resource.reference("location")
    performers = try resource.actors("performer")
    notes = try node.notes("note")
    for reason in try node.concepts("subpotentReason") {
      if let title = reason.title { notes.append(title) }
    }
    try readProtocols(node)
  }

  private mutating func readProtocols(_ node: JSONNode) throws(ImpossibleValue) {
    var doses: [String] = []
    var series: [String] = []
    for application in try node.objects("protocolApplied") {
      targetDiseases += try application.concepts("targetDisease")
      if let dose = try Vaccination.number("doseNumber", application) { doses.append(dose) }
      if let count = try Vaccination.number("seriesDoses", application) { series.append(count) }
    }
    doseNumber = Vaccination.joined(doses)
    seriesDoses = Vaccination.joined(series)
  }

  private static func number(_ name: String, _ node: JSONNode) throws(ImpossibleValue) -> String? {
    if let number = try node.integer(name + "PositiveInt") { return String(number) }
    return try node.string(name + "String")
  }

  /// One number where all protocols agree, else each.
  private static func joined(_ numbers: [String]) -> String? {
    var distinct: [String] = []
    for number in numbers where !distinct.contains(number) {
      distinct.append(number)
    }
    return distinct.isEmpty ? nil : distinct.joined(separator: " / ")
  }
}
