/// Tells which entries of a file are the same resource, and names each across files (`fhir.md`,
/// "Idempotent").
struct FHIRIdentities {
  /// What becomes of an entry that is not the first of its name.
  enum Role: Hashable {
    case first
    /// The same bytes as another entry, or an older version of it: it holds nothing new.
    case repeated(of: Int)
    /// Another content under the same name.
    case conflicting
  }

  private(set) var roles: [Role]
  /// For each entry its name without the person whose it is.
  private var keys: [Key]

  /// What names a resource; all but `local` do so in every file.
  private enum Key: Hashable {
    case identifier(system: String, value: String)
    case universal(type: String, name: String)
    case local(LocalName)
    case digest([UInt8])
  }

  /// Compares all entries of a file; their order decides which of two is the first.
  init(_ file: FHIRFile) {
    let entries = file.entries
    keys = entries.map(FHIRIdentities.key)
    roles = entries.map { _ in .first }
    settleRepeats(in: file)
    preferIdentifiers(in: entries)
  }

  /// The entry that stands for an entry's name; itself for most.
  func representative(of index: Int) -> Int {
    if case .repeated(let other) = roles[index] { return other }
    return index
  }

  /// The record's id in the journal of the person with a source key.
  func recordID(
    of index: Int,
    type: String,
    source: String,
    digest: DigestFunction
  ) -> RecordID {
    let parts =
      switch keys[index] {
      case .identifier(let system, let value): ["identifier", type, system, value]
      case .universal(let type, let name): ["universal", type, name]
      case .local(let name): ["local", name.text, source]
      case .digest(let bytes): ["digest", type, Hexadecimal.text(bytes)]
      }
    return FHIRIdentities.recordID(parts, digest: digest)
  }

  /// The id that a resource will get which is not in the file and is known by a reference only.
  static func recordID(
    missing target: FHIRReferenceTarget,
    type: String,
    source: String,
    digest: DigestFunction
  ) -> RecordID? {
    switch target {
    case .absolute(let url):
      recordID(["universal", type, UUIDText.urn(url) ?? url], digest: digest)
    case .relative(let type, let id):
      if let uuid = UUIDText.urn(id) {
        recordID(["universal", type, uuid], digest: digest)
      } else {
        recordID(["local", type + "/" + id, source], digest: digest)
      }
    case .search(let type, let system, let value):
      recordID(["identifier", type, system, value], digest: digest)
    case .contained, .other:
      nil
    }
  }

  private static func recordID(_ parts: [String], digest: DigestFunction) -> RecordID {
    // No JSON string holds a NUL, so that no two lists of parts give the same bytes.
    let bytes = Array(parts.joined(separator: "\0").utf8)
    return RecordID(bytes: digest(bytes[...]))
  }

  private static func key(_ entry: FHIREntry) -> Key {
    let type = entry.resourceType
    if let uuid = UUIDText.uuid(of: entry) { return .universal(type: type, name: uuid) }
    if let url = entry.fullURL, SystemName.isAbsolute(url) {
      return .universal(type: type, name: FHIRReferenceTarget.normalisedURL(url))
    }
    return entry.localName.map(Key.local) ?? .digest(entry.digest)
  }

  private mutating func settleRepeats(in file: FHIRFile) {
    var standing: [Key: Int] = [:]
    for (index, entry) in file.entries.enumerated() {
      guard let other = standing[keys[index]] else {
        standing[keys[index]] = index
        continue
      }
      guard entry.digest != file.entries[other].digest else { continue }
      if !(entry.bundle.map { file.bundles[$0].isHistory } ?? false) {
        roles[index] = .conflicting
      } else if FHIRIdentities.isNewer(entry.node, than: file.entries[other].node) {
        standing[keys[index]] = index
      }
    }
    for index in roles.indices where roles[index] == .first {
      if let other = standing[keys[index]], other != index { roles[index] = .repeated(of: other) }
    }
  }

  /// By the time of the last change, else by the number of the version.
  private static func isNewer(_ left: JSONNode, than right: JSONNode) -> Bool {
    let dates = [left, right].map { $0["meta"]?["lastUpdated"]?.text.flatMap { PartialDate($0) } }
    if let first = dates[0], let second = dates[1], first.start != second.start {
      return first > second
    }
    let versions = [left, right].map { node in
      decimal(Array((node["meta"]?["versionId"]?.text ?? "").utf8)) ?? 0
    }
    return versions[0] > versions[1]
  }

  /// Names by identifier what carries one that no other resource of its type in the file has.
  private mutating func preferIdentifiers(in entries: [FHIREntry]) {
    let carried = entries.map(FHIRIdentities.identifiers)
    // Nil for one that several carry.
    var owners: [Identifying: Int?] = [:]
    for index in entries.indices {
      let standing = representative(of: index)
      for identifier in carried[index] {
        let isShared = owners[identifier].map { $0 != standing } ?? false
        owners[identifier] = .some(isShared ? nil : standing)
      }
    }
    for index in entries.indices where roles[index] == .first {
      guard let own = carried[index].first(where: { owners[$0] == index }) else { continue }
      keys[index] = .identifier(system: own.system, value: own.value)
    }
  }

  /// An identifier as it names a resource among those of its type.
  private struct Identifying: Hashable {
    let type: String
    let system: String
    let value: String
  }

  private static func identifiers(of entry: FHIREntry) -> [Identifying] {
    entry.identifiers.compactMap { identifier in
      guard let system = identifier.system, !["temp", "old"].contains(identifier.use) else {
        return nil
      }
      return Identifying(type: entry.resourceType, system: system, value: identifier.value)
    }
  }
}
