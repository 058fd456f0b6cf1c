/// Recognises by its first bytes what encoding a text claims or seems to have.
enum JSONEncodingMark {
  static func isUTF8ByteOrderMark(at index: Int, in bytes: Span<UInt8>) -> Bool {
    bytes.count - index >= 3 && bytes[index] == 0xEF && bytes[index + 1] == 0xBB
      && bytes[index + 2] == 0xBF
  }

  /// Throws where the text starts as UTF-16 or UTF-32 does, with or without a byte order mark.
  ///
  /// Without a mark the zeros among the first four bytes tell, as JSON begins with two characters
  /// of ASCII (RFC 4627, section 3); a lone NUL in a text of UTF-8 is left to the parser.
  static func check(_ text: Span<UInt8>) throws(JSONFailure) {
    guard text.count >= 2 else { return }
    let start = (text[0], text[1])
    guard text.count >= 4 else {
      let isMark = start == (0xFF, 0xFE) || start == (0xFE, 0xFF)
      let isCharacter = text.count == 2 && (start.0 == 0) != (start.1 == 0)
      if isMark || isCharacter { throw JSONFailure(reason: .notUTF8ButUTF16, position: 0) }
      return
    }
    switch (start.0, start.1, text[2], text[3]) {
    case (0xFF, 0xFE, 0, 0), (0, 0, 0xFE, 0xFF), (0, 0, 0, 1...), (1..., 0, 0, 0):
      throw JSONFailure(reason: .notUTF8ButUTF32, position: 0)
    case (0xFF, 0xFE, _, _), (0xFE, 0xFF, _, _), (0, 1..., 0, 1...), (1..., 0, 1..., 0):
      throw JSONFailure(reason: .notUTF8ButUTF16, position: 0)
    case (_, _, _, _):
      return
    }
  }
}
