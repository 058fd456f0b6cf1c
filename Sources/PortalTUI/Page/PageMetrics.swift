/// The lengths of a page as it is laid out at one size, in rows and cells.
///
/// All that moving and scrolling need to know of a layout; the renderer makes it.
struct PageMetrics: Equatable, Sendable {
  /// Rows of the page that show at a time.
  var visibleRows: Int
  /// Rows of the whole page.
  var contentRows: Int
  /// Rows that belong to the selection, or to the field that has the cursor down to the cursor.
  ///
  /// They show together where there is room for them, else only the row of the cursor.
  var focus: Range<Int>?
  /// The row of the cursor; means something only where there is a focus.
  var cursorRow = 0
  /// Rows of each entry of the list or table.
  var rowsPerEntry = 1
  /// Rows that stay at the top when a table scrolls: its column titles.
  var heldRows = 0
  /// Cells that a row of text in a field may fill.
  var fieldColumns = 1

  /// The last row that the page can be scrolled to.
  var lastTop: Int {
    max(0, contentRows - visibleRows)
  }
}
