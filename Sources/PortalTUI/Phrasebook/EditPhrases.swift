import PortalCore

/// What is said where somebody changes something, and where another was first.
protocol EditPhrases: Sendable {
  func label(of field: ContactField) -> String
  /// What may stand in a field, and what holds where it is left empty.
  func hint(for field: ContactField, registered: String?) -> String
  /// What is wrong with a value.
  func problem(_ field: ContactField) -> String
  /// A language by its code, where it is one of those a person can choose.
  func languageName(_ code: String) -> String?
  var editContactTitle: String { get }
  var editContactExplanation: String { get }
  /// A choice without a choice, and a field without a value.
  var notSaid: String { get }
  /// A value, and that the person has said it themselves.
  func ownValue(_ text: String) -> String
  func saved(receipt: String) -> String
  /// Said where the form opens with what was typed before and not stored.
  var contactDraftFound: String { get }
  var nothingChanged: String { get }
  func notStored(_ reason: String) -> String
  /// Said at the first attempt to leave a form whose text is kept nowhere.
  var leaveUnsaved: String { get }
  /// Said once it was left.
  var leftUnsaved: String { get }

  // Two versions.
  var conflictTitle: String { get }
  /// Who was first, and when.
  func conflictExplanation(who: String, when: String) -> String
  var conflictChoice: String { get }
  var storedNow: String { get }
  var yourText: String { get }
  var keepStored: String { get }
  var keepStoredDetail: String { get }
  var putMineOnTop: String { get }
  var putMineOnTopDetail: String { get }
  var goOnEditing: String { get }
  var goOnEditingDetail: String { get }
  var keptStored: String { get }

  /// Says that the machine's clock is behind the record by so many milliseconds.
  func clockBehind(by milliseconds: Int64) -> String
}

/// The languages a person can choose to be spoken to in; a file may name others.
enum SpokenLanguage {
  static let codes = ["nb", "nn", "se", "en", "pl", "uk", "ar", "so", "lt", "ti", "ru", "es"]
}
