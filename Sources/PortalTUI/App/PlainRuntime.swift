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
  /// What is shown once somebody has signed out.
  private let signedOut: (any Screen)?
  private let idleLimit: Duration?
  /// Whether a secret is typed at a terminal, and so without being shown.
  private let readsSecretly: Bool
  private var hasEnded = false
  /// What answers by itself in a demonstration.
  var simulation: SimulatedPractice?
  /// Whether something has come that the page on top does not show yet, and this was said.
  private var hasNews = false

  init(
    first screen: any Screen,
    phrases: any Phrasebook,
    mark: String,
    console: Console,
    signedOut: (any Screen)? = nil,
    idleLimit: Duration? = nil,
    readsSecretly: Bool = false
  ) {
    screens = []
    self.readsSecretly = readsSecretly
    self.phrases = phrases
    self.console = console
    self.mark = mark
    self.signedOut = signedOut
    self.idleLimit = idleLimit
    renderer = PlainRenderer(words: phrases.renderWords)
    push(screen)
  }

  /// Says pages and takes answers until the person leaves or the input ends.
  mutating func run(reason: PlainModeReason) {
    console.say(phrases.plainModeOn(reason: reason))
    if screens.last?.page().form == nil { showPage() }
    while !hasEnded {
      if closeRefused() { showPage() }
      if let form = screens.last?.page().form {
        fill(form)
        continue
      }
      sayNews()
      console.prompt(phrases.plainPrompt)
      switch nextLine() {
      case .line(let line):
        if !search(line) { answer(line) }
      case .ended: hasEnded = true
      case .signedOut: continue
      }
    }
    closeRecords()
    console.flush()
  }

  private func closeRecords() {
    for record in Set(screens.compactMap { $0.record.map(ObjectIdentifier.init) }) {
      end(record)
    }
  }

  // MARK: - Lines, and none

  private enum Input: Equatable {
    case line(String)
    case ended
    /// Nobody has typed anything for so long that the session has ended.
    case signedOut

    func map(_ body: (String) -> String) -> Input {
      if case .line(let line) = self { .line(body(line)) } else { self }
    }
  }

  /// The next line; warns, and signs out, where none comes for too long.
  private mutating func nextLine() -> Input {
    var idle = IdleWatch(
      limit: screens.contains(where: \.isPersonal) ? idleLimit : nil,
      now: .after(.zero)
    )
    while let deadline = idle.deadline, !console.waitForInput(until: deadline) {
      if let seconds = idle.takeWarning(at: .after(.zero)) {
        console.say("")
        console.say("\(phrases.idleWarning(seconds: seconds)) \(phrases.plainIdleHint)")
      } else if let idleLimit, idle.isOver(at: .after(.zero)) {
        signOut(afterMinutes: Int(idleLimit.components.seconds / 60))
        return .signedOut
      }
    }
    return readLine().map { .line($0) } ?? .ended
  }

  /// The next line that is text; of one that is not this is said, and nothing of it is used.
  private func readLine() -> String? {
    while true {
      do throws(UnreadableLine) {
        return try console.readLine()
      } catch {
        console.say(phrases.plainNotText)
      }
    }
  }

  /// Closes the record and shows where one signs in, or ends.
  private mutating func signOut(afterMinutes minutes: Int? = nil) {
    closeRecords()
    screens = []
    hasNews = false
    console.wipe()
    console.say("")
    console.say(minutes.map { phrases.signedOutAfter(minutes: $0) } ?? phrases.signedOutText)
    guard let signedOut else {
      hasEnded = true
      return
    }
    push(signedOut)
    if signedOut.page().form == nil { showPage() }
  }

  /// Says where another process has written.
  ///
  /// The page stays as it was said until it is asked for again: its numbers must not come to stand
  /// for something else.
  private mutating func sayNews() {
    simulation?.take(now: .after(.zero))
    guard !hasNews else { return }
    if let record = openRecord {
      guard (try? record.takeNews()) == .content else { return }
    } else {
      guard let desk = screens.last?.desk, desk.startWatching() != nil, desk.takeNews() else {
        return
      }
    }
    hasNews = true
    console.say(phrases.plainStoreChanged)
  }

  private func end(_ identity: ObjectIdentifier) {
    let record = screens.lazy.compactMap(\.record).first { ObjectIdentifier($0) == identity }
    // Where it fails the session's start still stands in the log.
    try? record?.end()
  }

  // MARK: - Answers

  private mutating func answer(_ line: String) {
    if closeRefused() { return showPage() }
    let text = PlainKeys.answer(in: line)
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
    } else if PlainKeys.signOut.contains(text), screens.last?.isPersonal ?? false {
      signOut()
    } else if PlainKeys.quit.contains(text) {
      hasEnded = true
    } else if PlainKeys.letter(of: .actFor) == text, isActing, screens.last?.desk == nil {
      returnToOwn()
    } else if let action = page.actions.first(where: { PlainKeys.letter(of: $0.id) == text }) {
      send(.run(action.id, on: nil))
    } else if PlainKeys.letter(of: .search) == text, screens.last?.record != nil,
      screens.last?.desk == nil
    {
      send(.run(.search, on: nil))
    } else {
      console.say(phrases.plainUnknown(SafeText(line).text))
      console.say(choices(on: page))
    }
  }

  /// All that can be typed on a page, in one line.
  private func choices(on page: Page) -> String {
    let count = Entries(page)?.count ?? 0
    let actions = page.actions.map { "\(PlainKeys.letter(of: $0.id)): \($0.label)." }
    let numbers = count > 0 ? [phrases.plainNumbers(count)] : []
    return (numbers + actions + [phrases.plainLetters]).joined(separator: " ")
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
    let text = PlainKeys.answer(in: line)
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

  // MARK: - Acting for another

  private var openRecord: OpenRecord? {
    screens.lazy.reversed().compactMap(\.record).first
  }

  private var isActing: Bool {
    openRecord.map { $0.attribution.actor != $0.attribution.subject } ?? false
  }

  /// Leaves every page of the record in which one acts for another.
  private mutating func returnToOwn() {
    guard let record = openRecord,
      let own = screens.lastIndex(where: { $0.record.map { $0 !== record } ?? false })
    else { return console.say(phrases.nobodyElsesRecordBelow) }
    remove(from: own + 1)
    send(.shown, quietly: true)
    showPage()
  }

  /// Closes the record of another where the gate does not let one in any more; true where that is so.
  private mutating func closeRefused() -> Bool {
    guard isActing, let record = openRecord, !record.isPreview, let refusal = record.refusal(),
      let first = screens.firstIndex(where: { $0.record === record })
    else { return false }
    remove(from: first)
    push(RefusedScreen(refusal: refusal, phrases: phrases))
    return true
  }

  /// Takes pages away, and ends the sessions of which no page is left.
  private mutating func remove(from first: Int) {
    let left = screens[first...]
    screens.removeSubrange(first...)
    for record in left.compactMap(\.record)
    where !screens.contains(where: { $0.record === record }) {
      // Where it fails the session's start still stands in the log.
      try? record.end()
    }
  }

  private func help(_ page: Page) {
    console.say(phrases.plainHints)
    for action in page.actions {
      console.say("\(PlainKeys.letter(of: action.id)): \(action.label)")
    }
    if screens.last?.isPersonal ?? false {
      console.say("\(PlainKeys.signOut[0]): \(phrases.explanation(of: Command.signOut))")
    }
    console.say(phrases.helpEmergencyText)
  }

  // MARK: - Forms

  private mutating func fill(_ form: Form) {
    showPage()
    var values = Dictionary(form.fields.map { ($0.id, $0.value) }, uniquingKeysWith: { $1 })
    for field in form.fields {
      switch ask(field, among: values, of: form) {
      case .ended:
        hasEnded = true
        return
      case .signedOut: return
      case .line(let value): values[field.id] = value
      }
      // Whoever is asked to sign in can also leave.
      if form.isSecret, values[field.id].map(PlainKeys.quit.contains) ?? false {
        hasEnded = true
        return
      }
      // What has been said so far outlives a lost connection.
      send(.keepDraft(kept(values, of: form)))
    }
    if form.isSecret { return send(.submit(values)) }
    console.prompt(phrases.plainConfirm(form.submitLabel))
    let input = nextLine()
    guard case .line(let line) = input else {
      hasEnded = input == .ended
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

  /// What of some values may be kept: no secret.
  private func kept(_ values: [String: String], of form: Form) -> [String: String] {
    let secrets = form.fields.filter { $0.kind == .secret }.map(\.id)
    return values.filter { !secrets.contains($0.key) }
  }

  /// What is to stand in a field.
  private mutating func ask(
    _ field: Field,
    among values: [String: String],
    of form: Form
  ) -> Input {
    switch field.kind {
    case .line:
      console.prompt(phrases.plainFieldPrompt(field.label, keeps: field.value))
      return nextLine().map { $0.isEmpty ? field.value : $0 }
    case .secret: return askSecret(field)
    case .choice(let options):
      console.prompt(phrases.plainFieldPrompt(field.label, keeps: field.value))
      return nextLine().map { line in
        guard let number = Int(line), options.indices.contains(number - 1) else {
          return field.value
        }
        return String(number - 1)
      }
    case .text: return askText(field, among: values, of: form)
    }
  }

  /// Several lines; each is kept as it comes, so that what ends the session takes none of them.
  private mutating func askText(
    _ field: Field,
    among values: [String: String],
    of form: Form
  ) -> Input {
    console.say(phrases.plainTextEnd)
    var values = kept(values, of: form)
    var lines: [String] = []
    while true {
      let input = nextLine()
      guard case .line(let line) = input else { return input }
      if line == "." {
        return .line(lines.isEmpty ? field.value : lines.joined(separator: "\n"))
      }
      lines.append(line)
      values[field.id] = lines.joined(separator: "\n")
      send(.keepDraft(values))
    }
  }

  /// Not shown as it is typed; how long it was is said.
  private func askSecret(_ field: Field) -> Input {
    let prompt = phrases.plainFieldPrompt(field.label, keeps: "")
    let answer: String?
    if readsSecretly {
      answer = console.readSecret(prompt)
    } else {
      console.prompt(prompt)
      answer = readLine()
    }
    guard let answer else { return .ended }
    console.say(phrases.secretLength(answer.count))
    return .line(answer)
  }

  // MARK: - Pages

  private mutating func showPage() {
    hasNews = false
    guard let screen = screens.last else { return }
    let page = screen.page()
    var title = mark.isEmpty ? page.title : "\(mark). \(page.title)"
    if let desk = screen.desk {
      title += ". " + phrases.owner(of: desk)
    } else if isActing, let record = openRecord {
      title += ". " + phrases.owner(of: record)
    }
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
    remove(from: screens.count - 1)
    send(.shown, quietly: true)
  }

  private mutating func send(_ intent: Intent, quietly: Bool = false) {
    guard !screens.isEmpty else { return }
    let depth = screens.count
    let effects = screens[depth - 1].update(intent)
    perform(effects)
    switch intent {
    case .open, .run, .submit, .search:
      // What was just done may have closed the record.
      _ = closeRefused()
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
        if !screens.isEmpty { remove(from: screens.count - 1) }
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
  static let signOut = ["u"]

  /// What a line says, without the spaces around it.
  static func answer(in line: String) -> String {
    let end = line.lastIndex { !$0.isWhitespace }
    return end.map { String(line[...$0].drop(while: \.isWhitespace)) } ?? ""
  }

  /// The letter of an action: the first of the key table that means nothing else on a line, or x where
  /// there is none.
  static func letter(of action: ActionID) -> String {
    let taken = back.union(help).union(quit)
    for stroke in Keymap.strokes(for: .action(action)) {
      if case .character(let letter) = stroke, !taken.contains(String(letter)) {
        return String(letter)
      }
    }
    return "x"
  }
}
