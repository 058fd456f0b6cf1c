/// Draws a frame of cells as a picture: a window that can be read on a light or a dark page.
///
/// Each run of text is given the length of its cells, so that columns stand under each other in
/// any font. The same frame always gives the same bytes.
struct SVGRenderer: Equatable, Sendable {
  private static let cell = (width: 9, height: 19)
  private static let baseline = 14
  private static let margin = 14
  private static let barHeight = 30

  /// The lines of the picture; `title` says what it shows to those who do not see it.
  func lines(_ grid: CellGrid, title: String = "helseportal") -> [String] {
    let width = grid.columns * Self.cell.width + 2 * Self.margin
    let height = grid.rows * Self.cell.height + 2 * Self.margin + Self.barHeight
    let name = Self.escaped(SafeText(title).text)
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
        + " viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(name)\">",
      "<title>\(name)</title>",
      Self.styleSheet,
      "<rect class=\"window\" x=\"0.5\" y=\"0.5\" width=\"\(width - 1)\""
        + " height=\"\(height - 1)\" rx=\"8\"/>",
    ]
    for button in 0..<3 {
      let x = Self.margin + 6 + button * 18
      lines.append("<circle class=\"button\" cx=\"\(x)\" cy=\"\(Self.barHeight / 2)\" r=\"5\"/>")
    }
    lines.append("<path class=\"edge\" d=\"M0 \(Self.barHeight).5H\(width)\"/>")
    for row in 0..<grid.rows {
      lines += self.row(row, of: grid)
    }
    lines.append("</svg>")
    return lines
  }

  /// Cells next to each other that look alike.
  private struct Run {
    var column: Int
    var columns = 0
    var text = ""
    var style: CellStyle
    var isWide = false
  }

  private func row(_ row: Int, of grid: CellGrid) -> [String] {
    var runs: [Run] = []
    for column in 0..<grid.columns {
      let cell = grid.cells[row * grid.columns + column]
      if cell.text.isEmpty {
        runs[runs.count - 1].columns += 1
        continue
      }
      let isWide =
        column + 1 < grid.columns && grid.cells[row * grid.columns + column + 1].text == ""
      if isWide || runs.last.map({ $0.style != cell.style || $0.isWide }) != false {
        runs.append(Run(column: column, style: cell.style, isWide: isWide))
      }
      runs[runs.count - 1].columns += 1
      runs[runs.count - 1].text += cell.text
    }
    let top = Self.barHeight + Self.margin + row * Self.cell.height
    return runs.flatMap { elements(of: $0, top: top) }
  }

  private func elements(of run: Run, top: Int) -> [String] {
    var elements: [String] = []
    if run.style.isReversed {
      elements.append(
        "<rect class=\"fill \(run.style.colour.name)\" x=\"\(Self.x(run.column))\" y=\"\(top)\""
          + " width=\"\(run.columns * Self.cell.width)\" height=\"\(Self.cell.height)\"/>"
      )
    }
    for word in words(of: run) {
      elements.append(
        "<text class=\"\(run.style.names)\" x=\"\(Self.x(word.column))\""
          + " y=\"\(top + Self.baseline)\" textLength=\"\(word.columns * Self.cell.width)\">"
          + "\(Self.escaped(word.text))</text>"
      )
    }
    return elements
  }

  /// The parts of a run between two spaces or more, which SVG would make one.
  private func words(of run: Run) -> [Run] {
    guard !run.isWide else { return [run] }
    var words: [Run] = []
    var column = run.column
    var spaces = 2
    for scalar in run.text.unicodeScalars {
      let width = CellWidth.of(scalar)
      if scalar == " " {
        spaces += 1
      } else {
        if spaces >= 2 { words.append(Run(column: column, style: run.style)) }
        let last = words.count - 1
        words[last].text += spaces == 1 ? " " : ""
        words[last].text.unicodeScalars.append(scalar)
        words[last].columns = column + width - words[last].column
        spaces = 0
      }
      column += width
    }
    return words
  }

  private static func x(_ column: Int) -> Int {
    margin + column * cell.width
  }

  private static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Every colour has a contrast of at least 4.5 to 1 to its background (WCAG 2.2, 1.4.3).
  private static let styleSheet = """
    <style>
    text { font: 15px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
    .window { fill: #ffffff; stroke: #8c959f; }
    .button { fill: #8c959f; }
    .edge { stroke: #8c959f; }
    .bold { font-weight: bold; }
    .underlined { text-decoration: underline; }
    .standard { fill: #1f2328; }
    .accent { fill: #0550ae; }
    .good { fill: #116329; }
    .warning { fill: #7d4e00; }
    .danger { fill: #a40e26; }
    .muted { fill: #59636e; }
    text.reversed { fill: #ffffff; }
    @media (prefers-color-scheme: dark) {
    .window { fill: #0d1117; stroke: #656d76; }
    .button { fill: #656d76; }
    .edge { stroke: #656d76; }
    .standard { fill: #e6edf3; }
    .accent { fill: #79c0ff; }
    .good { fill: #7ee787; }
    .warning { fill: #ffc680; }
    .danger { fill: #ff9a94; }
    .muted { fill: #9198a1; }
    text.reversed { fill: #0d1117; }
    }
    </style>
    """
}

extension CellStyle {
  /// The classes of the style sheet that make up the style.
  fileprivate var names: String {
    var names = [colour.name]
    if isBold { names.append("bold") }
    if isUnderlined { names.append("underlined") }
    if isReversed { names.append("reversed") }
    return names.joined(separator: " ")
  }
}

extension CellStyle.Colour {
  fileprivate var name: String {
    switch self {
    case .standard: "standard"
    case .accent: "accent"
    case .good: "good"
    case .warning: "warning"
    case .danger: "danger"
    case .muted: "muted"
    }
  }
}
