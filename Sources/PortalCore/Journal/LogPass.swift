/// One walk over the bytes of a chained file from its last settled line on (`journal.md`, "Opening").
struct LogPass {
  /// No line is longer: what would be lies in a blob (`docs/store.md`).
  static let lineLimitInBytes = 1 << 20

  /// Where in the file the bytes begin.
  private let base: Int
  /// Where the chain stands before these bytes.
  private let before: ChainPlace?
  /// Broken places that a repair has declared.
  private let bridges: DeclaredBridges
  private(set) var accepted: [LineHead] = []
  private(set) var findings: [LogScan.Finding] = []
  private(set) var tail = LogScan.Tail.clean
  private(set) var broken: (kind: Damage.Kind, offset: Int)?
  /// Terminated bytes since the last accepted line that are no line; whether each explains itself.
  private var junk: [(offset: Int, isExplained: Bool)] = []

  init(base: Int, known: ChainPlace?, bridges: DeclaredBridges = DeclaredBridges([])) {
    self.base = base
    before = known
    self.bridges = bridges
  }

  mutating func run(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count, broken == nil {
      // A line feed never stands inside a line, so lines are told apart before they are looked at:
      // where the head of a torn line says it ends may be the end of a later one.
      guard let lineFeed = bytes[start...].firstIndex(of: 0x0A) else {
        judgeRest(bytes[start...], bytes)
        break
      }
      judge(bytes[start..<lineFeed], bytes)
      start = lineFeed + 1
    }
    checkLast(bytes)
    guard broken == nil else { return }
    if let unexplained = junk.first(where: { !$0.isExplained }) {
      broken = (.brokenLine, unexplained.offset)
    } else if let first = junk.first {
      findings.append(.tornTail(offset: first.offset))
    }
  }

  /// A line with its line feed behind it, or what should have been one.
  private mutating func judge(_ line: ArraySlice<UInt8>, _ bytes: [UInt8]) {
    if line.count > Self.lineLimitInBytes {
      broken = (.lineTooLong, base + line.startIndex)
    } else if let head = HeadParser.parse(line, base: base), isWhole(line, head) {
      place(head, isTerminated: true, bytes)
    } else {
      // Closed by the next writer, or torn by a power loss.
      junk.append((base + line.startIndex, line.last == 0x18 || LogPass.hasZeroRun(line)))
    }
  }

  /// Bytes without a line feed at the end.
  private mutating func judgeRest(_ rest: ArraySlice<UInt8>, _ bytes: [UInt8]) {
    if rest.count > Self.lineLimitInBytes {
      broken = (.lineTooLong, base + rest.startIndex)
      return
    }
    if let head = HeadParser.parse(rest, base: base) {
      if isWhole(rest, head) { return place(head, isTerminated: false, bytes) }
      // A write can be cut short, but cannot have something else behind its end: a line whose
      // line feed alone is wrong was whole once, and perhaps acknowledged. Only a power loss
      // leaves zeros there, and a writer killed while it closes a torn line leaves CAN.
      let behind = head.end - base
      if behind < rest.endIndex, rest.last != 0,
        !(rest[behind...].elementsEqual([0x18]) && !fits(head, bytes))
      {
        broken = (.brokenLine, head.offset)
        return
      }
    }
    findings.append(.tornTail(offset: base + rest.startIndex))
    tail = .torn
  }

  /// The last accepted line.
  private var known: ChainPlace? { accepted.last?.chainPlace ?? before }

  /// Finds a whole line its place in the chain.
  private mutating func place(_ head: LineHead, isTerminated: Bool, _ bytes: [UInt8]) {
    if isNext(head, after: known) {
      if let first = junk.first { findings.append(.debris(offset: first.offset)) }
      accept(head, isTerminated)
    } else if let last = known, let bridge = bridges.bridge(from: last, to: head) {
      cross(bridge.gap, to: head)
      accept(head, isTerminated)
    } else if let torn = accepted.last,
      isNext(head, after: accepted.dropLast().last?.chainPlace ?? before),
      !fits(torn, bytes), LogPass.hasZeroRun(payload(of: torn, bytes))
    {
      // A power loss left a hole in the line before; this one has taken its place.
      accepted.removeLast()
      findings.append(.debris(offset: torn.offset))
      accept(head, isTerminated)
    } else if head.sequence < (known.map { $0.sequence + 1 } ?? 0) {
      findings.append(.lostRace(offset: head.offset))
      if !isTerminated { tail = .torn }
    } else {
      // A whole line that does not follow: what should stand before it is gone.
      broken = (.brokenLine, junk.first?.offset ?? head.offset)
    }
  }

  /// Keeps the places of the lines that a declared gap has taken.
  private mutating func cross(_ gap: JournalRepair.Gap, to head: LineHead) {
    for sequence in gap.first..<(gap.first + gap.count) {
      let isKnown = sequence == head.sequence - 1
      accepted.append(.lost(sequence, hash: isKnown ? head.previous : nil, before: head))
    }
  }

  private mutating func accept(_ head: LineHead, _ isTerminated: Bool) {
    junk = []
    accepted.append(head)
    tail = isTerminated ? .clean : .missingLineFeed
  }

  private func isNext(_ head: LineHead, after last: ChainPlace?) -> Bool {
    guard let last else {
      return head.sequence == 0 && head.previous == .zero && head.header != nil
    }
    return head.sequence == last.sequence + 1 && head.previous == last.hash && head.header == nil
  }

  /// The payload of the last line is always checked: it may be torn although its head is whole.
  private mutating func checkLast(_ bytes: [UInt8]) {
    guard let last = accepted.last, !fits(last, bytes) else { return }
    accepted.removeLast()
    if tail == .missingLineFeed || LogPass.hasZeroRun(payload(of: last, bytes)) {
      tail = .torn
      findings.append(.tornTail(offset: last.offset))
    } else {
      broken = (.brokenPayload, last.offset)
    }
  }

  private func isWhole(_ line: ArraySlice<UInt8>, _ head: LineHead) -> Bool {
    head.end - base == line.endIndex && line.last == UInt8(ascii: "}")
  }

  private func payload(of head: LineHead, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let start = head.payloadOffset - base
    return bytes[start..<(start + head.storedSize)]
  }

  /// Whether an erasure lists a line of which nothing stands is judged by who reads what it held.
  private func fits(_ head: LineHead, _ bytes: [UInt8]) -> Bool {
    head.isErased || SHA256.digest(payload(of: head, bytes)) == head.payloadSum
  }

  /// Whether 16 zero bytes stand in a row: a power loss left a hole.
  static func hasZeroRun(_ bytes: ArraySlice<UInt8>) -> Bool {
    var run = 0
    for byte in bytes {
      run = byte == 0 ? run + 1 : 0
      if run == 16 { return true }
    }
    return false
  }
}

/// A line's place in its chain.
struct ChainPlace: Hashable, Sendable {
  let sequence: Int
  let hash: Digest
}

extension LineHead {
  var chainPlace: ChainPlace { ChainPlace(sequence: sequence, hash: hash) }

  /// That of the line before; nil for the header.
  var placeBefore: ChainPlace? {
    sequence > 0 ? ChainPlace(sequence: sequence - 1, hash: previous) : nil
  }
}
