extension RecordDocument {
  /// Reads a Composition: https://hl7.org/fhir/R4/composition.html.
  init(reading resource: FHIRResource) throws(ImpossibleValue) {
    let node = resource.node
    let type = try node.concept("type") ?? CodeableConcept()
    self.init(
      title: try node.string("title") ?? type.title ?? "",
      type: type,
      status: try node.string("status") ?? "unknown"
    )
    date = try node.date("date")
    authors = try resource.references("author")
    custodian = try resource.reference("custodian")
    language = try node.string("language")
    text = resource.narrative
    sections = try resource.sections(of: node)
  }
}

extension FHIRResource {
  /// The sections of a Composition or a section; the depth of the JSON bounds the recursion.
  fileprivate func sections(
    of holder: JSONNode
  ) throws(ImpossibleValue) -> [RecordDocument.Section] {
    var sections: [RecordDocument.Section] = []
    for node in try holder.objects("section") {
      var section = RecordDocument.Section(
        title: try node.string("title"),
        code: try node.concept("code"),
        text: FHIRResource.narrative(of: node)
      )
      section.emptyReason = try node.concept("emptyReason")
      section.entries = try references("entry", of: node)
      section.sections = try self.sections(of: node)
      sections.append(section)
    }
    return sections
  }
}
