import PortalCore

/// One record of a section.
struct DetailScreen: RecordScreen {
  let context: ScreenContext
  let kind: RecordKind
  let id: RecordID
  var content: Result<Page, ServiceError>?

  init(context: ScreenContext, kind: RecordKind, id: RecordID) {
    self.context = context
    self.kind = kind
    self.id = id
  }

  var title: String { context.phrases.untitled(kind) }

  func load() throws(ServiceError) -> Page {
    try RecordPages(context).page(of: context.record.record(id, of: kind))
  }

  func page(of content: Page) -> Page {
    content
  }

  mutating func react(to intent: Intent) -> [Effect] {
    switch intent {
    case .open(let item): context.open(item)
    case .run(.showSource, _): [.push(SourceScreen(context: context, records: [id]))]
    case .run(.showHistory, _): [.push(HistoryScreen(context: context, records: [id]))]
    case .run, .submit, .keepDraft, .shown, .search: []
    }
  }
}
