import PortalCore

/// What is said of repairs, on a page of the record and on the command line.
protocol RepairPhrases: Sendable {
  /// What a repair found and did, one sentence each.
  func sentences(on repair: JournalRepair) -> [String]
  /// The same in one line; the file as whoever reads it finds it.
  func summary(of repair: JournalRepair, in file: String) -> String
  var nothingToRepair: String { get }
  func repaired(_ repairs: [JournalRepair]) -> String
  func notRepaired(_ problem: String) -> String
  func text(for problem: BackupProblem) -> String
  func backedUp(_ report: BackupReport, _ file: String) -> String
  func restored(_ file: String, into path: String) -> String
  func receipt(_ text: String, isKnown: Bool) -> String
}
