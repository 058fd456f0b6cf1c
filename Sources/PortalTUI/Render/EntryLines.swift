/// Lays out the entries of a list or a table.
enum EntryLines {
  case list(ListLines)
  case table(TableLines)

  init(_ entries: Entries, summary: EntrySummary, lines: BlockLines) {
    switch entries {
    case .list(let list): self = .list(ListLines(list: list, summary: summary, lines: lines))
    case .table(let table): self = .table(TableLines(table: table, summary: summary, lines: lines))
    }
  }

  /// Rows of each entry.
  var rowsPerEntry: Int {
    switch self {
    case .list(let list): list.rowsPerEntry
    case .table: 1
    }
  }

  /// The row above the entries; nil where there is none.
  var header: StyledLine? {
    switch self {
    case .list: nil
    case .table(let table): table.header
    }
  }

  /// Rows above the entries.
  var headerRows: Int {
    switch self {
    case .list: 0
    case .table: 1
    }
  }

  /// The rows of the entry at an index; of the selected one the first begins with a marker.
  func rows(at index: Int, isSelected: Bool) -> [StyledLine] {
    var rows: [StyledLine]
    switch self {
    case .list(let list): rows = list.rows(at: index, isSelected: isSelected)
    case .table(let table): rows = [table.row(at: index, isSelected: isSelected)]
    }
    if isSelected && !rows.isEmpty { rows[0].mark() }
    return rows
  }
}
