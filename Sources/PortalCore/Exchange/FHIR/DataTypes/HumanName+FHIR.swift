extension JSONNode {
  /// HumanNames of a list, those with something to call somebody by.
  func names(_ name: String) throws(ImpossibleValue) -> [HumanName] {
    var names: [HumanName] = []
    for node in try objects(name) {
      let name = try HumanName(reading: node)
      if name.display != nil { names.append(name) }
    }
    return names
  }
}

extension HumanName {
  /// A Norwegian middle name, an extension of the name, is read as the last of the given names; a
  /// text without it stays as it was written.
  init(reading node: JSONNode) throws(ImpossibleValue) {
    self.init(
      use: try node.string("use"),
      text: try node.string("text"),
      given: try node.strings("given"),
      family: try node.string("family")
    )
    for url in HumanName.middleName {
      if let middle = try node.extended(url)?.string("valueString"), !given.contains(middle) {
        given.append(middle)
      }
    }
  }

  private static let middleName = [
    "http://hl7.no/fhir/StructureDefinition/no-basis-middlename",
    "http://hl7.no/fhir/ig/StructureDefinition/no-basis-middlename",
  ]
}

extension JSONNode {
  /// The extension with an address; nil where there is none, and where the list is no list.
  func extended(_ url: String) -> JSONNode? {
    element("extension")?.elements.first { $0["url"]?.text == url }
  }
}
