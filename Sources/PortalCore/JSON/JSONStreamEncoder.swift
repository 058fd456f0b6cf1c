/// Writes `Encodable` values as compact JSON straight into bytes, keys in the order they are
/// declared.
///
/// In place of FoundationEssentials' encoder, which builds a tree and sorts it first: for the
/// records of an import it took a quarter of the time (`scripts/bench`). The same value
/// always gives the same bytes. A type may ask for one container only, and for no nested one.
package struct JSONStreamEncoder: Encoder {
  private let stream: JSONByteStream

  /// The bytes of a value, after some that stand before it.
  package static func encode(_ value: some Encodable, after start: [UInt8] = []) -> [UInt8] {
    let stream = JSONByteStream(start)
    stream.write(value)
    return stream.text.bytes
  }

  /// An array of values after some bytes, where each of them stands in all the bytes, and how many
  /// brackets are within one another at the deepest.
  static func encodeEach(
    _ values: [some Encodable],
    after start: [UInt8]
  ) -> (bytes: [UInt8], places: [Range<Int>], depth: Int) {
    let stream = JSONByteStream(start)
    var places: [Range<Int>] = []
    stream.text.open(.array)
    for value in values {
      stream.text.separate()
      let first = stream.text.bytes.count
      stream.write(value)
      places.append(first..<stream.text.bytes.count)
    }
    stream.text.close(to: 0)
    return (stream.text.bytes, places, stream.text.depth)
  }

  fileprivate init(_ stream: JSONByteStream) {
    self.stream = stream
  }

  package var codingPath: [any CodingKey] { [] }
  package var userInfo: [CodingUserInfoKey: Any] { [:] }

  package func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) -> KeyedEncodingContainer<Key> {
    stream.text.open(.object)
    return KeyedEncodingContainer(KeyedStream<Key>(stream: stream))
  }

  package func unkeyedContainer() -> any UnkeyedEncodingContainer {
    stream.text.open(.array)
    return UnkeyedStream(stream: stream)
  }

  package func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueStream(stream: stream)
  }
}

/// What the containers that `Encodable` hands around all write into: a class, so that it is one.
private final class JSONByteStream {
  var text: JSONText

  init(_ start: [UInt8]) {
    text = JSONText(start)
  }

  /// A value, with every bracket it has opened closed again.
  func write(_ value: some Encodable) {
    let level = text.level
    do {
      try value.encode(to: JSONStreamEncoder(self))
    } catch {
      preconditionFailure("a value of ours always has a JSON form")
    }
    text.close(to: level)
  }
}

/// The bytes so far, and the brackets that are open.
private struct JSONText {
  enum Bracket {
    case object
    case array

    var opening: UInt8 { self == .object ? UInt8(ascii: "{") : UInt8(ascii: "[") }
    var closing: UInt8 { self == .object ? UInt8(ascii: "}") : UInt8(ascii: "]") }
  }

  private(set) var bytes: [UInt8]
  /// How many brackets were open at most.
  private(set) var depth = 0
  private var brackets: [(bracket: Bracket, isEmpty: Bool)] = []

  init(_ start: [UInt8]) {
    bytes = start
  }

  /// How many brackets are open.
  var level: Int { brackets.count }

  mutating func open(_ bracket: Bracket) {
    bytes.append(bracket.opening)
    brackets.append((bracket, true))
    depth = max(depth, brackets.count)
  }

  /// Closes brackets until so many are open.
  mutating func close(to level: Int) {
    while brackets.count > level { bytes.append(brackets.removeLast().bracket.closing) }
  }

  /// The comma before a further member or element.
  mutating func separate() {
    guard let last = brackets.indices.last else { return }
    if !brackets[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
    brackets[last].isEmpty = false
  }

  mutating func key(_ key: String) {
    separate()
    string(key)
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func literal(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// A string: quotes, backslashes and control characters escaped, everything else as it is.
  mutating func string(_ text: String) {
    let utf8 = text.utf8
    guard JSONText.needsEscapes(utf8.span) else {
      bytes.append(UInt8(ascii: "\""))
      bytes.append(contentsOf: utf8)
      bytes.append(UInt8(ascii: "\""))
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        literal("\\u00")
        Hexadecimal.append([byte], to: &bytes)
      default:
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscapes(_ bytes: Span<UInt8>) -> Bool {
    // Bits and no branches, and all of them: sixteen at a time then.
    var found: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      found |= (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0)
    }
    return found != 0
  }
}

private struct KeyedStream<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let stream: JSONByteStream
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    stream.text.key(key.stringValue)
    stream.text.literal("null")
  }

  func encode(_ value: Bool, forKey key: Key) {
    stream.text.key(key.stringValue)
    stream.text.literal(value ? "true" : "false")
  }

  func encode(_ value: String, forKey key: Key) {
    stream.text.key(key.stringValue)
    stream.text.string(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    stream.text.key(key.stringValue)
    stream.text.literal(String(value))
  }

  func encode(_ value: some Encodable, forKey key: Key) {
    stream.text.key(key.stringValue)
    stream.write(value)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    preconditionFailure("no record asks for a nested container")
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    preconditionFailure("no record asks for a nested container")
  }

  func superEncoder() -> any Encoder {
    preconditionFailure("no record has a superclass")
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    preconditionFailure("no record has a superclass")
  }
}

private struct UnkeyedStream: UnkeyedEncodingContainer {
  let stream: JSONByteStream
  var count = 0
  var codingPath: [any CodingKey] { [] }

  init(stream: JSONByteStream) {
    self.stream = stream
  }

  mutating func encodeNil() {
    next()
    stream.text.literal("null")
  }

  mutating func encode(_ value: some Encodable) {
    next()
    stream.write(value)
  }

  private mutating func next() {
    stream.text.separate()
    count += 1
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    preconditionFailure("no record asks for a nested container")
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    preconditionFailure("no record asks for a nested container")
  }

  mutating func superEncoder() -> any Encoder {
    preconditionFailure("no record has a superclass")
  }
}

private struct ValueStream: SingleValueEncodingContainer {
  let stream: JSONByteStream
  var codingPath: [any CodingKey] { [] }

  func encodeNil() {
    stream.text.literal("null")
  }

  func encode(_ value: Bool) {
    stream.text.literal(value ? "true" : "false")
  }

  func encode(_ value: String) {
    stream.text.string(value)
  }

  // Every number comes here in the end.
  func encode(_ value: some Encodable & FixedWidthInteger) {
    stream.text.literal(String(value))
  }

  func encode(_ value: Double) {
    stream.text.literal(value.description)
  }

  func encode(_ value: Float) {
    stream.text.literal(value.description)
  }

  func encode(_ value: some Encodable) {
    stream.write(value)
  }
}
