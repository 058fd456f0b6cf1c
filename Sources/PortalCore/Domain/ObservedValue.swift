/// What was found (FHIR `Observation.value[x]` and `dataAbsentReason`).
package enum ObservedValue: Hashable, Sendable {
  case quantity(Quantity)
  case concept(CodeableConcept)
  case text(String)
  case boolean(Bool)
  case integer(Int)
  case range(low: Quantity?, high: Quantity?)
  case ratio(numerator: Quantity?, denominator: Quantity?)
  /// A curve: how many points it has, shown as a count.
  case sampledData(points: Int)
  case time(String)
  case date(PartialDate)
  case period(Period)
  /// There is no value, and this is why.
  case absent(CodeableConcept)
}

extension ObservedValue: Codable {
  private enum Key: String, CodingKey {
    case quantity, concept, text, boolean, integer, low, high, numerator, denominator, points, time
    case date, period, absent, type
  }

  /// What stands under `type`, since a range and a ratio may have both ends missing.
  private enum Tag: String, Codable {
    case quantity, concept, text, boolean, integer, range, ratio, sampledData, time, date, period
    case absent
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    switch try values.decode(Tag.self, forKey: .type) {
    case .quantity: self = .quantity(try values.decode(Quantity.self, forKey: .quantity))
    case .concept: self = .concept(try values.decode(CodeableConcept.self, forKey: .concept))
    case .text: self = .text(try values.decode(String.self, forKey: .text))
    case .boolean: self = .boolean(try values.decode(Bool.self, forKey: .boolean))
    case .integer: self = .integer(try values.decode(Int.self, forKey: .integer))
    case .range:
      self = .range(
        low: try values.decodeIfPresent(Quantity.self, forKey: .low),
        high: try values.decodeIfPresent(Quantity.self, forKey: .high)
      )
    case .ratio:
      self = .ratio(
        numerator: try values.decodeIfPresent(Quantity.self, forKey: .numerator),
        denominator: try values.decodeIfPresent(Quantity.self, forKey: .denominator)
      )
    case .sampledData: self = .sampledData(points: try values.decode(Int.self, forKey: .points))
    case .time: self = .time(try values.decode(String.self, forKey: .time))
    case .date: self = .date(try values.decode(PartialDate.self, forKey: .date))
    case .period: self = .period(try values.decode(Period.self, forKey: .period))
    case .absent: self = .absent(try values.decode(CodeableConcept.self, forKey: .absent))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(tag, forKey: .type)
    switch self {
    case .quantity(let quantity): try values.encode(quantity, forKey: .quantity)
    case .concept(let concept): try values.encode(concept, forKey: .concept)
    case .text(let text): try values.encode(text, forKey: .text)
    case .boolean(let truth): try values.encode(truth, forKey: .boolean)
    case .integer(let number): try values.encode(number, forKey: .integer)
    case .range(let low, let high):
      try values.encodeIfPresent(low, forKey: .low)
      try values.encodeIfPresent(high, forKey: .high)
    case .ratio(let numerator, let denominator):
      try values.encodeIfPresent(numerator, forKey: .numerator)
      try values.encodeIfPresent(denominator, forKey: .denominator)
    case .sampledData(let points): try values.encode(points, forKey: .points)
    case .time(let time): try values.encode(time, forKey: .time)
    case .date(let date): try values.encode(date, forKey: .date)
    case .period(let period): try values.encode(period, forKey: .period)
    case .absent(let reason): try values.encode(reason, forKey: .absent)
    }
  }

  private var tag: Tag {
    switch self {
    case .quantity: .quantity
    case .concept: .concept
    case .text: .text
    case .boolean: .boolean
    case .integer: .integer
    case .range: .range
    case .ratio: .ratio
    case .sampledData: .sampledData
    case .time: .time
    case .date: .date
    case .period: .period
    case .absent: .absent
    }
  }
}
