import PortalCore

/// A text's place in the Norwegian alphabet: … z, æ, ø, å; capitals and accents make no difference.
struct NorwegianOrder: Comparable {
  private let key: [UInt8]

  init(_ text: String) {
    var bytes = TextFold.folded(text, letters: .kept)
    // In UTF-8 å (C3 A5) stands before æ (C3 A6) and ø (C3 B8).
    for index in bytes.indices.dropFirst() where bytes[index] == 0xA5 && bytes[index - 1] == 0xC3 {
      bytes[index] = 0xFF
    }
    key = bytes
  }

  static func < (left: NorwegianOrder, right: NorwegianOrder) -> Bool {
    left.key.lexicographicallyPrecedes(right.key)
  }
}
