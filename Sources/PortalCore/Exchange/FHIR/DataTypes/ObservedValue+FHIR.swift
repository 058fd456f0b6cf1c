extension ObservedValue {
  /// Reads `value[x]` of an Observation or of a component, else why there is none.
  init?(reading node: JSONNode) throws(ImpossibleValue) {
    if let value = try ObservedValue.measured(node) {
      self = value
    } else if let value = try ObservedValue.dated(node) {
      self = value
    } else if let reason = try node.concept("dataAbsentReason") {
      self = .absent(reason)
    } else {
      return nil
    }
  }

  private static func measured(_ node: JSONNode) throws(ImpossibleValue) -> ObservedValue? {
    if let quantity = try node.quantity("valueQuantity") { return .quantity(quantity) }
    if let concept = try node.concept("valueCodeableConcept") { return .concept(concept) }
    if let text = try node.string("valueString") { return .text(text) }
    if let boolean = try node.boolean("valueBoolean") { return .boolean(boolean) }
    if let integer = try node.integer("valueInteger") { return .integer(integer) }
    if let range = try node.object("valueRange") {
      return .range(low: try range.quantity("low"), high: try range.quantity("high"))
    }
    if let ratio = try node.object("valueRatio") {
      return .ratio(
        numerator: try ratio.quantity("numerator"),
        denominator: try ratio.quantity("denominator")
      )
    }
    if let data = try node.object("valueSampledData") {
      let points = try data.string("data") ?? ""
      return .sampledData(points: points.utf8.split(separator: UInt8(ascii: " ")).count)
    }
    return nil
  }

  private static func dated(_ node: JSONNode) throws(ImpossibleValue) -> ObservedValue? {
    if let time = try node.string("valueTime") {
      guard isTime(time) else { throw ImpossibleValue(node: node["valueTime"] ?? node) }
      return .time(time)
    }
    if let date = try node.date("valueDateTime") { return .date(date) }
    if let period = try node.period("valuePeriod") { return .period(period) }
    return nil
  }

  /// Whether a clock shows it: `hh:mm:ss`, with a fraction or without; `hh:mm` is tolerated.
  private static func isTime(_ text: String) -> Bool {
    // A day is put before it, for the rules of a time of day stand in one place.
    let date = PartialDate("2000-01-01T" + text + "Z")
    return text.utf8.allSatisfy { $0 != UInt8(ascii: "Z") } && date != nil
  }
}

extension JSONNode {
  /// Reference ranges of a list, those that have an end or words.
  func referenceRanges(_ name: String) throws(ImpossibleValue) -> [ReferenceRange] {
    var ranges: [ReferenceRange] = []
    for node in try objects(name) {
      let range = ReferenceRange(
        low: try node.quantity("low"),
        high: try node.quantity("high"),
        text: try node.string("text"),
        type: try node.concept("type"),
        appliesTo: try node.concepts("appliesTo") + node.ageGroup()
      )
      if range.low != nil || range.high != nil || range.text != nil { ranges.append(range) }
    }
    return ranges
  }

  /// The ages that a range is for, in figures: without them it would seem to be for everyone.
  private func ageGroup() throws(ImpossibleValue) -> [CodeableConcept] {
    guard let age = try object("age") else { return [] }
    let text = try age.rangeText()
    return text.isEmpty ? [] : [CodeableConcept(text: text)]
  }

  /// A Range in one line: `18 - 65 a`, `>= 18 a`.
  func rangeText() throws(ImpossibleValue) -> String {
    let low = try quantity("low")
    let high = try quantity("high")
    switch (low, high) {
    case (.some(let low), .some(let high)):
      let isSameUnit = low.unit == high.unit && low.unitCode == high.unitCode
      let first = isSameUnit ? low.value?.text ?? low.inline : low.inline
      return first + " - " + high.inline
    case (.some(let low), .none): return ">= " + low.inline
    case (.none, .some(let high)): return "<= " + high.inline
    case (.none, .none): return ""
    }
  }
}
