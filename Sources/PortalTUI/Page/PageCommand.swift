/// What a person does on a page, named by what they want and not by the key.
///
/// The same on every page: moving, scrolling, filtering, editing a field, leaving.
enum PageCommand: Equatable, Sendable {
  /// Moves the selection, the cursor in a field, or the page where there is neither.
  case move(Move)
  /// Enter: opens the selected entry, takes the choice, goes on to the next field, breaks the line
  /// in a field of several lines, hands in the form on its last line, ends typing a filter.
  case open
  /// Esc: leaves the filter, else the page.
  case back
  /// Starts typing a filter; does nothing where there is no list or table.
  case startFilter
  /// Changes the text of the field or the filter.
  case edit(Edit)
  case nextField
  case previousField
  /// Hands in the form from any field.
  case submit

  enum Move: Equatable, CaseIterable, Sendable {
    case up
    case down
    case left
    case right
    case wordLeft
    case wordRight
    case pageUp
    case pageDown
    case home
    case end
  }

  enum Edit: Equatable, Sendable {
    /// Typed or pasted text; what cannot stand in a field is left out.
    case insert(String)
    case newline
    case backspace
    case delete
    case undo
  }
}

/// What came of a command.
enum PageOutcome: Equatable, Sendable {
  /// Nothing changed: no frame is needed.
  case none
  case changed
  /// The selected entry is to be opened.
  case open(ItemID)
  /// The form is handed in: field ids with their values.
  case submit([String: String])
  /// Something else is looked for on a page that is searched.
  case search(String)
  /// The page is to be left; `PageState.hasUnsentChanges` says whether to ask first.
  case leave
  /// Only a part of the text found room in a field that takes this many characters: a frame is
  /// needed, and a word about it.
  case limitReached(Int)
}
