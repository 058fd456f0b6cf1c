import PortalCore

/// What the pages about messages say.
protocol MessagePhrases: Sendable {
  func name(of kind: Message.Kind) -> String
  /// Who reads a message of a kind, what it is for, and what it costs.
  func readers(of kind: Message.Kind) -> String
  func status(_ status: Message.Status) -> String
  /// How far a message that was sent from here has come.
  func progress(_ progress: MessageProgress) -> String
  /// "You", or "You to Testdal Medical Centre".
  func yourself(to recipients: String) -> String
  /// How many messages a conversation has; 2 or more.
  func messages(_ count: Int) -> String
  /// Where a message goes, and when an answer can be expected.
  func answerTime(_ recipient: String) -> String
  /// That a message is stored; without a receipt where the answer to its sending was lost.
  func sent(receipt: String?) -> String
  func notSent(_ reason: String) -> String
  func draftNotKept(_ reason: String) -> String
}
