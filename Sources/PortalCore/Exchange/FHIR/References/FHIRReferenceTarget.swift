/// What the text of a reference points at (https://hl7.org/fhir/R4/references.html).
enum FHIRReferenceTarget: Hashable {
  /// `#id`: something in the same resource; the empty id is the resource itself.
  case contained(String)
  /// A URN or an absolute address, without a version; UUIDs in lower case.
  case absolute(String)
  /// `Type/id`, without a version.
  case relative(type: String, id: String)
  /// `Type?identifier=system|value`.
  case search(type: String, system: String, value: String)
  /// Anything else, as written.
  case other(String)

  /// Any text; what is not understood is kept as it is.
  init(_ text: String) {
    if text.hasPrefix("#") {
      self = .contained(String(text.dropFirst()))
    } else if SystemName.isAbsolute(text) {
      self = .absolute(FHIRReferenceTarget.normalisedURL(text))
    } else if let search = FHIRReferenceTarget.search(text) {
      self = search
    } else if let (type, id) = FHIRReferenceTarget.typeAndID(text) {
      self = .relative(type: type, id: id)
    } else {
      self = .other(text)
    }
  }

  /// The FHIR type that the text names; nil where it names none.
  var resourceType: String? {
    switch self {
    case .relative(let type, _), .search(let type, _, _): type
    case .absolute(let url): FHIRReferenceTarget.typeAndID(url)?.type
    case .contained, .other: nil
    }
  }

  /// A full URL or reference as it is compared: UUIDs in lower case, no version at the end.
  static func normalisedURL(_ text: String) -> String {
    guard text.hasPrefix("urn:") || text.hasPrefix("URN:") else {
      return String(withoutVersion(text))
    }
    let lowered = text.lowercased()
    return lowered.hasPrefix("urn:uuid:") ? lowered : text
  }

  /// The last two parts of a path that ends in `Type/id`.
  static func typeAndID(_ text: String) -> (type: String, id: String)? {
    let parts = withoutVersion(text).split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 2, let id = parts.last, let type = parts.dropLast().last, !id.isEmpty,
      let first = type.utf8.first, (0x41...0x5A).contains(first),
      type.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) })
    else { return nil }
    return (String(type), String(id))
  }

  /// What stands before `Type/id` in an absolute address, its last slash included.
  static func base(of url: String) -> String? {
    guard url.hasPrefix("http"), let (type, id) = typeAndID(url) else { return nil }
    let url = withoutVersion(url)
    return String(url.dropLast(type.count + 1 + id.count))
  }

  private static func withoutVersion(_ text: String) -> Substring {
    guard let last = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return text[...] }
    let marker = "/_history"
    return text[..<last].hasSuffix(marker) ? text[..<last].dropLast(marker.count) : text[...]
  }

  private static func search(_ text: String) -> FHIRReferenceTarget? {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let prefix = "identifier="
    guard parts.count == 2, parts[1].hasPrefix(prefix) else { return nil }
    let token = unescaped(parts[1].dropFirst(prefix.count))
      .split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    guard token.count == 2, !token[1].isEmpty else { return nil }
    let type = parts[0].split(separator: "/").last ?? ""
    return .search(
      type: String(type),
      system: SystemName.canonical(String(token[0])),
      value: String(token[1])
    )
  }

  /// The text with `%7C` and the like replaced; what is no such escape stays.
  private static func unescaped(_ text: Substring) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
