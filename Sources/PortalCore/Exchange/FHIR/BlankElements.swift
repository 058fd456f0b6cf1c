/// Finds values that FHIR forbids and that say nothing: empty strings, arrays and objects, and
/// nulls (https://hl7.org/fhir/R4/json.html#null).
enum BlankElements {
  /// The first within a resource; nulls in arrays are legal beside extensions of primitives.
  static func first(in resource: JSONNode) -> JSONNode? {
    let nodes = resource.document.nodes
    let end = Int(nodes[resource.index].next)
    for index in (resource.index + 1)..<max(end, resource.index + 1) {
      let node = nodes[index]
      let isBlank =
        switch node.kind {
        case .null: node.key != 0
        case .string: node.end - node.start == 2
        case .object, .array: Int(node.next) == index + 1
        case .number, .boolean: false
        }
      if isBlank { return JSONNode(document: resource.document, index: index) }
    }
    return nil
  }
}
