extension TextEditor {
  /// The rows of the text, soft-wrapped to a width; the cursor needs one more cell than that.
  func rows(columns: Int) -> [Range<Int>] {
    TextLayout.rows(count: characters.count, columns: columns) { index in
      // Comparing characters is slow, and nearly all are one byte.
      let bytes = characters[index].utf8
      guard bytes.count == 1 else {
        return TextLayout.Unit(width: Self.width(of: characters[index]))
      }
      return switch bytes.first {
      case 0x0A: TextLayout.Unit(width: 0, kind: .lineFeed)
      case 0x20: TextLayout.Unit(width: 1, kind: .space)
      default: TextLayout.Unit(width: 1)
      }
    }
  }

  /// The row that holds the cursor; at a soft break that is the row after it.
  func cursorRow(in rows: [Range<Int>]) -> Int {
    var low = 0
    var high = rows.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if rows[middle].lowerBound <= cursor {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return low
  }

  /// Cells before the cursor in its row.
  func cursorColumn(in row: Range<Int>) -> Int {
    guard row.lowerBound < cursor else { return 0 }
    return characters[row.lowerBound..<min(cursor, row.upperBound)].reduce(0) {
      $0 + Self.width(of: $1)
    }
  }

  /// Rows that a page up or down moves in a text.
  private static let rowsOfPage = 10

  /// Moves the cursor; false where it stays.
  mutating func apply(_ move: PageCommand.Move, columns: Int) -> Bool {
    let before = cursor
    switch move {
    case .up: moveRows(by: -1, columns: columns)
    case .down: moveRows(by: 1, columns: columns)
    case .pageUp: moveRows(by: -Self.rowsOfPage, columns: columns)
    case .pageDown: moveRows(by: Self.rowsOfPage, columns: columns)
    case .left: self.move(to: cursor - 1)
    case .right: self.move(to: cursor + 1)
    case .wordLeft: moveWordLeft()
    case .wordRight: moveWordRight()
    case .home: moveToRowStart(columns: columns)
    case .end: moveToRowEnd(columns: columns)
    }
    return cursor != before
  }

  /// Moves the cursor by characters; false at the ends.
  mutating func step(_ count: Int) -> Bool {
    let before = cursor
    move(to: cursor + count)
    return cursor != before
  }

  /// Moves by rows as they are laid out, keeping to the column.
  private mutating func moveRows(by count: Int, columns: Int) {
    let rows = rows(columns: columns)
    let row = cursorRow(in: rows)
    let target = min(max(0, row + count), rows.count - 1)
    guard target != row else { return }
    let wanted = cursorColumn(in: rows[row])
    var position = rows[target].lowerBound
    var column = 0
    // In a row that ends softly the last place is the start of the next row.
    let isSoft = target + 1 < rows.count && rows[target + 1].lowerBound == rows[target].upperBound
    let last = rows[target].upperBound - (isSoft ? 1 : 0)
    while position < last && column < wanted {
      column += Self.width(of: characters[position])
      position += 1
    }
    move(to: position)
  }

  /// Moves to the start of the row.
  private mutating func moveToRowStart(columns: Int) {
    let rows = rows(columns: columns)
    move(to: rows[cursorRow(in: rows)].lowerBound)
  }

  /// Moves to the end of the row, before the space where it breaks softly.
  private mutating func moveToRowEnd(columns: Int) {
    let rows = rows(columns: columns)
    let row = cursorRow(in: rows)
    let isSoft = row + 1 < rows.count && rows[row + 1].lowerBound == rows[row].upperBound
    move(to: max(rows[row].lowerBound, rows[row].upperBound - (isSoft ? 1 : 0)))
  }

  /// Moves to the start of the word before the cursor.
  private mutating func moveWordLeft() {
    var position = cursor
    while position > 0 && characters[position - 1].isWhitespace { position -= 1 }
    while position > 0 && !characters[position - 1].isWhitespace { position -= 1 }
    move(to: position)
  }

  /// Moves behind the word after the cursor.
  private mutating func moveWordRight() {
    var position = cursor
    while position < characters.count && characters[position].isWhitespace { position += 1 }
    while position < characters.count && !characters[position].isWhitespace { position += 1 }
    move(to: position)
  }

  private static func width(of character: Character) -> Int {
    character.utf8.count == 1 ? 1 : SafeText(String(character)).width
  }
}
