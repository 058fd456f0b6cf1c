/// An analysis as a laboratory reports it: name, code, unit and its own reference range.
struct SampleAnalysis: Hashable, Sendable {
  /// The Norwegian name in use (no: norsk bruksnavn).
  let name: String
  /// Of Norsk laboratoriekodeverk; nil where it is not known for certain.
  let code: String?
  let unit: SampleUnit
  /// How many digits stand after the decimal point.
  let decimals: Int
  /// The reference range in the last reported digit: 35 is 3.5 with one decimal.
  let low: Int?
  let high: Int?

  init(
    _ name: String,
    _ code: String?,
    _ unit: SampleUnit,
    decimals: Int = 0,
    _ low: Int? = nil,
    to high: Int? = nil
  ) {
    self.name = name
    self.code = code
    self.unit = unit
    self.decimals = decimals
    self.low = low
    self.high = high
  }

  /// The code with its name; the name alone where no code is certain.
  var concept: SampleJSON {
    guard let code else { return .concept(name) }
    return ["coding": [.coding(CodeSystem.laboratory, code, name)]]
  }

  /// A number of last digits as decimal text: 35 is `3.5` with one decimal.
  func text(_ value: Int) -> String {
    guard decimals > 0 else { return String(value) }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    return "\(value / scale).\(padded(value % scale, decimals))"
  }

  var referenceRange: SampleJSON? {
    if low == nil, high == nil { return nil }
    return [
      [
        "low": low.map { .limit(text($0), unit) },
        "high": high.map { .limit(text($0), unit) },
      ]
    ]
  }

  /// Whether a value lies above or below the range, as FHIR and kv 8244 say it.
  func interpretation(_ value: Int) -> SampleJSON? {
    let flag: (letter: String, number: String, words: String)
    if let high, value > high {
      flag = ("H", "1", "Over referanseområdet")
    } else if let low, value < low {
      flag = ("L", "2", "Under referanseområdet")
    } else {
      return nil
    }
    let system = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"
    return [
      .concept(
        flag.words,
        .coding(system, flag.letter),
        .coding(CodeSystem.laboratoryFlag, flag.number)
      )
    ]
  }
}

/// What was found for one analysis.
struct SampleResult: Hashable, Sendable {
  enum Value: Hashable, Sendable {
    /// In the last reported digit.
    case number(Int)
    /// Less or more than the method can tell apart.
    case below(Int)
    case above(Int)
    /// A finding in words: `Påvist`.
    case finding(String)
    case text(String)
    /// Nothing of its own: a panel, which its members fill.
    case members([SampleResult])
  }

  let analysis: SampleAnalysis
  let value: Value
  var note: String?

  init(_ analysis: SampleAnalysis, _ value: Value, note: String? = nil) {
    self.analysis = analysis
    self.value = value
    self.note = note
  }
}
