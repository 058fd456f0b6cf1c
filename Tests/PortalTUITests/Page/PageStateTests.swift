import Testing

@testable import PortalTUI

struct PageStateTests {
  @Test func `the selection moves by one and by pages and stops at the ends`() {
    var visit = Visit(.numbered(50))
    #expect(visit.state.selection == "0")
    #expect(visit.press(.move(.down)) == .changed)
    #expect(visit.state.selection == "1")
    visit.press(.move(.pageDown))
    #expect(visit.state.selection == "9")
    visit.press(.move(.pageUp), .move(.up), .move(.up))
    #expect(visit.state.selection == "0")
    #expect(visit.press(.move(.up)) == .none)
    visit.press(.move(.end))
    #expect(visit.state.selection == "49")
    #expect(visit.press(.move(.down)) == .none)
    visit.press(.move(.home))
    #expect(visit.state.selection == "0")
    #expect(visit.press(.move(.left), .edit(.insert("x")), .nextField) == .none)
  }

  @Test func `Enter opens the selection and Esc leaves the page`() {
    var visit = Visit(.numbered(3))
    #expect(visit.press(.move(.down), .open) == .open("1"))
    #expect(visit.press(.back) == .leave)
  }

  @Test func `an empty list has nothing to open`() {
    var visit = Visit(.numbered(0))
    #expect(visit.press(.open) == .none)
    #expect(visit.state.selection == nil)
    #expect(visit.frame.lines[1] == "  Nothing here.")
  }

  @Test func `text above a list is reached by going up past the first entry`() {
    var visit = Visit(.numbered(50, rowsAbove: 4))
    for _ in 0..<20 { visit.press(.move(.down)) }
    #expect(visit.state.selection == "20")
    for _ in 0..<20 { visit.press(.move(.up)) }
    #expect(visit.state.selection == "0")
    #expect(visit.frame.lines[1] == "  Row 0")
  }

  @Test func `a list below a long text is come to by scrolling, and opened only when it shows`() {
    var visit = Visit(.numbered(5, rowsAbove: 30))
    #expect(visit.frame.lines[1] == "  Row 0")
    #expect(visit.frame.cursor == (1, 0))
    visit.press(.move(.down))
    #expect(visit.frame.lines[1] == "  Row 1")
    #expect(visit.shownSelection == nil)
    #expect(visit.press(.open) == .changed)
    #expect(visit.cursorLine == "> Entry 0")
    #expect(visit.shownSelection == "0")
    #expect(visit.press(.open) == .open("0"))
    visit.press(.move(.up), .move(.pageUp))
    #expect(!visit.showsSelection)
    visit.press(.move(.end))
    #expect(visit.cursorLine == "> Entry 4")
    visit.press(.move(.home), .move(.home))
    #expect(visit.frame.lines[1] == "  Row 0")
  }

  @Test func `text below a list is reached by going down past the last entry`() {
    var page = Page.numbered(3)
    page.blocks.append(.text((0..<20).map { "Row \($0)" }.joined(separator: "\n")))
    var visit = Visit(page)
    visit.press(.move(.end), .move(.down), .move(.down))
    #expect(visit.frame.lines[1] == "> Entry 2")
    visit.press(.move(.pageDown), .move(.pageDown))
    #expect(visit.frame.lines[9] == "  Row 19")
    visit.press(.move(.end))
    #expect(visit.frame.lines[9] == "  Row 19")
    for _ in 0..<30 { visit.press(.move(.up)) }
    #expect(visit.cursorLine == "> Entry 0")
  }

  @Test func `a page without a list scrolls with the same keys`() {
    var visit = Visit(Page(title: "T", blocks: Page.numbered(0, rowsAbove: 30).blocks.dropLast()))
    visit.press(.move(.down), .move(.down), .move(.up))
    #expect(visit.frame.lines[1] == "  Row 1")
    visit.press(.move(.pageDown))
    #expect(visit.frame.lines[1] == "  Row 9")
    visit.press(.move(.end))
    #expect(visit.frame.lines[9] == "  Row 29")
    #expect(visit.press(.move(.down)) == .none)
    visit.press(.move(.home))
    #expect(visit.frame.lines[1] == "  Row 0")
    #expect(visit.frame.lines[10].hasSuffix("1–9 of 30"))
  }

  @Test func `the selection shows after any resize`() {
    var visit = Visit(.numbered(100, rowsAbove: 3), columns: 80, rows: 40)
    visit.press(.move(.pageDown), .move(.pageDown))
    let selection = visit.state.selection
    for (columns, rows) in [(40, 12), (20, 5), (200, 60), (21, 6)] {
      visit.size = ScreenSize(columns: columns, rows: rows)
      #expect(visit.showsSelection)
      #expect(visit.state.selection == selection)
    }
  }

  @Test func `column titles stay when a table scrolls`() {
    let rows = (0..<40).map { DataTable.Row(id: ItemID("\($0)"), cells: ["Row \($0)"]) }
    let table = DataTable(columns: [.init(title: "Name")], rows: rows, emptyText: "")
    var visit = Visit(Page(title: "T", blocks: [.table(table)]))
    visit.press(.move(.end))
    #expect(visit.frame.lines[1] == "  Name")
    #expect(visit.cursorLine == "> Row 39")
    for _ in 0..<8 { visit.press(.move(.up)) }
    #expect(visit.frame.lines[1] == "  Name")
    #expect(visit.frame.lines[2] == "> Row 31")
  }

  @Test func `the selection stays on its entry when the page is made anew`() {
    var visit = Visit(.numbered(10))
    visit.press(.move(.down), .move(.down))
    var page = Page.numbered(0)
    func items(_ ids: [Int]) -> [Item] {
      ids.map { Item(id: ItemID("\($0)"), title: "Entry \($0)") }
    }
    page.blocks = [.list(ItemList(items: items([7, 8, 2, 9]), emptyText: ""))]
    visit.state.show(page)
    #expect(visit.state.selection == "2")
    page.blocks = [.list(ItemList(items: items([7, 8]), emptyText: ""))]
    visit.state.show(page)
    #expect(visit.state.selection == "8")
    visit.state.show(.reading)
    #expect(visit.state.selection == nil)
    visit.state.select("2")
    visit.state.show(.numbered(10))
    visit.state.select("5")
    #expect(visit.cursorLine == "> Entry 5")
  }

  @Test func `whatever is pressed, a moved selection shows`() {
    var random = SeededRandom(seed: 2)
    for rowsAbove in [0, 1, 5, 20] {
      var visit = Visit(.numbered(30, rowsAbove: rowsAbove), rows: 9)
      for _ in 0..<300 {
        let before = visit.state.selection
        visit.press(.move(PageCommand.Move.allCases.randomElement(using: &random) ?? .up))
        #expect(visit.state.selection == before || visit.showsSelection)
      }
    }
  }
}
