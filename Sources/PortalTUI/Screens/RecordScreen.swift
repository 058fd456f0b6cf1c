import PortalCore

/// A page of an open record that reads what it shows once, and again each time it is shown.
///
/// Between two showings its page is made from what it holds, so that moving about costs no reading.
/// What a service refuses, or cannot do, is said on the page in its place.
protocol RecordScreen: Screen {
  associatedtype Content

  var context: ScreenContext { get }
  /// The title of the page; it stands there also when the reading failed.
  var title: String { get }
  /// What was read when the page was last shown; nil before.
  var content: Result<Content, ServiceError>? { get set }

  /// Reads what the page shows.
  func load() throws(ServiceError) -> Content
  /// The page for what was read.
  func page(of content: Content) -> Page
  /// Whether the page says that the whole record can be searched; it can from every page.
  var offersSearch: Bool { get }
  /// What an intent other than `shown` does.
  mutating func react(to intent: Intent) -> [Effect]
}

extension RecordScreen {
  var record: OpenRecord? { context.record }

  func page() -> Page {
    var page = pageInEarnest()
    if let name = context.previewedFor {
      let text = context.phrases.previewNotice(name)
      page.blocks.insert(.notice(Notice(severity: .information, text: text)), at: 0)
    }
    return page
  }

  /// The page without the word that it is a preview.
  private func pageInEarnest() -> Page {
    switch content ?? read() {
    case .success(let content):
      var page = page(of: content)
      if offersSearch {
        let label = context.phrases.actionLabel(.search)
        page.actions.append(PageAction(id: .search, label: label))
      }
      return page
    case .failure(let error): return Page(title: title, for: error, context.phrases)
    }
  }

  var offersSearch: Bool { false }

  /// Why what the page is about could not be read, where that is so.
  var failure: ServiceError? {
    if case .failure(let error)? = content { error } else { nil }
  }

  func detail(of item: ItemID) -> Page? {
    RecordPages(context).page(of: item)
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    if case .run(.search, _) = intent { return [.push(SearchScreen(context: context))] }
    if case .run(.actFor, _) = intent { return [.push(RepresentScreen(context: context))] }
    guard intent == .shown else { return react(to: intent) }
    content = read()
    return []
  }

  mutating func react(to intent: Intent) -> [Effect] {
    if case .open(let item) = intent { context.open(item) } else { [] }
  }

  private func read() -> Result<Content, ServiceError> {
    Result { () throws(ServiceError) in try load() }
  }
}

extension Page {
  /// A page that says in words why there is nothing else on it.
  init(title: String, for error: ServiceError, _ phrases: any Phrasebook) {
    self.init(title: title, blocks: [.notice(Notice(for: error, phrases))])
  }
}

extension Notice {
  /// Whom to call in an emergency; first on every page with words to the practice, where it stays
  /// in sight while one writes.
  static func emergency(_ phrases: any Phrasebook) -> Notice {
    Notice(
      severity: .danger,
      text: phrases.sentence(.emergency),
      brief: phrases.sentence(.emergencyShort)
    )
  }

  /// Says why a service did not do what it was asked.
  init(for error: ServiceError, _ phrases: any Phrasebook) {
    let severity: Severity =
      switch error {
      case .refused, .noGeneralPractitioner, .emptyMessage, .messageTooLong, .noSuchThread,
        .noSuchRecord, .notEditable, .unusableValue, .proxy, .signIn,
        .dialogue, .appointment, .practitioner, .desk:
        .warning
      case .store, .backup, .identitiesDisagree, .anotherPerson, .severalPeople: .danger
      }
    self.init(severity: severity, text: phrases.problemText(error))
  }
}
