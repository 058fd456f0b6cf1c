/// Finds the resource of a file that a reference means.
struct FHIRIndex {
  let file: FHIRFile
  private var byURL: [String: [Int]] = [:]
  /// By the UUID that is the resource's id without being its full URL.
  private var byUUID: [String: [Int]] = [:]
  private var byLocalName: [LocalName: [Int]] = [:]
  /// The first of that name in the file, whatever it stands in.
  private var byNameAnywhere: [String: [Int]] = [:]
  private var byIdentifier: [IdentifierKey: [Int]] = [:]

  /// More resources of one name are not looked at, so that a file cannot make reading slow.
  private static let mostCandidates = 16

  private struct IdentifierKey: Hashable {
    let system: String
    let value: String
  }

  /// Notes the names of all entries.
  init(_ file: FHIRFile) {
    self.file = file
    for (index, entry) in file.entries.enumerated() {
      addNames(of: entry, at: index)
      for identifier in entry.identifiers {
        guard let system = identifier.system else { continue }
        let key = IdentifierKey(system: system, value: identifier.value)
        byIdentifier[key, default: []].append(index)
      }
    }
  }

  /// The entry that a reference object means, with its text or else its identifier; nil for one
  /// that leads nowhere and for what is contained in a resource.
  func entry(for reference: JSONNode, from origin: Int) -> Int? {
    if let text = reference["reference"]?.text, !text.isEmpty {
      return entry(for: FHIRReferenceTarget(text), from: origin)
    }
    guard let node = reference.element("identifier"), node.kind == .object,
      let identifier = try? Identifier(reading: node), let system = identifier.system
    else { return nil }
    let type = reference["type"]?.text
    return entry(system: system, value: identifier.value, type: type, from: origin)
  }

  /// The entry that the text of a reference means, read where it stands in the origin.
  func entry(for target: FHIRReferenceTarget, from origin: Int) -> Int? {
    switch target {
    case .contained:
      nil
    case .absolute(let url):
      nearest(byURL[url] ?? byUUID[url], to: origin) ?? localEntry(url, from: origin)
    case .relative(let type, let id):
      beside(origin, type + "/" + id) ?? nearest(local(type + "/" + id, from: origin), to: origin)
    case .search(let type, let system, let value):
      entry(system: system, value: value, type: type, from: origin)
    case .other(let text):
      nearest(byURL[text], to: origin)
    }
  }

  /// Entries of a name in the origin's own Bundle, else among what stands in none; what itself
  /// stands in none finds any.
  private func local(_ name: String, from origin: Int) -> [Int]? {
    let scope = file.entries[origin].scope
    return byLocalName[LocalName(scope: scope, text: name)]
      ?? byLocalName[LocalName(scope: nil, text: name)]
      ?? (scope == nil ? byNameAnywhere[name] : nil)
  }

  /// The only resource, of a type where one is named, that carries an identifier; where several
  /// do, the only one beside the origin, or any where they are word by word the same.
  private func entry(system: String, value: String, type: String?, from origin: Int) -> Int? {
    let found = (byIdentifier[IdentifierKey(system: system, value: value)] ?? [])
      .prefix(FHIRIndex.mostCandidates)
      .filter { type == nil || file.entries[$0].resourceType == type }
    let scope = file.entries[origin].scope
    let near = found.filter { file.entries[$0].scope == scope }
    let candidates = near.isEmpty ? found : near
    let digests = Set(candidates.map { file.entries[$0].digest })
    return digests.count == 1 ? candidates.first : nil
  }

  /// The entry with the same base as the origin's own full URL.
  private func beside(_ origin: Int, _ localName: String) -> Int? {
    guard let url = file.entries[origin].fullURL, let base = FHIRReferenceTarget.base(of: url)
    else { return nil }
    return nearest(byURL[base + localName], to: origin)
  }

  /// An absolute address of a resource that the file holds without one.
  private func localEntry(_ url: String, from origin: Int) -> Int? {
    guard let (type, id) = FHIRReferenceTarget.typeAndID(url) else { return nil }
    let found = local(type + "/" + id, from: origin)?.prefix(FHIRIndex.mostCandidates).filter {
      !(file.entries[$0].fullURL ?? "").hasPrefix("http")
    }
    return nearest(found, to: origin)
  }

  /// The candidate in the same Bundle, else the first.
  private func nearest(_ candidates: [Int]?, to origin: Int) -> Int? {
    guard let candidates, candidates.count > 1 else { return candidates?.first }
    let bundle = file.entries[origin].bundle
    return candidates.prefix(FHIRIndex.mostCandidates)
      .first { file.entries[$0].bundle == bundle } ?? candidates.first
  }

  private mutating func addNames(of entry: FHIREntry, at index: Int) {
    var localNames: [String] = []
    if let name = entry.localName { localNames.append(name.text) }
    if let url = entry.fullURL.map(FHIRReferenceTarget.normalisedURL) {
      byURL[url, default: []].append(index)
      // A resource without an id of its own is known by the one in its full URL.
      if entry.id == nil, let (type, id) = FHIRReferenceTarget.typeAndID(url) {
        localNames.append(type + "/" + id)
      }
    }
    if let uuid = UUIDText.uuid(of: entry) {
      byUUID[uuid, default: []].append(index)
      localNames.append(entry.resourceType + "/" + uuid.dropFirst(UUIDText.prefix.count))
    }
    for name in Set(localNames) {
      byLocalName[LocalName(scope: entry.scope, text: name), default: []].append(index)
      if byNameAnywhere[name] == nil { byNameAnywhere[name] = [index] }
    }
  }
}
