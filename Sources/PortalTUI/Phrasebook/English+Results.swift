import PortalCore

extension English {
  func flag(_ flag: ResultFlag) -> String {
    switch flag {
    case .normal: "Normal"
    case .high: "High"
    case .low: "Low"
    case .criticallyHigh: "Very high"
    case .criticallyLow: "Very low"
    case .abnormal: "Abnormal"
    case .criticallyAbnormal: "Very abnormal"
    case .outside: "Outside range"
    case .positive: "Positive"
    case .negative: "Negative"
    case .detected: "Detected"
    case .notDetected: "Not detected"
    case .indeterminate: "Uncertain"
    case .resistant: "Resistant"
    case .intermediate: "Partly sensitive"
    case .susceptible: "Sensitive"
    case .better: "Better than before"
    case .worse: "Worse than before"
    }
  }

  func word(for position: RangePosition) -> String? {
    switch position {
    case .within: "within the reference range"
    case .above: "above the reference range"
    case .below: "below the reference range"
    case .undecided: nil
    }
  }

  func explanation(of position: RangePosition, _ limits: String) -> String {
    guard let word = word(for: position) else {
      return "The result cannot be compared with the reference range of this report (\(limits))."
    }
    return "The result is \(word) of this report (\(limits))."
  }

  func meaning(of comparator: Quantity.Comparator, _ value: String) -> String {
    let words =
      switch comparator {
      case .lessThan: "less than \(value)"
      case .atMost: "\(value) or less"
      case .atLeast: "\(value) or more"
      case .greaterThan: "more than \(value)"
      }
    return "“\(comparator.rawValue) \(value)” means \(words)."
  }

  func status(_ status: TestResult.Status) -> String {
    switch status {
    case .registered: "Registered, the result is not ready"
    case .preliminary: "Preliminary result, may change"
    case .final: "Final result"
    case .amended: "Final result, changed after it first came"
    case .corrected: "Corrected result. The first was wrong"
    case .cancelled: "Cancelled, the test was not carried out"
    case .enteredInError: "Entered by mistake"
    case .unknown: "Unknown"
    }
  }

  func shortStatus(_ status: TestResult.Status) -> String? {
    switch status {
    case .registered: "not ready"
    case .preliminary: "preliminary"
    case .corrected: "corrected"
    case .cancelled: "cancelled"
    case .final, .amended, .enteredInError, .unknown: nil
    }
  }

  func name(of status: ReportStatus) -> String {
    switch status {
    case .registered: "Registered, the results are not ready"
    case .partial: "Some of the results are ready"
    case .preliminary: "Preliminary report, may change"
    case .final: "Final report"
    case .amended: "Final report, changed after it first came"
    case .corrected: "Corrected report. The first was wrong"
    case .appended: "Final report with something added"
    case .cancelled: "Cancelled"
    case .enteredInError: "Entered by mistake"
    case .unknown: "Unknown"
    }
  }

  func name(of reason: AbsentReason) -> String {
    switch reason {
    case .unknown: "the reason is unknown"
    case .askedUnknown: "it was asked for, but the answer is unknown"
    case .temporarilyUnknown: "not known yet"
    case .notAsked: "it was not asked for"
    case .askedDeclined: "whoever was asked did not want to answer"
    case .masked: "the value is hidden"
    case .notApplicable: "does not apply here"
    case .unsupported: "the system it came from could not give it"
    case .asText: "stands in the text"
    case .error: "an error while measuring"
    case .notANumber: "the measurement gave no number"
    case .negativeInfinity: "too low to be measured"
    case .positiveInfinity: "too high to be measured"
    case .notPerformed: "the test was not carried out"
    case .notPermitted: "may not be given"
    }
  }

  func absence(because reason: String) -> String { "No value: \(reason)" }
  func curve(points: Int) -> String { "A curve with \(points) points" }
  func atLeast(_ low: String) -> String { "\(low) or more" }
  func atMost(_ high: String) -> String { "\(high) or less" }
  func parts(_ count: Int) -> String { count == 1 ? "1 part" : "\(count) parts" }
  func results(_ count: Int) -> String { count == 1 ? "1 result" : "\(count) results" }

  func trend(_ facts: TrendFacts) -> String {
    let position = word(for: facts.position).map { ", \($0)" } ?? ""
    let text =
      "\(facts.count) results from \(facts.from) to \(facts.to). The newest is \(facts.newest)"
      + "\(position). Lowest \(facts.lowest), highest \(facts.highest)."
    guard facts.leftOut > 0 else { return text }
    return text + " \(facts.leftOut) left out: no number, no date or another unit."
  }
}
