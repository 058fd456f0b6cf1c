import Testing

@testable import PortalTUI

struct CellGridTests {
  @Test func `a frame is never smaller than one cell`() {
    let grid = CellGrid(columns: 0, rows: -3)
    #expect(grid.cells == [.blank])
  }

  @Test func `a wide character takes two cells and is left out where one is left`() {
    var grid = CellGrid(columns: 5, rows: 1)
    let end = grid.write(SafeText("漢字漢"), row: 0, column: 0)
    #expect(end == 4)
    #expect(grid.cells.map(\.text) == ["漢", "", "字", "", " "])
  }

  @Test func `marks share the cell of their base`() {
    var grid = CellGrid(columns: 3, rows: 1)
    grid.write(SafeText("e\u{301}x\u{A0}"), row: 0, column: 0)
    #expect(grid.cells.map(\.text) == ["e\u{301}", "x", " "])
  }

  @Test func `writing outside the frame does nothing`() {
    var grid = CellGrid(columns: 3, rows: 1)
    for (row, column) in [(-1, 0), (1, 0), (0, -1), (0, 3)] {
      grid.write(SafeText("abc"), row: row, column: column)
    }
    grid.write(SafeText("abc"), row: 0, column: 0, limit: 0)
    #expect(grid.lines == [""])
    grid.write(SafeText("abc"), row: 0, column: 2)
    #expect(grid.lines == ["  a"])
  }
}
