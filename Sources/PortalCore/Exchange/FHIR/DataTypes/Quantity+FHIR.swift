extension JSONNode {
  /// A Quantity, Age or Duration; nil where there is nothing in it.
  func quantity(_ name: String) throws(ImpossibleValue) -> Quantity? {
    guard let node = try object(name) else { return nil }
    return try Quantity(reading: node)
  }

  /// A Period; nil where neither end is known.
  func period(_ name: String) throws(ImpossibleValue) -> Period? {
    guard let node = try object(name) else { return nil }
    let period = Period(start: try node.date("start"), end: try node.date("end"))
    return period.start == nil && period.end == nil ? nil : period
  }

  /// A choice of a date and a period, as `effective[x]` is; a date is a period's start.
  func moment(_ name: String) throws(ImpossibleValue) -> Period {
    for type in ["DateTime", "Instant"] {
      if let date = try date(name + type) { return Period(start: date) }
    }
    return try period(name + "Period") ?? Period()
  }

  /// The texts of annotations.
  func notes(_ name: String) throws(ImpossibleValue) -> [String] {
    var notes: [String] = []
    for node in try objects(name) {
      if let text = try node.string("text") { notes.append(text) }
    }
    return notes
  }
}

extension Quantity {
  /// Nil where the object has neither a value nor a unit.
  ///
  /// A comparator that is not R4's is impossible: without it the value would say something else.
  init?(reading node: JSONNode) throws(ImpossibleValue) {
    var comparator: Comparator?
    if let code = try node.string("comparator") {
      comparator = Comparator(rawValue: code)
      if comparator == nil { throw ImpossibleValue(node: node["comparator"] ?? node) }
    }
    self.init(
      value: try node.decimal("value"),
      comparator: comparator,
      unit: try node.string("unit"),
      unitCode: try node.string("code"),
      unitSystem: try node.string("system").map(SystemName.canonical)
    )
    if value == nil, unit == nil, unitCode == nil { return nil }
  }

  /// In one line: `< 5.0 mmol/L`.
  var inline: String {
    [comparator?.rawValue, value?.text, unit ?? unitCode].compactMap(\.self).joined(separator: " ")
  }
}
