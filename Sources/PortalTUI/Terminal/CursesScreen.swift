import CNcurses
import Glibc

/// The screen as ncurses keeps it: frames go in, the difference goes out.
///
/// ncurses has one current screen for a process; tests that make one run one after another.
struct CursesScreen: ~Copyable {
  private let screen: OpaquePointer
  private let palette: Palette
  /// The frame on the screen; nil when nothing on it is to be trusted.
  private var shown: CellGrid?
  private(set) var columns = 1
  private(set) var rows = 1

  private init(screen: OpaquePointer, usesColour: Bool) {
    self.screen = screen
    raw()
    noecho()
    nonl()
    // Our own reader takes the keys; ncurses must not look at them to put off a frame.
    typeahead(-1)
    leaveok(portal_stdscr(), false)
    // Until it has once come back from the shell, ncurses 6.4 writes at every move of the cursor
    // (`_nc_mvcur`, `ewInitial`); from here on a frame is one write. Seen with strace; no longer
    // needed when the first frame leaves in one write without it. Before the colours, or it would
    // reset a palette that the person has set (OSC 104).
    endwin()
    doupdate()
    palette = Palette.start(usesColour: usesColour)
    takeWindowSize()
  }

  /// The screen of the terminal on standard input and output.
  ///
  /// The terminal is untouched when this throws.
  static func open(_ options: TerminalOptions) throws(TerminalError) -> CursesScreen {
    guard options.terminalName != "dumb" else {
      throw .cannotMoveCursor
    }
    // The size is what the terminal says, whatever LINES and COLUMNS do.
    use_env(false)
    use_tioctl(true)
    let output = portal_standard_output()
    guard let screen = newterm(options.terminalName, output, portal_standard_input()) else {
      throw .unknownTerminal(options.terminalName)
    }
    guard Terminfo.string("cup") != nil, tigetflag("hc") != 1 else {
      endwin()
      delscreen(screen)
      throw .cannotMoveCursor
    }
    return CursesScreen(screen: screen, usesColour: options.usesColour)
  }

  /// A screen that nobody sees, for tests; nil where there is no `xterm-256color`.
  static func headless(columns: Int, rows: Int) -> CursesScreen? {
    let null = fopen("/dev/null", "r+")
    guard let null, let screen = newterm("xterm-256color", null, null) else {
      return nil
    }
    portal_choose_locale()
    var result = CursesScreen(screen: screen, usesColour: true)
    result.resize(columns: columns, rows: rows)
    return result
  }

  deinit {
    if !isendwin() {
      endwin()
    }
    delscreen(screen)
  }

  /// Shows a frame; what does not fit is left out.
  mutating func draw(_ grid: CellGrid) {
    let window = portal_stdscr()
    if shown == nil {
      werase(window)
    }
    for row in 0..<min(rows, grid.rows) {
      if let run = changedRun(row: row, in: grid) {
        write(grid, row: row, run: run)
      }
    }
    let row = min(max(grid.cursor.row, 0), rows - 1)
    let column = min(max(grid.cursor.column, 0), columns - 1)
    wmove(window, Int32(row), Int32(column))
    wrefresh(window)
    shown = grid
  }

  /// Takes the terminal's new size; false where it is the size that we have.
  ///
  /// The next frame is drawn from nothing.
  /// What a terminal claims beyond 1000 by 500 cells stays empty: it may claim 65,535 either way,
  /// where ncurses counts in 16 bits and a frame has all its cells.
  @discardableResult
  mutating func resize(columns newColumns: Int, rows newRows: Int) -> Bool {
    let wanted = (min(max(newColumns, 1), 1000), min(max(newRows, 1), 500))
    guard wanted != (columns, rows) else {
      return false
    }
    resizeterm(Int32(wanted.1), Int32(wanted.0))
    takeWindowSize()
    distrustScreen()
    return true
  }

  /// Something else has written on the screen: the next frame is drawn from nothing.
  mutating func distrustScreen() {
    shown = nil
    clearok(portal_stdscr(), true)
  }

  /// What ncurses believes to stand in a cell: for tests.
  func text(row: Int, column: Int) -> String {
    var cell = cchar_t()
    mvwin_wch(portal_stdscr(), Int32(row), Int32(column), &cell)
    var characters = [wchar_t](repeating: 0, count: 8)
    var attributes: attr_t = 0
    var pair: Int16 = 0
    getcchar(&cell, &characters, &attributes, &pair, nil)
    var text = ""
    for character in characters.prefix(while: { $0 != 0 }) {
      text.unicodeScalars.append(UnicodeScalar(UInt32(character)) ?? "?")
    }
    return text
  }

  private mutating func takeWindowSize() {
    columns = max(Int(getmaxx(portal_stdscr())), 1)
    rows = max(Int(getmaxy(portal_stdscr())), 1)
  }

  /// From the first to the last cell of a row that differ from what is shown.
  private func changedRun(row: Int, in grid: CellGrid) -> Range<Int>? {
    let width = min(columns, grid.columns)
    guard let shown, shown.columns == grid.columns, row < shown.rows else {
      return 0..<width
    }
    let start = row * grid.columns
    var first = 0
    while first < width, grid.cells[start + first] == shown.cells[start + first] {
      first += 1
    }
    guard first < width else {
      return nil
    }
    var last = width - 1
    while grid.cells[start + last] == shown.cells[start + last] {
      last -= 1
    }
    // Not from the middle of a wide character.
    while first > 0, grid.cells[start + first].text.isEmpty {
      first -= 1
    }
    return first..<(last + 1)
  }

  private func write(_ grid: CellGrid, row: Int, run: Range<Int>) {
    let start = row * grid.columns
    var encoded: [cchar_t] = []
    encoded.reserveCapacity(run.count)
    var column = run.lowerBound
    while column < run.upperBound {
      let cell = grid.cells[start + column]
      let isWide =
        column + 1 < columns && column + 1 < grid.columns
        && grid.cells[start + column + 1].text.isEmpty && !cell.text.isEmpty
      let glyph = Glyph(cell.text, columns: isWide ? 2 : 1)
      let look = palette.appearance(of: cell.style)
      encoded.append(portal_cell(glyph.base, glyph.marks, look.attributes, look.pair))
      column += 1
      if isWide {
        if !glyph.isWide {
          encoded.append(portal_cell(0x20, glyph.marks, look.attributes, look.pair))
        }
        column += 1
      }
    }
    mvwadd_wchnstr(
      portal_stdscr(),
      Int32(row),
      Int32(run.lowerBound),
      encoded,
      Int32(encoded.count)
    )
  }
}
