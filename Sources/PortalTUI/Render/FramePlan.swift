/// Which rows and columns of the screen belong to what, at one size.
struct FramePlan: Equatable {
  /// Rows of the page, from `bodyRow` on.
  let bodyRows: Int
  let bodyRow: Int
  /// Columns of the page; the rest of a wide screen shows the page beside it.
  let bodyColumns: Int
  /// The first column of the page beside; nil where there is none.
  let detailColumn: Int?
  let hasRules: Bool
  let statusRow: Int
  let statusRows: Int
  let footerRow: Int
  let footerRows: Int

  static let leastSize = ScreenSize(columns: 20, rows: 5)
  private static let leastForRules = 14
  private static let leastForFooter = 7
  private static let leastForTwoStatusRows = 10
  private static let leastForTwoFooterRows = 18
  static let leastForDetail = 120

  /// Shares out the rows; `hintRows` and `noticeRows` are what all hints and the notice would take.
  init(size: ScreenSize, hasDetail: Bool, hintRows: Int, noticeRows: Int) {
    hasRules = size.rows >= Self.leastForRules
    let mostFooterRows = size.rows >= Self.leastForTwoFooterRows ? 2 : 1
    footerRows = size.rows < Self.leastForFooter ? 0 : min(mostFooterRows, hintRows)
    statusRows = max(1, min(size.rows >= Self.leastForTwoStatusRows ? 2 : 1, noticeRows))
    footerRow = size.rows - footerRows
    statusRow = footerRow - statusRows
    bodyRow = hasRules ? 2 : 1
    bodyRows = max(1, statusRow - (hasRules ? 1 : 0) - bodyRow)
    if hasDetail && size.columns >= Self.leastForDetail {
      bodyColumns = size.columns / 2 - 1
      detailColumn = bodyColumns + 2
    } else {
      bodyColumns = size.columns
      detailColumn = nil
    }
  }
}
