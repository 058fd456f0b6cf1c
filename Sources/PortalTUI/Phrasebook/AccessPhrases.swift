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

/// The words of the page that leads to those for whom one acts.
protocol RepresentPhrases: Sendable {
  var representExplanation: String { get }
  var nobodyToActFor: String { get }
  /// Of an assigned proxy that has ended: how long what came before is still shown.
  func readableUntil(_ day: String) -> String
}

/// The words of the birthdays on which something changes.
protocol BirthdayPhrases: Sendable {
  var birthdayLadderTitle: String { get }
  var birthdayLadderExplanation: String { get }
  func birthday(_ years: Int, on day: String, isPast: Bool) -> String
  /// What changes, a sentence each.
  func birthdayChanges(_ step: BirthdayStep) -> [String]
}
