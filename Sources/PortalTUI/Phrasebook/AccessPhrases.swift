import PortalCore

/// The words of the table of rights.
protocol AccessPhrases: Sendable {
  var accessTitle: String { get }
  var accessExplanation: String { get }
  func accessHeading(_ role: Role) -> String
  func name(of situation: AccessSituation) -> String
  func accessWord(_ action: Action) -> String
  var accessNothing: String { get }
  /// What no table of sections shows, a line each.
  var accessRules: [String] { get }
}
