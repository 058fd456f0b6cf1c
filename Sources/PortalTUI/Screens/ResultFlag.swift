import PortalCore

/// What the laboratory says of a value beside the number (FHIR v3 `ObservationInterpretation`,
/// kv 8244).
enum ResultFlag: Hashable, CaseIterable, Sendable {
  case normal
  case high
  case low
  case criticallyHigh
  case criticallyLow
  case abnormal
  case criticallyAbnormal
  case outside
  case positive
  case negative
  case detected
  case notDetected
  case indeterminate
  case resistant
  case intermediate
  case susceptible
  case better
  case worse

  /// The first flag of some concepts that is known; nil where none is.
  init?(_ interpretations: [CodeableConcept]) {
    for concept in interpretations {
      for coding in concept.codings {
        guard let code = coding.code else { continue }
        let table = coding.system == CodeSystem.laboratoryFlag ? Self.norwegian : Self.international
        if let flag = table[code.uppercased()] {
          self = flag
          return
        }
      }
    }
    return nil
  }

  /// How much it calls for attention; nil for what needs no mark.
  var severity: Notice.Severity? {
    switch self {
    case .normal, .negative, .notDetected, .susceptible: nil
    case .high, .low, .abnormal, .outside, .resistant, .worse: .warning
    case .criticallyHigh, .criticallyLow, .criticallyAbnormal: .danger
    case .positive, .detected, .indeterminate, .intermediate, .better: .information
    }
  }

  private static let norwegian: [String: ResultFlag] = [
    "1": .high, "2": .low, "3": .outside,
  ]

  private static let international: [String: ResultFlag] = [
    "N": .normal, "WR": .normal, "H": .high, "HU": .high, "HX": .high, ">": .high, "L": .low,
    "LU": .low, "LX": .low, "<": .low, "HH": .criticallyHigh, "LL": .criticallyLow,
    "A": .abnormal, "AA": .criticallyAbnormal, "POS": .positive, "WR+": .positive,
    "NEG": .negative, "DET": .detected, "ND": .notDetected, "IND": .indeterminate,
    "E": .indeterminate, "R": .resistant, "I": .intermediate, "S": .susceptible, "B": .better,
    "W": .worse,
  ]
}
