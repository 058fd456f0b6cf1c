import PortalCore

/// Who has opened the record and what they did, newest first.
struct AccessLogScreen: RecordScreen {
  let context: ScreenContext
  var content: Result<[AccessLogLine], ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.name(of: .accessLog) }

  func load() throws(ServiceError) -> [AccessLogLine] {
    try context.record.accessLogLines().reversed()
  }

  func page(of content: [AccessLogLine]) -> Page {
    let phrases = context.phrases
    let rows = content.map { line in
      DataTable.Row(
        id: ItemID("log/\(line.sequence)"),
        cells: [
          phrases.text(line.time), phrases.actor(line.attribution),
          phrases.event(line.entry.event, in: line.entry.area),
        ],
        mark: line.entry.event == .refusal
          ? Item.Mark(text: phrases.label(.refused), severity: .warning) : nil
      )
    }
    let labels: [Label] = [.when, .who, .what]
    let table = DataTable(
      columns: labels.map { .init(title: phrases.label($0)) },
      rows: rows,
      emptyText: phrases.sentence(.noEvents)
    )
    return Page(
      title: title,
      blocks: [.paragraph(phrases.sentence(.accessLogExplanation)), .table(table)]
    )
  }
}
