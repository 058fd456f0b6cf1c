/// Text made alike for searching: no capitals, no accents, one form of each Norwegian letter.
///
/// Typed without Norwegian letters a query finds them too (`a` finds å, `o` finds ø, `ae` finds æ);
/// typed with them it means them. `aa` and å are the same, as names are written both ways.
package enum TextFold {
  /// Whether æ, ø and å stand for themselves or for what is typed where they are not at hand.
  package enum Letters: Sendable {
    case kept
    case plain
  }

  /// Which folding a query asks for.
  package static func letters(for query: String) -> Letters {
    let own: Set<Unicode.Scalar> = ["æ", "ø", "å", "Æ", "Ø", "Å", "ä", "ö", "Ä", "Ö"]
    return query.unicodeScalars.contains(where: own.contains) ? .kept : .plain
  }

  /// Appends the folded UTF-8 of `text`.
  package static func append(_ text: String, letters: Letters, to bytes: inout [UInt8]) {
    let source = text.utf8.span
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte < 0x80 {
        let isCapital = byte >= 0x41 && byte <= 0x5A
        append(isCapital ? byte + 0x20 : byte, letters: letters, to: &bytes)
        index += 1
        continue
      }
      // A string is valid UTF-8: the first byte tells how many follow.
      let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      var value = UInt32(byte) & (0x7F >> UInt32(length))
      for offset in 1..<length {
        value = value << 6 | UInt32(source[index + offset] & 0x3F)
      }
      append(beyondASCII: Unicode.Scalar(value) ?? "\u{FFFD}", letters: letters, to: &bytes)
      index += length
    }
  }

  /// The folded UTF-8 of `text`.
  package static func folded(_ text: String, letters: Letters) -> [UInt8] {
    var bytes: [UInt8] = []
    append(text, letters: letters, to: &bytes)
    return bytes
  }

  /// Appends the plain form of a Latin letter beyond ASCII; false, and nothing, for what is none.
  static func appendPlain(latin scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
    let isLetter = scalar == "æ" || scalar == "Æ" || base(of: scalar.value) != nil
    if isLetter { append(beyondASCII: scalar, letters: .plain, to: &bytes) }
    return isLetter
  }

  /// Appends a small letter, digit or mark of ASCII.
  static func append(_ byte: UInt8, letters: Letters, to bytes: inout [UInt8]) {
    guard byte == 0x61, bytes.last == 0x61 else { return bytes.append(byte) }
    switch letters {
    case .plain: break
    case .kept: bytes.replaceSubrange(bytes.count - 1..<bytes.count, with: "å".utf8)
    }
  }

  private static func append(
    beyondASCII scalar: Unicode.Scalar,
    letters: Letters,
    to bytes: inout [UInt8]
  ) {
    switch (scalar.value, letters) {
    case (0xC6, .kept), (0xE6, .kept), (0xC4, .kept), (0xE4, .kept):
      bytes.append(contentsOf: "æ".utf8)
    case (0xD8, .kept), (0xF8, .kept), (0xD6, .kept), (0xF6, .kept):
      bytes.append(contentsOf: "ø".utf8)
    case (0xC5, .kept), (0xE5, .kept): bytes.append(contentsOf: "å".utf8)
    case (0xC6, .plain), (0xE6, .plain): bytes.append(contentsOf: "ae".utf8)
    case (0x300...0x36F, _): break
    case (let value, _):
      if let base = base(of: value) {
        append(base, letters: letters, to: &bytes)
      } else {
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }

  /// The small Latin letter under an accent or a stroke; nil where there is none.
  private static func base(of value: UInt32) -> UInt8? {
    let letter: UInt8
    switch value {
    case 0xC0..<0x180: letter = latin[Int(value - 0xC0)]
    case 0x1E00..<0x1F00: letter = latinAdditional[Int(value - 0x1E00)]
    default: return nil
    }
    return letter == 0x2E ? nil : letter
  }

  /// The bases of U+00C0–017F; a full stop where there is none.
  private static let latin = Array(
    ("aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
      + "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8
  )

  /// The bases of U+1E00–1EFF.
  private static let latinAdditional = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmm"
      + "nnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwww"
      + "xxxxyyzzzzzzhtwy.s..s.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
      + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8
  )
}
