// The bytes between two quotes were checked when the document was read: they are UTF-8, and every
// escape in them is sound.
extension JSONDocument {
  /// The text of a string or key from the bytes between its quotes.
  func string(in content: Range<Int>, hasEscape: Bool) -> String {
    guard hasEscape else { return String(decoding: bytes[content], as: UTF8.self) }
    let bytes = bytes
    let written = bytes.span
    return String(decoding: JSONEscape.decode(written.extracting(content)), as: UTF8.self)
  }

  /// The bytes between the quotes of a member's key; nil for a node without a key.
  func keyRange(of node: Node) -> Range<Int>? {
    guard node.key != 0 else { return nil }
    let first = start + node.key + 1
    var end = first
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return first..<min(end, bytes.count)
  }

  /// Whether a member's key is exactly the wanted UTF-8 once it is decoded.
  ///
  /// The document's bytes are handed in, to be fetched once for many members.
  func isKey(of node: Node, equalTo wanted: Span<UInt8>, in written: Span<UInt8>) -> Bool {
    guard !node.hasEscape else {
      guard let content = keyRange(of: node) else { return false }
      let decoded = JSONEscape.decode(written.extracting(content))
      return JSONDocument.isEqual(decoded.span, wanted)
    }
    let first = start + node.key + 1
    let end = first + wanted.count
    // A quote cannot stand inside a key without an escape: at the end it proves the length.
    guard end < written.count, written[end] == UInt8(ascii: "\"") else { return false }
    return JSONDocument.isEqual(written.extracting(first..<end), wanted)
  }

  private static func isEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] {
      return false
    }
    return true
  }
}
