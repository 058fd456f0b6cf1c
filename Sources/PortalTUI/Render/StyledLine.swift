/// One row of a page: texts with their places and looks.
struct StyledLine: Equatable, Sendable {
  struct Span: Equatable, Sendable {
    var column: Int
    var text: SafeText
    var style: CellStyle
  }

  var spans: [Span] = []
  /// Whether the row is the selection, shown reversed over its whole length.
  var isSelected = false

  static let blank = StyledLine()

  /// A row of one text.
  init(_ text: SafeText, at column: Int, style: CellStyle = .plain) {
    spans = [Span(column: column, text: text, style: style)]
  }

  /// A row of several texts.
  init(spans: [Span] = [], isSelected: Bool = false) {
    self.spans = spans
    self.isSelected = isSelected
  }

  /// Adds a text, cut where it does not fit; nothing where there is no room at all.
  mutating func add(
    _ text: SafeText,
    at column: Int,
    columns: Int,
    style: CellStyle = .plain,
    ellipsis: SafeText
  ) {
    guard columns > 0, text.width > 0 else { return }
    let cut = TextLayout.truncate(text, columns: columns, ellipsis: ellipsis)
    spans.append(Span(column: column, text: cut, style: style))
  }

  /// The first cell after the last text.
  var endColumn: Int {
    spans.map { $0.column + $0.text.width }.max() ?? 0
  }
}
