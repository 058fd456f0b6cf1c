extension TestResult {
  /// Reads an Observation: https://hl7.org/fhir/R4/observation.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    self.init(
      code: try resource.conceptOrNarrative("code"),
      status: try node.string("status").flatMap(Status.init) ?? .unknown
    )
    categories = try node.concepts("category")
    effective = try TestResult.effective(node)
    issued = try node.date("issued")
    value = try ObservedValue(reading: node)
    interpretations = try node.concepts("interpretation")
    referenceRanges = try node.referenceRanges("referenceRange")
    for component in try node.objects("component") {
      components.append(try Component(reading: component))
    }
    members = try resource.references("hasMember")
    notes = try node.notes("note")
    method = try node.concept("method")
    specimen = try resource.reference("specimen")
    bodySite = try node.concept("bodySite")
    performers = try resource.references("performer")
  }

  /// `effective[x]`; of a Timing the events, the first and the last.
  private static func effective(_ node: JSONNode) throws(ImpossibleValue) -> Period {
    guard let timing = try node.object("effectiveTiming") else {
      return try node.moment("effective")
    }
    var events: [PartialDate] = []
    for event in try timing.list("event") {
      guard let date = event.text.flatMap({ PartialDate($0) }) else {
        throw ImpossibleValue(node: event)
      }
      events.append(date)
    }
    return Period(start: events.min(), end: events.count > 1 ? events.max() : nil)
  }
}

extension TestResult.Component {
  fileprivate init(reading node: JSONNode) throws(ImpossibleValue) {
    self.init(
      code: try node.concept("code") ?? CodeableConcept(),
      value: try ObservedValue(reading: node),
      interpretations: try node.concepts("interpretation"),
      referenceRanges: try node.referenceRanges("referenceRange")
    )
  }
}
