/// Lays out the entries of a list, each in the same number of rows.
///
/// So the place of an entry is computed, and only those that show are laid out.
struct ListLines {
  let list: ItemList
  let lines: BlockLines
  /// One row, or on a narrow page two where entries have a line of detail.
  let rowsPerEntry: Int

  private static let oneRow = 56
  /// Details further to the right than this are hard to match with their titles.
  private static let longestRow = 100

  init(list: ItemList, summary: EntrySummary, lines: BlockLines) {
    self.list = list
    self.lines = lines
    rowsPerEntry = summary.hasDetails && lines.columns < Self.oneRow ? 2 : 1
  }

  /// The rows of one entry.
  func rows(at index: Int, isSelected: Bool) -> [StyledLine] {
    let item = list.items[index]
    let title = SafeText(item.title)
    let detail = SafeText(item.detail)
    let end = min(lines.columns, Self.longestRow)
    var row = StyledLine(isSelected: isSelected)
    var column = lines.margin
    if let mark = item.mark {
      column = row.add(mark, at: column, columns: end - column, lines: lines) + 2
    }
    guard rowsPerEntry == 1, detail.width > 0 else {
      row.add(title, at: column, columns: end - column, ellipsis: lines.signs.ellipsis)
      return rowsPerEntry == 1 ? [row] : [row, below(detail, end: end, isSelected: isSelected)]
    }
    // What the title leaves, and at least half.
    let free = max((end - column) / 2, end - column - title.width - 2)
    let start = end - min(detail.width, free)
    row.add(title, at: column, columns: start - 2 - column, ellipsis: lines.signs.ellipsis)
    add(detail, to: &row, at: start, end: end)
    return [row]
  }

  private func below(_ detail: SafeText, end: Int, isSelected: Bool) -> StyledLine {
    var row = StyledLine(isSelected: isSelected)
    add(detail, to: &row, at: lines.margin + 2, end: end)
    return row
  }

  private func add(_ detail: SafeText, to row: inout StyledLine, at column: Int, end: Int) {
    row.add(
      detail,
      at: column,
      columns: end - column,
      style: .muted,
      ellipsis: lines.signs.ellipsis
    )
  }
}

extension StyledLine {
  /// Adds a mark, with its sign where it is more than information; gives the column after it.
  mutating func add(
    _ mark: Item.Mark,
    at column: Int,
    columns: Int,
    lines: BlockLines
  ) -> Int {
    let text = SafeText(mark.labelled(by: lines.signs))
    let cut = TextLayout.truncate(text, columns: max(0, columns), ellipsis: lines.signs.ellipsis)
    spans.append(Span(column: column, text: cut, style: CellStyle(mark.severity)))
    return column + cut.width
  }
}

extension Item.Mark {
  /// The mark's word behind its sign.
  func labelled(by signs: Signs) -> String {
    switch severity {
    case .information: text
    case .success, .warning, .danger: "\(signs.sign(for: severity)) \(text)"
    }
  }
}
