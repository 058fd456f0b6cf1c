/// The entries that can be selected on a page, of a list or a table alike.
enum Entries: Equatable, Sendable {
  case list(ItemList)
  case table(DataTable)

  /// The list or table of a page; nil where it has none.
  init?(_ page: Page) {
    for block in page.blocks {
      switch block {
      case .list(let list):
        self = .list(list)
        return
      case .table(let table):
        self = .table(table)
        return
      case .heading, .paragraph, .text, .notice, .facts, .form, .chart:
        continue
      }
    }
    return nil
  }

  var count: Int {
    switch self {
    case .list(let list): list.items.count
    case .table(let table): table.rows.count
    }
  }

  /// The name of the entry at an index that exists.
  func id(at index: Int) -> ItemID {
    switch self {
    case .list(let list): list.items[index].id
    case .table(let table): table.rows[index].id
    }
  }

  /// The index of the entry with a name; nil where it is not among them.
  func index(of id: ItemID) -> Int? {
    switch self {
    case .list(let list): list.items.firstIndex { $0.id == id }
    case .table(let table): table.rows.firstIndex { $0.id == id }
    }
  }

  /// Calls `body` with each text of an entry that a filter looks in.
  func forEachText(at index: Int, _ body: (String) -> Void) {
    switch self {
    case .list(let list):
      if let mark = list.items[index].mark { body(mark.text) }
      body(list.items[index].title)
      body(list.items[index].detail)
    case .table(let table):
      if let mark = table.rows[index].mark { body(mark.text) }
      table.rows[index].cells.forEach(body)
    }
  }
}
