/// JSON with a line for each value, for reading; digits, keys and escapes stay as they were written.
///
/// Works on bytes without reading meaning into them: any bytes give a text. Long strings (pictures,
/// attachments) and what follows after many lines are left out, and their place says so.
struct IndentedJSON: Equatable, Sendable {
  private(set) var text: String
  /// Whether anything was left out.
  private(set) var isShortened = false

  private static let longestString = 2000
  private static let mostBytes = 200_000
  private static let deepestIndent = 32

  init(_ bytes: [UInt8]) {
    text = ""
    var output: [UInt8] = []
    output.reserveCapacity(min(bytes.count * 3 / 2, Self.mostBytes))
    var depth = 0
    var index = 0
    while index < bytes.count {
      guard output.count < Self.mostBytes else {
        output += Array("\n…".utf8)
        isShortened = true
        break
      }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        let end = Self.endOfString(bytes, from: index)
        append(bytes[index..<end], to: &output)
        index = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        output.append(byte)
        if let end = Self.emptyEnd(bytes, after: index) {
          output.append(bytes[end])
          index = end + 1
          continue
        }
        depth += 1
        Self.breakLine(&output, depth)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth = max(0, depth - 1)
        Self.breakLine(&output, depth)
        output.append(byte)
      case UInt8(ascii: ","):
        output.append(byte)
        Self.breakLine(&output, depth)
      case UInt8(ascii: ":"):
        output += [byte, 0x20]
      case 0x20, 0x09, 0x0A, 0x0D:
        break
      default:
        output.append(byte)
      }
      index += 1
    }
    text = String(decoding: output, as: UTF8.self)
  }

  private mutating func append(_ string: ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard string.count > Self.longestString else {
      output += string
      return
    }
    isShortened = true
    // Cut before a byte that goes on with a character.
    var end = string.startIndex + Self.longestString
    while end > string.startIndex, string[end] & 0xC0 == 0x80 { end -= 1 }
    output += string[..<end] + Array("…\"".utf8)
  }

  /// The index after the closing quote of a string, or the end.
  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\"") { return index + 1 }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return bytes.count
  }

  /// Where an object or array ends that holds nothing; nil where it holds something.
  private static func emptyEnd(_ bytes: [UInt8], after start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    return bytes[index] == UInt8(ascii: "}") || bytes[index] == UInt8(ascii: "]") ? index : nil
  }

  private static func breakLine(_ output: inout [UInt8], _ depth: Int) {
    output.append(0x0A)
    output += Array(repeating: 0x20, count: 2 * min(depth, deepestIndent))
  }
}
