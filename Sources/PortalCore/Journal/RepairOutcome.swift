/// What a repair of one person's record came to.
package enum RepairOutcome: Hashable, Sendable {
  case nothingToRepair
  /// All is sound again; what was mended, file by file.
  case repaired([JournalRepair])
  /// What is still wrong, and what was mended nevertheless.
  case notRepaired([CheckProblem], [JournalRepair])
}
