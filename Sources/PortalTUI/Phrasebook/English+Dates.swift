import PortalCore

extension English {
  func day(_ date: CivilDate) -> String {
    let month = Self.months.indices.contains(date.month - 1) ? Self.months[date.month - 1] : ""
    return "\(date.day) \(month.prefix(3)) \(date.year)"
  }

  func month(_ month: Int, of year: Int) -> String {
    guard Self.months.indices.contains(month - 1) else { return String(year) }
    return "\(Self.months[month - 1]) \(year)"
  }

  func moment(_ date: CivilDate, _ time: TimeOfDay) -> String {
    "\(day(date)), \(padded(time.hour, 2)):\(padded(time.minute, 2))"
  }

  func span(from start: String?, to end: String?) -> String {
    switch (start, end) {
    case (let start?, let end?): "\(start) to \(end)"
    case (let start?, nil): "from \(start)"
    case (nil, let end?): "until \(end)"
    case (nil, nil): undated
    }
  }

  func age(_ years: Int) -> String { years == 1 ? "1 year" : "\(years) years" }
  var undated: String { "no date" }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
