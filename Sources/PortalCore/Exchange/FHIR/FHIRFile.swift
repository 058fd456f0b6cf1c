/// SHA-256, handed in by whoever calls, since Exchange knows nothing but Domain.
package typealias DigestFunction = (ArraySlice<UInt8>) -> [UInt8]

/// All resources of a file in their order, taken out of their Bundles.
struct FHIRFile {
  private(set) var entries: [FHIREntry] = []
  private(set) var bundles: [FHIRBundle] = []
  let hadByteOrderMark: Bool
  /// The Bundle that is the whole file.
  private(set) var wholeBundle: FHIRBundle?
  private let digest: DigestFunction

  init(
    _ bytes: [UInt8],
    limits: JSONLimits,
    digest: @escaping DigestFunction
  ) throws(FHIRImportError) {
    self.digest = digest
    let source = try FHIRSource(bytes, limits: limits)
    hadByteOrderMark = source.hadByteOrderMark
    for root in source.roots {
      if FHIRFile.isCovidCertificate(root) { throw .digitalCovidCertificate }
      let isAlone = source.roots.count == 1
      if isAlone, FHIRFile.resourceType(of: root) == nil { throw .notFHIR(root.place) }
      try add(root, fullURL: nil, bundle: nil)
      if isAlone { wholeBundle = bundles.first }
    }
  }

  /// Adds a resource, or what is in a Bundle; the depth of the JSON bounds the recursion.
  private mutating func add(
    _ node: JSONNode,
    fullURL: String?,
    bundle: Int?
  ) throws(FHIRImportError) {
    guard let type = FHIRFile.resourceType(of: node) else {
      throw .missingResourceType(node.place)
    }
    if type == "Bundle" { return try addBundle(node, outer: bundle) }
    let id = node["id"]?.text
    let entry = FHIREntry(
      node: node,
      resourceType: type,
      id: id?.isEmpty == true ? nil : id,
      fullURL: fullURL?.isEmpty == true ? nil : fullURL,
      bundle: bundle,
      scope: bundle.map { bundles[$0].outermost },
      digest: digest(node.document.bytes[node.byteRange])
    )
    entries.append(entry)
  }

  private mutating func addBundle(_ node: JSONNode, outer: Int?) throws(FHIRImportError) {
    let bundle = bundles.count
    bundles.append(
      FHIRBundle(
        type: node["type"]?.text,
        identifier: node["identifier"].flatMap { try? Identifier(reading: $0) },
        timestamp: node["timestamp"]?.text.flatMap { PartialDate($0) },
        outer: outer,
        outermost: outer.map { bundles[$0].outermost } ?? bundle,
        firstEntry: entries.count
      )
    )
    guard let list = node.element("entry") else { return }
    guard list.kind == .array else { throw .malformedBundle(element: "entry", list.place) }
    for entry in list.elements where !entry.isBlank {
      guard entry.kind == .object else {
        throw .malformedBundle(element: "entry", entry.place)
      }
      guard let resource = entry["resource"], !resource.isNull else { continue }
      try add(resource, fullURL: entry["fullUrl"]?.text, bundle: bundle)
    }
  }

  /// Nil where it is missing or has not the shape of one: a capital and letters, at most 64.
  private static func resourceType(of node: JSONNode) -> String? {
    guard let name = node["resourceType"]?.text, let first = name.utf8.first,
      (0x41...0x5A).contains(first), name.utf8.count <= 64,
      name.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
    else { return nil }
    return name
  }

  /// The claims of an EU DCC (https://github.com/ehn-dcc-development/ehn-dcc-schema): a version, a
  /// name and one of vaccination, test and recovery, alone or in what a reader of the code writes.
  private static func isCovidCertificate(_ root: JSONNode) -> Bool {
    if root["resourceType"] != nil { return false }
    let claims = root["JSON"] ?? root["-260"]?["1"] ?? root
    let hasEvent = claims["v"] != nil || claims["t"] != nil || claims["r"] != nil
    return claims["ver"] != nil && claims["nam"] != nil && hasEvent
  }
}
