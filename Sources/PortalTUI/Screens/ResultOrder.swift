import PortalCore

/// The order of reports and results by date: the results of a report right below it.
struct ResultOrder {
  /// A row: the index of a report or of a result.
  enum Place: Equatable {
    case report(Int)
    case result(Int)
  }

  private(set) var places: [Place] = []

  /// Orders what comes newest first; each result stands once.
  init(_ results: [SectionEntry<TestResult>], _ reports: [SectionEntry<ResultReport>]) {
    let indexes = Dictionary(zip(results.map(\.id), results.indices)) { first, _ in first }
    var isPlaced = Array(repeating: false, count: results.count)
    var groups: [(time: Instant, places: [Place])] = []
    for (index, report) in reports.enumerated() {
      var places = [Place.report(index)]
      Self.add(report.content.results, results, indexes, &isPlaced, &places)
      groups.append((Self.time(report.content.date), places))
    }
    // Panels before single results, so that their members stand below them.
    for isPanel in [true, false] {
      for (index, result) in results.enumerated()
      where !isPlaced[index] && result.content.members.isEmpty != isPanel {
        isPlaced[index] = true
        var places = [Place.result(index)]
        Self.add(result.content.members, results, indexes, &isPlaced, &places)
        groups.append((Self.time(result.content.date), places))
      }
    }
    let order = groups.indices.sorted { (groups[$0].time, $1) > (groups[$1].time, $0) }
    for index in order { places += groups[index].places }
  }

  /// Adds results and, below each, the members of a panel; what was placed before is left out, so
  /// that a circle of panels ends.
  private static func add(
    _ references: [RecordReference],
    _ results: [SectionEntry<TestResult>],
    _ indexes: [RecordID: Int],
    _ isPlaced: inout [Bool],
    _ places: inout [Place]
  ) {
    var waiting = Array(references.reversed())
    while let reference = waiting.popLast() {
      guard let id = reference.record, let index = indexes[id], !isPlaced[index] else { continue }
      isPlaced[index] = true
      places.append(.result(index))
      waiting += results[index].content.members.reversed()
    }
  }

  private static func time(_ date: PartialDate?) -> Instant {
    date?.start ?? Instant(milliseconds: .min)
  }
}
