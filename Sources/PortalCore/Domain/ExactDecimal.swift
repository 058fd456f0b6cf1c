/// A decimal number with the digits it was written with: `1.50` stays `1.50`.
///
/// FHIR decimals carry their precision in the digits
/// (https://hl7.org/fhir/R4/datatypes.html#decimal), which a binary number loses.
package struct ExactDecimal: Hashable, Sendable {
  package let text: String
  /// The nearest binary number: for comparing and drawing, never for showing.
  package let approximation: Double

  /// Nil unless the text is a finite JSON number of at most 64 characters.
  package init?(_ text: String) {
    guard text.utf8.count <= 64, let first = text.utf8.first,
      first == UInt8(ascii: "-") || (first >= 0x30 && first <= 0x39),
      text.utf8.allSatisfy({ ExactDecimal.characters.contains($0) }),
      let number = Double(text), number.isFinite
    else { return nil }
    self.text = text
    approximation = number
  }

  private static let characters = Array("0123456789+-.eE".utf8)
}

extension ExactDecimal: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let decimal = ExactDecimal(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a decimal")
    }
    self = decimal
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
