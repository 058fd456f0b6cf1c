import PortalCore

extension Bokmal {
  func day(_ date: CivilDate) -> String {
    "\(padded(date.day, 2)).\(padded(date.month, 2)).\(date.year)"
  }

  func month(_ month: Int, of year: Int) -> String {
    guard Self.months.indices.contains(month - 1) else { return String(year) }
    return "\(Self.months[month - 1]) \(year)"
  }

  func moment(_ date: CivilDate, _ time: TimeOfDay) -> String {
    "\(day(date)) kl. \(padded(time.hour, 2)).\(padded(time.minute, 2))"
  }

  func span(from start: String?, to end: String?) -> String {
    switch (start, end) {
    case (let start?, let end?): "\(start) til \(end)"
    case (let start?, nil): "fra \(start)"
    case (nil, let end?): "til \(end)"
    case (nil, nil): undated
    }
  }

  func age(_ years: Int) -> String { "\(years) år" }
  var undated: String { "uten dato" }

  private static let months = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember",
  ]
}
