/// How far somebody has read each conversation.
///
/// Theirs alone, beside their drafts: what is lost of it shows as unread again, and does no harm.
struct ReadMarks: Codable {
  private struct Mark: Codable {
    var thread: RecordID
    var sequence: Int
  }

  /// How many conversations are remembered one by one.
  private static let most = 1000

  /// Everything up to this line counts as read.
  private var baseline: Int
  private var marks: [Mark] = []
  private(set) var saved: Instant

  init(baseline: Int, saved: Instant) {
    self.baseline = baseline
    self.saved = saved
  }

  /// The line up to which a conversation has been read.
  func sequence(of thread: RecordID) -> Int {
    max(baseline, marks.last { $0.thread == thread }?.sequence ?? 0)
  }

  mutating func mark(_ thread: RecordID, readTo sequence: Int, at time: Instant) {
    marks.removeAll { $0.thread == thread }
    marks.append(Mark(thread: thread, sequence: sequence))
    if marks.count > ReadMarks.most { marks.removeFirst() }
    saved = time
  }

  static let name = RecordID(bytes: Array("read-marks\0\0\0\0\0\0\0".utf8))
}

extension OpenRecord {
  /// How far this reader has read; nil the first time, when nothing counts as unread.
  func readMarks() throws(ServiceError) -> ReadMarks? {
    if !isPreview, let marks = drafts.read(ReadMarks.self, ReadMarks.name) { return marks }
    guard let visit = try lastSessionStart() else { return nil }
    return ReadMarks(baseline: visit.entry.journalSequence, saved: now)
  }

  /// Remembers that this reader has read a conversation as far as it goes now.
  ///
  /// Nothing is written where nothing was unread.
  package func markRead(_ thread: MessageThread) throws(ServiceError) {
    guard thread.hasNews, !isPreview, var marks = try readMarks() else { return }
    try allow(.read, in: .messages)
    marks.mark(thread.id, readTo: thread.newestSequence, at: now)
    try serving { () throws(StoreError) in try drafts.write(marks, as: ReadMarks.name) }
  }
}
