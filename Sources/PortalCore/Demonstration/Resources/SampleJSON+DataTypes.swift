/// FHIR data types, as the sample data write them.
extension SampleJSON {
  /// A code of a system; the words beside it where they are given.
  static func coding(_ system: String, _ code: String, _ display: String? = nil) -> SampleJSON {
    ["system": .text(system), "code": .text(code), "display": display.map { .text($0) }]
  }

  /// A concept by its words, with its codes.
  static func concept(_ text: String, _ codings: SampleJSON?...) -> SampleJSON {
    ["coding": some(codings.compactMap(\.self)), "text": .text(text)]
  }

  /// A concept by one code and no words: for the code systems of FHIR itself.
  static func code(_ system: String, _ code: String) -> SampleJSON {
    ["coding": [coding("http://terminology.hl7.org/CodeSystem/\(system)", code)]]
  }

  /// An amount with its unit in words and in UCUM.
  static func quantity(
    _ value: String,
    _ unit: SampleUnit,
    comparator: String? = nil
  ) -> SampleJSON {
    [
      "value": .number(value),
      "comparator": comparator.map { .text($0) },
      "unit": .text(unit.text),
      "system": unit.code.map { _ in .text(CodeSystem.unitsOfMeasure) },
      "code": unit.code.map { .text($0) },
    ]
  }

  /// An amount with its unit in words only: for the limits of a range, as reports give them.
  static func limit(_ value: String, _ unit: SampleUnit) -> SampleJSON {
    ["value": .number(value), "unit": .text(unit.text)]
  }

  static func period(from start: SampleMoment?, to end: SampleMoment?) -> SampleJSON {
    ["start": start?.json, "end": end?.json]
  }

  static func notes(_ text: String?) -> SampleJSON? {
    text.map { [["text": .text($0)]] }
  }

  static func identifier(_ system: String, _ value: String) -> SampleJSON {
    ["system": .text(system), "value": .text(value)]
  }

  /// Paragraphs as a FHIR narrative.
  static func narrative(_ paragraphs: [String]) -> SampleJSON {
    let body = paragraphs.map { paragraph in
      let lines = paragraph.split(separator: "\n").map { escaped($0) }
      return "<p>\(lines.joined(separator: "<br/>"))</p>"
    }
    let text = body.joined()
    return [
      "status": "generated",
      "div": .text("<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"nb\">\(text)</div>"),
    ]
  }

  private static func escaped(_ text: Substring) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
  }
}

/// A unit of measurement as a Norwegian laboratory writes it, and its UCUM code.
struct SampleUnit: Hashable, Sendable {
  let text: String
  let code: String?

  init(_ text: String, _ code: String?) {
    self.text = text
    self.code = code
  }

  /// Where both are the same.
  init(_ both: String) {
    self.init(both, both)
  }
}
