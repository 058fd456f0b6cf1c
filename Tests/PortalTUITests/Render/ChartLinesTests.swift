import Testing

@testable import PortalTUI

struct ChartLinesTests {
  private func rows(_ values: [Double], low: Double?, high: Double?, columns: Int = 40) -> [String]
  {
    let points = values.enumerated().map { index, value in
      Chart.Point(label: "day \(index + 1)", text: "\(value)", value: value)
    }
    let chart = Chart(points: points, low: low, high: high, unit: "", summary: "Summary.")
    let lines = BlockLines(columns: columns, words: .english, signs: .ascii)
    let rows = ChartLines(chart: chart, lines: lines).rows
    var grid = CellGrid(columns: columns, rows: rows.count)
    for (row, line) in rows.enumerated() {
      grid.draw(line, row: row, origin: 0, columns: columns)
    }
    return grid.lines
  }

  @Test func `points stand between the lines of the range, which are named`() {
    let expected = """
        Summary.

        6.0  |               *
        high |...............................
             |
             |
             |
             |
             |*
        low  |...............................
        1.0  |                              *
              day 1                     day 3
      """
    #expect(rows([2, 6, 1], low: 1.5, high: 5.5).joined(separator: "\n") == expected)
  }

  @Test func `an open range has one line`() {
    let drawn = rows([2, 6, 1], low: nil, high: 5)
    #expect(drawn.filter { $0.contains("...") }.count == 1)
    #expect(!drawn.contains { $0.contains("low") })
  }

  @Test(arguments: [[], [1], [Double.nan, 2], [Double.infinity, -Double.infinity]])
  func `without two values there is only the summary`(values: [Double]) {
    #expect(rows(values, low: 1, high: 2) == ["  Summary."])
  }

  @Test func `on a narrow page there is only the summary`() {
    #expect(rows([1, 2, 3], low: 1, high: 2, columns: 30) == [" Summary."])
  }

  @Test(arguments: [[1.0, 1], [-1e308, 1e308], [Double.leastNonzeroMagnitude, 0], [1, 2]])
  func `values without a span or beyond any still give a picture`(values: [Double]) {
    #expect(rows(values, low: .nan, high: -.infinity).count == 12)
  }

  @Test func `more points than cells share them`() {
    #expect(rows((0..<500).map(Double.init), low: nil, high: nil).count == 12)
  }
}
