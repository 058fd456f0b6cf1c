extension FHIRResource {
  /// The resource's own narrative as plain text; nil where there is none.
  var narrative: String? {
    FHIRResource.narrative(of: node)
  }

  /// The narrative of a resource or a section.
  static func narrative(of node: JSONNode) -> String? {
    node["text"]?["div"]?.text.flatMap(NarrativeText.plain)
  }

  /// A concept, else the first line of the narrative: something to be shown by.
  func conceptOrNarrative(_ name: String) throws(ImpossibleValue) -> CodeableConcept {
    try node.concept(name) ?? CodeableConcept(text: narrativeLine)
  }

  var narrativeLine: String? {
    guard let line = narrative?.split(separator: "\n").first else { return nil }
    return String(line.prefix(FHIRResource.mostTitleCharacters))
  }

  private static let mostTitleCharacters = 200
}
