import PortalCore

/// What is typed, found in the whole record; the newest first.
struct SearchScreen: RecordScreen {
  let context: ScreenContext
  var content: Result<SearchResult, ServiceError>?
  private var query = ""
  private var older = OlderEntries()

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.actionLabel(.search) }

  func load() throws(ServiceError) -> SearchResult {
    try context.record.search(SearchQuery(query), newest: older.wanted)
  }

  func page(of content: SearchResult) -> Page {
    let phrases = context.phrases
    let query = SearchQuery(query).isEmpty ? "" : query
    let text = phrases.found(content.count, shown: content.newest.count, query: query)
    var page = Page(
      title: title,
      blocks: [
        .paragraph(text),
        .list(
          ItemList(items: content.newest.map(item), emptyText: phrases.sentence(.nothingFound))
        ),
      ]
    )
    page.isSearched = true
    if older.hidden(of: content.count) > 0 {
      page.actions = [PageAction(id: .showOlder, label: phrases.actionLabel(.showOlder))]
    }
    return page
  }

  mutating func react(to intent: Intent) -> [Effect] {
    switch intent {
    case .open(let item): return context.open(item)
    case .search(let text):
      (query, older) = (text, OlderEntries())
      return update(.shown)
    case .run(.showOlder, _):
      older.showMore()
      return update(.shown)
    case .run, .submit, .keepDraft, .shown: return []
    }
  }

  private func item(_ record: Record) -> Item {
    let pages = RecordPages(context)
    let date = context.phrases.short(record.content.date)
    return Item(
      id: Target(record).item,
      title: record.beginning ?? pages.title(of: record),
      detail: [pages.kind(of: record), date].filter { !$0.isEmpty }.joined(separator: ", ")
    )
  }
}
