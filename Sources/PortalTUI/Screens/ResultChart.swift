import PortalCore

/// The values of one analysis over time: a chart and the sentences that say what it shows.
struct ResultChart {
  let chart: Chart

  /// A value as one report gives it.
  private struct Reading {
    let date: PartialDate
    let quantity: Quantity
    let value: ExactDecimal
    let position: RangePosition
    let range: ReferenceRange?
  }

  /// The charts of an analysis: of its value, else one for each part of its value; none where
  /// fewer than two results can be compared.
  ///
  /// Takes results newest first.
  static func blocks(_ group: [AnalysisGroups.Entry], _ phrases: any Phrasebook) -> [Block] {
    let values = group.map {
      reading($0.content.date, $0.content.value, $0.content.referenceRanges)
    }
    if let own = ResultChart(values, phrases) { return [.chart(own.chart)] }
    guard let newest = group.first else { return [] }
    return newest.content.components.flatMap { part -> [Block] in
      let values = group.map { entry -> Reading? in
        let same = entry.content.components.first { $0.code.isSame(as: part.code) }
        return reading(entry.content.date, same?.value, same?.referenceRanges ?? [])
      }
      guard let chart = ResultChart(values, phrases)?.chart else { return [] }
      return [.heading(part.code.title ?? phrases.untitled(.testResult)), .chart(chart)]
    }
  }

  /// Nil where fewer than two readings have a number, a date and the unit of the newest.
  private init?(_ readings: [Reading?], _ phrases: any Phrasebook) {
    let measured = readings.compactMap { $0 }
    guard let newest = measured.first else { return nil }
    let comparable = measured.filter { RangePosition.isComparable($0.quantity, newest.quantity) }
    guard comparable.count > 1 else { return nil }
    let values = ValueText(phrases)
    let points = comparable.reversed().map { reading in
      Chart.Point(
        label: phrases.short(reading.date),
        text: values.number(reading.quantity) ?? "",
        value: reading.value.approximation
      )
    }
    chart = Chart(
      points: points,
      low: newest.range?.low?.value?.approximation,
      high: newest.range?.high?.value?.approximation,
      unit: values.unit(newest.quantity),
      summary: Self.summary(comparable, of: readings.count, values)
    )
  }

  private static func reading(
    _ date: PartialDate?,
    _ value: ObservedValue?,
    _ ranges: [ReferenceRange]
  ) -> Reading? {
    let quantity: Quantity
    switch value {
    case .quantity(let amount): quantity = amount
    case .integer(let number): quantity = Quantity(value: ExactDecimal(String(number)))
    case .concept, .text, .boolean, .range, .ratio, .sampledData, .time, .date, .period, .absent,
      nil:
      return nil
    }
    guard let date, let number = quantity.value else { return nil }
    let range = RangePosition.normalRange(ranges).flatMap { range in
      let isComparable =
        RangePosition.isComparable(quantity, range.low)
        && RangePosition.isComparable(quantity, range.high)
      return isComparable ? range : nil
    }
    let position = RangePosition(value, in: ranges)
    return Reading(date: date, quantity: quantity, value: number, position: position, range: range)
  }

  private static func summary(_ readings: [Reading], of all: Int, _ values: ValueText) -> String {
    let phrases = values.phrases
    guard let newest = readings.first, let oldest = readings.last,
      let least = readings.min(by: { $0.value.approximation < $1.value.approximation }),
      let most = readings.max(by: { $0.value.approximation < $1.value.approximation })
    else { return "" }
    return phrases.trend(
      TrendFacts(
        count: readings.count,
        leftOut: all - readings.count,
        from: phrases.short(oldest.date),
        to: phrases.short(newest.date),
        newest: values.text(newest.quantity) ?? "",
        position: newest.position,
        lowest: values.number(least.quantity) ?? "",
        highest: values.number(most.quantity) ?? ""
      )
    )
  }
}

extension CodeableConcept {
  /// Whether both name the same thing: by a code of a system, else by their title.
  func isSame(as other: CodeableConcept) -> Bool {
    let codes = codings.filter { $0.system != nil && $0.code != nil }
    let others = other.codings.filter { $0.system != nil && $0.code != nil }
    if codes.isEmpty || others.isEmpty { return title == other.title }
    return codes.contains { code in
      others.contains { $0.system == code.system && $0.code == code.code }
    }
  }
}

/// What a sentence about results over time needs to say.
struct TrendFacts: Equatable, Sendable {
  var count: Int
  /// Results of the analysis that have no number, no date or another unit.
  var leftOut: Int
  var from: String
  var to: String
  var newest: String
  var position: RangePosition
  var lowest: String
  var highest: String
}
