/// What a screen has to say, as a tree of meaning.
///
/// A screen makes one and never draws; the renderers turn it into cells, into plain lines for a
/// screen reader or a pipe, and into pictures. So one page is one thing with several faces.
struct Page: Equatable, Sendable {
  /// The heading of the page, said first.
  var title: String
  /// Read from the top.
  ///
  /// At most one of them can be moved in (`Block.isSelectable`).
  var blocks: [Block] = []
  /// What can be done here beyond opening the selection, in the order of the footer.
  var actions: [PageAction] = []
  /// Whether what is typed in its filter is looked for by the screen (`Intent.search`), beyond the
  /// entries that the page has.
  var isSearched = false
  /// What handing in the page does where it has no form; nil where nothing is handed in.
  var submitLabel: String?
}

/// One part of a page.
enum Block: Equatable, Sendable {
  case heading(String)
  case paragraph(String)
  /// Text that keeps its own line breaks: a message, a document, the source of a resource.
  case text(String)
  case notice(Notice)
  case facts([Fact])
  case list(ItemList)
  case table(DataTable)
  case form(Form)
  case chart(Chart)

  /// Whether the cursor can move in it: a list, a table or a form.
  var isSelectable: Bool {
    switch self {
    case .list, .table, .form: true
    case .heading, .paragraph, .text, .notice, .facts, .chart: false
    }
  }
}

/// A line with a label: one pair of a key-value list.
struct Fact: Equatable, Sendable {
  var label: String
  var value: String
}

/// Something the reader must not miss; its severity is said in words and a sign, not only colour.
struct Notice: Equatable, Sendable {
  enum Severity: Equatable, Sendable {
    case information
    case success
    case warning
    case danger
  }

  var severity: Severity
  var text: String
  /// The same in a few words, for what must be in sight all the time.
  ///
  /// Where the first block of a page is a notice that has them, it stays at the top while the rest
  /// scrolls: whole, or in these words where it would take too much of the window.
  var brief: String?
}

/// Names one selectable thing of a page; the screen that made it knows what it stands for.
struct ItemID: Hashable, Sendable, ExpressibleByStringLiteral {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  init(stringLiteral text: String) {
    self.text = text
  }
}

/// One letter that does one thing on this page; the letter comes from the keymap.
struct PageAction: Equatable, Sendable {
  var id: ActionID
  var label: String
}

/// What a page action does.
///
/// One list for the whole program, so that a letter means the same everywhere; `Keymap` gives each
/// its key.
enum ActionID: String, CaseIterable, Sendable {
  case write
  case reply
  case edit
  case discardDraft
  case changeOrder
  case showSource
  case showHistory
  case showOlder
  case onlyOthers
  /// Ends a right to act for somebody, or gives one back.
  case endRight
  /// Goes to another's record, or back to one's own.
  case actFor
  /// Writes an appointment into a file for a calendar.
  case addToCalendar
  case search
  /// Lays a file with what is written, or saves one that came.
  case attachments
  /// Puts a conversation away, or takes it out again.
  case archive
  /// Shows what was put away.
  case showArchive
  // At the desk of a practice.
  case reject
  case close
  /// Decides on prescriptions that are asked for.
  case decide
  case showAnswered
  case offerTimes
  case services
}
