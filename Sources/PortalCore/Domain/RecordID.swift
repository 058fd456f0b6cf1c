/// Names one record within a person's journal: 26 characters of a-z and 0-9.
///
/// Random for what is made here; derived from its identity for what is imported, so that the same
/// resource gets the same id every time.
package struct RecordID: Hashable, Sendable, Comparable {
  package let text: String

  /// Nil unless the text has the shape of one.
  package init?(_ text: String) {
    guard text.utf8.count == 26, text.utf8.allSatisfy(RecordID.isAllowed) else { return nil }
    self.text = text
  }

  /// From 17 or more bytes, random or a digest: each five bits give a character.
  package init(bytes: [UInt8]) {
    text = RecordID.encode(bytes)
  }

  package static func < (left: RecordID, right: RecordID) -> Bool {
    left.text < right.text
  }

  static func isAllowed(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// 26 characters of five bits each: 130 bits; needs 17 bytes.
  static func encode(_ bytes: [UInt8]) -> String {
    precondition(bytes.count >= 17, "an id needs 130 bits")
    var characters: [UInt8] = []
    var buffer = 0
    var bits = 0
    for byte in bytes.prefix(17) {
      buffer = (buffer << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 5, characters.count < 26 {
        bits -= 5
        characters.append(alphabet[(buffer >> bits) & 31])
      }
    }
    return String(decoding: characters, as: UTF8.self)
  }

  // No o, l, u or i: an id may be read aloud.
  private static let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
}

extension RecordID: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = RecordID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a record's id")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

extension Person.ID {
  /// From 17 or more random bytes.
  package init(bytes: [UInt8]) {
    text = RecordID.encode(bytes)
  }
}
