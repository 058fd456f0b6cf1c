import PortalCore

/// How a value lies to the reference range of its own report.
enum RangePosition: Hashable, CaseIterable, Sendable {
  case within
  case above
  case below
  /// It cannot be said: no one range with numbers, another unit, or an operator that leaves it
  /// open.
  case undecided

  /// Compares a value with the one normal range that the report gives.
  ///
  /// A limit itself is within. `undecided` where there are several normal ranges: which of them is
  /// this person's the report does not say.
  init(_ value: ObservedValue?, in ranges: [ReferenceRange]) {
    guard let amount = RangePosition.amount(value), let number = amount.value,
      let range = RangePosition.normalRange(ranges),
      RangePosition.isComparable(amount, range.low), RangePosition.isComparable(amount, range.high)
    else {
      self = .undecided
      return
    }
    let low = range.low?.value?.approximation ?? -.infinity
    let high = range.high?.value?.approximation ?? .infinity
    self = RangePosition.place(number.approximation, amount.comparator, low, high)
  }

  /// The one range with numbers that holds for healthy people; nil where there is none or several.
  static func normalRange(_ ranges: [ReferenceRange]) -> ReferenceRange? {
    var found: ReferenceRange?
    for range in ranges
    where (range.low?.value != nil || range.high?.value != nil)
      && (range.type?.isNormalRange ?? true)
    {
      guard found == nil else { return nil }
      found = range
    }
    return found
  }

  private static func amount(_ value: ObservedValue?) -> Quantity? {
    switch value {
    case .quantity(let quantity): quantity
    case .integer(let number): Quantity(value: ExactDecimal(String(number)))
    case .concept, .text, .boolean, .range, .ratio, .sampledData, .time, .date, .period, .absent,
      nil:
      nil
    }
  }

  /// Whether two amounts are of one unit, as far as they name any.
  static func isComparable(_ amount: Quantity, _ limit: Quantity?) -> Bool {
    guard let limit else { return true }
    if let code = amount.unitCode, let other = limit.unitCode { return code == other }
    guard let unit = amount.unit ?? amount.unitCode, let other = limit.unit ?? limit.unitCode
    else { return true }
    return unit == other
  }

  private static func place(
    _ number: Double,
    _ comparator: Quantity.Comparator?,
    _ low: Double,
    _ high: Double
  ) -> RangePosition {
    switch comparator {
    case nil:
      if number > high { return .above }
      return number < low ? .below : .within
    case .lessThan, .atMost:
      if number < low || (number == low && comparator == .lessThan) { return .below }
      return low == -.infinity && number <= high ? .within : .undecided
    case .greaterThan, .atLeast:
      if number > high || (number == high && comparator == .greaterThan) { return .above }
      return high == .infinity && number >= low ? .within : .undecided
    }
  }
}
