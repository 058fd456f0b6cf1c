/// The outermost values of a file: one document, or one a line.
struct FHIRSource {
  /// Objects only, each with where it stands in the file; elements of a top-level array count.
  let roots: [JSONNode]
  let hadByteOrderMark: Bool

  /// Reads one document or one a line, and tells by itself which.
  init(_ bytes: [UInt8], limits: JSONLimits) throws(FHIRImportError) {
    if FHIRSource.firstCharacter(of: bytes) == UInt8(ascii: "<") { throw .xml }
    let first = try FHIRSource.firstValue(of: bytes, limits: limits)
    hadByteOrderMark = first.hadByteOrderMark
    var roots: [JSONNode] = []
    if first.remainder.isEmpty {
      try FHIRSource.append(first.root, to: &roots)
    } else {
      for line in JSONLines(bytes) {
        let document: JSONDocument
        do throws(JSONError) {
          document = try JSONDocument(
            parsing: bytes,
            range: line.range,
            line: line.number,
            limits: limits
          )
        } catch {
          throw .unreadableLine(error)
        }
        try FHIRSource.append(document.root, to: &roots)
      }
    }
    if roots.isEmpty { throw .notFHIR(first.root.place) }
    self.roots = roots
  }

  /// The first value, where nothing but further lines follows it.
  private static func firstValue(
    of bytes: [UInt8],
    limits: JSONLimits
  ) throws(FHIRImportError) -> JSONDocument {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(parsingFirstValueOf: bytes, limits: limits)
    } catch {
      if error.reason == .empty { throw .empty }
      throw .notJSON(error)
    }
    guard !document.remainder.isEmpty else { return document }
    let value = document.root.byteRange
    let lineFeed = UInt8(ascii: "\n")
    let isALine = !bytes[value].contains(lineFeed)
    let endsItsLine = bytes[value.upperBound..<document.remainder.lowerBound].contains(lineFeed)
    guard isALine, endsItsLine else {
      let place = document.place(at: document.remainder.lowerBound)
      throw .notJSON(JSONError(reason: .trailingData, place: place))
    }
    return document
  }

  private static func append(
    _ value: JSONNode,
    to roots: inout [JSONNode]
  ) throws(FHIRImportError) {
    switch value.kind {
    case .object:
      roots.append(value)
    case .array:
      for element in value.elements where !element.isNull {
        guard element.kind == .object else { throw .notFHIR(element.place) }
        roots.append(element)
      }
    case .string, .number, .boolean, .null:
      throw .notFHIR(value.place)
    }
  }

  /// The first byte that is not white space, after a byte order mark.
  private static func firstCharacter(of bytes: [UInt8]) -> UInt8? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
    return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }
}
