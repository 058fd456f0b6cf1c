/// Draws what stands around a page: the title row, the status line and the key hints.
struct FrameBars {
  let words: RenderWords
  let signs: Signs
  let chrome: Chrome
  let plan: FramePlan

  private static let gap = 2

  /// Draws all of it; puts the cursor into the filter while that is typed.
  func draw(_ state: PageState, layout: PageLayout, top: Int, in grid: inout CellGrid) {
    drawTitle(state.page.title, in: &grid)
    if plan.hasRules {
      for row in [plan.bodyRow - 1, plan.statusRow - 1] {
        grid.fill(with: signs.horizontal, row: row, column: 0, count: grid.columns, style: .muted)
      }
    }
    drawStatus(state, position: position(layout, top: top), in: &grid)
    drawHints(in: &grid)
  }

  /// The mark, the page's title, and at the right whose record it is.
  private func drawTitle(_ title: String, in grid: inout CellGrid) {
    var column = 0
    if !chrome.mark.isEmpty {
      let style = CellStyle(isBold: true, isReversed: true)
      let mark = SafeText(" \(chrome.mark) ")
      column = grid.write(mark, row: 0, column: 0, limit: grid.columns / 2, style: style) + 1
    }
    let room = grid.columns - column
    let owner = SafeText(chrome.owner)
    let title = SafeText(title)
    let ownerColumns = min(owner.width, max(room / 2 - Self.gap, room - title.width - Self.gap))
    let shortOwner = TextLayout.truncate(owner, columns: ownerColumns, ellipsis: signs.ellipsis)
    let titleColumns = room - (shortOwner.width == 0 ? 0 : shortOwner.width + Self.gap)
    let shortTitle = TextLayout.truncate(title, columns: titleColumns, ellipsis: signs.ellipsis)
    grid.write(shortTitle, row: 0, column: column, style: .bold)
    grid.write(shortOwner, row: 0, column: grid.columns - shortOwner.width)
  }

  private func drawStatus(_ state: PageState, position: SafeText, in grid: inout CellGrid) {
    if state.isFiltering {
      drawFilter(state, position: position, in: &grid)
      return
    }
    guard let notice = chrome.notice else {
      var text = position
      if let query = state.filter?.query.text, !query.isEmpty {
        text = SafeText("\(words.filter): \(query)  ") + position
      }
      let cut = TextLayout.truncate(text, columns: grid.columns, ellipsis: signs.ellipsis)
      grid.write(cut, row: plan.statusRow, column: grid.columns - cut.width, style: .muted)
      return
    }
    var rows = Self.rows(notice, words: words, signs: signs, columns: grid.columns)
    if rows.count > plan.statusRows {
      rows.removeLast(rows.count - plan.statusRows)
      let cut = (rows.last ?? .empty) + signs.ellipsis
      let columns = grid.columns - signs.ellipsis.width
      rows[rows.count - 1] =
        cut.width > grid.columns
        ? TextLayout.prefix(cut, columns: columns) + signs.ellipsis : cut
    }
    for (row, text) in rows.enumerated() {
      let style = CellStyle(notice.severity)
      grid.write(text, row: plan.statusRow + row, column: 0, style: style)
    }
    let last = plan.statusRow + plan.statusRows - 1
    let used = rows.last?.width ?? 0
    if used + Self.gap + position.width <= grid.columns {
      grid.write(position, row: last, column: grid.columns - position.width, style: .muted)
    }
  }

  private func drawFilter(_ state: PageState, position: SafeText, in grid: inout CellGrid) {
    guard let editor = state.filter?.query else { return }
    let head = SafeText("\(words.filter): ")
    let headEnd = grid.write(
      head,
      row: plan.statusRow,
      column: 0,
      limit: grid.columns / 2,
      style: .bold
    )
    let hasRoom = grid.columns - headEnd >= position.width + 12
    let room = grid.columns - headEnd - (hasRoom ? position.width + Self.gap : 0) - 1
    let before = SafeText(String(editor.characters[..<editor.cursor]))
    let after = SafeText(String(editor.characters[editor.cursor...]))
    // The end of what stands before the cursor shows, however long it is.
    let start = TextLayout.suffix(before, columns: room)
    let column = grid.write(start, row: plan.statusRow, column: headEnd)
    grid.write(after, row: plan.statusRow, column: column, limit: room - start.width)
    grid.cursor = (plan.statusRow, min(column, grid.columns - 1))
    if hasRoom {
      let end = grid.columns - position.width
      grid.write(position, row: plan.statusRow, column: end, style: .muted)
    }
  }

  /// Which part of the page shows, in words: "12–30 of 410".
  private func position(_ layout: PageLayout, top: Int) -> SafeText {
    if let shown = layout.visibleEntries(top: top) {
      return range(shown.lowerBound + 1, shown.upperBound + 1, of: layout.state.entryCount)
    }
    let count = layout.metrics.contentRows
    let visible = layout.metrics.visibleRows
    guard count > visible else { return .empty }
    return range(top + 1, min(count, top + visible), of: count)
  }

  private func range(_ first: Int, _ last: Int, of count: Int) -> SafeText {
    let part = first == last ? "\(first)" : "\(first)\(signs.range)\(last)"
    return SafeText("\(part) \(words.of) \(count)")
  }

  private func drawHints(in grid: inout CellGrid) {
    let rows = Self.hintRows(chrome.hints, columns: grid.columns)
    for (row, hints) in rows.prefix(plan.footerRows).enumerated() {
      var column = 0
      for hint in hints {
        let row = plan.footerRow + row
        column = grid.write(SafeText(hint.key), row: row, column: column, style: .bold) + 1
        column = grid.write(SafeText(hint.label), row: row, column: column) + Self.gap
      }
    }
  }

  /// The hints in rows, each hint whole.
  static func hintRows(_ hints: [KeyHint], columns: Int) -> [[KeyHint]] {
    var rows: [[KeyHint]] = []
    var width = Int.max
    for hint in hints {
      let needed = SafeText(hint.key).width + 1 + SafeText(hint.label).width
      if width == .max || width + gap + needed > columns {
        rows.append([])
        width = -gap
      }
      rows[rows.count - 1].append(hint)
      width += gap + needed
    }
    return rows
  }

  /// A notice as it stands in the status line.
  static func rows(
    _ notice: Notice,
    words: RenderWords,
    signs: Signs,
    columns: Int
  ) -> [SafeText] {
    let word = words.word(for: notice.severity)
    let text = "\(signs.sign(for: notice.severity)) \(word): \(notice.text)"
    return TextLayout.wrap(text, columns: columns)
  }
}
