import Testing

@testable import PortalTUI

struct FrameSweepTests {
  private static let pages: [Page] = [
    .messages, .results, .reading, .writing, .numbered(0), .numbered(100, rowsAbove: 3),
    .made(of: "a\u{1B}[2J漢字\u{202E}👩\u{200D}⚕ e\u{301}\n\u{9B}"),
  ]

  @Test(arguments: pages.indices)
  func `any page at any size takes any command`(index: Int) {
    var random = SeededRandom(seed: UInt64(index))
    for columns in 1...60 {
      for rows in 1...20 {
        var visit = Visit(Self.pages[index], columns: columns, rows: rows)
        visit.press(.random(using: &random))
        Self.expectSound(visit.frame)
      }
    }
  }

  @Test func `a long visit with changing sizes and pages holds`() {
    var random = SeededRandom(seed: 1)
    var visit = Visit(.messages)
    for step in 0..<1_500 {
      if step % 40 == 0 {
        visit.size.columns = Int.random(in: 1...140, using: &random)
        visit.size.rows = Int.random(in: 1...40, using: &random)
        visit.chrome.detail = Bool.random(using: &random) ? Self.pages.last : nil
      }
      if step % 60 == 0 {
        visit.state.show(Self.pages.randomElement(using: &random) ?? .messages)
      }
      visit.press(.random(using: &random))
      if step % 5 == 0 { Self.expectSound(visit.frame) }
    }
  }

  @Test(arguments: [(0, 0), (-5, 10), (10, -5), (1, 1)])
  func `a size that cannot be gives one cell or more`(columns: Int, rows: Int) {
    var visit = Visit(.messages, columns: columns, rows: rows)
    visit.press(.move(.down))
    Self.expectSound(visit.frame)
  }

  @Test func `too small a screen says so, cut where it has to be`() {
    #expect(
      Visit(.messages, columns: 19, rows: 4).frame.lines == ["The window is too", "small.", "", ""]
    )
    #expect(Visit(.messages, columns: 80, rows: 1).frame.lines == ["The window is too small."])
    #expect(Visit(.messages, columns: 1, rows: 1).frame.lines == ["T"])
  }

  @Test(.enabled(if: NaughtyStrings.url != nil))
  func `the big list of naughty strings gives sound frames`() throws {
    for string in try NaughtyStrings.load() {
      var visit = Visit(.made(of: string), columns: 44, rows: 60)
      visit.chrome.owner = string
      visit.chrome.mark = string
      visit.chrome.notice = Notice(severity: .danger, text: string)
      visit.chrome.hints = [KeyHint(key: string, label: string)]
      visit.press(.edit(.insert(string)))
      Self.expectSound(visit.frame)
    }
  }

  /// Holds for every frame: the cursor inside, each cell one safe glyph, each wide one whole.
  private static func expectSound(_ grid: CellGrid) {
    #expect(grid.cells.count == grid.columns * grid.rows)
    #expect((0..<grid.rows).contains(grid.cursor.row))
    #expect((0..<grid.columns).contains(grid.cursor.column))
    for index in grid.cells.indices {
      let text = grid.cells[index].text
      if text.utf8.count == 1 {
        if let byte = text.utf8.first, byte >= 0x20, byte < 0x7F { continue }
      }
      let column = index % grid.columns
      let isTail = column > 0 && SafeText(grid.cells[index - 1].text).width == 2
      let isWide = column + 1 < grid.columns && grid.cells[index + 1].text.isEmpty
      let safe = SafeText(text)
      if isTail != text.isEmpty || !isTail && (safe.text != text || safe.width != (isWide ? 2 : 1))
      {
        Issue.record("cell \(index) holds \(text.unicodeScalars.map(\.value))")
      }
    }
  }
}
