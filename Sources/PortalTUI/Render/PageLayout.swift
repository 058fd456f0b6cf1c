/// A page laid out at a width: which rows each block takes, and the rows themselves on demand.
///
/// One list or table of a page, and one form, can be moved in; a second one is only read.
struct PageLayout {
  enum Content {
    case lines([StyledLine])
    /// `isSelectable` in those that the state has the position and the filter of.
    case entries(EntryLines, isSelectable: Bool)
  }

  struct Part {
    var firstRow: Int
    var count: Int
    var content: Content
  }

  let state: PageState
  let lines: BlockLines
  /// Whether the selection shows; not so beside another page.
  let isActive: Bool
  private(set) var metrics: PageMetrics
  private(set) var parts: [Part] = []
  /// The column of the cursor in a form; nil where there is none.
  private(set) var formColumn: Int?
  /// The first row of the entries, after any column titles; nil where there are none.
  private(set) var firstEntryRow: Int?
  private var hasEntries = false

  /// Lays a page out; the selection shows only where it `isActive`, not beside another page.
  init(_ state: PageState, lines: BlockLines, visibleRows: Int, isActive: Bool = true) {
    self.state = state
    self.lines = lines
    self.isActive = isActive
    metrics = PageMetrics(visibleRows: max(1, visibleRows), contentRows: 0)
    metrics.fieldColumns = FormLines.fieldColumns(lines)
    var needsGap = false
    for block in state.page.blocks {
      if needsGap { metrics.contentRows += 1 }
      add(block)
      if case .heading = block { needsGap = false } else { needsGap = true }
    }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let text): add(lines.lines(text, style: .bold))
    case .paragraph(let text): add(lines.lines(text))
    case .text(let text): add(lines.lines(text, keepsLines: true))
    case .notice(let notice): add(lines.lines(notice))
    case .facts(let facts): add(lines.lines(facts))
    case .chart(let chart): add(ChartLines(chart: chart, lines: lines).rows)
    case .list(let list): add(.list(list), emptyText: list.emptyText)
    case .table(let table): add(.table(table), emptyText: table.emptyText)
    case .form(let form): add(form)
    }
  }

  private mutating func add(_ rows: [StyledLine]) {
    add(.lines(rows), count: rows.count)
  }

  private mutating func add(_ content: Content, count: Int) {
    parts.append(Part(firstRow: metrics.contentRows, count: count, content: content))
    metrics.contentRows += count
  }

  private mutating func add(_ entries: Entries, emptyText: String) {
    let isFirst = !hasEntries
    hasEntries = true
    let count = isFirst ? state.entryCount : entries.count
    guard count > 0 else {
      return add(lines.lines(entries.count == 0 ? emptyText : lines.words.noMatches))
    }
    let summary = isFirst ? state.summary : EntrySummary(entries)
    let layout = EntryLines(entries, summary: summary, lines: lines)
    if isFirst && state.form == nil {
      let first = metrics.contentRows + layout.headerRows
      let row = first + state.position * layout.rowsPerEntry
      firstEntryRow = first
      metrics.rowsPerEntry = layout.rowsPerEntry
      // In a very low window the titles would leave no room for an entry.
      metrics.heldRows = metrics.visibleRows > 3 ? layout.headerRows : 0
      metrics.focus = row..<row + layout.rowsPerEntry
      metrics.cursorRow = row
    }
    add(
      .entries(layout, isSelectable: isFirst),
      count: layout.headerRows + count * layout.rowsPerEntry
    )
  }

  private mutating func add(_ form: Form) {
    guard formColumn == nil, isActive, let formState = state.form else {
      return add(FormLines(form: form, state: FormState(form), lines: lines, focus: nil).rows)
    }
    let layout = FormLines(form: form, state: formState, lines: lines, focus: formState.focus)
    let first = metrics.contentRows
    formColumn = layout.cursor.column
    metrics.cursorRow = first + layout.cursor.row
    metrics.focus = first + layout.focusStart..<metrics.cursorRow + 1
    add(layout.rows)
  }
}
