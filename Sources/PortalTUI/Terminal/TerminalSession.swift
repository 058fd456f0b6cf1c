import CNcurses
import Glibc

/// The terminal while the portal has it: frames out, keys and signals in.
///
/// One at a time in a process. However it ends, the terminal is as it was before: by `deinit`, by
/// `exit`, by a signal or by a trap (`CNcurses/guard.c`).
struct TerminalSession: ~Copyable {
  /// Whether the person's locale is UTF-8.
  ///
  /// Text is sent as UTF-8 in any case, but lines and signs beyond Norwegian letters are better
  /// left out where it is not.
  let isLocaleUTF8: Bool

  let options: TerminalOptions
  var screen: CursesScreen
  var input: TerminalInput
  /// Whether the terminal brings back what stood there before us.
  ///
  /// Those without (VT100, VT220, the Linux console) do not mark pastes either.
  private let hasAlternateScreen: Bool
  /// Whether the terminal is the shell's for the time being.
  private var isAside = false

  private static let pasteMarksOn = "\u{1B}[?2004h"
  private static let pasteMarksOff = "\u{1B}[?2004l"

  private init(
    options: TerminalOptions,
    isLocaleUTF8: Bool,
    screen: consuming CursesScreen
  ) {
    self.options = options
    self.isLocaleUTF8 = isLocaleUTF8
    self.screen = screen
    input = TerminalInput(
      decoder: InputDecoder(ownSequences: Terminfo.keySequences()),
      escapeDelay: options.escapeDelay
    )
    hasAlternateScreen = Terminfo.string("rmcup") != nil
  }

  /// Takes the terminal on standard input and output.
  ///
  /// Throws before anything is changed, so that the caller can go on in plain lines.
  static func open(_ options: TerminalOptions) throws(TerminalError) -> TerminalSession {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw .notATerminal
    }
    let isLocaleUTF8 = portal_choose_locale()
    let code = portal_guard_begin(STDIN_FILENO, STDOUT_FILENO, options.isLocked)
    guard code == 0 else {
      throw .system(code)
    }
    do {
      let screen = try CursesScreen.open(options)
      var session = TerminalSession(
        options: options,
        isLocaleUTF8: isLocaleUTF8,
        screen: screen
      )
      session.takeSize()
      session.stepForward()
      curs_set(1)
      portal_guard_capture_errors()
      return session
    } catch {
      portal_guard_end()
      throw error
    }
  }

  deinit {
    portal_guard_leave()
    if !isAside {
      undo()
      if options.clearsScrollback {
        Self.write("\u{1B}[H\u{1B}[2J\u{1B}[3J")
      }
    }
    portal_guard_end()
  }

  /// Gives the terminal back.
  consuming func end() {}

  /// The size of the screen in cells.
  var size: (columns: Int, rows: Int) {
    (screen.columns, screen.rows)
  }

  /// Shows a frame, and the cursor where the frame has it.
  ///
  /// Does nothing when the program was told to end while it was suspended.
  mutating func draw(_ grid: CellGrid) {
    guard !isAside else {
      return
    }
    portal_guard_set_writing(true)
    screen.draw(grid)
    portal_guard_set_writing(false)
  }

  /// Takes away what stands on the screen and what can be scrolled back to; the next frame is drawn
  /// from nothing.
  ///
  /// What can be scrolled back to only on terminals that say that they can (`E3`).
  mutating func wipe() {
    guard !isAside else { return }
    Self.write("\u{1B}[H\u{1B}[2J" + (Terminfo.string("E3") ?? ""))
    screen.distrustScreen()
  }

  // MARK: - Taking and giving back

  /// Makes ready to draw: what a crash must undo, and our own modes.
  mutating func stepForward() {
    isAside = false
    arm()
    // Coming back from the shell does not send it again.
    keypad(portal_stdscr(), true)
    if hasAlternateScreen {
      Self.write(Self.pasteMarksOn)
    }
  }

  /// The reverse of `stepForward`: the screen and the modes that the shell had.
  mutating func stepAside() {
    isAside = true
    undo()
  }

  private func undo() {
    if hasAlternateScreen {
      Self.write(Self.pasteMarksOff)
    } else {
      // Nothing takes the page away, and the next person should not read it.
      wclear(portal_stdscr())
      wrefresh(portal_stdscr())
    }
    endwin()
  }

  /// Prepares what a crash writes; it holds the last row, so again for every size.
  func arm() {
    portal_guard_arm(Int32(screen.rows), options.clearsScrollback)
  }

  /// Past the buffer of ncurses, which `refresh` has emptied; its own `putp` would come at the end.
  private static func write(_ sequence: String) {
    var bytes = Array(sequence.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 || (count < 0 && errno == EINTR) else {
        return
      }
      bytes = bytes.dropFirst(max(count, 0))
    }
  }

  /// Asks for the size; true when it is another one.
  @discardableResult
  mutating func takeSize() -> Bool {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else {
      return false
    }
    return screen.resize(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }
}

extension TerminalSession {
  /// No core dump of this process, and no look into its memory: also where it never has a terminal.
  static func forbidMemoryDumps() {
    portal_forbid_memory_dumps()
  }
}
