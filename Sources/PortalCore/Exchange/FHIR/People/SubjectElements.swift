/// The elements by which a resource says whom it is about
/// (https://hl7.org/fhir/R4/compartmentdefinition-patient.html).
enum SubjectElements {
  /// References of the elements that name the subject itself.
  static func subjects(of resource: JSONNode) -> [JSONNode] {
    references(of: resource, in: direct)
  }

  /// References of elements where a patient takes part among others: they count where they lead
  /// to a Patient and nothing names the subject.
  static func participants(of resource: JSONNode) -> [JSONNode] {
    references(of: resource, in: participating)
  }

  private static let direct = [
    "subject", "patient", "beneficiary", "individual", "for", "candidate",
  ]

  private static let participating = [
    "participant", "actor", "sender", "recipient", "source", "member", "agent", "entity",
    "link", "author",
  ]

  private static let nested = ["actor", "entity", "who", "what", "target", "individual"]

  private static func references(of resource: JSONNode, in names: [String]) -> [JSONNode] {
    var references: [JSONNode] = []
    for name in names {
      guard let value = resource.element(name) else { continue }
      if value.kind == .object {
        append(value, to: &references)
      } else {
        for element in value.elements {
          append(element, to: &references)
        }
      }
    }
    return references
  }

  /// A reference, or those that a participation holds.
  private static func append(_ value: JSONNode, to references: inout [JSONNode]) {
    guard value.kind == .object else { return }
    let held = nested.compactMap { value.element($0) }.filter { $0.kind == .object }
    references += held.isEmpty ? [value] : held
  }
}
