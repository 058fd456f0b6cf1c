/// The rule of which bytes are one Unicode scalar in UTF-8.
enum UTF8Sequence {
  /// Whether a byte can only stand second, third or fourth.
  static func isContinuation(_ byte: UInt8) -> Bool {
    byte & 0b1100_0000 == 0b1000_0000
  }

  /// How many bytes the well-formed sequence at an index has; nil where there is none.
  ///
  /// After table 3-7 of the Unicode standard (https://www.unicode.org/versions/Unicode15.0.0/ch03.pdf):
  /// overlong forms, surrogates and scalars above U+10FFFF fall out by the range of the second byte.
  static func length(at index: Int, in bytes: Span<UInt8>) -> Int? {
    guard index < bytes.count else { return nil }
    let length: Int
    let second: ClosedRange<UInt8>
    switch bytes[index] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard length <= bytes.count - index, second.contains(bytes[index + 1]) else { return nil }
    for offset in 2..<max(2, length) where !isContinuation(bytes[index + offset]) {
      return nil
    }
    return length
  }
}
