/// A FHIR resource of the sample data under its `urn:uuid`.
struct SampleResource: Hashable, Sendable {
  let address: String
  let content: SampleJSON

  /// The type and the id come first, then the members.
  init(_ type: String, at address: String, _ content: SampleJSON) {
    self.address = address
    // Short, as a server numbers its resources: the address is what is unique in the world.
    let id = String(address.suffix(12))
    let head = [SampleJSON.Member("resourceType", .text(type)), .init("id", .text(id))]
    guard case .object(let members) = content else {
      preconditionFailure("a resource is an object")
    }
    self.content = .object(head + members)
  }

  /// The entry of a bundle.
  var entry: SampleJSON {
    ["fullUrl": .text(address), "resource": content]
  }

  /// The addresses that it points to.
  var references: [String] {
    content.texts(under: "reference").filter { $0.hasPrefix("urn:uuid:") }
  }
}
