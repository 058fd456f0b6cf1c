/// Those a citizen writes to and books with: a general practitioner's office (no: legekontor).
package enum Practice {
  /// The store's own name for a practice: 26 characters of a-z and 0-9.
  ///
  /// Made of what identifies it in the records of its patients, so that all of them reach the same
  /// one; keyed, so that it says nothing to who has not the store's key.
  package struct ID: Hashable, Sendable {
    package let text: String

    /// Nil unless the text has the shape of one.
    package init?(_ text: String) {
      guard RecordID(text) != nil else { return nil }
      self.text = text
    }

    /// From 17 or more bytes of a digest.
    package init(bytes: [UInt8]) {
      text = RecordID(bytes: bytes).text
    }
  }
}

extension Practice.ID: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = Practice.ID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a practice's id")
    }
    self = id
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
