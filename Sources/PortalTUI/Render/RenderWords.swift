/// The words that a renderer itself needs, in the person's language; the phrasebook fills them.
struct RenderWords: Equatable, Sendable {
  /// Between a part and the whole: "12–30 of 410".
  var of: String
  // How a notice begins, by severity.
  var information: String
  var success: String
  var warning: String
  var danger: String
  /// How the line begins that says what is wrong with a field.
  var problem: String
  /// Says in plain lines which option of a choice is taken.
  var chosen: String
  // The limits of a reference range, at their lines in a chart.
  var high: String
  var low: String
  /// Before the text of a filter.
  var filter: String
  /// In place of a list of which nothing passes the filter.
  var noMatches: String
  /// At the end of a page beside the list that does not fit.
  var more: String

  /// The word for a severity.
  func word(for severity: Notice.Severity) -> String {
    switch severity {
    case .information: information
    case .success: success
    case .warning: warning
    case .danger: danger
    }
  }
}
