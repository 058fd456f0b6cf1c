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
  private(set) var lines: [LineHead] = []
  private(set) var findings: [Finding] = []
  private(set) var damage: Damage?
  private(set) var tail = Tail.clean
  /// The newest time of any accepted line; lines are not in the order of their times.
  private(set) var newestTime: Instant?

  init(file: String) {
    self.file = file
  }

  var header: LogHeader? { lines.first?.header }
  var last: LineHead? { lines.last }

  /// Where reading goes on: at the last accepted line, which is judged anew with what follows it.
  var resumeOffset: Int { lines.last?.offset ?? 0 }

  /// Takes in everything from `resumeOffset` to the end of the file.
  ///
  /// False, and nothing has changed, where the last accepted line does not stand there any more:
  /// its writer could not sync it and has taken it back. A new scan must begin at 0 then.
  mutating func read(_ bytes: [UInt8]) -> Bool {
    let resumed = resumeOffset
    var pass = LogPass(base: resumed, known: lines.dropLast().last)
    pass.run(bytes)
    if let last = lines.last, pass.accepted.first?.hash != last.hash { return false }
    lines = lines.dropLast() + pass.accepted
    findings = findings.filter { $0.offset < resumed } + pass.findings
    tail = pass.tail
    newestTime = pass.accepted.lazy.map(\.time).max().map { max($0, newestTime ?? $0) }
    damage = damage(after: pass)
    return true
  }

  private func damage(after pass: LogPass) -> Damage? {
    // A file is made whole with its header, so one without is damaged, not new.
    guard !lines.isEmpty else {
      return Damage(kind: .brokenHeader, file: file, line: 1, offset: 0)
    }
    guard let broken = pass.broken else { return nil }
    return Damage(kind: broken.kind, file: file, line: lines.count + 1, offset: broken.offset)
  }
}
