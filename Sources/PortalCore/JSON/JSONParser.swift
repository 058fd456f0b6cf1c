/// Reads one JSON value and all that it contains into a tape, without recursion.
///
/// The bytes are handed to each call and not kept, so that every access to them is checked
/// against a length in a register and no reference is counted.
struct JSONParser {
  let limits: JSONLimits
  private(set) var nodes: [JSONDocument.Node] = []
  /// The next byte to be read.
  var position = 0
  /// The nodes of the objects and arrays that are still open, the outermost first.
  private var open: [Int] = []
  private var isInObject = false
  private var keys = JSONKeyRegister()
  /// The opening quote of the key before the next value; 0 where none stands.
  private var key = 0
  private var keyHasEscape = false

  init(limits: JSONLimits, capacity: Int) {
    self.limits = limits
    nodes.reserveCapacity(min(capacity, limits.values))
  }

  /// An upper bound of the values in a text: one, one more after each comma, and a first one in
  /// each bracket.
  ///
  /// Room for it is taken once. Growing by doubling instead would for a moment hold three times
  /// the tape. Commas in strings count too; room that is never written costs no memory.
  static func mostValues(in text: Span<UInt8>) -> Int {
    // A sum of 32 bits, enough for the largest document, and an `if` without `else` let the
    // compiler take many bytes at a time: 8 GB/s instead of 1.
    var count: UInt32 = 1
    for index in 0..<text.count {
      let byte = text[index]
      // `[` and `{` differ in one bit.
      if byte == UInt8(ascii: ",") || byte | 0x20 == UInt8(ascii: "{") { count &+= 1 }
    }
    return Int(count)
  }

  /// Reads white space and one value; the position is then right after the value.
  mutating func readDocument(in bytes: Span<UInt8>) throws(JSONFailure) {
    skipWhitespace(in: bytes)
    guard position < bytes.count else {
      throw JSONFailure(reason: .empty, position: position)
    }
    repeat {
      if isInObject { try readKey(in: bytes) }
      try readValue(in: bytes)
    } while try isFollowedByMore(in: bytes)
  }

  mutating func skipWhitespace(in bytes: Span<UInt8>) {
    var index = position
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        index += 1
      default:
        position = index
        return
      }
    }
    position = index
  }

  /// The failure of a byte that does not fit here; the end, bytes that are no UTF-8 and NUL are
  /// told apart from characters.
  func unexpected(
    _ reason: JSONError.Reason = .unexpectedCharacter,
    in bytes: Span<UInt8>
  ) -> JSONFailure {
    guard position < bytes.count else {
      return JSONFailure(reason: .unexpectedEnd, position: bytes.count)
    }
    guard UTF8Sequence.length(at: position, in: bytes) != nil else {
      return JSONFailure(reason: .notUTF8, position: position)
    }
    return JSONFailure(reason: bytes[position] == 0 ? .nulCharacter : reason, position: position)
  }
}

// Values and what stands between them.
extension JSONParser {
  /// Reads a scalar, or opens an object or array.
  private mutating func readValue(in bytes: Span<UInt8>) throws(JSONFailure) {
    guard position < bytes.count else { throw unexpected(in: bytes) }
    let start = position
    var hasEscape = keyHasEscape
    let kind: JSONKind
    switch bytes[position] {
    case UInt8(ascii: "\""):
      kind = .string
      if try readString(in: bytes) { hasEscape = true }
    case UInt8(ascii: "{"):
      return try openContainer(.object)
    case UInt8(ascii: "["):
      return try openContainer(.array)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      kind = .number
      try readNumber(in: bytes)
    case UInt8(ascii: "t"):
      kind = .boolean
      try readWord("true", in: bytes)
    case UInt8(ascii: "f"):
      kind = .boolean
      try readWord("false", in: bytes)
    case UInt8(ascii: "n"):
      kind = .null
      try readWord("null", in: bytes)
    default:
      throw unexpected(in: bytes)
    }
    try append(kind, range: start..<position, hasEscape: hasEscape)
  }

  private mutating func append(
    _ kind: JSONKind,
    range: Range<Int>,
    hasEscape: Bool
  ) throws(JSONFailure) {
    guard nodes.count < limits.values else {
      throw JSONFailure(reason: .tooManyValues(limit: limits.values), position: range.lowerBound)
    }
    nodes.append(
      JSONDocument.Node(
        kind: kind,
        range: range,
        next: nodes.count + 1,
        key: key,
        hasEscape: hasEscape
      )
    )
    key = 0
    keyHasEscape = false
  }

  private mutating func openContainer(_ kind: JSONKind) throws(JSONFailure) {
    guard open.count < limits.depth else {
      throw JSONFailure(reason: .tooDeep(limit: limits.depth), position: position)
    }
    open.append(nodes.count)
    try append(kind, range: position..<position, hasEscape: keyHasEscape)
    isInObject = kind == .object
    if isInObject { keys.openObject() }
    position += 1
  }

  private mutating func closeContainer() {
    guard let index = open.popLast() else { return }
    position += 1
    nodes[index].end = UInt32(truncatingIfNeeded: position)
    nodes[index].next = UInt32(truncatingIfNeeded: nodes.count)
    if isInObject { keys.closeObject() }
    if let outer = open.last { isInObject = nodes[outer].kind == .object }
  }

  /// Reads commas and closing brackets up to the next key or value.
  ///
  /// Returns false when the outermost value is closed.
  private mutating func isFollowedByMore(in bytes: Span<UInt8>) throws(JSONFailure) -> Bool {
    while let container = open.last {
      skipWhitespace(in: bytes)
      guard position < bytes.count else { throw unexpected(in: bytes) }
      let isEmpty = container == nodes.count - 1
      let closing = isInObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
      if bytes[position] == closing {
        closeContainer()
      } else if isEmpty {
        return true
      } else if bytes[position] == UInt8(ascii: ",") {
        position += 1
        skipWhitespace(in: bytes)
        return true
      } else {
        throw unexpected(in: bytes)
      }
    }
    return false
  }

  /// Reads a key, the colon and the white space around it.
  private mutating func readKey(in bytes: Span<UInt8>) throws(JSONFailure) {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
      throw unexpected(in: bytes)
    }
    key = position
    keyHasEscape = try readString(in: bytes)
    let isNew = keys.insert((key + 1)..<(position - 1), hasEscape: keyHasEscape, in: bytes)
    guard isNew else { throw JSONFailure(reason: .duplicateKey, position: key) }
    skipWhitespace(in: bytes)
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
      throw unexpected(in: bytes)
    }
    position += 1
    skipWhitespace(in: bytes)
  }
}
