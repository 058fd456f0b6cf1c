import PortalCore

/// A list that shows its newest entries, and older ones when they are asked for.
///
/// So that opening it takes as long with a hundred entries as with a hundred thousand.
struct OlderEntries: Equatable {
  /// How many are shown at most; nil where all are printed, one part after the other.
  private(set) var limit: Int? = 100

  /// Every entry, a part at a time: for a pipe, where nobody can ask for more.
  static let inParts = OlderEntries(limit: nil)

  /// How many entries such a part has.
  static let partSize = 1000

  /// As many as a service is to be asked for.
  var wanted: Int { limit ?? OlderEntries.partSize }

  /// Shows more: four times as many, so that few steps lead to the oldest.
  mutating func showMore() {
    limit = limit.map { $0 * 4 }
  }

  /// How many are not shown; none where they are printed after these.
  func hidden(of count: Int) -> Int {
    limit.map { max(0, count - $0) } ?? 0
  }
}

/// A screen whose list can be printed to its end with only a part of it in memory.
protocol PrintedInParts: Screen {
  /// Takes the entries after those of its page in their place; false where there are none.
  mutating func turnOver() throws(ServiceError) -> Bool
}
