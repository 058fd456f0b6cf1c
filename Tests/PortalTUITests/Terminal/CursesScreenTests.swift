import CNcurses
import Testing

@testable import PortalTUI

/// ncurses has one screen at a time, so these run one after another.
@Suite(.serialized) struct CursesScreenTests {
  /// This machine has no description of the terminal.
  private struct NoDescription: Error {}

  init() {
    portal_choose_locale()
  }

  private func grid(_ rows: [[String]]) -> CellGrid {
    var grid = CellGrid(columns: rows[0].count, rows: rows.count)
    grid.cells = rows.joined().map { Cell(text: $0, style: .plain) }
    return grid
  }

  private func shown(_ frames: [CellGrid], columns: Int, rows: Int) throws -> [String] {
    guard var screen = CursesScreen.headless(columns: columns, rows: rows) else {
      throw NoDescription()
    }
    for frame in frames {
      screen.draw(frame)
    }
    return (0..<rows).map { row in
      (0..<columns).map { screen.text(row: row, column: $0) }.joined(separator: "|")
    }
  }

  @Test func `text stands where the frame has it`() throws {
    let frame = grid([["b", "l", "å", "."], ["e\u{301}", "漢", "", "!"]])
    #expect(try shown([frame], columns: 4, rows: 2) == ["b|l|å|.", "e\u{301}|漢|漢|!"])
  }

  @Test func `a later frame replaces what differs, halves of wide characters too`() throws {
    let frames = [
      grid([["a", "漢", "", "d"]]), grid([["漢", "", "c", "d"]]), grid([["漢", "", "漢", ""]]),
      grid([["x", "y", "漢", ""]]),
    ]
    #expect(try shown(frames, columns: 4, rows: 1) == ["x|y|漢|漢"])
    #expect(try shown(Array(frames.dropLast(2)), columns: 4, rows: 1) == ["漢|漢|c|d"])
  }

  @Test func `a frame of another size shows as much as there is room for`() throws {
    let frame = grid([["a", "b", "c"], ["d", "e", "f"]])
    #expect(try shown([frame], columns: 2, rows: 1) == ["a|b"])
    #expect(try shown([frame], columns: 4, rows: 3) == ["a|b|c| ", "d|e|f| ", " | | | "])
  }

  @Test func `control characters never reach the terminal`() throws {
    let frame = grid([["\u{1B}", "\u{9B}", "\u{202E}", "\u{7F}", "\r", "\u{E0041}", "\u{1F}"]])
    let expected = Array(repeating: "\u{FFFD}", count: 7).joined(separator: "|")
    #expect(try shown([frame], columns: 7, rows: 1) == [expected])
  }

  @Test func `the smallest screen can be drawn and resized`() throws {
    guard var screen = CursesScreen.headless(columns: 1, rows: 1) else {
      throw NoDescription()
    }
    screen.draw(grid([["a", "b"]]))
    screen.resize(columns: 300, rows: 100)
    screen.draw(CellGrid(columns: 300, rows: 100))
    #expect(screen.columns == 300)
    #expect(screen.text(row: 0, column: 0) == " ")
  }

  @Test func `an absurd size is bounded`() throws {
    guard var screen = CursesScreen.headless(columns: 65_535, rows: 65_535) else {
      throw NoDescription()
    }
    #expect(screen.columns == 1000)
    #expect(screen.rows == 500)
    screen.draw(CellGrid(columns: 3, rows: 3))
  }
}
