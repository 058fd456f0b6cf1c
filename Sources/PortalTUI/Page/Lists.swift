/// A list to move in: what each entry is, with a line of detail.
struct ItemList: Equatable, Sendable {
  var items: [Item]
  /// Said in place of an empty list: why there is nothing, in a whole sentence.
  var emptyText: String
}

/// One entry of a list.
struct Item: Equatable, Sendable {
  /// A word that sets an entry apart; shown as text before the title, and in bold.
  struct Mark: Equatable, Sendable {
    var text: String
    var severity: Notice.Severity
  }

  var id: ItemID
  var title: String
  /// Said after the title: a date, a sender, a count; empty where there is none.
  var detail = ""
  var mark: Mark?
}

/// A table to move in.
///
/// Narrow screens leave out the columns of the lowest importance; plain lines say each cell with
/// its column's title.
struct DataTable: Equatable, Sendable {
  struct Column: Equatable, Sendable {
    enum Alignment: Equatable, Sendable {
      case leading
      case trailing
    }

    var title: String
    /// 0 is never left out; higher numbers go first.
    var importance = 0
    var alignment = Alignment.leading
  }

  struct Row: Equatable, Sendable {
    var id: ItemID
    /// As many as there are columns.
    var cells: [String]
    var mark: Item.Mark?
  }

  var columns: [Column]
  var rows: [Row]
  var emptyText: String
}
