import PortalCore

/// The portal while somebody is in it: the pages opened one after the other, and what happens to
/// them.
///
/// Knows no terminal: events come in, frames go out, so that a test drives it by keys.
struct Application {
  /// How long after the last key press unsent text is kept.
  static let draftDelay = Duration.milliseconds(700)

  private var places: [OpenedPage] = []
  private let phrases: any Phrasebook
  private let renderer: CellRenderer
  /// Said after the name of the portal on every page: DEMO.
  private let mark: String
  /// What is shown once somebody has signed out; nil where that ends the program.
  private let signedOut: (any Screen)?
  private var notice: Notice?
  /// Whether what stood on the screen before the next frame is to be wiped off it.
  private var needsWipe = false
  /// Whether the person was told that leaving loses what they wrote: the next time they leave.
  private var hasWarned = false
  private(set) var size: ScreenSize
  private(set) var hasEnded = false
  /// The page beside the list on a wide screen, and what it was made for.
  private var detail: (item: ItemID, page: Page?)?

  init(
    first screen: any Screen,
    phrases: any Phrasebook,
    signs: Signs,
    mark: String,
    size: ScreenSize,
    signedOut: (any Screen)? = nil
  ) {
    self.phrases = phrases
    self.mark = mark
    self.signedOut = signedOut
    self.size = size
    renderer = CellRenderer(words: phrases.renderWords, signs: signs)
    push(screen)
  }

  /// Whether text waits to be kept as a draft: then the loop wakes after `draftDelay`.
  var needsDraftDeadline: Bool {
    places.last?.hasUnkeptText ?? false
  }

  /// The page on top.
  var page: Page {
    places.last?.state.page ?? Page(title: "")
  }

  // MARK: - Events

  /// Takes in what happened; true where a new frame is needed.
  mutating func handle(_ event: TerminalEvent, size newSize: ScreenSize) -> Bool {
    size = newSize
    switch event {
    case .key, .text, .paste:
      // Asked after it too: a key can be what ends it.
      if closeRefused() {
        notice = nil
        return true
      }
      let needsFrame = take(event)
      return closeRefused() || needsFrame
    case .resized, .resumed, .signal, .hangup, .deadline, .descriptorReady: return take(event)
    }
  }

  private mutating func take(_ event: TerminalEvent) -> Bool {
    switch event {
    case .key(.alt(let character)):
      // Esc and a letter, typed fast or held together by a slow line, look like Alt and the letter,
      // which stands for nothing here.
      let isLeft = press(.key(.escape))
      return hasEnded ? false : type(String(character)) || isLeft
    case .key(let key):
      return press(.key(key))
    case .text(let text):
      return type(text)
    case .paste(let text):
      return paste(text)
    case .resized, .resumed:
      return true
    case .signal, .hangup:
      end()
      return false
    case .deadline:
      keepDraft()
      return false
    case .descriptorReady:
      return refresh()
    }
  }

  /// What notices that other processes change the open record, or what waits at the open desk; nil
  /// where none is open.
  var recordWatch: ChangeWatch? {
    if let openRecord { return openRecord.startWatching() }
    return openDesk?.startWatching()
  }

  private var openDesk: OpenDesk? { places.last?.screen.desk }

  /// Takes in what other processes have written; true where a new frame is needed.
  ///
  /// The page is made anew; the selection, the filter, the place on the page and what is being
  /// typed stay.
  mutating func refresh() -> Bool {
    if closeRefused() { return true }
    guard let record = openRecord else { return refreshDesk() }
    let news: RecordNews
    do {
      news = try record.takeNews()
    } catch {
      // The page says what is wrong.
      news = .content
    }
    guard news != .none else { return false }
    let before = page
    _ = send(.shown)
    let isChanged = page != before
    if notice == nil, news == .content {
      if places.last?.state.hasUnsentChanges ?? false {
        notice = Notice(severity: .information, text: phrases.storeChangedWhileTyping)
      } else if isChanged {
        notice = Notice(severity: .information, text: phrases.storeChanged)
      }
    }
    return isChanged || news == .content
  }

  /// Takes in what has come to the practice's queue; true where a new frame is needed.
  private mutating func refreshDesk() -> Bool {
    guard let openDesk, openDesk.takeNews() else { return false }
    let before = page
    _ = send(.shown)
    let isChanged = page != before
    if isChanged, notice == nil {
      notice = Notice(severity: .information, text: phrases.storeChanged)
    }
    return isChanged
  }

  /// Whether idle moments can be used.
  var hasIdleWork: Bool { openRecord?.hasIdleWork ?? false }

  /// Checks a part of the open record; true where it was found broken and a new frame is needed.
  mutating func useIdleMoment() -> Bool {
    guard let record = openRecord else { return false }
    let before = record.damage
    record.useIdleMoment()
    guard let damage = record.damage, damage != before else { return false }
    _ = send(.shown)
    notice = Notice(severity: .danger, text: phrases.damageText(damage))
    return true
  }

  /// Keeps what is unsent and closes what is open; nothing more is handled.
  mutating func end() {
    close()
    hasEnded = true
  }

