/// How a cell looks: attributes that every terminal has, and one colour role.
///
/// Meaning never rests on the colour alone: the text says it too.
struct CellStyle: Hashable, Sendable {
  /// What a colour is for.
  ///
  /// The terminal maps a role to one of the user's 16 colours, or to none.
  enum Colour: Hashable, Sendable {
    case standard
    case accent
    case good
    case warning
    case danger
    case muted
  }

  var isBold = false
  var isReversed = false
  var isUnderlined = false
  var colour = Colour.standard

  static let plain = CellStyle()
}

/// One character cell of a frame.
struct Cell: Hashable, Sendable {
  /// A base character with at most four combining marks; empty in the second half of a wide one.
  var text: String
  var style: CellStyle

  static let blank = Cell(text: " ", style: .plain)
}

/// A whole frame: what the terminal shows after the next refresh.
struct CellGrid: Equatable, Sendable {
  let columns: Int
  let rows: Int
  /// Row by row, `columns * rows` of them.
  var cells: [Cell]
  /// Where the terminal cursor rests: on the selection or in the field being edited.
  var cursor: (row: Int, column: Int)

  /// An empty frame; sizes below one become one.
  init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    cells = Array(repeating: .blank, count: self.columns * self.rows)
    cursor = (0, 0)
  }

  static func == (left: CellGrid, right: CellGrid) -> Bool {
    left.columns == right.columns && left.cells == right.cells && left.cursor == right.cursor
  }
}
