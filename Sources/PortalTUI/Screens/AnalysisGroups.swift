import PortalCore

/// Results of one analysis put together: those that share a code of a system, else a title.
///
/// Titles alone do not join coded results: one laboratory name stands for several analyses.
struct AnalysisGroups {
  typealias Entry = SectionEntry<TestResult>

  private enum Key: Hashable {
    case code(system: String, code: String)
    case title(String)
  }

  /// Each newest first, in the order of their newest.
  private(set) var groups: [[Entry]] = []
  private var places: [RecordID: Int] = [:]

  /// Groups results that come newest first.
  init(_ results: [Entry]) {
    var known: [Key: Int] = [:]
    var numbers = Array(repeating: 0, count: results.count)
    var count = 0
    // Those with codes first: text without a code then joins whatever has its title.
    for isCoded in [true, false] {
      for (index, entry) in results.enumerated() {
        let codes = AnalysisGroups.codes(of: entry.content.code)
        guard codes.isEmpty != isCoded else { continue }
        let title = AnalysisGroups.title(of: entry.content.code)
        let found = (isCoded ? codes : title).lazy.compactMap { known[$0] }.first
        numbers[index] = found ?? count
        if found == nil { count += 1 }
        for key in codes + title where known[key] == nil { known[key] = numbers[index] }
      }
    }
    gather(results, numbers)
  }

  private mutating func gather(_ results: [Entry], _ numbers: [Int]) {
    var order: [Int: Int] = [:]
    for (entry, number) in zip(results, numbers) {
      let group = order[number] ?? groups.count
      if group == groups.count { groups.append([]) }
      order[number] = group
      groups[group].append(entry)
      places[entry.id] = group
    }
  }

  /// All results of the analysis that a result belongs to, newest first; empty where it is not
  /// among them.
  func group(of id: RecordID) -> [Entry] {
    places[id].map { groups[$0] } ?? []
  }

  private static func codes(of concept: CodeableConcept) -> [Key] {
    concept.codings.compactMap { coding in
      guard let system = coding.system, let code = coding.code else { return nil }
      return .code(system: system, code: code)
    }
  }

  private static func title(of concept: CodeableConcept) -> [Key] {
    concept.title.map { [.title($0)] } ?? []
  }
}
