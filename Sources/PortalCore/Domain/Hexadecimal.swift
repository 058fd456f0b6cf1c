/// Bytes written with two digits of 0-9 and a-f each.
enum Hexadecimal {
  /// Two characters for each byte.
  static func text(_ bytes: [UInt8]) -> String {
    var characters: [UInt8] = []
    characters.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      characters.append(digits[Int(byte >> 4)])
      characters.append(digits[Int(byte & 15)])
    }
    return String(decoding: characters, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
