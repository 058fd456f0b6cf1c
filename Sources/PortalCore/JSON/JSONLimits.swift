/// How much one JSON document may ask of memory and time.
///
/// Values handed in by whoever imports; a document beyond one of them is refused with the
/// limit in the reason. Negative values count as zero.
package struct JSONLimits: Hashable, Sendable {
  /// The most that positions of 28 bits in the tape can tell apart: 256 MiB.
  static let mostDocumentBytes = 1 << 28

  /// Bytes of one document, white space included; never above 256 MiB.
  ///
  /// A line of a file with one document a line is a document of its own.
  let documentBytes: Int
  /// Objects and arrays inside one another; a document `[]` has depth 1.
  let depth: Int
  /// Bytes between the quotes of one string or key, as written: an escape counts in full.
  let stringBytes: Int
  /// Characters of one number as written, sign and exponent included.
  let numberCharacters: Int
  /// Values of all kinds in one document.
  ///
  /// Each costs 16 bytes, and `[0,0,0` has one for every two bytes, so that without this limit
  /// 256 MiB of input could take 2 GiB.
  let values: Int
  /// Whether a text may hold `\u0000`; as a byte it is never allowed.
  let allowsNul: Bool

  package static let standard = JSONLimits()

  /// For what the store itself has written: whatever a person has typed, and documents as deep as
  /// an import may bring them.
  static let store = JSONLimits(
    depth: 1024,
    stringBytes: mostDocumentBytes,
    values: mostDocumentBytes,
    allowsNul: true
  )

  package init(
    documentBytes: Int = JSONLimits.mostDocumentBytes,
    depth: Int = 128,
    stringBytes: Int = 16 << 20,
    numberCharacters: Int = 64,
    values: Int = 16 << 20,
    allowsNul: Bool = false
  ) {
    self.allowsNul = allowsNul
    self.documentBytes = min(max(0, documentBytes), JSONLimits.mostDocumentBytes)
    self.depth = max(0, depth)
    self.stringBytes = max(0, stringBytes)
    self.numberCharacters = max(0, numberCharacters)
    self.values = min(max(0, values), JSONLimits.mostDocumentBytes)
  }
}
