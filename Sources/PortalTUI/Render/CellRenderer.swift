/// Draws a page with what stands around it as a frame of cells.
///
/// Also hands commands to the page with the lengths that they need, so that what a key does and
/// what is drawn rest on the same layout.
struct CellRenderer: Equatable, Sendable {
  var words: RenderWords
  var signs: Signs

  /// Does what a command says on the page as it is drawn at a size.
  func apply(
    _ command: PageCommand,
    to state: inout PageState,
    chrome: Chrome,
    size: ScreenSize
  ) -> PageOutcome {
    state.apply(command, metrics: metrics(of: state, chrome: chrome, size: size))
  }

  /// The lengths of a page as it is drawn at a size.
  func metrics(of state: PageState, chrome: Chrome, size: ScreenSize) -> PageMetrics {
    layout(state, plan: plan(chrome, size: size)).metrics
  }

  /// The selection where it is on the screen, else nil: nothing is done to what cannot be seen.
  func shownSelection(of state: PageState, chrome: Chrome, size: ScreenSize) -> ItemID? {
    let metrics = metrics(of: state, chrome: chrome, size: size)
    return state.showsSelection(in: metrics) ? state.selection : nil
  }

  /// The frame that shows the page.
  ///
  /// Its cursor is on the selection, in the field that is edited or in the filter that is typed; at
  /// the top of the page while none of them shows. Below 20 by 5 it says only `chrome.tooSmall`.
  func frame(_ state: PageState, chrome: Chrome, size: ScreenSize) -> CellGrid {
    var grid = CellGrid(columns: size.columns, rows: size.rows)
    let least = FramePlan.leastSize
    guard size.columns >= least.columns, size.rows >= least.rows else {
      let rows = TextLayout.wrap(chrome.tooSmall, columns: grid.columns)
      for (row, text) in rows.prefix(grid.rows).enumerated() {
        grid.write(text, row: row, column: 0)
      }
      return grid
    }
    let plan = plan(chrome, size: size)
    let layout = layout(state, plan: plan)
    let top = state.top(in: layout.metrics)
    for (row, line) in (layout.standing + layout.visibleLines(top: top)).enumerated() {
      grid.draw(line, row: plan.bodyRow + row, origin: 0, columns: plan.bodyColumns)
    }
    let bars = FrameBars(words: words, signs: signs, chrome: chrome, plan: plan)
    bars.draw(state, layout: layout, top: top, in: &grid)
    drawDetail(chrome.detail, plan: plan, in: &grid)
    if !state.isFiltering {
      grid.cursor = cursor(state, layout: layout, top: top, plan: plan)
    }
    return grid
  }

  private func plan(_ chrome: Chrome, size: ScreenSize) -> FramePlan {
    FramePlan(
      size: size,
      hasDetail: chrome.detail != nil,
      hintRows: FrameBars.hintRows(chrome.hints, columns: size.columns).count,
      noticeRows: chrome.notice.map { notice in
        FrameBars.rows(notice, words: words, signs: signs, columns: size.columns).count
      } ?? 0
    )
  }

  private func layout(_ state: PageState, plan: FramePlan) -> PageLayout {
    let lines = BlockLines(columns: plan.bodyColumns, words: words, signs: signs)
    return PageLayout(state, lines: lines, visibleRows: plan.bodyRows)
  }

  private func cursor(
    _ state: PageState,
    layout: PageLayout,
    top: Int,
    plan: FramePlan
  ) -> (row: Int, column: Int) {
    guard state.showsSelection(in: layout.metrics) else { return (plan.bodyRow, 0) }
    let row = plan.bodyRow + layout.standing.count + layout.metrics.cursorRow - top
    return (row, min(layout.formColumn ?? 0, plan.bodyColumns - 1))
  }

  private func drawDetail(_ page: Page?, plan: FramePlan, in grid: inout CellGrid) {
    guard let page, let column = plan.detailColumn else { return }
    let columns = grid.columns - column
    let lines = BlockLines(columns: columns, words: words, signs: signs)
    for row in 0..<plan.bodyRows {
      grid.write(
        signs.vertical,
        row: plan.bodyRow + row,
        column: column - 1,
        style: .muted
      )
    }
    let title = lines.lines(page.title, style: .bold) + [.blank]
    let rows = max(0, plan.bodyRows - title.count)
    let layout = PageLayout(PageState(page: page), lines: lines, visibleRows: rows, isActive: false)
    var visible = Array((title + layout.visibleLines(top: 0)).prefix(plan.bodyRows))
    if layout.metrics.contentRows > rows, !visible.isEmpty {
      let more = SafeText("\(words.more) ") + signs.ellipsis
      visible[visible.count - 1] = StyledLine(more, at: lines.margin, style: .muted)
    }
    for (row, line) in visible.enumerated() {
      grid.draw(line, row: plan.bodyRow + row, origin: column, columns: columns)
    }
  }
}
