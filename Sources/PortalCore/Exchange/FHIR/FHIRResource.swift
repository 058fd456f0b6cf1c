/// One resource being read.
struct FHIRResource {
  let node: JSONNode
  /// Its index in the file; of a contained resource that of the one it stands in.
  let entry: Int
  let context: FHIRContext
  /// What stands in the `contained` list, by id.
  private let contained: [String: ReferredResource]

  /// A resource that is an entry of the file, or a Patient who stands in one.
  init(node: JSONNode, entry: Int, context: FHIRContext) {
    self.node = node
    self.entry = entry
    self.context = context
    contained = FHIRResource.contained(in: node)
  }

  /// A resource that stands within another, in whose list its own references are found.
  init(contained node: JSONNode, in resource: FHIRResource) {
    self.node = node
    entry = resource.entry
    context = resource.context
    contained = resource.contained
  }

  /// The resource that a reference object leads to, contained or in the file.
  func target(of reference: JSONNode) -> ReferredResource? {
    if let text = reference["reference"]?.text, text.hasPrefix("#") {
      return contained[String(text.dropFirst())]
    }
    guard let found = context.index.entry(for: reference, from: entry) else { return nil }
    let target = context.file.entries[found]
    return ReferredResource(node: target.node, type: target.resourceType, entry: found)
  }

  private static func contained(in node: JSONNode) -> [String: ReferredResource] {
    guard let list = node.element("contained") else { return [:] }
    var contained: [String: ReferredResource] = [:]
    for resource in list.elements {
      guard let id = resource["id"]?.text, contained[id] == nil else { continue }
      let type = resource["resourceType"]?.text ?? ""
      contained[id] = ReferredResource(node: resource, type: type, entry: nil)
    }
    return contained
  }
}
