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
    return stream.bytes
  }

  /// An array of values after some bytes, where each of them stands in all the bytes, and how many
  /// brackets are within one another at the deepest.
  static func encodeEach(
    _ values: [some Encodable],
    after start: [UInt8]
  ) -> (bytes: [UInt8], places: [Range<Int>], depth: Int) {
    let stream = JSONByteStream(start)
    var places: [Range<Int>] = []
    stream.open(.array)
    for value in values {
      stream.separate()
      let first = stream.bytes.count
      stream.write(value)
      places.append(first..<stream.bytes.count)
    }
    stream.close()
    return (stream.bytes, places, stream.depth)
  }

  fileprivate init(_ stream: JSONByteStream) {
    self.stream = stream
  }

  package var codingPath: [any CodingKey] { [] }
  package var userInfo: [CodingUserInfoKey: Any] { [:] }

  package func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) -> KeyedEncodingContainer<Key> {
    stream.open(.object)
    return KeyedEncodingContainer(KeyedStream<Key>(stream: stream))
  }

  package func unkeyedContainer() -> any UnkeyedEncodingContainer {
    stream.open(.array)
    return UnkeyedStream(stream: stream)
  }

  package func singleValueContainer() -> any SingleValueEncodingContainer {
    ValueStream(stream: stream)
  }
}

/// The bytes so far, and the brackets that are open.
///
/// A class because the containers that `Encodable` hands around all write into the one stream.
private final class JSONByteStream {
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

  func open(_ bracket: Bracket) {
    bytes.append(bracket.opening)
    brackets.append((bracket, true))
    depth = max(depth, brackets.count)
  }

  /// A value, with every bracket it has opened closed again.
  func write(_ value: some Encodable) {
    let depth = brackets.count
    do {
      try value.encode(to: JSONStreamEncoder(self))
    } catch {
      preconditionFailure("a value of ours always has a JSON form")
    }
    while brackets.count > depth { close() }
  }

  /// Closes the last bracket.
  func close() {
    let last = brackets.removeLast()
    bytes.append(last.bracket.closing)
  }

  /// The comma before a further member or element.
  func separate() {
    guard let last = brackets.indices.last else { return }
    if !brackets[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
    brackets[last].isEmpty = false
  }

  func key(_ key: some CodingKey) {
    separate()
    string(key.stringValue)
    bytes.append(UInt8(ascii: ":"))
  }

  func literal(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// A string: quotes, backslashes and control characters escaped, everything else as it is.
  func string(_ text: String) {
    let utf8 = text.utf8
    guard JSONByteStream.needsEscapes(utf8.span) else {
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
        let digits = Array("0123456789abcdef".utf8)
        literal("\\u00")
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default:
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func needsEscapes(_ bytes: Span<UInt8>) -> Bool {
    var isNeeded = false
    // All of them, without stopping at the first: many at a time then.
    for index in bytes.indices {
      let byte = bytes[index]
      isNeeded = isNeeded || byte < 0x20 || byte == 0x22 || byte == 0x5C
    }
    return isNeeded
  }
}

private struct KeyedStream<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let stream: JSONByteStream
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    stream.key(key)
    stream.literal("null")
  }

  func encode(_ value: Bool, forKey key: Key) {
    stream.key(key)
    stream.literal(value ? "true" : "false")
  }

  func encode(_ value: String, forKey key: Key) {
    stream.key(key)
    stream.string(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    stream.key(key)
    stream.literal(String(value))
  }

  func encode(_ value: some Encodable, forKey key: Key) {
    stream.key(key)
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
    stream.literal("null")
  }

  mutating func encode(_ value: some Encodable) {
    next()
    stream.write(value)
  }

  private mutating func next() {
    stream.separate()
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
    stream.literal("null")
  }

  func encode(_ value: Bool) {
    stream.literal(value ? "true" : "false")
  }

  func encode(_ value: String) {
    stream.string(value)
  }

  // Every number comes here in the end.
  func encode(_ value: some Encodable & FixedWidthInteger) {
    stream.literal(String(value))
  }

  func encode(_ value: Double) {
    stream.literal(value.description)
  }

  func encode(_ value: Float) {
    stream.literal(value.description)
  }

  func encode(_ value: some Encodable) {
    stream.write(value)
  }
}
