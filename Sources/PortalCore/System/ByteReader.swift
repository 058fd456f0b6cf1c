/// Reads the fields of a row one after the other; what lies behind the end reads as 0.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The least significant byte first.
  mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type) -> Value {
    var value: Value = 0
    let size = Value.bitWidth / 8
    for index in 0..<size where position + index < bytes.endIndex {
      value |= Value(truncatingIfNeeded: bytes[position + index]) << Value(index * 8)
    }
    position += size
    return value
  }

  mutating func take(_ count: Int) -> ArraySlice<UInt8> {
    let end = min(bytes.endIndex, position + count)
    defer { position = end }
    return bytes[min(position, end)..<end]
  }
}

extension [UInt8] {
  /// The least significant byte first.
  mutating func append<Value: FixedWidthInteger>(integer value: Value) {
    for index in 0..<(Value.bitWidth / 8) {
      append(UInt8(truncatingIfNeeded: value >> Value(index * 8)))
    }
  }
}
