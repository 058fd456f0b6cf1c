/// What a repair of one owner's files came to.
package enum RepairOutcome: Hashable, Sendable {
  case nothingToRepair
  /// All is sound again; what was mended, file by file.
  case repaired([JournalRepair])
  /// What is still wrong, and what was mended nevertheless.
  case notRepaired([CheckProblem], [JournalRepair])
}

extension RepairOutcome {
  /// From what is still wrong, and what was mended.
  init(_ left: [CheckProblem], _ repairs: [JournalRepair]) {
    if !left.isEmpty {
      self = .notRepaired(left, repairs)
    } else {
      self = repairs.isEmpty ? .nothingToRepair : .repaired(repairs)
    }
  }
}
