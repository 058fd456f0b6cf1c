import PortalCore

/// What lists say of a result: its value in a few words, and a mark where it calls for attention.
struct ResultSummary {
  let phrases: any Phrasebook

  init(_ phrases: any Phrasebook) {
    self.phrases = phrases
  }

  /// More parts than these are counted, not listed.
  private static let mostParts = 3

  /// What the result is called.
  func title(_ result: TestResult) -> String {
    result.code.title ?? phrases.untitled(.testResult)
  }

  /// The value, or what stands for it, with a word for a result that is not final.
  func value(_ result: TestResult) -> String {
    let value = plainValue(result)
    guard let status = phrases.shortStatus(result.status) else { return value }
    return "\(value) (\(status))"
  }

  /// A mark by the laboratory's flag; where it gives none, by the report's own range.
  func mark(_ result: TestResult) -> Item.Mark? {
    mark(result.interpretations, result.value, result.referenceRanges)
      ?? result.components.lazy
      .compactMap { mark($0.interpretations, $0.value, $0.referenceRanges) }
      .first
  }

  /// The flag in words; nil where the laboratory gives none.
  func flag(_ interpretations: [CodeableConcept]) -> String? {
    guard !interpretations.isEmpty else { return nil }
    if let flag = ResultFlag(interpretations) { return phrases.flag(flag) }
    return interpretations.lazy.compactMap(\.title).first
  }

  private func mark(
    _ interpretations: [CodeableConcept],
    _ value: ObservedValue?,
    _ ranges: [ReferenceRange]
  ) -> Item.Mark? {
    if let flag = ResultFlag(interpretations) {
      return flag.severity.map { Item.Mark(text: phrases.flag(flag), severity: $0) }
    }
    if let word = flag(interpretations) { return Item.Mark(text: word, severity: .information) }
    switch RangePosition(value, in: ranges) {
    case .above: return Item.Mark(text: phrases.flag(.high), severity: .warning)
    case .below: return Item.Mark(text: phrases.flag(.low), severity: .warning)
    case .within, .undecided: return nil
    }
  }

  private func plainValue(_ result: TestResult) -> String {
    let texts = ValueText(phrases)
    if let value = result.value.flatMap(texts.text) { return value }
    let parts = result.components.compactMap { $0.value.flatMap(texts.text) }
    if parts.count > Self.mostParts { return phrases.parts(parts.count) }
    if !parts.isEmpty { return parts.joined(separator: ", ") }
    // Not how many: some may be kept from the reader.
    return result.members.isEmpty ? phrases.sentence(.noValue) : phrases.label(.severalResults)
  }
}
