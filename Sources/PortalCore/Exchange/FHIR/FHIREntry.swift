/// One resource of a file, with the Bundle's words about it.
struct FHIREntry {
  let node: JSONNode
  /// A FHIR type by its shape: a capital and letters, at most 64.
  let resourceType: String
  /// Nil also where it is no string.
  let id: String?
  let fullURL: String?
  /// The Bundle it stands in directly, an index into `FHIRFile.bundles`; nil for one that stands
  /// alone.
  let bundle: Int?
  /// The outermost Bundle around it: within it, and among what stands alone, a name like
  /// `Patient/1` means one thing; two Bundles side by side may come from two places.
  let scope: Int?
  /// SHA-256 of its bytes as they stand in the file.
  let digest: [UInt8]

  /// `Type/id`.
  var localName: LocalName? {
    id.map { LocalName(scope: scope, text: resourceType + "/" + $0) }
  }

  /// What identifies it, in the order of the file; what cannot be read is passed over.
  var identifiers: [Identifier] {
    guard let value = node.element("identifier") else { return [] }
    // A few types, Composition among them, have one identifier and no list of them.
    let nodes = value.kind == .array ? Array(value.elements) : [value]
    return nodes.compactMap { node in
      node.kind == .object ? try? Identifier(reading: node) : nil
    }
  }
}

/// What a Bundle says of itself.
struct FHIRBundle {
  let type: String?
  let identifier: Identifier?
  let timestamp: PartialDate?
  /// The Bundle that it stands in.
  let outer: Int?
  /// The outermost Bundle around it, itself where it stands in none.
  let outermost: Int
  /// The index of its first entry.
  let firstEntry: Int

  var isHistory: Bool { type == "history" }
}

/// A name that means something within one Bundle only.
struct LocalName: Hashable {
  let scope: Int?
  let text: String

  /// As it is told apart from the same name in another Bundle of the file.
  var inFile: String {
    guard let scope, scope > 0 else { return text }
    return String(scope) + " " + text
  }
}
