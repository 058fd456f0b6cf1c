import PortalCore

/// What has changed in some records, and when: their versions, the newest first.
struct HistoryScreen: RecordScreen {
  let context: ScreenContext
  let records: [RecordID]
  var content: Result<[Revision], ServiceError>?

  init(context: ScreenContext, records: [RecordID]) {
    self.context = context
    self.records = records
  }

  var title: String { context.phrases.label(.changes) }

  func load() throws(ServiceError) -> [Revision] {
    var revisions: [Revision] = []
    for id in records { revisions += try context.record.history(of: id) }
    return revisions.sorted { $0.sequence > $1.sequence }
  }

  func page(of content: [Revision]) -> Page {
    let phrases = context.phrases
    let pages = RecordPages(context)
    let labels: [Label] = [.when, .what, .who]
    let rows = content.map { revision in
      DataTable.Row(
        id: Self.item(revision),
        cells: [
          phrases.text(revision.time),
          "\(pages.title(of: revision.record)): \(phrases.version(revision.record.version))",
          phrases.actor(revision.attribution),
        ]
      )
    }
    let table = DataTable(
      columns: labels.map { .init(title: phrases.label($0)) },
      rows: rows,
      emptyText: phrases.sentence(.noChanges)
    )
    return Page(
      title: title,
      blocks: [.paragraph(phrases.sentence(.historyExplanation)), .table(table)]
    )
  }

  func detail(of item: ItemID) -> Page? {
    revision(item).map { VersionScreen(context: context, revision: $0).page() }
  }

  mutating func react(to intent: Intent) -> [Effect] {
    guard case .open(let item) = intent, let revision = revision(item) else { return [] }
    return [.push(VersionScreen(context: context, revision: revision))]
  }

  private func revision(_ item: ItemID) -> Revision? {
    try? content?.get().first { Self.item($0) == item }
  }

  private static func item(_ revision: Revision) -> ItemID {
    ItemID("revision/\(revision.sequence)/\(revision.record.id.text)")
  }
}

/// A record as it was in one of its versions.
struct VersionScreen: Screen {
  let context: ScreenContext
  let revision: Revision

  var record: OpenRecord? { context.record }

  func page() -> Page {
    let phrases = context.phrases
    let pages = RecordPages(context)
    do {
      var page = try pages.page(of: revision.record)
      let version = phrases.version(revision.record.version)
      let text = phrases.asItWas(version, phrases.text(revision.time))
      page.blocks.insert(.notice(Notice(severity: .information, text: text)), at: 0)
      page.actions = []
      return page
    } catch {
      return Page(title: pages.title(of: revision.record), for: error, phrases)
    }
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    if case .open(let item) = intent { context.open(item) } else { [] }
  }
}
