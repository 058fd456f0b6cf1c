/// A line and a column in a text, both counted from 1.
///
/// A line ends at a line feed; a carriage return before it belongs to the line that ends. The
/// column counts Unicode scalars. A leading byte order mark has no column.
package struct JSONPlace: Hashable, Sendable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// This place moved over some bytes, at most 4 GiB.
  ///
  /// Whatever is no continuation byte counts as a scalar, so that bytes that are not UTF-8 get
  /// a column as well.
  func moved(over bytes: Span<UInt8>) -> JSONPlace {
    let lineFeeds = JSONPlace.lineFeeds(in: bytes)
    guard lineFeeds > 0 else {
      return JSONPlace(line: line, column: column + JSONPlace.scalars(in: bytes))
    }
    var start = bytes.count
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") {
      start -= 1
    }
    let scalars = JSONPlace.scalars(in: bytes.extracting(start...))
    return JSONPlace(line: line + lineFeeds, column: 1 + scalars)
  }

  // The shape of the two loops is measured: a sum of 32 bits and an `if` without `else` let the
  // compiler take many bytes at a time, 8 GB/s instead of 1.

  private static func lineFeeds(in bytes: Span<UInt8>) -> Int {
    var count: UInt32 = 0
    for index in 0..<bytes.count where bytes[index] == UInt8(ascii: "\n") {
      count &+= 1
    }
    return Int(count)
  }

  private static func scalars(in bytes: Span<UInt8>) -> Int {
    var continuations: UInt32 = 0
    for index in 0..<bytes.count where UTF8Sequence.isContinuation(bytes[index]) {
      continuations &+= 1
    }
    return bytes.count - Int(continuations)
  }
}
