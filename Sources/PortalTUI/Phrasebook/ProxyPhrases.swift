import PortalCore

/// What is said of rights to act for somebody, and of the receipts for them.
protocol ProxyPhrases: Sendable {
  func problemText(_ problem: ProxyProblem) -> String
  /// What a receipt is about, for the one who has it.
  func title(of notice: AccessNotice, for reader: Person.ID) -> String
  /// The whole of it, in sentences.
  func text(of notice: AccessNotice, for reader: Person.ID) -> String
  /// Where a right stands, since when, and who ended it.
  func state(of proxy: GivenProxy) -> String
  /// What opens or closes in a section.
  func text(of change: AccessChange) -> String
  /// Whether a young person may sign in themselves.
  func youthLogin(isAllowed: Bool) -> String
  /// What may be done in a section.
  var readsAndWrites: String { get }
  var readsOnly: String { get }
  var closed: String { get }
  /// Above those for whom somebody may act.
  var mayActFor: String { get }
  var consentLevel: String { get }
  /// That what is stored is erased when a consent is withdrawn.
  var withdrawalErases: String { get }
}

extension Phrasebook {
  /// The areas of a right in words, one after the other.
  func names(of areas: [ProxyArea]) -> String {
    areas.map { name(of: $0) }.joined(separator: "; ")
  }
}
