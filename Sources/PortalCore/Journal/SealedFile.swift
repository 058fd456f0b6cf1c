/// A small file of JSON with its own SHA-256 before it: read as it was written, or not at all.
enum SealedFile {
  static func encode(_ content: some Encodable) -> [UInt8] {
    let body = JSONStreamEncoder.encode(content)
    return Array((SHA256.digest(body).hexadecimal + "\n").utf8) + body
  }

  /// Nil where the bytes are not what was written.
  static func decode<Content: Decodable>(_ type: Content.Type, from bytes: [UInt8]) -> Content? {
    guard let lineFeed = bytes.firstIndex(of: 0x0A),
      Digest(hexadecimal: bytes[..<lineFeed]) == SHA256.digest(bytes[(lineFeed + 1)...])
    else { return nil }
    return try? JSONTapeDecoder.decode(
      type,
      from: JSONDocument(parsing: Array(bytes[(lineFeed + 1)...]), limits: .store).root
    )
  }
}
