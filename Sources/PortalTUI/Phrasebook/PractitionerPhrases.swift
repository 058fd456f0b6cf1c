import PortalCore

/// What is said of the general practitioner and of changing to another.
protocol PractitionerPhrases: Sendable {
  var practitionerTitle: String { get }
  var newPractitioner: String { get }
  func practitioner(_ name: String, from day: String) -> String
  var waitingFor: String { get }
  func waiting(_ name: String, since: String) -> String
  var practiceLabel: String { get }
  var municipality: String { get }
  var freePlaces: String { get }
  var waitingLabel: String { get }
  var noPractitioners: String { get }
  var practitionerRules: String { get }
  /// In place of the rules, to who acts for somebody.
  var onlyPersonChooses: String { get }
  /// The same to anybody else who may not; why not follows.
  var mayNotChoose: String { get }
  var undoChange: String { get }
  var stopWaiting: String { get }
  var changeUndone: String { get }
  var waitingStopped: String { get }
  var keepPractitioner: String { get }
  func changeFrom(_ day: String) -> String
  var joinWaitingList: String { get }
  func practitionerChosen(_ name: String, from day: String) -> String
  func waitingBegun(_ name: String) -> String
  /// The title of a receipt in the inbox.
  func receipt(_ event: PractitionerReceipt.Event, _ name: String, from day: String) -> String
  func receiptDetail(_ time: String) -> String
}
