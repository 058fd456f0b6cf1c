/// A series of values over time with the reference range behind it.
///
/// Never the only way to learn something: `summary` says what the picture shows, and the page
/// lists the values in a table.
struct Chart: Equatable, Sendable {
  struct Point: Equatable, Sendable {
    /// The date as it is shown.
    var label: String
    /// The value as it is shown, with its operator.
    var text: String
    var value: Double
  }

  /// Oldest first.
  var points: [Point]
  /// Low and high limit of the reference range; either may be open.
  var low: Double?
  var high: Double?
  var unit: String
  /// One or two sentences that say what the picture shows.
  var summary: String
}
