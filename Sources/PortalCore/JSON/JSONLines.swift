/// A line of a text that holds something other than white space.
struct JSONLine: Hashable, Sendable {
  /// Where it stands in the bytes, without its line end.
  let range: Range<Int>
  /// Counted from 1, blank lines included.
  let number: Int
}

/// The lines of a text with one JSON document a line (NDJSON, https://github.com/ndjson/ndjson-spec).
///
/// A line ends at a line feed, with or without a carriage return before it; the last one may end
/// with the text. Blank lines are skipped and counted. Nothing is copied, so the text may be of
/// any length.
struct JSONLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position: Int
  private let end: Int
  private var number: Int

  /// - Parameters:
  ///   - bytes: The text, or a longer one of which it is a part.
  ///   - range: The part to split, starting at the start of a line; everything where nil.
  ///   - line: The number of the line on which the part starts.
  init(_ bytes: [UInt8], range: Range<Int>? = nil, line: Int = 1) {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
    number = line
  }

  mutating func next() -> JSONLine? {
    while position < end {
      let line = JSONLine(range: position..<lineEnd(), number: number)
      position = Swift.min(line.range.upperBound + 1, end)
      number += 1
      if let content = content(of: line) { return content }
    }
    return nil
  }

  /// The position of the next line feed, else the end.
  private func lineEnd() -> Int {
    let bytes = bytes.span
    var index = position
    while index < end, bytes[index] != UInt8(ascii: "\n") {
      index += 1
    }
    return index
  }

  /// The line without its carriage return; nil where it is blank.
  private func content(of line: JSONLine) -> JSONLine? {
    let bytes = bytes.span
    var first = line.range.lowerBound
    if line.number == 1, JSONEncodingMark.isUTF8ByteOrderMark(at: first, in: bytes) {
      first = Swift.min(first + 3, line.range.upperBound)
    }
    while first < line.range.upperBound, JSONLines.isBlank(bytes[first]) {
      first += 1
    }
    guard first < line.range.upperBound else { return nil }
    let hasReturn = bytes[line.range.upperBound - 1] == UInt8(ascii: "\r")
    let range = line.range.lowerBound..<(line.range.upperBound - (hasReturn ? 1 : 0))
    return JSONLine(range: range, number: line.number)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
