extension JSONNode {
  /// Identifiers of a list, those with a value.
  func identifiers(_ name: String) throws(ImpossibleValue) -> [Identifier] {
    var identifiers: [Identifier] = []
    for node in try objects(name) {
      if let identifier = try Identifier(reading: node) { identifiers.append(identifier) }
    }
    return identifiers
  }
}

extension Identifier {
  /// Nil where there is no value: a system alone identifies nothing.
  ///
  /// A Norwegian number is given the system of its kind, whichever way the file names it, and
  /// loses its spaces.
  init?(reading node: JSONNode) throws(ImpossibleValue) {
    let written = try node.string("system").map(SystemName.canonical)
    let type = try node.concept("type")
    let use = try node.string("use")
    guard let value = try node.string("value") else { return nil }
    let system = written ?? Identifier.nationalSystem(of: type)
    self.init(
      system: system,
      value: Identifier.nationalSystems.contains(system ?? "")
        ? String(value.filter { !$0.isWhitespace }) : value,
      type: type,
      use: use
    )
  }

  /// Numbers that name one person in all of Norway.
  static let nationalSystems = [
    CodeSystem.birthNumber, CodeSystem.dNumber, CodeSystem.sharedHelpNumber,
  ]

  /// The system of a number that is marked by its type alone (kv 8116 and 8327).
  ///
  /// HNR is missing on purpose: a local help number is unique within one institution only.
  private static func nationalSystem(of type: CodeableConcept?) -> String? {
    for coding in type?.codings ?? [] where typeSystems.contains(coding.system ?? "") {
      switch coding.code {
      case "FNR": return CodeSystem.birthNumber
      case "DNR": return CodeSystem.dNumber
      case "FHN": return CodeSystem.sharedHelpNumber
      case .some, .none: continue
      }
    }
    return nil
  }

  private static let typeSystems = [
    "urn:oid:2.16.578.1.12.4.1.1.8116", "urn:oid:2.16.578.1.12.4.1.1.8327",
  ]
}
