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
  /// What stays at the top whatever scrolls below it; `metrics` count neither these rows nor this
  /// room.
  private(set) var standing: [StyledLine] = []
  /// What stays of a field while its text scrolls, and the rows of the field.
  private(set) var heldField: (head: [StyledLine], rows: Range<Int>)?

  /// Lays a page out; the selection shows only where it `isActive`, not beside another page.
  init(_ state: PageState, lines: BlockLines, visibleRows: Int, isActive: Bool = true) {
    self.state = state
    self.lines = lines
    self.isActive = isActive
    metrics = PageMetrics(visibleRows: max(1, visibleRows), contentRows: 0)
    metrics.fieldColumns = FormLines.fieldColumns(lines)
    var blocks = state.page.blocks[...]
    if isActive, case .notice(let notice) = blocks.first {
      standing = standingRows(notice)
      metrics.visibleRows -= standing.count
      if !standing.isEmpty { blocks.removeFirst() }
    }
    var needsGap = false
    for block in blocks {
      if needsGap { metrics.contentRows += 1 }
      add(block)
      if case .heading = block { needsGap = false } else { needsGap = true }
    }
  }

  /// Rows of a page that scroll below what stands at its top, at the least.
  private static let leastScrollingRows = 3

  /// A notice that stays at the top: whole with a gap below it, else in brief; empty where it does
  /// not stay.
  private func standingRows(_ notice: Notice) -> [StyledLine] {
    guard let text = notice.brief else { return [] }
    let whole = lines.lines(notice)
    let brief = lines.lines(Notice(severity: notice.severity, text: text))
    let fitting = [whole + [.blank], brief + [.blank]].first {
      $0.count <= metrics.visibleRows / 3
    }
    if let fitting { return fitting }
    // In a very low window it would leave no room to write in, and scrolls with the rest.
    return brief.count + Self.leastScrollingRows <= metrics.visibleRows ? brief : []
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
    let focus = first + layout.focusStart..<metrics.cursorRow + 1
    metrics.focus = focus
    if let rows = layout.textRows, focus.count > metrics.visibleRows {
      hold(layout.heldHead, of: first + rows.lowerBound..<first + rows.upperBound)
    }
    add(layout.rows)
  }

  /// Keeps the head of a field in sight that is longer than the window; of what is wrong with it
  /// only what leaves half of the window to the text.
  private mutating func hold(_ head: [StyledLine], of rows: Range<Int>) {
    guard metrics.visibleRows >= Self.leastScrollingRows else { return }
    let held = head.count <= metrics.visibleRows / 2 ? head : Array(head.prefix(1))
    metrics.heldRows = held.count
    heldField = (held, rows)
  }
}
