/// Every line that can still be proven in the bytes of a chained file, wherever it stands: its hash
/// fits its head, and it is as long as its head says.
struct LogSalvage {
  struct Line {
    private(set) var head: LineHead
    /// Without its line feed.
    private(set) var bytes: ArraySlice<UInt8>
    /// Whether the content fits its sum.
    private(set) var isContentWhole: Bool
    /// Whether nothing stands in the content's place, as an erasure leaves it.
    var isErased: Bool { head.isErased }
    /// Whether it may be what a write that was cut short has left: nobody was promised it then.
    let isTorn: Bool
    var isFromBackup = false
    /// Whether a repair has made it just now.
    var isNew = false

    /// The same line with nothing in its content's place.
    func erased() -> Line {
      var line = self
      line.bytes =
        bytes.prefix(head.payloadOffset - head.offset) + LineHead.erasedPayload
        + [UInt8(ascii: "}")]
      (line.head.isErased, line.isContentWhole) = (true, false)
      return line
    }

    var payload: ArraySlice<UInt8> {
      bytes.dropFirst(head.payloadOffset - head.offset).prefix(head.storedSize)
    }
  }

  private static let starts = [Array("{\"seq\":".utf8), Array("{\"format\":".utf8)]

  /// A line of our own making, without its line feed; nothing in it can be wrong.
  static func made(_ bytes: [UInt8]) -> Line? {
    guard var line = line(at: 0, bytes) else { return nil }
    line.isNew = true
    return line
  }

  /// The lines in the order in which they stand.
  ///
  /// Looks also inside what is broken: a line feed may be gone, or noise stand before a line.
  static func lines(in bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var position = 0
    while let start = nextStart(in: bytes, from: position) {
      guard let line = line(at: start, bytes) else {
        position = start + 1
        continue
      }
      lines.append(line)
      position = line.head.end
    }
    return lines
  }

  /// What the repairs among the lines declare.
  static func repairs(in bytes: [UInt8]) -> [RepairDeclaration] {
    lines(in: bytes).compactMap { line in
      RepairDeclaration(line.head, payload: bytes[line.head.payloadRange])
    }
  }

  private static func nextStart(in bytes: [UInt8], from position: Int) -> Int? {
    var index = position
    while index < bytes.count {
      guard let brace = bytes[index...].firstIndex(of: UInt8(ascii: "{")) else { return nil }
      if starts.contains(where: { bytes[brace...].starts(with: $0) }) { return brace }
      index = brace + 1
    }
    return nil
  }

  private static func line(at start: Int, _ bytes: [UInt8]) -> Line? {
    let limit = min(bytes.count, start + LogPass.lineLimitInBytes)
    guard let head = HeadParser.parse(bytes[start..<limit], base: 0), head.end <= limit,
      bytes[head.end - 1] == UInt8(ascii: "}"), !bytes[start..<head.end].contains(0x0A)
    else { return nil }
    let payload = bytes[head.payloadRange]
    let isWhole = SHA256.digest(payload) == head.payloadSum
    return Line(
      head: head,
      bytes: bytes[start..<head.end],
      isContentWhole: isWhole,
      isTorn: !isWhole && !head.isErased && (head.end == bytes.count || LogPass.hasZeroRun(payload))
    )
  }
}
