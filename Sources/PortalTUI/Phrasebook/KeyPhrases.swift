import PortalCore

/// What keys are called and what they do: the words of the footer and of the help page.
protocol KeyPhrases: Sendable {
  var arrowUp: String { get }
  var arrowDown: String { get }
  var arrowLeft: String { get }
  var arrowRight: String { get }
  var spaceBar: String { get }
  /// What a command does, in a few words; for the help page.
  func explanation(of command: Command) -> String
  /// What a command does, in a word or two; for the footer.
  func hint(for command: Command) -> String
  var helpTitle: String { get }
  var helpHereHeading: String { get }
  var helpEverywhereHeading: String { get }
  var helpTypingHeading: String { get }
  var helpTypingText: String { get }
  var helpEmergencyText: String { get }
  var renderWords: RenderWords { get }
  /// What the portal calls itself.
  var portalName: String { get }
  /// Whose record is open, and in which role; without a name where none is known.
  func owner(name: String?, role: Role) -> String
  /// In place of that, where it is looked at what somebody else would see.
  var previewOwner: String { get }
  /// Where one acts for another and came there without one's own record.
  var nobodyElsesRecordBelow: String { get }
  /// The word on every page of a demonstration, with its pinned day.
  func demonstrationMark(_ date: String) -> String
  /// The word on every page of a store whose day is pinned.
  func rehearsalMark(_ date: String) -> String
  /// In place of everything where the screen is too small.
  var screenTooSmall: String { get }
  var draftKept: String { get }
  /// Said on a page that was made anew because another process has written.
  var storeChanged: String { get }
  /// The same where something is being typed.
  var storeChangedWhileTyping: String { get }
  func limitReached(_ limit: Int) -> String
  // The plain mode.
  func plainModeOn(reason: PlainModeReason) -> String
  var plainHints: String { get }
  var plainPrompt: String { get }
  func plainUnknown(_ text: String) -> String
  /// Which numbers open something.
  func plainNumbers(_ count: Int) -> String
  /// The letters that mean the same on every page.
  var plainLetters: String { get }
  var plainNothingToOpen: String { get }
  /// Said of a line that is no text, and so not used.
  var plainNotText: String { get }
  func plainFieldPrompt(_ label: String, keeps value: String) -> String
  var plainTextEnd: String { get }
  func plainConfirm(_ submitLabel: String) -> String
  var plainStoreChanged: String { get }
  var plainYes: [String] { get }
}

extension KeyPhrases {
  /// Whose record is open, and in which role, or that it is a preview.
  func owner(of record: OpenRecord) -> String {
    if record.isPreview { return previewOwner }
    return owner(
      name: (try? record.person())?.displayName,
      role: record.attribution.basis.role
    )
  }
}

/// How the plain mode came to be on; said in its first line.
enum PlainModeReason: Equatable, Sendable {
  case option
  case accessibleVariable
  case notATerminal
  case unknownTerminal(String)
}
