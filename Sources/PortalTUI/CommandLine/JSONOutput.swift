import PortalCore

/// What `--json` prints: one document on one line, always the same for the same value.
///
/// Everything that a terminal could take for more than text is escaped: C1 controls and the marks
/// that turn the direction of writing. To a JSON reader that is the same text.
enum JSONOutput {
  static func text(_ value: some Encodable) -> String {
    let text = String(decoding: JSONStreamEncoder.encode(value), as: UTF8.self)
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isHarmful(scalar) {
        safe.append(contentsOf: escape(scalar).unicodeScalars)
      } else {
        safe.append(scalar)
      }
    }
    return String(safe)
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

/// A record as `show --json` and `history --json` print it: date and title first, null where there
/// is none, so that the keys are always there.
struct RecordOutput: Encodable {
  let record: Record

  private enum Key: String, CodingKey {
    case id, kind, date, title, version, content, origin, labels
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(record.id, forKey: .id)
    try values.encode(record.kind, forKey: .kind)
    try values.encode(record.content.date, forKey: .date)
    try values.encode(record.content.title, forKey: .title)
    try values.encode(record.version, forKey: .version)
    try values.encode(record.content, forKey: .content)
    try values.encodeIfPresent(record.origin, forKey: .origin)
    if !record.labels.isEmpty { try values.encode(record.labels, forKey: .labels) }
  }
}

/// Members of an object whose names are data, in the order of the names.
struct NamedMembers<Value: Encodable>: Encodable {
  let members: [String: Value]

  private struct Name: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(stringValue: String) {
      self.stringValue = stringValue
    }

    init?(intValue: Int) {
      nil
    }
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Name.self)
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      try values.encode(value, forKey: Name(stringValue: name))
    }
  }
}
