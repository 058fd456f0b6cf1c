extension SampleHistory {
  /// Adds a blood pressure: one observation with two components, as the national profile has it.
  mutating func measureBloodPressure(
    _ systolic: Int,
    _ diastolic: Int,
    at moment: SampleMoment,
    by performer: SampleJSON,
    note: String? = nil
  ) {
    let pressure: SampleJSON = [
      "component": [
        SampleHistory.component("Systolisk blodtrykk", "8480-6", "4471000202106", systolic),
        SampleHistory.component("Diastolisk blodtrykk", "8462-4", "4481000202108", diastolic),
      ]
    ]
    measure(
      .concept("Blodtrykk", .coding(CodeSystem.loinc, "85354-9")),
      pressure,
      at: moment,
      by: performer,
      note: note
    )
  }

  /// Adds something measured with one value: weight, height.
  mutating func measure(
    _ name: String,
    _ loinc: String,
    _ value: String,
    _ unit: SampleUnit,
    at moment: SampleMoment,
    by performer: SampleJSON,
    note: String? = nil
  ) {
    measure(
      .concept(name, .coding(CodeSystem.loinc, loinc)),
      ["valueQuantity": .quantity(value, unit)],
      at: moment,
      by: performer,
      note: note
    )
  }

  private mutating func measure(
    _ code: SampleJSON,
    _ value: SampleJSON,
    at moment: SampleMoment,
    by performer: SampleJSON,
    note: String?
  ) {
    guard case .object(let value) = value, case .text(let name)? = code["text"] else { return }
    let vitalSigns = SampleJSON.coding(
      "http://terminology.hl7.org/CodeSystem/observation-category",
      "vital-signs"
    )
    let head: [SampleJSON.Member] = [
      .init("status", "final"),
      .init("category", [.concept("Måling", vitalSigns)]),
      .init("code", code),
      .init("subject", subject),
      .init("effectiveDateTime", moment.json),
      .init("performer", [performer]),
    ]
    let tail = SampleJSON.notes(note).map { [SampleJSON.Member("note", $0)] } ?? []
    // The order of the elements is that of the specification: value, note, component.
    let isValue = value.first?.name == "valueQuantity"
    let members = isValue ? head + value + tail : head + tail + value
    let address = address("measured/\(name)/\(moment.text)")
    add(SampleResource("Observation", at: address, .object(members)), known: moment)
  }

  private static func component(
    _ name: String,
    _ loinc: String,
    _ snomed: String,
    _ value: Int
  ) -> SampleJSON {
    [
      "code": .concept(
        name,
        .coding(CodeSystem.loinc, loinc),
        .coding(CodeSystem.snomed, snomed)
      ),
      "valueQuantity": .quantity(String(value), SampleUnit("mmHg", "mm[Hg]")),
    ]
  }
}
