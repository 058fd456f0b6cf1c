import PortalCore

/// Why something could not be done: what happened, what it means, what to do next.
protocol ProblemPhrases: Sendable {
  func problemText(_ error: ServiceError) -> String
  func refusalText(_ reason: RefusalReason) -> String
  func storeProblemText(_ error: StoreError) -> String
  /// What is wrong with the disk or a file.
  func systemProblemText(_ error: SystemError) -> String
  /// Where a record is damaged, and that it is read only.
  func damageText(_ damage: Damage) -> String
  func name(of level: ConsentLevel) -> String
  func name(of role: Role) -> String
  func name(of area: ProxyArea) -> String
}
