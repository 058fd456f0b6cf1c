/// Checks in small steps what an opening took an index's word for: that every line up to its
/// checkpoint stands there, follows the one before, and holds what it held (`journal.md`, "Derived
/// files").
///
/// Content in blobs is not looked at: whoever reads a blob compares it with its name.
struct IdleCheck {
  /// What one step reads at most, but for its last line: a few milliseconds.
  static let mostBytes = 1 << 18
  static let mostLines = 128

  private let journal: PersonJournal
  private var next = 0
  private var last: LineHead?
  /// Whether the system would not let it be read: whoever needs that place is told.
  private var hasFailed = false

  init(_ journal: PersonJournal) {
    self.journal = journal
  }

  /// Whether nothing is left to check: all is read, or was when the journal was opened.
  var isFinished: Bool {
    guard !hasFailed, journal.damage == nil, let end = journal.believedLine else { return true }
    return next > end
  }

  /// Checks some lines; where one does not fit, the journal is read anew from its start, as an
  /// opening without an index does, and says itself what is broken.
  mutating func step() {
    do throws(StoreError) {
      if try checkLines() { return }
      try journal.startOver()
    } catch {
      hasFailed = true
    }
    if journal.damage != nil { journal.removeIndex() }
  }

  /// False where a line does not fit.
  private mutating func checkLines() throws(StoreError) -> Bool {
    var (bytes, lines) = (0, 0)
    while bytes < IdleCheck.mostBytes, lines < IdleCheck.mostLines, !isFinished {
      guard let line = try journal.line(next) else { return false }
      // Looking it up may have read everything anew.
      if journal.believedLine == nil { return journal.damage == nil }
      guard follows(line), try isWhole(line) else { return false }
      bytes += line.end - line.offset
      lines += 1
      (next, last) = (next + 1, line)
    }
    return true
  }

  /// Of a line that a repair has declared lost the hash may not be known.
  private func follows(_ line: LineHead) -> Bool {
    guard let last else { return line.sequence == 0 && line.previous == .zero }
    return line.isLost || last.isLost && last.hash == .zero || line.previous == last.hash
  }

  private func isWhole(_ line: LineHead) throws(StoreError) -> Bool {
    // The checkpoint's own line, which may lack its line feed, is judged at each opening.
    if line.isLost || line.sequence == journal.believedLine { return true }
    // An index is believed only once what was erased is gone: nothing else leaves this behind.
    if line.isErased { return true }
    let rest = try journal.log.bytes(at: line.payloadOffset, count: line.payloadSize + 2)
    if rest.suffix(2).elementsEqual(Array("}\n".utf8)),
      SHA256.digest(Array(rest.dropLast(2))) == line.payloadSum
    {
      return true
    }
    return try journal.repairs().contains { $0.lostContents.contains(line.sequence) }
  }
}
