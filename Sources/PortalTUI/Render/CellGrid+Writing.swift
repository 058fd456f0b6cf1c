extension CellGrid {
  /// Writes text from a place to the right, as much as fits in the row and in `limit` cells.
  ///
  /// The only way into the grid, and it takes nothing but safe text. A wide character that would
  /// be cut in half is left out.
  ///
  /// - Returns: the column after the text.
  @discardableResult
  mutating func write(
    _ text: SafeText,
    row: Int,
    column: Int,
    limit: Int = .max,
    style: CellStyle = .plain
  ) -> Int {
    guard row >= 0, row < rows, column >= 0, column < columns, limit > 0 else { return column }
    let end = limit > columns - column ? columns : column + limit
    let start = row * columns
    var column = column
    text.forEachGlyph { glyph in
      guard column + glyph.width <= end else { return false }
      cells[start + column] = Cell(text: glyph.text, style: style)
      if glyph.width == 2 { cells[start + column + 1] = Cell(text: "", style: style) }
      column += glyph.width
      return true
    }
    return column
  }

  /// Writes the same text over and over to fill a number of cells.
  mutating func fill(
    with text: SafeText,
    row: Int,
    column: Int,
    count: Int,
    style: CellStyle = .plain
  ) {
    guard text.width > 0 else { return }
    var column = column
    var left = count
    while left >= text.width && column < columns {
      write(text, row: row, column: column, style: style)
      column += text.width
      left -= text.width
    }
  }

  /// Draws a line of a page, which has so many `columns` from `origin` on, at a row of the screen.
  mutating func draw(_ line: StyledLine, row: Int, origin: Int, columns: Int) {
    if line.isSelected {
      var style = CellStyle.plain
      style.isReversed = true
      fill(with: SafeText(" "), row: row, column: origin, count: columns, style: style)
    }
    for span in line.spans where span.column < columns {
      var style = span.style
      if line.isSelected {
        style.isReversed = true
        style.colour = .standard
      }
      write(
        span.text,
        row: row,
        column: origin + span.column,
        limit: columns - span.column,
        style: style
      )
    }
  }
}
