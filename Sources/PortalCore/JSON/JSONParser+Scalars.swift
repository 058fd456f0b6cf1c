extension JSONParser {
  /// Reads a string whose opening quote is at the position; returns whether it has escapes.
  mutating func readString(in bytes: Span<UInt8>) throws(JSONFailure) -> Bool {
    let opening = position
    var index = opening + 1
    var hasEscape = false
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        guard index - opening - 1 <= limits.stringBytes else {
          throw JSONFailure(
            reason: .stringTooLong(limitInBytes: limits.stringBytes),
            position: opening
          )
        }
        position = index + 1
        return hasEscape
      case UInt8(ascii: "\\"):
        hasEscape = true
        index += try escapeLength(at: index, in: bytes)
      case 0x00:
        throw JSONFailure(reason: .nulCharacter, position: index)
      case 0x01...0x1F:
        throw JSONFailure(reason: .controlCharacter, position: index)
      case 0x20...0x7F:
        index += 1
      default:
        guard let length = UTF8Sequence.length(at: index, in: bytes) else {
          throw JSONFailure(reason: .notUTF8, position: index)
        }
        index += length
      }
    }
    throw JSONFailure(reason: .unexpectedEnd, position: bytes.count)
  }

  /// How many bytes an escape has; a surrogate pair is one escape of twelve.
  private func escapeLength(at index: Int, in bytes: Span<UInt8>) throws(JSONFailure) -> Int {
    switch JSONEscape(at: index, in: bytes) {
    case .scalar(let scalar, let length):
      guard scalar != "\0" || limits.allowsNul else {
        throw JSONFailure(reason: .nulCharacter, position: index)
      }
      return length
    case .cut: throw JSONFailure(reason: .unexpectedEnd, position: bytes.count)
    case .invalid: throw JSONFailure(reason: .invalidEscape, position: index)
    case .loneSurrogate: throw JSONFailure(reason: .loneSurrogate, position: index)
    }
  }

  /// Reads a number: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  mutating func readNumber(in bytes: Span<UInt8>) throws(JSONFailure) {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    if next(in: bytes) == UInt8(ascii: "0") {
      position += 1
      if let digit = next(in: bytes), JSONParser.isDigit(digit) {
        throw JSONFailure(reason: .invalidNumber, position: position)
      }
    } else {
      try readDigits(in: bytes)
    }
    if next(in: bytes) == UInt8(ascii: ".") {
      position += 1
      try readDigits(in: bytes)
    }
    if let mark = next(in: bytes), mark | 0x20 == UInt8(ascii: "e") {
      position += 1
      if let sign = next(in: bytes), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        position += 1
      }
      try readDigits(in: bytes)
    }
    guard position - start <= limits.numberCharacters else {
      throw JSONFailure(
        reason: .numberTooLong(limitInCharacters: limits.numberCharacters),
        position: start
      )
    }
  }

  /// Reads `true`, `false` or `null`.
  mutating func readWord(_ word: String, in bytes: Span<UInt8>) throws(JSONFailure) {
    for letter in word.utf8 {
      guard next(in: bytes) == letter else { throw unexpected(in: bytes) }
      position += 1
    }
  }

  private mutating func readDigits(in bytes: Span<UInt8>) throws(JSONFailure) {
    guard let first = next(in: bytes), JSONParser.isDigit(first) else {
      throw unexpected(.invalidNumber, in: bytes)
    }
    position += 1
    while let digit = next(in: bytes), JSONParser.isDigit(digit) {
      position += 1
    }
  }

  private func next(in bytes: Span<UInt8>) -> UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