  /// Keeps what is unsent, ends every session and forgets every page.
  private mutating func close() {
    for index in places.indices where places[index].hasUnkeptText {
      places[index].hasUnkeptText = false
      _ = places[index].screen.update(.keepDraft(places[index].state.draftValues))
    }
    let left = places
    places = []
    endSessions(of: left)
    detail = nil
    notice = nil
    hasWarned = false
  }

  // MARK: - Signing out

  /// Whether anything is on the screen that should not stay there while nobody is about: a record,
  /// or what somebody has begun to type.
  var isOccupied: Bool {
    places.contains { $0.screen.isPersonal || $0.state.hasUnsentChanges }
  }

  /// Closes the record and shows where one signs in; says that nobody pressed a key for so many
  /// minutes, or nothing where somebody asked for it.
  mutating func signOut(afterMinutes minutes: Int? = nil) {
    close()
    guard let signedOut else {
      hasEnded = true
      return
    }
    push(signedOut)
    let text = minutes.map { phrases.signedOutAfter(minutes: $0) } ?? phrases.signedOutText
    notice = Notice(severity: .information, text: text)
    needsWipe = true
  }

  /// Says that the session is about to end.
  mutating func warnOfIdleEnd(seconds: Int) {
    notice = Notice(severity: .warning, text: phrases.idleWarning(seconds: seconds))
  }

  /// Says that it goes on.
  mutating func noteStaying() {
    notice = Notice(severity: .information, text: phrases.staying)
  }

  /// Whether the screen is to be wiped before the next frame; asked once for each frame.
  mutating func takeWipe() -> Bool {
    defer { needsWipe = false }
    return needsWipe
  }

  private mutating func press(_ stroke: KeyStroke) -> Bool {
    guard let command = Keymap.command(for: stroke) else { return false }
    return run(command)
  }

  private mutating func type(_ text: String) -> Bool {
    if places.last?.state.takesText ?? false { return insert(text) }
    var needsFrame = false
    for character in text {
      // A letter may have opened a page on which letters are text.
      if places.last?.state.takesText ?? false {
        needsFrame = insert(String(character)) || needsFrame
      } else if places.last?.state.takesChoice ?? false, " 0123456789".contains(character) {
        // The space bar and digits choose; other characters are commands.
        needsFrame = insert(String(character)) || needsFrame
      } else if !(places.last?.state.sparesLetters ?? false), press(.character(character)) {
        needsFrame = true
      }
      if hasEnded { return false }
    }
    return needsFrame
  }

  /// Pasted text never counts as commands.
  private mutating func paste(_ text: String) -> Bool {
    guard places.last?.state.takesText ?? false else { return false }
    return insert(text)
  }

  private mutating func insert(_ text: String) -> Bool {
    apply(.edit(.insert(text)))
  }

  private mutating func run(_ command: Command) -> Bool {
    switch command {
    case .page(let name):
      return apply(adapted(name))
    case .action(let action):
      // What is looked for in the whole record can be looked for from every page of it.
      let isOffered = page.actions.contains { $0.id == action }
      let isCitizen = openRecord != nil && openDesk == nil
      let isEverywhere = isCitizen && (action == .search || action == .actFor)
      guard isOffered || isEverywhere else { return false }
      if action == .actFor, isActing { return returnToOwn() }
      notice = nil
      return send(.run(action, on: places.last?.state.selection))
    case .help:
      notice = nil
      push(HelpScreen(page: page, phrases: phrases))
      return true
    case .signOut:
      guard openRecord != nil || openDesk != nil else { return false }
      if warnsOfLoss(in: places[...]) { return true }
      signOut()
      return true
    case .quit:
      if warnsOfLoss(in: places[...]) { return true }
      end()
      return false
    case .redraw:
      return true
    }
  }

  /// Where nothing is typed the arrows left and right and Backspace go between pages.
  private func adapted(_ name: PageCommand.Name) -> PageCommand {
    let state = places.last?.state
    guard !(state?.takesText ?? false), state?.form == nil else { return name.command }
    return switch name {
    case .left, .backspace: .back
    case .right: .open
    default: name.command
    }
  }

  private mutating func apply(_ command: PageCommand) -> Bool {
    guard var place = places.last else { return false }
    let hadNotice = notice != nil
    notice = nil
    if command != .back { hasWarned = false }
    let outcome = renderer.apply(command, to: &place.state, chrome: chrome(for: place), size: size)
    if case .edit = command, outcome == .changed, place.state.form != nil {
      place.hasUnkeptText = true
    }
    places[places.count - 1] = place
    switch outcome {
    case .none: return hadNotice
    case .changed: return true
    case .open(let item): return send(.open(item))
    case .submit(let values): return send(.submit(values))
    case .search(let text): return send(.search(text))
    case .leave: return leave()
    case .limitReached(let limit):
      places[places.count - 1].hasUnkeptText = true
      notice = Notice(severity: .warning, text: phrases.limitReached(limit))
      return true
    }
  }

  // MARK: - Pages

