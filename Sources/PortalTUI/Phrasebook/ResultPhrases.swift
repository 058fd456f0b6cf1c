import PortalCore

/// What the pages about test results say.
protocol ResultPhrases: Sendable {
  func flag(_ flag: ResultFlag) -> String
  /// How a value lies to its range, in a few words; nil where that cannot be said.
  func word(for position: RangePosition) -> String?
  /// How a value lies to the range of its report, in a sentence.
  func explanation(of position: RangePosition, _ limits: String) -> String
  /// What an operator before a number means.
  func meaning(of comparator: Quantity.Comparator, _ value: String) -> String
  func status(_ status: TestResult.Status) -> String
  /// A word for results that lists must not show as final and settled; nil for the others.
  func shortStatus(_ status: TestResult.Status) -> String?
  func name(of status: ReportStatus) -> String
  func name(of reason: AbsentReason) -> String
  /// That there is no value, and why.
  func absence(because reason: String) -> String
  func curve(points: Int) -> String
  func atLeast(_ low: String) -> String
  func atMost(_ high: String) -> String
  /// How many parts a result has.
  func parts(_ count: Int) -> String
  /// How many results there are of an analysis.
  func results(_ count: Int) -> String
  /// Says what a chart shows.
  func trend(_ facts: TrendFacts) -> String
}

extension ResultPhrases {
  /// The status of a report; a code that FHIR does not have as it was written.
  func reportStatus(_ code: String) -> String {
    ReportStatus(rawValue: code).map(name) ?? code
  }

  /// That there is no value, and why; a reason that FHIR does not list in its own words.
  func absence(_ reason: CodeableConcept) -> String {
    let known = reason.codings.lazy.compactMap { $0.code.flatMap(AbsentReason.init) }.first
    return absence(because: known.map(name) ?? reason.title ?? name(of: AbsentReason.unknown))
  }
}

/// FHIR `diagnostic-report-status`.
enum ReportStatus: String, CaseIterable, Sendable {
  case registered
  case partial
  case preliminary
  case final
  case amended
  case corrected
  case appended
  case cancelled
  case enteredInError = "entered-in-error"
  case unknown
}

/// Why there is no value (FHIR `data-absent-reason`).
enum AbsentReason: String, CaseIterable, Sendable {
  case unknown
  case askedUnknown = "asked-unknown"
  case temporarilyUnknown = "temp-unknown"
  case notAsked = "not-asked"
  case askedDeclined = "asked-declined"
  case masked
  case notApplicable = "not-applicable"
  case unsupported
  case asText = "as-text"
  case error
  case notANumber = "not-a-number"
  case negativeInfinity = "negative-infinity"
  case positiveInfinity = "positive-infinity"
  case notPerformed = "not-performed"
  case notPermitted = "not-permitted"
}
