/// The values that stand directly in an array, or in an object without their keys.
struct JSONElements: Sequence, IteratorProtocol {
  private let document: JSONDocument
  private var index: Int
  private let end: Int

  /// What a node of a kind contains; nothing where the node is of another kind.
  init(of node: JSONNode, ifKind kind: JSONKind) {
    document = node.document
    index = node.index + 1
    end = node.kind == kind ? Int(node.document.nodes[node.index].next) : index
  }

  mutating func next() -> JSONNode? {
    guard index < end else { return nil }
    defer { index = Int(document.nodes[index].next) }
    return JSONNode(document: document, index: index)
  }
}

/// The keys and values that stand directly in an object.
struct JSONMembers: Sequence, IteratorProtocol {
  private var values: JSONElements

  /// Empty unless the node is an object.
  init(of node: JSONNode) {
    values = JSONElements(of: node, ifKind: .object)
  }

  mutating func next() -> (key: String, value: JSONNode)? {
    guard let value = values.next() else { return nil }
    return (value.key ?? "", value)
  }
}
