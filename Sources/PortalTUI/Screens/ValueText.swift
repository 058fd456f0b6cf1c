import PortalCore

/// Values as a person reads them: the digits, the operator and the unit as they were written.
struct ValueText {
  let phrases: any Phrasebook

  init(_ phrases: any Phrasebook) {
    self.phrases = phrases
  }

  /// What was found; nil where there is nothing to say.
  func text(_ value: ObservedValue) -> String? {
    switch value {
    case .quantity(let quantity): text(quantity)
    case .concept(let concept): concept.title
    case .text(let text): text.isEmpty ? nil : text
    case .boolean(let truth): phrases.truth(truth)
    case .integer(let number): String(number)
    case .range(let low, let high): range(low, high)
    case .ratio(let numerator, let denominator): ratio(numerator, denominator)
    case .sampledData(let points): phrases.curve(points: points)
    case .time(let time): time
    case .date(let date): phrases.text(date)
    case .period(let period): phrases.text(period)
    case .absent(let reason): phrases.absence(reason)
    }
  }

  /// An amount with its operator and unit; nil where it has no number.
  func text(_ quantity: Quantity) -> String? {
    guard let number = number(quantity) else { return nil }
    let unit = unit(quantity)
    return unit.isEmpty ? number : "\(number) \(unit)"
  }

  /// The number with its operator, without the unit.
  func number(_ quantity: Quantity) -> String? {
    guard let value = quantity.value else { return nil }
    return quantity.comparator.map { "\($0.rawValue) \(value.text)" } ?? value.text
  }

  /// The unit as written, else its code; empty where there is none.
  func unit(_ quantity: Quantity) -> String {
    if let unit = quantity.unit { return unit }
    // UCUM's code for no unit at all.
    return quantity.unitCode == "1" ? "" : quantity.unitCode ?? ""
  }

  /// The limits of a reference range in numbers, else its words; nil where it says nothing.
  func text(_ range: ReferenceRange) -> String? {
    let limits = limits(range)
    // Most ranges are limits and nothing else.
    if range.text == nil, range.type == nil, range.appliesTo.isEmpty { return limits }
    let parts = [limits, limits == range.text ? nil : range.text].compactMap { $0 }
    let purpose = ([range.type].compactMap { $0 } + range.appliesTo)
      .filter { !$0.isNormalRange }
      .compactMap(\.title)
    guard !parts.isEmpty else { return nil }
    let text = parts.joined(separator: ", ")
    return purpose.isEmpty ? text : "\(text) (\(purpose.joined(separator: ", ")))"
  }

  /// The limits of a reference range in numbers; nil where it has none.
  func limits(_ range: ReferenceRange) -> String? {
    self.range(range.low, range.high)
  }

  private func range(_ low: Quantity?, _ high: Quantity?) -> String? {
    switch (low, high) {
    case (nil, nil): return nil
    case (let low?, nil): return text(low).map(phrases.atLeast)
    case (nil, let high?): return text(high).map(phrases.atMost)
    case (let low?, let high?):
      guard let first = number(low), let last = text(high) else {
        return range(low.value == nil ? nil : low, high.value == nil ? nil : high)
      }
      let lowUnit = unit(low)
      let isSameUnit = lowUnit.isEmpty || lowUnit == unit(high)
      return "\(isSameUnit ? first : text(low) ?? first)–\(last)"
    }
  }

  private func ratio(_ numerator: Quantity?, _ denominator: Quantity?) -> String? {
    let parts = [numerator, denominator].compactMap { $0.flatMap(text) }
    return parts.isEmpty ? nil : parts.joined(separator: ":")
  }
}

extension CodeableConcept {
  /// Whether it only says that a range is the normal one.
  var isNormalRange: Bool {
    codings.contains { $0.code == "normal" } || text?.lowercased() == "normal range"
  }
}
