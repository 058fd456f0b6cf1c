// References (https://hl7.org/fhir/R4/references.html).
extension FHIRResource {
  /// A reference of an element of this resource, or of a part of it.
  func reference(
    _ name: String,
    of holder: JSONNode? = nil
  ) throws(ImpossibleValue) -> RecordReference? {
    guard let node = try (holder ?? node).object(name) else { return nil }
    return try reference(node)
  }

  /// References of a list, those that say something.
  func references(
    _ name: String,
    of holder: JSONNode? = nil
  ) throws(ImpossibleValue) -> [RecordReference] {
    var references: [RecordReference] = []
    for node in try (holder ?? node).objects(name) {
      if let reference = try reference(node) { references.append(reference) }
    }
    return references
  }

  /// The actors of a list of participations: who, without in which role.
  func actors(_ name: String) throws(ImpossibleValue) -> [RecordReference] {
    var actors: [RecordReference] = []
    for participation in try node.objects(name) {
      if let actor = try reference("actor", of: participation) { actors.append(actor) }
    }
    return actors
  }

  /// Nil where the reference says nothing.
  private func reference(_ node: JSONNode) throws(ImpossibleValue) -> RecordReference? {
    let text = try node.string("reference")
    let display = try node.string("display")
    var identifier: Identifier?
    if let node = try node.object("identifier") { identifier = try Identifier(reading: node) }
    let target = target(of: node)
    let record = target?.entry.flatMap(context.recordID)
    // What is contained has no record of its own; what is refused or somebody else's has none here.
    let isContained = target != nil && target?.entry == nil
    let result = RecordReference(
      record: record,
      display: display ?? target.flatMap(name),
      identifier: identifier,
      dangling: record != nil || isContained ? nil : text
    )
    return result == RecordReference() ? nil : result
  }

  private func name(of target: ReferredResource) -> String? {
    guard target.type == "PractitionerRole" else { return target.name }
    guard target.isShort else { return nil }
    return actorName(of: target.node["practitioner"])
      ?? actorName(of: target.node["organization"])
  }

  /// The name behind a role's reference; one step, so that roles in a circle end.
  private func actorName(of reference: JSONNode?) -> String? {
    guard let reference, reference.kind == .object else { return nil }
    if let display = reference["display"]?.text, !display.isEmpty { return display }
    return target(of: reference)?.name
  }
}
