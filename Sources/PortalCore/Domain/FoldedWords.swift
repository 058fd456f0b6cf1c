/// The words of a text in the plain form of `TextFold`: Latin letters and digits, nothing else.
///
/// Every other character parts two words, emoji and other alphabets among them; marks that are put
/// onto a letter, and characters that are not seen, do not.
enum FoldedWords {
  /// Calls `body` with each word in turn, until it returns false.
  ///
  /// - Parameters:
  ///   - text: Of any length; nothing of it is copied.
  ///   - longest: Of a word with more bytes only so many and one more are given.
  ///   - body: Gets one word after the other in the same array.
  static func forEach(of text: String, longest: Int, _ body: ([UInt8]) -> Bool) {
    let source = text.utf8.span
    var word: [UInt8] = []
    var index = 0
    while index < source.count {
      let byte = source[index]
      let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      var value = length == 1 ? UInt32(byte) : UInt32(byte) & (0x7F >> UInt32(length))
      for offset in 1..<max(1, length) {
        value = value << 6 | UInt32(source[index + offset] & 0x3F)
      }
      index += length
      if isPart(value, of: &word, longest: longest) { continue }
      if !word.isEmpty, !body(word) { return }
      word.removeAll(keepingCapacity: true)
    }
    if !word.isEmpty { _ = body(word) }
  }

  /// Whether a scalar belongs to the word before it, to which it is added if it can be read.
  private static func isPart(_ value: UInt32, of word: inout [UInt8], longest: Int) -> Bool {
    switch value {
    case 0x61...0x7A, 0x30...0x39: add(UInt8(value), to: &word, longest: longest)
    case 0x41...0x5A: add(UInt8(value) + 0x20, to: &word, longest: longest)
    case 0..<0x80: return false
    default:
      if isUnseen(value) { return true }
      guard let scalar = Unicode.Scalar(value) else { return false }
      // One too many marks the word as too long; a letter is two bytes at most.
      if word.count <= longest { return TextFold.appendPlain(latin: scalar, to: &word) }
      var rest: [UInt8] = []
      return TextFold.appendPlain(latin: scalar, to: &rest)
    }
    return true
  }

  private static func add(_ byte: UInt8, to word: inout [UInt8], longest: Int) {
    if word.count <= longest { TextFold.append(byte, letters: .plain, to: &word) }
  }

  /// Combining marks, joiners, soft hyphens and variation selectors.
  private static func isUnseen(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x300...0x36F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x200B...0x200D, 0x2060,
      0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF, 0xE0100...0xE01EF:
      true
    default: false
    }
  }
}
