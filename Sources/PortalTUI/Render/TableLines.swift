/// Lays out a table: which columns there is room for, how wide, and each row.
struct TableLines {
  /// A column that shows, with its place on the page.
  struct Placed: Equatable {
    var index: Int
    var start: Int
    var columns: Int
  }

  let table: DataTable
  let lines: BlockLines
  let placed: [Placed]
  /// Cells of a column of their own for marks; 0 where they stand in the first column.
  private let markColumns: Int

  private static let gap = 2
  /// A column is left out before it, or one more important, gets less than it needs up to this.
  private static let fairColumns = 24
  private static let narrow = 56

  init(table: DataTable, summary: EntrySummary, lines: BlockLines) {
    self.table = table
    self.lines = lines
    // Room for the longest sign and a space before the word.
    let marks = summary.markWidth == 0 ? 0 : summary.markWidth + 3
    markColumns = lines.columns < Self.narrow ? 0 : marks
    var widths = summary.columnWidths
    if markColumns == 0 && marks > 0 && !widths.isEmpty { widths[0] += marks + 1 }
    placed = Self.place(
      table.columns,
      widths: widths,
      start: lines.margin + (markColumns == 0 ? 0 : markColumns + Self.gap),
      end: lines.columns
    )
  }

  /// The row of column titles.
  var header: StyledLine {
    var style = CellStyle.bold
    style.isUnderlined = true
    return row(table.columns.map(\.title), mark: nil, style: style, isSelected: false)
  }

  /// The row of one entry.
  func row(at index: Int, isSelected: Bool) -> StyledLine {
    let row = table.rows[index]
    return self.row(row.cells, mark: row.mark, style: .plain, isSelected: isSelected)
  }

  private func row(
    _ cells: [String],
    mark: Item.Mark?,
    style: CellStyle,
    isSelected: Bool
  ) -> StyledLine {
    var line = StyledLine(isSelected: isSelected)
    var markEnd = 0
    if let mark {
      let columns = markColumns > 0 ? markColumns : (placed.first?.columns ?? 0)
      markEnd = line.add(mark, at: lines.margin, columns: columns, lines: lines) + 1
    }
    for var column in placed where column.index < cells.count {
      let indent = max(0, markEnd - column.start)
      column.start += indent
      column.columns -= indent
      let text = SafeText(cells[column.index])
      let isTrailing = table.columns[column.index].alignment == .trailing
      let space = isTrailing ? max(0, column.columns - text.width) : 0
      line.add(
        text,
        at: column.start + space,
        columns: column.columns - space,
        style: style,
        ellipsis: lines.signs.ellipsis
      )
    }
    return line
  }

  /// Chooses the columns that fit, the least important left out first, and shares the room.
  ///
  /// What is short in the end is taken from the widest.
  private static func place(
    _ columns: [DataTable.Column],
    widths: [Int],
    start: Int,
    end: Int
  ) -> [Placed] {
    var kept = Array(zip(columns.indices, widths).filter { $0.1 > 0 }.map(\.0))
    func needed(_ width: (Int) -> Int) -> Int {
      kept.reduce(0) { $0 + width($1) } + gap * max(0, kept.count - 1)
    }
    let room = max(0, end - start)
    while kept.count > 1, needed({ min(widths[$0], fairColumns) }) > room {
      let last = kept.max { columns[$0].importance <= columns[$1].importance }
      guard let last, columns[last].importance > 0 else { break }
      kept.removeAll { $0 == last }
    }
    var given = kept.map { widths[$0] }
    var excess = needed { widths[$0] } - room
    while excess > 0, let widest = given.max(), widest > 1 {
      guard let index = given.lastIndex(of: widest) else { break }
      given[index] -= 1
      excess -= 1
    }
    var column = start
    return zip(kept, given).map { index, width in
      defer { column += width + gap }
      return Placed(index: index, start: column, columns: width)
    }
  }
}
