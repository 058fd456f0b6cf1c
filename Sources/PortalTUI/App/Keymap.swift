/// What a key does, wherever it is pressed.
enum Command: Hashable, Sendable {
  case page(PageCommand.Name)
  case action(ActionID)
  case help
  case signOut
  case quit
  case redraw
}

extension PageCommand {
  /// A command without what is typed: what a key can stand for.
  enum Name: Hashable, CaseIterable, Sendable {
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
    case open
    case back
    case startFilter
    case nextField
    case previousField
    case submit
    case backspace
    case delete
    case undo

    var command: PageCommand {
      switch self {
      case .up: .move(.up)
      case .down: .move(.down)
      case .left: .move(.left)
      case .right: .move(.right)
      case .wordLeft: .move(.wordLeft)
      case .wordRight: .move(.wordRight)
      case .pageUp: .move(.pageUp)
      case .pageDown: .move(.pageDown)
      case .home: .move(.home)
      case .end: .move(.end)
      case .open: .open
      case .back: .back
      case .startFilter: .startFilter
      case .nextField: .nextField
      case .previousField: .previousField
      case .submit: .submit
      case .backspace: .edit(.backspace)
      case .delete: .edit(.delete)
      case .undo: .edit(.undo)
      }
    }
  }
}

/// A key as it comes: one that is not text, or a character that is a command where no text is
/// typed.
enum KeyStroke: Hashable, Sendable {
  case key(Key)
  case character(Character)
}

/// One row of the key table.
struct KeyBinding: Sendable {
  let command: Command
  let strokes: [KeyStroke]
}

/// Every key of the portal, in one table; the footer, the help page and the documentation come
/// from it.
///
/// No letter that needs AltGr on a Nordic keyboard, and none of æ, ø, å. Where a text is typed
/// every character is text: only the strokes that are keys count there.
enum Keymap {
  static let bindings: [KeyBinding] = [
    KeyBinding(command: .page(.up), strokes: [.key(.up), .character("k")]),
    KeyBinding(command: .page(.down), strokes: [.key(.down), .character("j")]),
    KeyBinding(command: .page(.pageUp), strokes: [.key(.pageUp)]),
    KeyBinding(command: .page(.pageDown), strokes: [.key(.pageDown), .character(" ")]),
    KeyBinding(command: .page(.home), strokes: [.key(.home), .key(.textStart), .character("g")]),
    KeyBinding(command: .page(.end), strokes: [.key(.end), .key(.textEnd), .character("G")]),
    KeyBinding(command: .page(.open), strokes: [.key(.enter)]),
    KeyBinding(command: .page(.back), strokes: [.key(.escape), .character("b")]),
    KeyBinding(
      command: .page(.startFilter),
      strokes: [.character("/"), .key(.function(3)), .key(.control("f"))]
    ),
    KeyBinding(command: .page(.nextField), strokes: [.key(.tab)]),
    KeyBinding(command: .page(.previousField), strokes: [.key(.backTab)]),
    KeyBinding(command: .page(.submit), strokes: [.key(.control("s")), .key(.function(2))]),
    KeyBinding(command: .page(.undo), strokes: [.key(.control("u"))]),
    KeyBinding(command: .page(.left), strokes: [.key(.left)]),
    KeyBinding(command: .page(.right), strokes: [.key(.right)]),
    KeyBinding(command: .page(.wordLeft), strokes: [.key(.wordLeft)]),
    KeyBinding(command: .page(.wordRight), strokes: [.key(.wordRight)]),
    KeyBinding(command: .page(.backspace), strokes: [.key(.backspace)]),
    KeyBinding(command: .page(.delete), strokes: [.key(.delete)]),
    KeyBinding(command: .action(.write), strokes: [.character("w")]),
    KeyBinding(command: .action(.reply), strokes: [.character("r")]),
    KeyBinding(command: .action(.edit), strokes: [.character("e")]),
    KeyBinding(command: .action(.discardDraft), strokes: [.key(.control("d"))]),
    KeyBinding(command: .action(.changeOrder), strokes: [.character("o")]),
    KeyBinding(command: .action(.showSource), strokes: [.character("s")]),
    KeyBinding(command: .action(.showHistory), strokes: [.character("v")]),
    KeyBinding(command: .action(.showOlder), strokes: [.character("m")]),
    KeyBinding(command: .action(.onlyOthers), strokes: [.character("a"), .character("n")]),
    KeyBinding(command: .action(.actFor), strokes: [.character("t"), .character("p")]),
    KeyBinding(command: .action(.endRight), strokes: [.character("x")]),
    KeyBinding(command: .action(.addToCalendar), strokes: [.character("c")]),
    KeyBinding(command: .action(.search), strokes: [.character("f")]),
    KeyBinding(
      command: .action(.attachments),
      strokes: [.key(.control("o")), .key(.function(4)), .character("O")]
    ),
    KeyBinding(command: .action(.archive), strokes: [.character("z")]),
    KeyBinding(command: .action(.showArchive), strokes: [.character("Z")]),
    KeyBinding(command: .action(.reject), strokes: [.character("d")]),
    KeyBinding(command: .action(.close), strokes: [.character("C")]),
    KeyBinding(command: .action(.decide), strokes: [.character("h")]),
    KeyBinding(command: .action(.showAnswered), strokes: [.character("l")]),
    KeyBinding(command: .action(.offerTimes), strokes: [.character("i")]),
    KeyBinding(command: .action(.services), strokes: [.character("y")]),
    KeyBinding(command: .help, strokes: [.character("?"), .key(.function(1))]),
    KeyBinding(command: .signOut, strokes: [.character("u"), .key(.function(9))]),
    KeyBinding(
      command: .quit,
      strokes: [.character("q"), .key(.control("c")), .key(.control("q"))]
    ),
    KeyBinding(command: .redraw, strokes: [.key(.control("l"))]),
  ]

  /// What a stroke does; nil where it does nothing.
  static func command(for stroke: KeyStroke) -> Command? {
    byStroke[stroke]
  }

  /// The strokes of a command, the first being the one that is shown.
  static func strokes(for command: Command) -> [KeyStroke] {
    bindings.first { $0.command == command }?.strokes ?? []
  }

  private static let byStroke: [KeyStroke: Command] = {
    var table: [KeyStroke: Command] = [:]
    for binding in bindings {
      for stroke in binding.strokes { table[stroke] = binding.command }
    }
    return table
  }()
}

extension KeyStroke {
  /// As it is printed on the keyboard; the words for named keys come from the phrasebook.
  func name(_ phrases: any KeyPhrases) -> String {
    switch self {
    case .character(" "): phrases.spaceBar
    case .character(let character): String(character)
    case .key(let key): key.name(phrases)
    }
  }
}

extension Key {
  fileprivate func name(_ phrases: any KeyPhrases) -> String {
    switch self {
    case .up: phrases.arrowUp
    case .down: phrases.arrowDown
    case .left: phrases.arrowLeft
    case .right: phrases.arrowRight
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift+Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .wordLeft: "Ctrl+\(phrases.arrowLeft)"
    case .wordRight: "Ctrl+\(phrases.arrowRight)"
    case .textStart: "Ctrl+Home"
    case .textEnd: "Ctrl+End"
    case .function(let number): "F\(number)"
    case .control(let character): "Ctrl+\(character.uppercased())"
    case .alt(let character): "Alt+\(character.uppercased())"
    }
  }
}
