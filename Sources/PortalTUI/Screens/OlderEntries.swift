/// A list that shows its newest entries, and older ones when they are asked for.
///
/// So that opening it takes as long with a hundred entries as with a hundred thousand.
struct OlderEntries: Equatable {
  /// How many are shown at most; nil for all of them, where nobody can ask.
  private(set) var limit: Int? = 100

  /// Every entry at once: for a pipe.
  static let all = OlderEntries(limit: nil)

  /// As many as a service is to be asked for.
  var wanted: Int { limit ?? .max }

  /// Shows more: four times as many, so that few steps lead to the oldest.
  mutating func showMore() {
    limit = limit.map { $0 * 4 }
  }

  /// How many are not shown.
  func hidden(of count: Int) -> Int {
    max(0, count - wanted)
  }
}
