import PortalCore

/// Who has opened the record and what they did, newest first.
struct AccessLogScreen: RecordScreen {
  /// What was read.
  struct Content {
    /// The newest.
    var lines: [AccessLogLine]
    var count: Int
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?
  private var older: OlderEntries
  private var filter = AccessLogFilter()

  init(
    context: ScreenContext,
    older: OlderEntries = OlderEntries(),
    filter: AccessLogFilter = AccessLogFilter()
  ) {
    self.context = context
    self.older = older
    self.filter = filter
  }

  var title: String { context.phrases.name(of: .accessLog) }

  func load() throws(ServiceError) -> Content {
    let (lines, count) = try context.record.accessLogLines(newest: older.wanted, filter)
    return Content(lines: lines, count: count)
  }

  mutating func react(to intent: Intent) -> [Effect] {
    switch intent {
    case .open(let item): return context.open(item)
    case .run(.showOlder, _): older.showMore()
    case .run(.onlyOthers, _): filter.isOnlyOthers.toggle()
    case .run, .submit, .keepDraft, .shown, .search: return []
    }
    return update(.shown)
  }

  func page(of content: Content) -> Page {
    let phrases = context.phrases
    let rows = content.lines.map { line in
      DataTable.Row(
        id: Target.logLine(line.sequence).item,
        cells: [
          phrases.text(line.time), phrases.reader(line),
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
    var page = Page(
      title: title,
      blocks: [.paragraph(phrases.sentence(.accessLogExplanation)), .table(table)]
    )
    let action: Label = filter.isOnlyOthers ? .showAll : .showOnlyOthers
    page.actions = [PageAction(id: .onlyOthers, label: phrases.label(action))]
    let hidden = older.hidden(of: content.count)
    if hidden > 0 {
      page.blocks.append(.paragraph(phrases.olderEntries(hidden)))
      page.actions += [PageAction(id: .showOlder, label: phrases.actionLabel(.showOlder))]
    }
    return page
  }
}

extension AccessLogScreen: PrintedInParts {
  mutating func turnOver() throws(ServiceError) -> Bool {
    guard case .success(var shown)? = content, let last = shown.lines.last else { return false }
    let record = context.record
    shown.lines = try record.accessLogLines(newest: older.wanted, before: last.sequence, filter)
      .lines
    content = .success(shown)
    return !shown.lines.isEmpty
  }
}
