/// Draws a chart in characters: points over time between the lines of the reference range.
struct ChartLines {
  let chart: Chart
  let lines: BlockLines

  private static let height = 9
  private static let leastColumns = 36
  private static let widest = 76

  /// The summary, and the picture where there is room for one.
  var rows: [StyledLine] {
    var rows = lines.lines(chart.summary)
    let finite = chart.points.filter { $0.value.isFinite }
    if finite.count > 1, lines.textColumns >= Self.leastColumns {
      rows.append(.blank)
      rows += picture(finite)
    }
    return rows
  }

  private func picture(_ points: [Chart.Point]) -> [StyledLine] {
    let limits = [chart.low, chart.high].compactMap { $0 }.filter(\.isFinite)
    let scale = Scale(points.map(\.value) + limits)
    let labels = axisLabels(points, scale: scale)
    let axis = min(labels.values.map(\.width).max() ?? 0, lines.textColumns / 3)
    let left = lines.margin + axis + 1
    let width = min(lines.columns - left - 1, Self.widest)
    var rows: [StyledLine] = []
    for row in 0..<Self.height {
      var line = StyledLine()
      if let label = labels[row] {
        line.add(label, at: lines.margin, columns: axis, style: .muted, ellipsis: .empty)
      }
      line.spans.append(.init(column: left, text: lines.signs.vertical, style: .muted))
      if limits.contains(where: { scale.row($0) == row }) {
        let band = SafeText(String(repeating: lines.signs.bandLine.text, count: width - 1))
        line.spans.append(.init(column: left + 1, text: band, style: .muted))
      }
      for (index, point) in points.enumerated() where scale.row(point.value) == row {
        let column = left + 1 + index * (width - 2) / (points.count - 1)
        line.spans.append(
          .init(column: column, text: lines.signs.point, style: style(of: point.value))
        )
      }
      rows.append(line)
    }
    rows.append(dates(points, left: left, width: width))
    return rows
  }

  /// The text beside the rows that have one: the band's limits, the largest and the least value.
  private func axisLabels(_ points: [Chart.Point], scale: Scale) -> [Int: SafeText] {
    var labels: [Int: SafeText] = [:]
    if let most = points.max(by: { $0.value < $1.value }),
      let least = points.min(by: { $0.value < $1.value })
    {
      labels[scale.row(most.value)] = SafeText(most.text)
      labels[scale.row(least.value)] = SafeText(least.text)
    }
    for (limit, word) in [(chart.high, lines.words.high), (chart.low, lines.words.low)] {
      if let limit, limit.isFinite { labels[scale.row(limit)] = SafeText(word) }
    }
    return labels
  }

  private func dates(_ points: [Chart.Point], left: Int, width: Int) -> StyledLine {
    var line = StyledLine()
    guard let first = points.first, let last = points.last else { return line }
    let end = SafeText(last.label)
    let half = (width - 2) / 2
    line.add(
      SafeText(first.label),
      at: left + 1,
      columns: half,
      style: .muted,
      ellipsis: lines.signs.ellipsis
    )
    let columns = min(end.width, half)
    line.add(
      end,
      at: left + width - columns,
      columns: columns,
      style: .muted,
      ellipsis: lines.signs.ellipsis
    )
    return line
  }

  private func style(of value: Double) -> CellStyle {
    let isOutside = chart.low.map { value < $0 } == true || chart.high.map { value > $0 } == true
    return isOutside ? CellStyle(.warning) : .bold
  }

  /// Which row a value falls on; the largest on the first.
  private struct Scale {
    let least: Double
    let span: Double

    init(_ values: [Double]) {
      let finite = values.filter(\.isFinite)
      least = finite.min() ?? 0
      span = (finite.max() ?? 0) - least
    }

    func row(_ value: Double) -> Int {
      guard span > 0, span.isFinite, value.isFinite else { return height / 2 }
      let part = min(1, max(0, (value - least) / span))
      return height - 1 - Int(part * Double(height - 1) + 0.5)
    }
  }
}
