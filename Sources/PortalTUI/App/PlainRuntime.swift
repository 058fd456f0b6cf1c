import PortalCore

/// Runs the portal in plain numbered lines: for a screen reader, a braille display, a pipe.
///
/// Append-only: nothing is moved, redrawn or coloured. The same screens and pages as on the
/// terminal, with a number for each thing that can be opened and a letter for each action.
struct PlainRuntime {
  private var screens: [any Screen]
  private let phrases: any Phrasebook
  private let renderer: PlainRenderer
  private let console: Console
  private let mark: String
  private var hasEnded = false
  /// Whether something has come that the page on top does not show yet, and this was said.
  private var hasNews = false

  init(first screen: any Screen, phrases: any Phrasebook, mark: String, console: Console) {
    screens = []
    self.phrases = phrases
    self.console = console
    self.mark = mark
    renderer = PlainRenderer(words: phrases.renderWords)
    push(screen)
  }

  /// Says pages and takes answers until the person leaves or the input ends.
  mutating func run(reason: PlainModeReason) {
    console.say(phrases.plainModeOn(reason: reason))
    if screens.last?.page().form == nil { showPage() }
    while !hasEnded {
      if let form = screens.last?.page().form {
        fill(form)
        continue
      }
      sayNews()
      console.prompt(phrases.plainPrompt)
      guard let line = console.readLine() else { break }
      if !search(line) { answer(String(line.filter { !$0.isWhitespace })) }
    }
    for record in Set(screens.compactMap { $0.record.map(ObjectIdentifier.init) }) {
      end(record)
    }
    console.flush()
  }

  /// Says where another process has written.
  ///
  /// The page stays as it was said until it is asked for again: its numbers must not come to stand
  /// for something else.
  private mutating func sayNews() {
    guard !hasNews, let record = screens.lazy.reversed().compactMap(\.record).first,
      (try? record.takeNews()) == .content
    else { return }
    hasNews = true
    console.say(phrases.plainStoreChanged)
  }

  private func end(_ identity: ObjectIdentifier) {
    let record = screens.lazy.compactMap(\.record).first { ObjectIdentifier($0) == identity }
    // Where it fails the session's start still stands in the log.
    try? record?.end()
  }

  // MARK: - Answers

  private mutating func answer(_ text: String) {
    let page = screens.last?.page() ?? Page(title: "")
    if text.isEmpty {
      if hasNews { send(.shown) }
      showPage()
    } else if let number = Int(text) {
      open(number, on: page)
    } else if PlainKeys.back.contains(text) {
      leave()
    } else if PlainKeys.help.contains(text) {
      help(page)
    } else if PlainKeys.quit.contains(text) {
      hasEnded = true
    } else if let action = page.actions.first(where: { PlainKeys.letter(of: $0.id) == text }) {
      send(.run(action.id, on: nil))
    } else if PlainKeys.letter(of: .search) == text, screens.last?.record != nil {
      send(.run(.search, on: nil))
    } else {
      console.say(phrases.plainUnknown(SafeText(text).text))
    }
  }

  /// On a page that is searched: whether a line says what to look for, and is not an answer.
  ///
  /// With a slash before it everything is looked for, also a number or a letter.
  private mutating func search(_ line: String) -> Bool {
    guard let page = screens.last?.page(), page.isSearched else { return false }
    if line.first == "/" {
      send(.search(String(line.dropFirst())))
      return true
    }
    let text = String(line.filter { !$0.isWhitespace })
    let keys = PlainKeys.back.union(PlainKeys.help).union(PlainKeys.quit)
    guard !text.isEmpty, Int(text) == nil, !keys.contains(text) else { return false }
    send(.search(line))
    return true
  }

  private mutating func open(_ number: Int, on page: Page) {
    guard let entries = Entries(page), number >= 1, number <= entries.count else {
      return console.say(phrases.plainNothingToOpen)
    }
    send(.open(entries.id(at: number - 1)))
  }

  private mutating func leave() {
    if screens.count > 1 { pop() } else { hasEnded = true }
    if !hasEnded { showPage() }
  }

