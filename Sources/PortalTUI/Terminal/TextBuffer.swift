/// Bytes of typed text until they are whole characters.
struct TextBuffer {
  private var bytes: [UInt8] = []

  /// How many bytes a character has that begins so.
  static func length(lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }

  /// Adds a byte.
  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Adds bytes.
  mutating func append(contentsOf more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// The text so far, or nil where there is none.
  ///
  /// A character that has begun at the end stays for the next time. Broken bytes become U+FFFD,
  /// control characters (C1; C0 never comes here) are left out.
  mutating func take() -> String? {
    let rest = unfinishedCount
    let whole = String(decoding: bytes.dropLast(rest), as: UTF8.self)
    bytes = Array(bytes.suffix(rest))
    var text = ""
    text.unicodeScalars.append(
      contentsOf: whole.unicodeScalars.filter { !(0x80...0x9F).contains($0.value) }
    )
    return text.isEmpty ? nil : text
  }

  /// How many bytes at the end belong to a character that is not whole.
  private var unfinishedCount: Int {
    for (back, byte) in bytes.suffix(3).reversed().enumerated() where byte & 0xC0 != 0x80 {
      return Self.length(lead: byte) > back + 1 ? back + 1 : 0
    }
    return 0
  }
}
