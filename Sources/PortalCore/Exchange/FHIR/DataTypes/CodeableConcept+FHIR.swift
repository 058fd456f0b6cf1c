extension JSONNode {
  /// A CodeableConcept; nil where there is nothing in it.
  func concept(_ name: String) throws(ImpossibleValue) -> CodeableConcept? {
    guard let node = try object(name) else { return nil }
    return try CodeableConcept(reading: node)
  }

  /// CodeableConcepts of a list, those that say something.
  func concepts(_ name: String) throws(ImpossibleValue) -> [CodeableConcept] {
    var concepts: [CodeableConcept] = []
    for node in try objects(name) {
      if let concept = try CodeableConcept(reading: node) { concepts.append(concept) }
    }
    return concepts
  }

  /// The code of a CodeableConcept that stands for a status: the first coding's, else the text.
  func statusCode(_ name: String) throws(ImpossibleValue) -> String? {
    guard let concept = try concept(name) else { return nil }
    return concept.codings.lazy.compactMap(\.code).first ?? concept.text
  }
}

extension CodeableConcept {
  /// Nil where the object says nothing that is known here.
  init?(reading node: JSONNode) throws(ImpossibleValue) {
    var codings: [Coding] = []
    for coding in try node.objects("coding") {
      if let coding = try Coding(reading: coding) { codings.append(coding) }
    }
    self.init(text: try node.string("text"), codings: codings)
    if text == nil, codings.isEmpty { return nil }
  }
}

extension Coding {
  /// Nil where the object says nothing that is known here.
  init?(reading node: JSONNode) throws(ImpossibleValue) {
    self.init(
      system: try node.string("system").map(SystemName.canonical),
      code: try node.string("code"),
      display: try node.string("display")
    )
    if system == nil, code == nil, display == nil { return nil }
  }
}
