/// The UUID by which a resource is known all over the world, where it has one.
enum UUIDText {
  static let prefix = "urn:uuid:"

  /// `urn:uuid:` and the UUID in lower case: of the full URL, else of the id.
  static func uuid(of entry: FHIREntry) -> String? {
    entry.fullURL.flatMap(urn) ?? entry.id.flatMap(urn)
  }

  /// `urn:uuid:` and the UUID that a text is, or that is the last part of an address.
  static func urn(_ text: String) -> String? {
    let candidate = text.utf8.suffix(36)
    guard candidate.count == 36 else { return nil }
    let before = text.utf8.dropLast(36).last
    guard before == nil || before == UInt8(ascii: "/") || before == UInt8(ascii: ":") else {
      return nil
    }
    for (offset, byte) in candidate.enumerated() {
      let isDash = [8, 13, 18, 23].contains(offset)
      guard isDash ? byte == UInt8(ascii: "-") : isHexadecimal(byte) else { return nil }
    }
    // One digit all through is what stands where no UUID was made.
    let isMade = candidate.contains { $0 != candidate.first && $0 != UInt8(ascii: "-") }
    guard isMade else { return nil }
    return prefix + String(decoding: candidate, as: UTF8.self).lowercased()
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
