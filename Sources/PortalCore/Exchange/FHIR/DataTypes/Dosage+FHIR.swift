extension JSONNode {
  /// How to take a medicine, one line a step (https://hl7.org/fhir/R4/dosage.html).
  ///
  /// The words where there are some, else figures and codes that need no language:
  /// `1 tablet, 2 × 1 d`.
  func dosages(_ name: String) throws(ImpossibleValue) -> [String] {
    var dosages: [String] = []
    for node in try objects(name) {
      let words = [try node.string("text"), try node.string("patientInstruction")]
      if let first = words.compactMap(\.self).first {
        dosages.append(first)
      } else {
        let built = try DosageLine(reading: node).text
        if !built.isEmpty { dosages.append(built) }
      }
    }
    return dosages
  }
}

/// A dosage without words, put together from all of its parts.
///
/// Nothing is left out: a dose without its condition or its limit would say something else than
/// the prescriber did. Where an extension modifies it the line stays empty.
struct DosageLine {
  private var parts: [String] = []

  var text: String {
    parts.joined(separator: ", ")
  }

  /// Puts a Dosage together; empty where nothing stands in it.
  init(reading node: JSONNode) throws(ImpossibleValue) {
    if node.element("modifierExtension") != nil { return }
    try readDoses(try node.objects("doseAndRate"))
    if let timing = try node.object("timing") { try read(timing) }
    if try node.boolean("asNeededBoolean") == true { append("p.r.n.") }
    if let condition = try node.concept("asNeededCodeableConcept")?.title {
      append("p.r.n.: " + condition)
    }
    if let limit = try node.object("maxDosePerPeriod") {
      append(try DosageLine.ratio(limit).map { "≤ " + $0 })
    }
    for name in ["maxDosePerAdministration", "maxDosePerLifetime"] {
      append(try node.quantity(name).map { "≤ " + $0.inline })
    }
    for name in ["route", "site", "method"] {
      append(try node.concept(name)?.title)
    }
    for instruction in try node.concepts("additionalInstruction") {
      append(instruction.title)
    }
  }

  /// Reads doses; one that was calculated gives way to the one that was ordered.
  private mutating func readDoses(_ nodes: [JSONNode]) throws(ImpossibleValue) {
    var ordered: [JSONNode] = []
    for node in nodes where try node.statusCode("type") != "calculated" {
      ordered.append(node)
    }
    var doses: [String] = []
    for node in ordered.isEmpty ? nodes : ordered {
      let amounts = [try DosageLine.amount("dose", node), try DosageLine.amount("rate", node)]
      let dose = amounts.compactMap(\.self).joined(separator: ", ")
      if !doses.contains(dose) { doses.append(dose) }
    }
    append(doses.joined(separator: " / "))
  }

  private mutating func append(_ part: String?) {
    if let part, !part.isEmpty { parts.append(part) }
  }

  /// `dose[x]` and `rate[x]`.
  private static func amount(_ name: String, _ node: JSONNode) throws(ImpossibleValue) -> String? {
    if let quantity = try node.quantity(name + "Quantity") { return quantity.inline }
    if let range = try node.object(name + "Range") { return try range.rangeText() }
    return try node.object(name + "Ratio").flatMap { (ratio) throws(ImpossibleValue) in
      try DosageLine.ratio(ratio)
    }
  }

  private static func ratio(_ node: JSONNode) throws(ImpossibleValue) -> String? {
    let parts = [try node.quantity("numerator"), try node.quantity("denominator")]
      .compactMap { $0?.inline }
    return parts.isEmpty ? nil : parts.joined(separator: " / ")
  }
}

// Timing (https://hl7.org/fhir/R4/datatypes.html#Timing).
extension DosageLine {
  private mutating func read(_ timing: JSONNode) throws(ImpossibleValue) {
    append(try timing.concept("code")?.title)
    append(try timing.strings("event").joined(separator: " "))
    guard let repeated = try timing.object("repeat") else { return }
    append(try DosageLine.frequency(repeated))
    append(try repeated.strings("dayOfWeek").joined(separator: " "))
    append(try repeated.strings("timeOfDay").joined(separator: " "))
    append(try DosageLine.occasion(repeated))
    append(try DosageLine.bounds(repeated))
    append(try DosageLine.spread("count", repeated).map { "n = " + $0 })
    if let duration = try DosageLine.spread("duration", repeated) {
      append(duration + " " + (try repeated.string("durationUnit") ?? ""))
    }
  }

  /// How often in what time: `2 × 1 d`, `1-2 × 8 h`.
  private static func frequency(_ node: JSONNode) throws(ImpossibleValue) -> String? {
    let count = try spread("frequency", node)
    guard let period = try spread("period", node) else { return count.map { $0 + " ×" } }
    let unit = try node.string("periodUnit") ?? ""
    return (count ?? "1") + " × " + period + (unit.isEmpty ? "" : " " + unit)
  }

  /// A number, or the two between which it may lie.
  private static func spread(_ name: String, _ node: JSONNode) throws(ImpossibleValue) -> String? {
    let least = try node.decimal(name)?.text
    let most = try node.decimal(name + "Max")?.text
    guard let least else { return most.map { "≤ " + $0 } }
    return least + (most.map { "-" + $0 } ?? "")
  }

  /// The codes for meals and times of day, with the minutes before or after them.
  private static func occasion(_ node: JSONNode) throws(ImpossibleValue) -> String? {
    let codes = try node.strings("when").joined(separator: " ")
    guard let offset = try node.decimal("offset")?.text else { return codes }
    return codes + " (" + offset + " min)"
  }

  private static func bounds(_ node: JSONNode) throws(ImpossibleValue) -> String? {
    if let duration = try node.quantity("boundsDuration") { return "(" + duration.inline + ")" }
    if let range = try node.object("boundsRange") { return "(" + (try range.rangeText()) + ")" }
    guard let period = try node.period("boundsPeriod") else { return nil }
    return "(" + (period.start?.text ?? "") + " - " + (period.end?.text ?? "") + ")"
  }
}
