/// By what a person is known across files, the surest first.
struct PersonIdentities {
  private(set) var identities: [ImportBatch.Identity] = []
  /// The places of national numbers that fail their check.
  private(set) var unverifiedNumbers: [JSONNode] = []

  /// Takes in the identifiers of a Patient or, one by one, those of references.
  mutating func add(identifiers nodes: [JSONNode]) {
    var others: [Identifier] = []
    for node in nodes {
      guard node.kind == .object, let identifier = try? Identifier(reading: node),
        let system = identifier.system, !["temp", "old"].contains(identifier.use)
      else { continue }
      guard Identifier.nationalSystems.contains(system) else {
        others.append(identifier)
        continue
      }
      if let number = NationalIdentityNumber(identifier.value) {
        append(.nationalNumber(number))
      } else {
        unverifiedNumbers.append(node)
      }
    }
    for identifier in others {
      add(system: identifier.system ?? "", value: identifier.value)
    }
  }

  private mutating func add(system: String, value: String) {
    if Identifier.nationalSystems.contains(system) {
      if let number = NationalIdentityNumber(value) { append(.nationalNumber(number)) }
    } else if SystemName.isAbsolute(system), PersonIdentities.isTelling(value) {
      append(.identifier(system: system, value: value))
    }
  }

  /// Takes in a resource id or a full URL, where it is unique in the world.
  mutating func add(name: String) {
    if let uuid = UUIDText.urn(name) { append(.universalID(uuid)) }
    let url = FHIRReferenceTarget.normalisedURL(name)
    if url.hasPrefix("urn:oid:") { append(.universalID(url)) }
    // An address may be handed to somebody else after a server is set up anew.
    if identities.isEmpty, PersonIdentities.isPublicAddress(url) { append(.universalID(url)) }
  }

  /// Takes in what a reference says of somebody who is not in the file.
  mutating func add(_ target: FHIRReferenceTarget) {
    switch target {
    case .absolute(let url): add(name: url)
    case .relative(_, let id): add(name: id)
    case .search(_, let system, let value): add(system: system, value: value)
    case .contained, .other: break
    }
  }

  /// Takes back what has turned out to prove nothing.
  mutating func remove(_ unwanted: Set<ImportBatch.Identity>) {
    identities.removeAll { unwanted.contains($0) }
  }

  /// Adds one way of knowing them.
  ///
  /// Up to a limit: nobody has more names than that, and a file may hold any number.
  mutating func append(_ identity: ImportBatch.Identity) {
    guard identities.count < PersonIdentities.most, !identities.contains(identity) else { return }
    identities.append(identity)
  }

  /// How many ways of knowing one person are kept.
  static let most = 64

  /// The checked national numbers among the identities.
  var nationalNumbers: [NationalIdentityNumber] {
    identities.compactMap { identity in
      if case .nationalNumber(let number) = identity { number } else { nil }
    }
  }

  /// Whether a value can tell people apart: not a word or a row of one digit that fills the field.
  private static func isTelling(_ value: String) -> Bool {
    let letters = value.lowercased().utf8.filter { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
    }
    let isRow = Set(letters).count == 1 && (letters.count > 2 || letters.first == 0x30)
    return !letters.isEmpty && !isRow
      && !fillers.contains(String(decoding: letters, as: UTF8.self))
  }

  private static let fillers = [
    "unknown", "ukjent", "none", "ingen", "null", "nil", "na", "nan", "undefined", "missing",
    "mangler", "string", "anonymous", "anonym", "asku", "unk", "ni", "masked", "redacted",
  ]

  /// Whether an address names one server for everybody: not this machine, no invented name.
  private static func isPublicAddress(_ url: String) -> Bool {
    let parts = url.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count > 3, parts[0] == "http:" || parts[0] == "https:" else { return false }
    let host = parts[2].split(separator: ":").first ?? ""
    let labels = host.lowercased().split(separator: ".")
    guard labels.count >= 2, let top = labels.last, decimal(top.utf8) == nil else { return false }
    let isInvented = ["example", "test", "invalid", "localhost", "local"].contains(String(top))
    return !isInvented && labels[labels.count - 2] != "example"
  }
}