  private mutating func leave() -> Bool {
    guard let place = places.last else { return false }
    let hadText = place.state.hasUnsentChanges || place.screen.hasUnstoredText
    keepDraft()
    guard places.count > 1 else { return false }
    if warnsOfLoss(in: places.suffix(1)) { return true }
    hasWarned = false
    pop()
    if hadText {
      let text = place.screen.keepsDrafts ? phrases.draftKept : phrases.leftUnsaved
      notice = Notice(severity: .information, text: text)
    }
    return true
  }

  /// Says once that what was written would be lost; false where nothing would, or it was said.
  private mutating func warnsOfLoss(in places: ArraySlice<OpenedPage>) -> Bool {
    guard !hasWarned, places.contains(where: \.wouldLoseText) else { return false }
    hasWarned = true
    notice = Notice(severity: .warning, text: phrases.leaveUnsaved)
    return true
  }

  /// Keeps what is unsent on the page on top.
  mutating func keepDraft() {
    guard let place = places.last, place.hasUnkeptText else { return }
    places[places.count - 1].hasUnkeptText = false
    _ = send(.keepDraft(place.state.draftValues))
  }

  private mutating func push(_ screen: any Screen) {
    var screen = screen
    // What a screen wants done as it opens is done once it is there.
    let effects = screen.update(.shown)
    places.append(OpenedPage(screen: screen, state: PageState(page: screen.page())))
    detail = nil
    perform(effects)
  }

  private mutating func pop(_ count: Int = 1) {
    let left = places.suffix(count)
    places.removeLast(count)
    detail = nil
    endSessions(of: left)
    _ = send(.shown)
  }

  /// Whether the open record is another person's, for whom one acts.
  private var isActing: Bool {
    openRecord.map { $0.attribution.actor != $0.attribution.subject } ?? false
  }

  /// Closes the record of another where the gate does not let one in any more; true where so.
  ///
  /// No page of it is left: one that says why stands in their place. Asked before each key, so that
  /// what was read before is not moved about in afterwards.
  private mutating func closeRefused() -> Bool {
    guard isActing, let record = openRecord, !record.isPreview, let refusal = record.refusal(),
      let first = places.firstIndex(where: { $0.screen.record === record })
    else { return false }
    let left = places[first...]
    places.removeSubrange(first...)
    hasWarned = false
    push(RefusedScreen(refusal: refusal, phrases: phrases))
    endSessions(of: left)
    return true
  }

  /// Leaves every page of the record in which one acts for another, and shows one's own again.
  private mutating func returnToOwn() -> Bool {
    guard let record = openRecord,
      let own = places.lastIndex(where: { $0.screen.record.map { $0 !== record } ?? false })
    else {
      notice = Notice(severity: .information, text: phrases.nobodyElsesRecordBelow)
      return true
    }
    keepDraft()
    let left = places[(own + 1)...]
    if warnsOfLoss(in: left) { return true }
    hasWarned = false
    notice = nil
    pop(left.count)
    return true
  }

  /// Asks the screen on top; true, since its page may be another one.
  private mutating func send(_ intent: Intent) -> Bool {
    guard let index = places.indices.last else { return false }
    let effects = places[index].screen.update(intent)
    if places[index].hasUnkeptText, case .submit = intent { places[index].hasUnkeptText = false }
    if case .keepDraft = intent {
    } else {
      places[index].state.show(places[index].screen.page())
      detail = nil
    }
    perform(effects)
    return true
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .push(let screen):
        push(screen)
      case .pop:
        if places.count > 1 { pop() }
      case .replace(let screen):
        let left = places.suffix(1)
        places.removeLast(left.count)
        push(screen)
        endSessions(of: left)
      case .say(let text):
        notice = text
      }
    }
  }

  /// The records that are open; a session ends when no page of its record is left.
  private var openRecord: OpenRecord? {
    places.lazy.reversed().compactMap(\.screen.record).first
  }

  /// Ends the sessions of pages that were left, where no other page of their record is open.
  private func endSessions(of left: some Collection<OpenedPage>) {
    for record in left.compactMap(\.screen.record)
    where !places.contains(where: { $0.screen.record === record }) {
      // Where it fails the session's start still stands in the log.
      try? record.end()
    }
  }

  // MARK: - Frames

  /// What the terminal is to show now.
  mutating func frame() -> CellGrid {
    guard let place = places.last else { return CellGrid(columns: size.columns, rows: size.rows) }
    return renderer.frame(place.state, chrome: chrome(for: place), size: size)
  }

  private mutating func chrome(for place: OpenedPage) -> Chrome {
    var chrome = Chrome(owner: owner(of: place.screen))
    chrome.mark = mark
    chrome.hints = place.hints(phrases, isFirst: places.count <= 1)
    chrome.notice = notice
    chrome.tooSmall = phrases.screenTooSmall
    if size.columns >= FramePlan.leastForDetail, let item = place.state.selection {
      if detail?.item != item { detail = (item, place.screen.detail(of: item)) }
      chrome.detail = detail?.page
    }
    return chrome
  }

  private func owner(of screen: any Screen) -> String {
    if let desk = screen.desk { return phrases.owner(of: desk) }
    guard let record = screen.record ?? openRecord else { return phrases.portalName }
    return phrases.owner(of: record)
  }
}
