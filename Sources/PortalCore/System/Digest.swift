/// The 32 bytes of a SHA-256.
package struct Digest: Hashable, Sendable {
  package let bytes: [UInt8]

  init(bytes: [UInt8]) {
    precondition(bytes.count == 32, "a SHA-256 has 32 bytes")
    self.bytes = bytes
  }

  /// Nil unless the bytes are 64 lower-case hexadecimal digits.
  init?(hexadecimal digits: ArraySlice<UInt8>) {
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    var index = digits.startIndex
    while index < digits.endIndex {
      guard let high = Digest.value(digits[index]), let low = Digest.value(digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
      index += 2
    }
    self.bytes = bytes
  }

  /// 64 lower-case hexadecimal digits.
  package var hexadecimal: String {
    Digest.hexadecimal(bytes)
  }

  static let zero = Digest(bytes: Array(repeating: 0, count: 32))

  /// Two lower-case hexadecimal digits for each byte.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    Hexadecimal.text(bytes)
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x61...0x66: digit - 0x61 + 10
    default: nil
    }
  }
}
