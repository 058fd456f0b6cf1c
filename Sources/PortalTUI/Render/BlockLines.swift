/// Lays out the blocks that cannot be moved in: text, notices, facts.
struct BlockLines {
  /// Cells of the page from its left edge.
  let columns: Int
  let words: RenderWords
  let signs: Signs

  /// Longer rows are hard to read.
  private static let longestRow = 90
  private static let narrow = 40
  private static let factsSideBySide = 50

  /// Where text begins; the marker of the selection stands left of it.
  var margin: Int {
    columns >= Self.narrow ? 2 : 1
  }

  /// Cells that a row of text may fill.
  var textColumns: Int {
    max(1, min(columns - margin, Self.longestRow))
  }

  /// The rows of a text at the margin.
  func lines(_ text: String, keepsLines: Bool = false, style: CellStyle = .plain) -> [StyledLine] {
    TextLayout.wrap(text, columns: textColumns, keepsLines: keepsLines).map {
      StyledLine($0, at: margin, style: style)
    }
  }

  /// A sign and a word that say how bad it is, and the text, indented under itself.
  func lines(_ notice: Notice) -> [StyledLine] {
    lines(
      sign: signs.sign(for: notice.severity),
      word: words.word(for: notice.severity),
      text: notice.text,
      style: CellStyle(notice.severity)
    )
  }

  /// A text that begins with a sign and a word in the looks of a severity.
  func lines(sign: String, word: String, text: String, style: CellStyle) -> [StyledLine] {
    let head = SafeText(word.isEmpty ? "\(sign) " : "\(sign) \(word): ")
    let indent = min(SafeText(sign).width + 1, textColumns - 1)
    let rows = TextLayout.wrap(head + SafeText(joined(text)), columns: textColumns - indent)
    return rows.enumerated().map { index, row in
      guard index == 0 else { return StyledLine(row, at: margin + indent) }
      let start = TextLayout.prefix(row, columns: head.width)
      let rest = row.slice(start.text.utf8.count..<row.text.utf8.count)
      return StyledLine(spans: [
        .init(column: margin, text: start, style: style),
        .init(column: margin + start.width, text: rest, style: .plain),
      ])
    }
  }

  /// Labels and values side by side; on a narrow page each value under its label.
  func lines(_ facts: [Fact]) -> [StyledLine] {
    let labels = facts.map { SafeText($0.label) }
    let widest = labels.map(\.width).max() ?? 0
    let labelColumns = min(widest, textColumns / 3)
    let isStacked = columns < Self.factsSideBySide
    var lines: [StyledLine] = []
    for (label, fact) in zip(labels, facts) {
      if isStacked {
        lines += self.lines(fact.label, style: .bold)
        lines += TextLayout.wrap(fact.value, columns: textColumns - 2, keepsLines: true)
          .map { StyledLine($0, at: margin + 2) }
      } else {
        lines += beside(label, labelColumns: labelColumns, value: fact.value)
      }
    }
    return lines
  }

  private func beside(_ label: SafeText, labelColumns: Int, value: String) -> [StyledLine] {
    let left = TextLayout.wrap(label, columns: labelColumns)
    let right = TextLayout.wrap(value, columns: textColumns - labelColumns - 2, keepsLines: true)
    return (0..<max(left.count, right.count)).map { row in
      var line = StyledLine()
      if row < left.count {
        line.spans.append(.init(column: margin, text: left[row], style: .bold))
      }
      if row < right.count {
        let column = margin + labelColumns + 2
        line.spans.append(.init(column: column, text: right[row], style: .plain))
      }
      return line
    }
  }

  private func joined(_ text: String) -> String {
    text.utf8.contains(0x0A) ? TextLayout.lines(of: text).joined(separator: " ") : text
  }
}
