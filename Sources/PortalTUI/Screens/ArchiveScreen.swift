import PortalCore

/// The conversations that the person has put away.
struct ArchiveScreen: RecordScreen {
  let context: ScreenContext
  var content: Result<[MessageThread], ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.archiveTitle }

  func load() throws(ServiceError) -> [MessageThread] {
    try context.record.archivedThreads()
  }

  func page(of threads: [MessageThread]) -> Page {
    let items = threads.map(MessageText(context).item)
    let empty = context.phrases.sentence(.noMessages)
    return Page(title: title, blocks: [.list(ItemList(items: items, emptyText: empty))])
  }
}
