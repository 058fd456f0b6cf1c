/// One parsed JSON document: the source bytes and a tape of where its values stand in them.
///
/// A class because a node is only an index into it: every node of a document shares the one
/// tape, and copying a node must not copy or compare anything. It never changes.
///
/// The text is RFC 8259 in UTF-8 and nothing wider (``JSONError/Reason``). Nothing is decoded
/// ahead: strings and numbers are made from the bytes when they are asked for. Memory is the
/// bytes, which are shared with the caller's array, and 16 bytes a value: about 1.4 times the
/// file for a pretty-printed bundle.
final class JSONDocument: Sendable {
  /// Everything the caller handed in, of which the document may be a part.
  let bytes: [UInt8]
  /// The values in the order of the text, the root first; never empty.
  let nodes: [Node]
  /// Where in the bytes the text starts, after a byte order mark; the tape counts from here.
  let start: Int
  /// Whether the text began with a byte order mark, which was skipped.
  let hadByteOrderMark: Bool
  /// What follows the first value, without white space before it; empty where that was all.
  let remainder: Range<Int>
  private let places: JSONPlaceIndex

  /// Reads a text that is one document and nothing else.
  ///
  /// - Parameters:
  ///   - bytes: The text, or a longer one of which it is a part; kept without a copy.
  ///   - range: The part to read, starting at the start of a line; everything where nil.
  ///   - line: The number of the line on which the part starts, so that places are the file's.
  ///   - limits: What the document may ask for.
  /// - Throws: What is wrong first in the order of the text.
  convenience init(
    parsing bytes: [UInt8],
    range: Range<Int>? = nil,
    line: Int = 1,
    limits: JSONLimits = .standard
  ) throws(JSONError) {
    try self.init(bytes: bytes, range: range, line: line, limits: limits, extent: .whole)
  }

  /// Reads the first value of a text and leaves what follows to the caller.
  ///
  /// The limit of the document holds for the value, not for what follows. A caller tells one
  /// document from several lines of JSON by ``remainder``: empty after the one document, else
  /// everything from the second value on. The parameters are those of the other initialiser.
  convenience init(
    parsingFirstValueOf bytes: [UInt8],
    range: Range<Int>? = nil,
    line: Int = 1,
    limits: JSONLimits = .standard
  ) throws(JSONError) {
    try self.init(bytes: bytes, range: range, line: line, limits: limits, extent: .firstValue)
  }

  private init(
    bytes: [UInt8],
    range: Range<Int>?,
    line: Int,
    limits: JSONLimits,
    extent: JSONSource.Extent
  ) throws(JSONError) {
    let source = JSONSource(
      bytes: bytes.span,
      range: range ?? 0..<bytes.count,
      line: line,
      limits: limits,
      extent: extent
    )
    let reading = try source.read(from: bytes.span)
    self.bytes = bytes
    self.nodes = reading.nodes
    self.remainder = reading.remainder
    self.start = source.window.lowerBound
    self.hadByteOrderMark = source.hadByteOrderMark
    let text = bytes.span
    self.places = JSONPlaceIndex(
      of: text.extracting(start..<remainder.lowerBound),
      startingAt: JSONPlace(line: line, column: 1)
    )
  }

  /// The value that the text is.
  var root: JSONNode { JSONNode(document: self, index: 0) }

  /// The line and column of a position in the bytes; counts through 64 KiB at most.
  func place(at position: Int) -> JSONPlace {
    let bytes = bytes
    let text = bytes.span
    return places.place(
      at: position - start,
      in: text.extracting(start..<remainder.lowerBound)
    )
  }
}
