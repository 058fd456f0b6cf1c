/// Where rows end, worked out unit by unit: the state of `TextLayout.rows`.
struct RowBreaker {
  let columns: Int
  /// The rows that are complete.
  private(set) var rows: [Range<Int>] = []
  /// Where the row begins that is not.
  private(set) var start = 0
  private var width = 0
  private var hasWord = false
  private var isAfterWide = false
  /// The last place in the row where it may end, and the cells up to there.
  private var breakable: (index: Int, width: Int)?

  init(columns: Int) {
    self.columns = columns
  }

  /// Takes the unit at an index into the row; false where it ended the row before it instead.
  mutating func add(_ unit: TextLayout.Unit, at index: Int) -> Bool {
    switch unit.kind {
    case .lineFeed:
      endRow(at: index, width: width, next: index + 1, isWord: false)
    case .space:
      width += unit.width
      if hasWord { breakable = (index + 1, width) }
    case .plain:
      // A unit without width is part of the one before.
      guard unit.width > 0 else { return true }
      if hasWord && (isAfterWide || unit.width == 2) { breakable = (index, width) }
      if width + unit.width > columns, index > start {
        let end = breakable ?? (index, width)
        endRow(at: end.index, width: end.width, next: end.index, isWord: index > end.index)
        return false
      }
      width += unit.width
      hasWord = true
      isAfterWide = unit.width == 2
    }
    return true
  }

  private mutating func endRow(at end: Int, width: Int, next: Int, isWord: Bool) {
    rows.append(start..<end)
    start = next
    self.width -= width
    hasWord = isWord
    isAfterWide = false
    breakable = nil
  }
}
