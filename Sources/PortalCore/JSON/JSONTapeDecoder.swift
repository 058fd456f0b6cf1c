/// Reads `Decodable` values from a parsed document.
///
/// In place of FoundationEssentials' decoder, which makes a dictionary of every object: opening a record of ten years has to fit into a first frame (`scripts/bench`). Reads
/// what `JSONStreamEncoder` writes; a value that does not fit throws `DecodingError`.
struct JSONTapeDecoder: Decoder {
  private let node: JSONNode

  static func decode<Value: Decodable>(_ type: Value.Type, from node: JSONNode) throws -> Value {
    try Value(from: JSONTapeDecoder(node))
  }

  fileprivate init(_ node: JSONNode) {
    self.node = node
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard node.kind == .object else { throw mismatch("an object") }
    return KeyedDecodingContainer(KeyedTape<Key>(node: node))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard node.kind == .array else { throw mismatch("an array") }
    return UnkeyedTape(node)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer {
    ValueTape(node: node)
  }
}

/// What every fault amounts to: never with content, which may be about somebody's health.
private func mismatch(_ expected: String) -> DecodingError {
  .dataCorrupted(DecodingError.Context(codingPath: [], debugDescription: "expected \(expected)"))
}

extension JSONNode {
  fileprivate func decodedString() throws -> String {
    guard let text else { throw mismatch("a string") }
    return text
  }

  fileprivate func decodedBoolean() throws -> Bool {
    guard let boolean else { throw mismatch("true or false") }
    return boolean
  }

  fileprivate func decodedInteger() throws -> Int {
    guard let number = numberText.flatMap(Int.init) else { throw mismatch("a whole number") }
    return number
  }
}

private struct KeyedTape<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { node.members.compactMap { Key(stringValue: $0.key) } }

  func contains(_ key: Key) -> Bool {
    node[key.stringValue] != nil
  }

  private func value(_ key: Key) throws -> JSONNode {
    guard let value = node[key.stringValue] else { throw mismatch(key.stringValue) }
    return value
  }

  func decodeNil(forKey key: Key) throws -> Bool {
    try value(key).isNull
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    try value(key).decodedBoolean()
  }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try value(key).decodedString()
  }

  func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
    try value(key).decodedInteger()
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try JSONTapeDecoder.decode(type, from: try value(key))
  }

  // One look-up instead of the default's three.
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    guard let value = node[key.stringValue], !value.isNull else { return nil }
    return try value.decodedString()
  }

  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    guard let value = node[key.stringValue], !value.isNull else { return nil }
    return try JSONTapeDecoder.decode(type, from: value)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type,
    forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    KeyedDecodingContainer(KeyedTape<NestedKey>(node: try value(key)))
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    UnkeyedTape(try value(key))
  }

  func superDecoder() throws -> any Decoder {
    JSONTapeDecoder(node)
  }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    JSONTapeDecoder(try value(key))
  }
}

private struct UnkeyedTape: UnkeyedDecodingContainer {
  private let elements: [JSONNode]
  private(set) var currentIndex = 0
  var codingPath: [any CodingKey] { [] }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex == elements.count }

  init(_ node: JSONNode) {
    elements = Array(node.elements)
  }

  private mutating func next() throws -> JSONNode {
    guard currentIndex < elements.count else { throw mismatch("another element") }
    defer { currentIndex += 1 }
    return elements[currentIndex]
  }

  mutating func decodeNil() throws -> Bool {
    guard currentIndex < elements.count, elements[currentIndex].isNull else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONTapeDecoder.decode(type, from: try next())
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    KeyedDecodingContainer(KeyedTape<NestedKey>(node: try next()))
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    UnkeyedTape(try next())
  }

  mutating func superDecoder() throws -> any Decoder {
    JSONTapeDecoder(try next())
  }
}

private struct ValueTape: SingleValueDecodingContainer {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { node.isNull }

  func decode(_ type: Bool.Type) throws -> Bool {
    try node.decodedBoolean()
  }

  func decode(_ type: String.Type) throws -> String {
    try node.decodedString()
  }

  // Every number comes here in the end.
  func decode<Value: Decodable & FixedWidthInteger>(_ type: Value.Type) throws -> Value {
    guard let number = node.numberText.flatMap({ Value($0) }) else { throw mismatch("a number") }
    return number
  }

  func decode(_ type: Double.Type) throws -> Double {
    guard let number = node.numberText.flatMap(Double.init) else { throw mismatch("a number") }
    return number
  }

  func decode(_ type: Float.Type) throws -> Float {
    Float(try decode(Double.self))
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try JSONTapeDecoder.decode(type, from: node)
  }
}
