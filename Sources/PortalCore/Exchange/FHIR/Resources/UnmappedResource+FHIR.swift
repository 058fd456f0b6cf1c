extension UnmappedResource {
  /// Reads what can be said in a line of a resource of any type; never throws, since nothing in
  /// it is interpreted.
  init(reading resource: FHIRResource, type: String) {
    let node = resource.node
    self.init(resourceType: type)
    title = UnmappedResource.title(node)
    date = UnmappedResource.date(node)
    status = node["status"]?.text ?? (try? node.statusCode("status")).flatMap { $0 }
    text = resource.narrative
  }

  private static func title(_ node: JSONNode) -> String? {
    for name in titleElements {
      guard let value = node.element(name) else { continue }
      let first = value.kind == .array ? value.elements.first { !$0.isBlank } : value
      if let title = first.flatMap(title(inside:)) { return title }
    }
    return nil
  }

  /// The words of a value that is a string, a concept, a coding, a name or a reference.
  private static func title(inside value: JSONNode) -> String? {
    if let text = value.text { return text }
    guard value.kind == .object else { return nil }
    if let title = (try? CodeableConcept(reading: value))?.title { return title }
    if let title = (try? HumanName(reading: value))?.display { return title }
    return value["display"]?.text ?? value["name"]?.text
  }

  private static func date(_ node: JSONNode) -> PartialDate? {
    for name in dateElements {
      guard let value = node[name] else { continue }
      let text = value.text ?? value["start"]?.text ?? value["end"]?.text
      if let date = text.flatMap({ PartialDate($0) }) { return date }
    }
    return nil
  }

  // The elements of the R4 resource types that say what a resource is, the most telling first.
  private static let titleElements = [
    "title", "name", "code", "vaccineCode", "medicationCodeableConcept", "medicationReference",
    "deviceName", "type",
    "serviceType", "description", "category", "class", "reasonCode", "questionnaire", "display",
  ]

  private static let dateElements = [
    "date", "performedDateTime", "performedPeriod", "effectiveDateTime", "effectivePeriod",
    "occurrenceDateTime", "occurrencePeriod", "period", "start", "authoredOn", "authored",
    "dateTime", "created", "recordedDate", "recorded", "issued", "sent", "billablePeriod",
    "startDate", "timingDateTime", "timingPeriod", "receivedTime", "dateAsserted", "timestamp",
    "recordedOn", "identifiedDateTime", "servicedDate", "dateWritten",
  ]
}
