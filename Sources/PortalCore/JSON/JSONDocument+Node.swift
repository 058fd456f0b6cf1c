/// What a JSON value is.
enum JSONKind: UInt8, Sendable {
  case object
  case array
  case string
  case number
  case boolean
  case null
}

extension JSONDocument {
  /// Where one value stands: 16 bytes, with positions counted from the start of the text.
  ///
  /// A member of an object needs no node for its key: the position of the key's opening quote
  /// is kept here, and its end is found by reading.
  struct Node: Sendable {
    /// The first byte of the value.
    let start: UInt32
    /// The byte after the last; for an object or array known when its bracket closes.
    var end: UInt32
    /// The index of the node after this one and all that it contains.
    var next: UInt32
    /// From the lowest bit: kind (3), escapes (1), position of the key (28).
    private let packed: UInt32

    /// - Parameters:
    ///   - kind: What the value is.
    ///   - range: Where it stands; below 2^28, which `JSONLimits` sees to.
    ///   - next: The index of the node after it and its content.
    ///   - key: The opening quote of its key; 0, where only a root can stand, for no key.
    ///   - hasEscape: Whether its key or its own string is written with an escape.
    init(kind: JSONKind, range: Range<Int>, next: Int, key: Int, hasEscape: Bool) {
      start = UInt32(truncatingIfNeeded: range.lowerBound)
      end = UInt32(truncatingIfNeeded: range.upperBound)
      self.next = UInt32(truncatingIfNeeded: next)
      packed =
        UInt32(truncatingIfNeeded: key) << 4 | (hasEscape ? 0b1000 : 0) | UInt32(kind.rawValue)
    }

    var kind: JSONKind { JSONKind(rawValue: UInt8(packed & 0b0111)) ?? .null }

    /// Whether the key or the string has to be decoded; false for most.
    var hasEscape: Bool { packed & 0b1000 != 0 }

    /// The position of the key's opening quote; 0 for an element or a root.
    var key: Int { Int(packed >> 4) }
  }
}
