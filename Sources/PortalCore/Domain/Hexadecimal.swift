/// Bytes written with two digits of 0-9 and a-f each.
enum Hexadecimal {
  /// Two characters for each byte.
  static func text(_ bytes: [UInt8]) -> String {
    var characters: [UInt8] = []
    characters.reserveCapacity(bytes.count * 2)
    append(bytes, to: &characters)
    return String(decoding: characters, as: UTF8.self)
  }

  static func append(_ bytes: [UInt8], to characters: inout [UInt8]) {
    for byte in bytes {
      characters.append(digit(byte >> 4))
      characters.append(digit(byte & 15))
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