  private func help(_ page: Page) {
    console.say(phrases.plainHints)
    for action in page.actions {
      console.say("\(PlainKeys.letter(of: action.id)): \(action.label)")
    }
    console.say(phrases.helpEmergencyText)
  }

  // MARK: - Forms

  private mutating func fill(_ form: Form) {
    showPage()
    var values = Dictionary(form.fields.map { ($0.id, $0.value) }, uniquingKeysWith: { $1 })
    for field in form.fields {
      guard let value = ask(field) else {
        send(.keepDraft(values))
        hasEnded = true
        return
      }
      values[field.id] = value
      // What has been said so far outlives a lost connection.
      send(.keepDraft(values))
    }
    console.prompt(phrases.plainConfirm(form.submitLabel))
    guard let line = console.readLine() else {
      hasEnded = true
      return
    }
    if phrases.plainYes.contains(line.lowercased()) {
      send(.submit(values))
    } else {
      let keepsDrafts = screens.last?.keepsDrafts ?? true
      console.say(keepsDrafts ? phrases.draftKept : phrases.leftUnsaved)
      leave()
    }
  }

  /// What is to stand in a field; nil where the input has ended.
  private func ask(_ field: Field) -> String? {
    switch field.kind {
    case .line:
      console.prompt(phrases.plainFieldPrompt(field.label, keeps: field.value))
      guard let line = console.readLine() else { return nil }
      return line.isEmpty ? field.value : line
    case .choice(let options):
      console.prompt(phrases.plainFieldPrompt(field.label, keeps: field.value))
      guard let line = console.readLine() else { return nil }
      guard let number = Int(line), number >= 1, number <= options.count else { return field.value }
      return String(number - 1)
    case .text:
      console.say(phrases.plainTextEnd)
      var lines: [String] = []
      while let line = console.readLine() {
        if line == "." {
          return lines.isEmpty ? field.value : lines.joined(separator: "\n")
        }
        lines.append(line)
      }
      return nil
    }
  }

  // MARK: - Pages

  private mutating func showPage() {
    hasNews = false
    guard let screen = screens.last else { return }
    let page = screen.page()
    let title = mark.isEmpty ? page.title : "\(mark). \(page.title)"
    var marked = page
    marked.title = title
    let hints = page.actions.map { KeyHint(key: PlainKeys.letter(of: $0.id), label: $0.label) }
    console.say("")
    for line in renderer.lines(marked, hints: hints) { console.say(line) }
    console.say(phrases.plainHints)
  }

  private mutating func push(_ screen: any Screen) {
    var screen = screen
    let effects = screen.update(.shown)
    screens.append(screen)
    perform(effects)
  }

  private mutating func pop() {
    let left = screens.removeLast()
    if let record = left.record, screens.last?.record == nil { try? record.end() }
    send(.shown, quietly: true)
  }

  private mutating func send(_ intent: Intent, quietly: Bool = false) {
    guard !screens.isEmpty else { return }
    let depth = screens.count
    let effects = screens[depth - 1].update(intent)
    perform(effects)
    switch intent {
    case .open, .run, .submit, .search:
      if !quietly, screens.last?.page().form == nil { showPage() }
    case .keepDraft, .shown: break
    }
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .push(let screen): push(screen)
      case .pop: if screens.count > 1 { pop() }
      case .replace(let screen):
        if !screens.isEmpty { screens.removeLast() }
        push(screen)
      case .say(let notice):
        for line in renderer.lines(notice) { console.say(line) }
      }
    }
  }
}

/// What can be answered besides a number: letters, since a line is typed and not a key.
enum PlainKeys {
  static let back: Set = ["b", "t"]
  static let help: Set = ["h", "?"]
  static let quit: Set = ["q", "a"]

  /// The letter of an action: that of the key table, or x where the key is none.
  static func letter(of action: ActionID) -> String {
    for stroke in Keymap.strokes(for: .action(action)) {
      if case .character(let letter) = stroke { return String(letter) }
    }
    return "x"
  }
}
