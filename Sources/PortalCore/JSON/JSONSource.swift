/// The part of some bytes that is to be read as JSON, and how a reading of it ends.
struct JSONSource {
  /// Whether something may follow the value.
  enum Extent {
    case whole
    case firstValue
  }

  /// What came out: the tape, and what follows the value in the bytes.
  struct Reading {
    let nodes: [JSONDocument.Node]
    let remainder: Range<Int>
  }

  /// The part without its byte order mark.
  let window: Range<Int>
  let hadByteOrderMark: Bool
  /// The number of the line on which the window starts; 1 is the start of a file.
  private let line: Int
  private let limits: JSONLimits
  private let extent: Extent

  /// Clamps the range to the bytes, and skips a byte order mark at the start of a file.
  init(bytes: Span<UInt8>, range: Range<Int>, line: Int, limits: JSONLimits, extent: Extent) {
    let range = range.clamped(to: 0..<bytes.count)
    let text = bytes.extracting(range)
    self.line = line
    hadByteOrderMark = line == 1 && JSONEncodingMark.isUTF8ByteOrderMark(at: 0, in: text)
    window = (range.lowerBound + (hadByteOrderMark ? 3 : 0))..<range.upperBound
    self.limits = limits
    self.extent = extent
  }

  /// Reads the window; positions of the tape count from its start.
  func read(from bytes: Span<UInt8>) throws(JSONError) -> Reading {
    let text = bytes.extracting(readable(in: bytes))
    do throws(JSONFailure) {
      return try read(text, of: bytes.extracting(window))
    } catch {
      let isCut = text.count < window.count
      let hasEnded = error.reason == .unexpectedEnd || error.reason == .empty
      let failure = isCut && hasEnded ? tooLarge : error
      let place = JSONPlace(line: line, column: 1)
        .moved(over: text.extracting(0..<min(failure.position, text.count)))
      throw JSONError(reason: failure.reason, place: place)
    }
  }

  /// Reads a text that is the window or, cut at the limit, its start.
  private func read(
    _ text: Span<UInt8>,
    of whole: Span<UInt8>
  ) throws(JSONFailure) -> Reading {
    if extent == .whole, text.count < whole.count { throw tooLarge }
    if line == 1 { try JSONEncodingMark.check(text) }
    var parser = JSONParser(limits: limits, capacity: JSONParser.mostValues(in: text))
    try parser.readDocument(in: text)
    parser.skipWhitespace(in: whole)
    if extent == .whole, parser.position < whole.count {
      throw parser.unexpected(.trailingData, in: text)
    }
    return Reading(
      nodes: parser.nodes,
      remainder: (window.lowerBound + parser.position)..<window.upperBound
    )
  }

  /// The window as far as the limit of a document lets it be read.
  ///
  /// Where a first value is asked for, a window beyond the limit is cut after its last whole line
  /// within it: no token of JSON holds a line feed, so that a cut value ends unexpectedly (or
  /// was not there yet) and never looks wrong in another way.
  private func readable(in bytes: Span<UInt8>) -> Range<Int> {
    guard window.count > limits.documentBytes else { return window }
    var end = window.lowerBound + limits.documentBytes
    while end > window.lowerBound, bytes[end - 1] != UInt8(ascii: "\n") {
      end -= 1
    }
    return window.lowerBound..<end
  }

  private var tooLarge: JSONFailure {
    JSONFailure(reason: .documentTooLarge(limitInBytes: limits.documentBytes), position: 0)
  }
}
