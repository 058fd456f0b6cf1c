@testable import PortalTUI

extension CellGrid {
  /// The frame as text, a line for each row, without the spaces at their ends.
  var lines: [String] {
    (0..<rows).map { row in
      var line = cells[row * columns..<(row + 1) * columns].map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// The frame as one text, to compare with a literal block.
  var text: String {
    lines.joined(separator: "\n")
  }
}

extension RenderWords {
  /// English words.
  static let english = RenderWords(
    of: "of",
    information: "Note",
    success: "Done",
    warning: "Warning",
    danger: "Important",
    problem: "Error",
    chosen: "chosen",
    high: "high",
    low: "low",
    filter: "Search",
    noMatches: "Nothing matches.",
    more: "more"
  )
}

extension CellRenderer {
  /// English words and the signs of UTF-8.
  static let english = CellRenderer(words: .english, signs: .unicode)

  /// The page as it opens at a size, as text.
  func text(_ page: Page, chrome: Chrome = .sample, columns: Int, rows: Int) -> String {
    let size = ScreenSize(columns: columns, rows: rows)
    return frame(PageState(page: page), chrome: chrome, size: size).text
  }
}

extension Chrome {
  /// What stands around the pages of these tests.
  static let sample = Chrome(
    owner: "Kari Testdal (yourself)",
    mark: "DEMO",
    hints: [
      KeyHint(key: "Enter", label: "Open"),
      KeyHint(key: "Esc", label: "Back"),
      KeyHint(key: "/", label: "Search"),
      KeyHint(key: "F1", label: "Help"),
    ],
    tooSmall: "The window is too small."
  )
}

/// A person at a page: presses keys and sees frames.
struct Visit {
  var state: PageState
  var size = ScreenSize(columns: 40, rows: 12)
  var chrome = Chrome.sample
  var renderer = CellRenderer.english

  init(_ page: Page, columns: Int = 40, rows: Int = 12) {
    state = PageState(page: page)
    size = ScreenSize(columns: columns, rows: rows)
  }

  /// Does commands one after the other; gives what came of the last.
  @discardableResult
  mutating func press(_ commands: PageCommand...) -> PageOutcome {
    commands.reduce(.none) { _, command in
      renderer.apply(command, to: &state, chrome: chrome, size: size)
    }
  }

  /// Types text, character by character.
  mutating func type(_ text: String) {
    for character in text { press(.edit(.insert(String(character)))) }
  }

  /// The frame as it is now.
  var frame: CellGrid {
    renderer.frame(state, chrome: chrome, size: size)
  }

  /// The row of the frame that has the cursor, as text.
  var cursorLine: String {
    frame.lines[frame.cursor.row]
  }

  /// The selection where it is on the screen.
  var shownSelection: ItemID? {
    renderer.shownSelection(of: state, chrome: chrome, size: size)
  }

  /// Whether the selection, or the cursor in a form, is on the screen.
  var showsSelection: Bool {
    state.showsSelection(in: renderer.metrics(of: state, chrome: chrome, size: size))
  }
}

extension Page {
  /// A list of so many numbered entries, below some rows of text.
  static func numbered(_ count: Int, rowsAbove: Int = 0) -> Page {
    let text = (0..<rowsAbove).map { "Row \($0)" }.joined(separator: "\n")
    let items = (0..<count).map { Item(id: ItemID("\($0)"), title: "Entry \($0)") }
    let list = Block.list(ItemList(items: items, emptyText: "Nothing here."))
    return Page(title: "Numbers", blocks: rowsAbove > 0 ? [.text(text), list] : [list])
  }
}
