import PortalCore

/// A field of the form by which a right to act is given or changed.
enum ProxyField: Hashable, Sendable {
  case holder
  case area(ProxyArea)
  case lastDay

  static let all: [ProxyField] = [.holder] + ProxyArea.allCases.map(ProxyField.area) + [.lastDay]

  var id: String {
    switch self {
    case .holder: "holder"
    case .area(let area): area.rawValue
    case .lastDay: "last-day"
    }
  }
}

/// What is wrong with what stands in a field.
enum ProxyFieldProblem: Hashable, Sendable {
  case noHolder
  /// Neither a number of eleven digits nor an id of the store.
  case notAnId
  /// Eleven digits that are nobody's number.
  case wrongCheckDigits
  case notADay
  /// What the services say of it.
  case service(ProxyProblem)
}

/// What stands in that form.
struct ProxyFields: Equatable {
  var holder = ""
  var areas: Set<ProxyArea> = []
  var lastDay = ""

  init() {}

  /// As a right says it; of whom it is about the form says nothing.
  init(_ grant: ProxyGrant) {
    areas = Set(grant.areas)
    lastDay = grant.lastDay?.description ?? ""
  }

  /// From the values of the form, where the first of the two choices is yes.
  init(_ values: [String: String]) {
    holder = values[ProxyField.holder.id] ?? ""
    lastDay = values[ProxyField.lastDay.id] ?? ""
    areas = Set(ProxyArea.allCases.filter { values[ProxyField.area($0).id] == "0" })
  }

  func value(of field: ProxyField) -> String {
    switch field {
    case .holder: holder
    case .area(let area): areas.contains(area) ? "0" : "1"
    case .lastDay: lastDay
    }
  }
}

/// A day as a person types it.
enum TypedDay {
  /// `2026-12-31` or `31.12.2026`, also `1.2.2026`; nil for anything else.
  static func date(_ text: String) -> CivilDate? {
    let text = text.filter { !$0.isWhitespace }
    if let date = CivilDate(text) { return date }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4, (1...2).contains(parts[0].count),
      (1...2).contains(parts[1].count), let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2]), text.utf8.allSatisfy({ $0 == 0x2E || (0x30...0x39).contains($0) })
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}
