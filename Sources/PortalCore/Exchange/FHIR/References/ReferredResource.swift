/// A resource that a reference leads to.
struct ReferredResource {
  let node: JSONNode
  /// Its FHIR type; empty where a contained resource does not say it.
  let type: String
  /// Its index in the file; nil for one that is contained.
  let entry: Int?

  /// Whether it is short enough to be read anew for each reference to it.
  ///
  /// Names and codes are a few hundred bytes; without a limit a file could make every reference
  /// cost as much as the whole of it.
  var isShort: Bool { node.byteRange.count <= 1 << 16 }

  /// Its code, where it has one that can be read; of a long one the words only.
  var code: CodeableConcept? {
    guard isShort, let node = node.element("code"), node.kind == .object,
      node.byteRange.count <= ReferredResource.mostBytesRead,
      let code = try? CodeableConcept(reading: node)
    else { return nil }
    if node.byteRange.count <= ReferredResource.mostCodeBytes { return code }
    guard let title = code.title, title.utf8.count <= ReferredResource.mostNameBytes else {
      return nil
    }
    return CodeableConcept(text: title)
  }

  /// The name of somebody or of a place, as the resource itself gives it; nil for other types.
  var name: String? {
    guard isShort, let node = node.element("name"),
      node.byteRange.count <= ReferredResource.mostBytesRead
    else { return nil }
    let name: String? =
      switch type {
      case "Patient", "Practitioner", "RelatedPerson", "Person":
        (try? self.node.names("name"))?.lazy.compactMap(\.display).first
      case "Organization", "Location", "HealthcareService", "CareTeam":
        node.text
      default:
        nil
      }
    guard let name, name.utf8.count <= ReferredResource.mostNameBytes else { return nil }
    return name
  }

  // A few bytes of a reference become a copy of these.
  private static let mostBytesRead = 1 << 12
  private static let mostCodeBytes = 1 << 10
  private static let mostNameBytes = 200
}
