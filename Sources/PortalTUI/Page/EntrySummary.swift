/// What holds for all entries of a list or table: how wide they are and what they consist of.
struct EntrySummary: Equatable, Sendable {
  /// Cells that the widest text of each column fills, its title included.
  var columnWidths: [Int] = []
  /// Cells that the widest mark fills; 0 where there is none.
  var markWidth = 0
  /// Whether any entry has a line of detail.
  var hasDetails = false

  /// Entries beyond these are not measured; what is wider there is cut.
  private static let mostMeasured = 1_000

  /// Measures the entries.
  init(_ entries: Entries?) {
    switch entries {
    case .list(let list):
      hasDetails = list.items.contains { !$0.detail.isEmpty }
      measure(marks: list.items.prefix(Self.mostMeasured).map(\.mark))
    case .table(let table):
      columnWidths = table.columns.map { SafeText($0.title).width }
      for row in table.rows.prefix(Self.mostMeasured) {
        for (column, cell) in zip(columnWidths.indices, row.cells) {
          columnWidths[column] = max(columnWidths[column], SafeText(cell).width)
        }
      }
      measure(marks: table.rows.prefix(Self.mostMeasured).map(\.mark))
    case nil:
      break
    }
  }

  private mutating func measure(marks: [Item.Mark?]) {
    for case .some(let mark) in marks {
      markWidth = max(markWidth, SafeText(mark.text).width)
    }
  }
}
