import PortalCore

/// One page of the portal with what it remembers: it describes a page and answers to intents.
///
/// It never draws and never reads a key. Moving, scrolling, filtering, editing a field and leaving
/// a page are the same on every page and are done by the application.
protocol Screen {
  /// The record the page is about; nil before one is opened. Its session ends when no page of it
  /// is left.
  var record: OpenRecord? { get }

  /// The desk that the page belongs to; nil for a citizen's.
  var desk: OpenDesk? { get }

  /// The page as it stands now.
  func page() -> Page

  /// The page that opening an item would show, for the right half of a wide screen;
  /// nil where an item has no page of its own.
  func detail(of item: ItemID) -> Page?

  /// Whether what is typed here is kept when the page is left; where not, leaving asks first.
  var keepsDrafts: Bool { get }
  /// Whether something was handed in that could not be stored.
  var hasUnstoredText: Bool { get }

  /// What the person asked for. The screen changes itself and says what else is to happen.
  mutating func update(_ intent: Intent) -> [Effect]
}

extension Screen {
  var record: OpenRecord? { nil }
  var desk: OpenDesk? { nil }
  /// Whether it shows what should not stay on the screen while nobody is about.
  var isPersonal: Bool { record != nil || desk != nil }
  var keepsDrafts: Bool { true }
  var hasUnstoredText: Bool { false }

  func detail(of item: ItemID) -> Page? {
    nil
  }
}

/// What a person asked a screen for.
enum Intent: Equatable, Sendable {
  /// Open the selected entry of a list or a table.
  case open(ItemID)
  /// Hand in the form; field ids with their values.
  case submit([String: String])
  /// One of the page's actions, with the selection where there is one.
  case run(ActionID, on: ItemID?)
  /// What is typed on a page that is searched.
  case search(String)
  /// A field was changed and nothing typed for a moment, or the program is about to end:
  /// keep what is unsent.
  case keepDraft([String: String])
  /// The page is shown: for the first time, or again after a page above it was left, or because
  /// the store has changed.
  case shown
}

/// What is to happen after an intent, beyond the screen's own change.
enum Effect {
  case push(any Screen)
  /// Leave this screen.
  case pop
  /// Leave this screen and open another in its place.
  case replace(any Screen)
  /// Say something in the status line.
  case say(Notice)
}
