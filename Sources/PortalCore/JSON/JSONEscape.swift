/// What an escape in a string stands for.
enum JSONEscape {
  /// The scalar, and how many bytes the escape has.
  case scalar(Unicode.Scalar, length: Int)
  /// The text ends inside the escape.
  case cut
  case invalid
  case loneSurrogate

  /// Reads the escape whose backslash is at an index.
  init(at index: Int, in bytes: Span<UInt8>) {
    guard index + 1 < bytes.count else {
      self = .cut
      return
    }
    let letter = bytes[index + 1]
    if letter == UInt8(ascii: "u") {
      self = JSONEscape.numbered(at: index, in: bytes)
    } else if let scalar = JSONEscape.named(letter) {
      self = .scalar(scalar, length: 2)
    } else {
      self = .invalid
    }
  }

  private static func named(_ letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "b"): "\u{08}"
    case UInt8(ascii: "f"): "\u{0C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    default: nil
    }
  }

  private static func numbered(at index: Int, in bytes: Span<UInt8>) -> JSONEscape {
    let first: UInt32
    switch Unit(at: index, in: bytes) {
    case .value(let value): first = value
    case .cut: return .cut
    case .invalid: return .invalid
    }
    if let scalar = Unicode.Scalar(first) { return .scalar(scalar, length: 6) }
    // What is no scalar of its own is half of a pair; the high half stands first.
    guard first < 0xDC00 else { return .loneSurrogate }
    switch Unit(at: index + 6, in: bytes) {
    case .value(let second):
      guard (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { return .loneSurrogate }
      return .scalar(scalar, length: 12)
    case .cut: return .cut
    case .invalid: return .loneSurrogate
    }
  }

  /// One `\uXXXX`.
  private enum Unit {
    case value(UInt32)
    case cut
    case invalid

    init(at index: Int, in bytes: Span<UInt8>) {
      var value: UInt32 = 0
      for offset in 0..<6 {
        guard index + offset < bytes.count else {
          self = .cut
          return
        }
        let byte = bytes[index + offset]
        switch offset {
        case 0 where byte == UInt8(ascii: "\\"), 1 where byte == UInt8(ascii: "u"): continue
        case 0, 1:
          self = .invalid
          return
        default:
          guard let digit = Unit.hexadecimal(byte) else {
            self = .invalid
            return
          }
          value = value << 4 | digit
        }
      }
      self = .value(value)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt32? {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
      default: nil
      }
    }
  }

  /// The UTF-8 of a string's content, between its quotes, with every escape replaced.
  static func decode(_ content: Span<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(content.count)
    var index = 0
    while index < content.count {
      let byte = content[index]
      if byte == UInt8(ascii: "\\"),
        case .scalar(let scalar, let length) = JSONEscape(at: index, in: content)
      {
        decoded.append(contentsOf: scalar.utf8)
        index += length
      } else {
        decoded.append(byte)
        index += 1
      }
    }
    return decoded
  }
}
