/// What a repair found broken in one file of a person or of a practice, and what it kept: stands in that file
/// itself, behind the broken place, which readers pass only because it is declared here.
package struct JournalRepair: Codable, Hashable, Sendable {
  package enum File: String, Codable, Hashable, Sendable {
    case journal
    case accessLog = "access-log"
    /// A practice's journal.
    case practice

    /// What it is called on disk.
    package var fileName: String {
      switch self {
      case .journal, .practice: "journal.jsonl"
      case .accessLog: "access.jsonl"
      }
    }
  }

  /// A place where the chain is broken: lines that are gone, or none where only their order was.
  package struct Gap: Codable, Hashable, Sendable {
    /// The sequence of the first line that is gone.
    package var first: Int
    package var count: Int
    /// The hash of the line before, and of the line that follows.
    package var after: String
    package var next: String
    /// The hash of the last line that is gone, which the line that follows names.
    package var lost: String?
  }

  /// A head that is known from elsewhere and that the chain does not hold any more.
  package struct Head: Codable, Hashable, Sendable {
    package var sequence: Int
    package var hash: String
  }

  package var file: File
  package var repaired: Instant
  /// The name in `quarantine/` of the file as it was found: its SHA-256; nil where it was gone.
  package var quarantined: String?
  /// How many lines stand in the file, the header among them.
  package var keptLines: Int
  /// How many lines, and how many files of content, were taken from a backup.
  package var restoredLines: Int
  package var restoredBlobs: Int
  /// Whether the first line had to be made anew.
  package var isHeaderNew: Bool
  package var gaps: [Gap]
  /// Sequences of lines that stand, but whose content is not what it was.
  package var lostContents: [Int]
  /// Names of the files of content that are gone or altered.
  package var lostBlobs: [String]
  package var givenUp: [Head]

  init(file: File, repaired: Instant) {
    self.file = file
    self.repaired = repaired
    (keptLines, restoredLines, restoredBlobs, isHeaderNew) = (0, 0, 0, false)
    (gaps, lostContents, lostBlobs, givenUp) = ([], [], [], [])
  }

  /// Lines that are gone.
  package var lostLines: Int { gaps.reduce(0) { $0 + max(0, $1.count) } }

  /// Whether everything that was known to be there is there again.
  package var isLossless: Bool {
    lostLines == 0 && lostContents.isEmpty && lostBlobs.isEmpty && givenUp.isEmpty
  }
}
