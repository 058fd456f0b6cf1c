/// Gathers from the shape of resources which version of FHIR a file was written in.
///
/// A file is refused where everything in it that tells versions apart fits together without R4. A
/// contradiction is no other version but a mistake, and is left to the reading of each resource;
/// so is a shape that only a few of the telling resources have.
struct FHIRVersionEvidence {
  private var possible = FHIRVersions.all
  private var fitting = 0
  private var foreign = 0
  /// Whether a version was named, or shown by a type that R4 does not have.
  private var isNamed = false
  private var first: (type: String, node: JSONNode)?

  /// - Throws: The version, where it is not R4.
  static func check(_ file: FHIRFile) throws(FHIRImportError) {
    var evidence = FHIRVersionEvidence()
    for entry in file.entries {
      evidence.add(entry)
    }
    guard let version = evidence.possible.name, let first = evidence.first,
      evidence.isNamed || evidence.foreign >= evidence.fitting
    else { return }
    throw .otherVersion(version, resourceType: first.type, first.node.place)
  }

  private mutating func add(_ entry: FHIREntry) {
    var versions = FHIRVersions.all
    if let types = FHIRVersionTraits.types[entry.resourceType] {
      versions.formIntersection(types)
      if !types.contains(.r4) { isNamed = true }
    }
    for named in FHIRVersionEvidence.named(in: entry.node) {
      versions.formIntersection(named)
      if !named.contains(.r4) { isNamed = true }
    }
    for trait in FHIRVersionTraits.elements[entry.resourceType] ?? [] {
      guard let value = entry.node[trait.element], value.kind == trait.kind else { continue }
      versions.formIntersection(trait.versions)
    }
    if versions == .all { return }
    possible.formIntersection(versions)
    if versions.contains(.r4) {
      fitting += 1
    } else {
      foreign += 1
      if first == nil { first = (entry.resourceType, entry.node) }
    }
  }

  /// Versions that the addresses of profiles or an element for it name.
  private static func named(in node: JSONNode) -> [FHIRVersions] {
    var named: [FHIRVersions] = []
    for profile in node["meta"]?["profile"]?.elements.map(\.self) ?? [] {
      guard let text = profile.text else { continue }
      for (prefix, versions) in FHIRVersionTraits.profiles where text.hasPrefix(prefix) {
        named.append(versions)
      }
    }
    switch node["fhirVersion"]?.text?.first {
    case "1": named.append(.dstu2)
    case "3": named.append(.stu3)
    case "4": named.append(.r4)
    case "5": named.append(.r5)
    case .some, .none: break
    }
    return named
  }
}
