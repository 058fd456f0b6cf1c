/// What the bytes of a chained file amount to: the accepted lines, and what else stands there.
///
/// `journal.md`, "Opening". Looking at bytes only; nothing is read or written here.
struct LogScan: Sendable {
  /// What follows the last accepted line.
  enum Tail: Hashable, Sendable {
    case clean
    /// The last line is whole but for its line feed.
    case missingLineFeed
    /// A write that was cut short; the next writer closes it.
    case torn

    /// What the next writer puts before its line.
    var closing: [UInt8] {
      switch self {
      case .clean: []
      case .missingLineFeed: [0x0A]
      case .torn: [0x18, 0x0A]
      }
    }
  }

  /// Something that is no damage but that `verify` tells.
  enum Finding: Hashable, Sendable {
    /// A torn write that a later line passed.
    case debris(offset: Int)
    /// A line that lost a race: whole, but another took its place in the chain.
    case lostRace(offset: Int)
    case tornTail(offset: Int)

    var offset: Int {
      switch self {
      case .debris(let offset), .lostRace(let offset), .tornTail(let offset): offset
      }
    }
  }

  let file: String
  /// The accepted lines that are held, oldest first: from the header on, or from a line that an
  /// index vouches for.
  private(set) var lines: [LineHead] = []
  private(set) var findings: [Finding] = []
  private(set) var damage: Damage?
  private(set) var tail = Tail.clean
  /// What repairs have declared in accepted lines, in order.
  private(set) var repairs: [RepairDeclaration] = []
  /// What erasures have, in the same way.
  private(set) var erasures: [ErasureDeclaration] = []
  /// The newest time of any accepted line; lines are not in the order of their times.
  private(set) var newestTime: Instant?

  /// Begins at the start of the file, or at a line that is known to be in the chain.
  init(file: String, from line: LineHead? = nil, newestTime: Instant? = nil) {
    self.file = file
    lines = line.map { [$0] } ?? []
    self.newestTime = newestTime
  }

  var header: LogHeader? { lines.first?.header }
  var last: LineHead? { lines.last }
  /// How many lines the chain has, the header among them.
  var lineCount: Int { (last?.sequence ?? -1) + 1 }

  /// A line by its number in the chain; nil where it is not held.
  subscript(sequence sequence: Int) -> LineHead? {
    guard let first = lines.first?.sequence, sequence >= first, sequence - first < lines.count
    else {
      return nil
    }
    return lines[sequence - first]
  }

  /// The lines from a number in the chain on that are held.
  func lines(from sequence: Int) -> ArraySlice<LineHead> {
    lines.dropFirst(max(0, sequence - (lines.first?.sequence ?? 0)))
  }

  /// Lets go of the lines before the last, which others have taken in.
  mutating func forgetLines() {
    lines = Array(lines.suffix(1))
  }

  /// Where reading goes on: at the last accepted line, which is judged anew with what follows it.
  var resumeOffset: Int { lines.last?.offset ?? 0 }

  /// Takes in everything from `resumeOffset` to the end of the file.
  ///
  /// False, and nothing has changed, where the last accepted line does not stand there any more:
  /// its writer could not sync it and has taken it back. A new scan must begin at 0 then.
  mutating func read(_ bytes: [UInt8]) -> Bool {
    let resumed = resumeOffset
    let pass = pass(over: bytes, from: resumed)
    if let last = lines.last, pass.accepted.first?.hash != last.hash { return false }
    lines = lines.dropLast() + pass.accepted
    findings = findings.filter { $0.offset < resumed } + pass.findings
    tail = pass.tail
    repairs =
      repairs.filter { $0.sequence < (pass.accepted.first?.sequence ?? 0) }
      + LogScan.repairs(in: pass.accepted, bytes, base: resumed)
    erasures =
      erasures.filter { $0.sequence < (pass.accepted.first?.sequence ?? 0) }
      + LogScan.erasures(in: pass.accepted, bytes, base: resumed)
    newestTime = pass.accepted.lazy.map(\.time).max().map { max($0, newestTime ?? $0) }
    damage = damage(after: pass)
    return true
  }

  /// Whether a line is the one that comes next in the chain.
  func isNext(_ line: LineHead) -> Bool {
    guard let last, line.header == nil else { return false }
    return line.sequence == last.sequence + 1 && line.previous == last.hash
  }

  /// Takes in a whole line that stands right behind the last one and is the next; `read` would do
  /// the same with its bytes.
  mutating func accept(_ line: LineHead) {
    lines.append(line)
    newestTime = newestTime.map { max($0, line.time) } ?? line.time
  }

  /// Walks over the bytes; where that ends at a broken place, once more with what repairs behind
  /// it declare, as long as those stand in the chain themselves.
  private func pass(over bytes: [UInt8], from base: Int) -> LogPass {
    let known = lines.last?.placeBefore
    var pass = LogPass(base: base, known: known)
    pass.run(bytes)
    guard pass.broken != nil else { return pass }
    var bridges = DeclaredBridges(LogSalvage.repairs(in: bytes))
    while !bridges.isEmpty {
      var bridged = LogPass(base: base, known: known, bridges: bridges)
      bridged.run(bytes)
      let proven = bridges.declared(by: bridged.accepted)
      if proven.count == bridges.count { return bridged }
      bridges = proven
    }
    return pass
  }

  private static func repairs(
    in heads: [LineHead],
    _ bytes: [UInt8],
    base: Int
  ) -> [RepairDeclaration] {
    heads.compactMap { head in
      guard RepairDeclaration.isOne(head) else { return nil }
      let start = head.payloadOffset - base
      return RepairDeclaration(head, payload: bytes[start..<(start + head.storedSize)])
    }
  }

  private static func erasures(
    in heads: [LineHead],
    _ bytes: [UInt8],
    base: Int
  ) -> [ErasureDeclaration] {
    heads.compactMap { head in
      guard ErasureDeclaration.isOne(head) else { return nil }
      let start = head.payloadOffset - base
      return ErasureDeclaration(head, payload: bytes[start..<(start + head.storedSize)])
    }
  }

  /// Whether a repair has declared that a line's content is gone.
  func isContentGivenUp(_ sequence: Int) -> Bool {
    repairs.contains { $0.repair.lostContents.contains(sequence) }
  }

  private func damage(after pass: LogPass) -> Damage? {
    // A file is made whole with its header, so one without is damaged, not new.
    guard !lines.isEmpty else {
      return Damage(kind: .brokenHeader, file: file, line: 1, offset: 0)
    }
    guard let broken = pass.broken else { return nil }
    return Damage(kind: broken.kind, file: file, line: lineCount + 1, offset: broken.offset)
  }
}
