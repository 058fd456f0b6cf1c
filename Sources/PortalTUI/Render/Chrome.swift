/// What stands around a page: whose record it is, what the keys do, what was last said.
struct Chrome: Equatable, Sendable {
  /// Whose record is open and in which role: "Kari Nordmann (yourself)".
  var owner: String
  /// A word that sets the whole program apart, "DEMO"; empty where there is none.
  var mark = ""
  /// What the keys do here, the most important first.
  var hints: [KeyHint] = []
  /// Said in the status line.
  var notice: Notice?
  /// Said in place of everything where the screen is too small.
  var tooSmall = ""
  /// The page that opening the selection would show, for the right half of a wide screen.
  var detail: Page?
}

/// A key as it is printed on the keyboard, and what it does here.
struct KeyHint: Equatable, Sendable {
  var key: String
  var label: String
}

/// The size of a screen in cells.
struct ScreenSize: Equatable, Sendable {
  var columns: Int
  var rows: Int
}
