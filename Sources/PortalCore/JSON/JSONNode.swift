/// One value of a document.
///
/// Reading it decodes from the document's bytes each time; nothing is cached.
struct JSONNode: Sendable {
  let document: JSONDocument
  let index: Int

  private var node: JSONDocument.Node { document.nodes[index] }

  var kind: JSONKind { node.kind }

  var isNull: Bool { kind == .null }

  /// The decoded text of a string; nil for every other kind.
  var text: String? {
    guard kind == .string else { return nil }
    let content = (byteRange.lowerBound + 1)..<(byteRange.upperBound - 1)
    return document.string(in: content, hasEscape: node.hasEscape)
  }

  /// The digits of a number exactly as written (`1.50` stays `1.50`); nil for every other kind.
  var numberText: String? {
    guard kind == .number else { return nil }
    return String(decoding: document.bytes[byteRange], as: UTF8.self)
  }

  var boolean: Bool? {
    guard kind == .boolean else { return nil }
    return document.bytes[byteRange.lowerBound] == UInt8(ascii: "t")
  }

  /// The key under which the value stands in its object; nil for an element and for the root.
  var key: String? {
    guard let content = document.keyRange(of: node) else { return nil }
    return document.string(in: content, hasEscape: node.hasEscape)
  }

  /// Where the value stands in the document's bytes, brackets and quotes included, so that it
  /// can be kept as it was written.
  var byteRange: Range<Int> {
    (document.start + Int(node.start))..<(document.start + Int(node.end))
  }

  /// The line and column of the value's first character, found anew at each call.
  var place: JSONPlace { document.place(at: byteRange.lowerBound) }

  /// The values of an array in their order; nothing for every other kind.
  var elements: JSONElements { JSONElements(of: self, ifKind: .array) }

  /// The keys and values of an object in their order, no key twice; nothing for every other kind.
  var members: JSONMembers { JSONMembers(of: self) }

  /// The value under a key; nil where the object has no such key, and for every other kind.
  ///
  /// Compared byte by byte without making strings. Costs time in proportion to the number of
  /// members: to look up many keys in an object of unknown size, walk ``members`` once.
  subscript(_ key: String) -> JSONNode? {
    guard kind == .object else { return nil }
    let bytes = document.bytes
    let written = bytes.span
    let end = Int(node.next)
    var member = index + 1
    while member < end {
      let candidate = document.nodes[member]
      if document.isKey(of: candidate, equalTo: key.utf8.span, in: written) {
        return JSONNode(document: document, index: member)
      }
      member = Int(candidate.next)
    }
    return nil
  }
}
