/// A vaccine of the sample data: what it is called, its code and what it protects against.
struct SampleVaccine: Hashable, Sendable {
  let name: String
  let atc: String
  /// The register's own code, only where `rules.md` 2.9 confirms it.
  let sysvak: String?
  let diseases: [String]

  init(_ name: String, _ atc: String, sysvak: String? = nil, _ diseases: [String]) {
    self.name = name
    self.atc = atc
    self.sysvak = sysvak
    self.diseases = diseases
  }
}

extension SampleHistory {
  /// Adds a vaccination.
  mutating func vaccinate(
    _ vaccine: SampleVaccine,
    on day: SampleMoment,
    dose: Int = 1,
    at place: SampleJSON
  ) {
    var random = random(for: "lot/\(vaccine.name)/\(day.text)")
    let lot = "DEMO\(random.number(in: 1000...9999))"
    let resource = SampleResource(
      "Immunization",
      at: address("vaccination/\(vaccine.name)/\(day.text)"),
      [
        "status": "completed",
        "vaccineCode": .concept(
          vaccine.name,
          vaccine.sysvak.map { .coding(CodeSystem.sysvak, $0) },
          .coding(CodeSystem.atc, vaccine.atc)
        ),
        "patient": subject,
        "occurrenceDateTime": day.json,
        "lotNumber": .text(lot),
        "performer": [["actor": place]],
        "protocolApplied": [
          [
            "targetDisease": .list(vaccine.diseases.map { .concept($0) }),
            "doseNumberPositiveInt": .number(String(dose)),
          ]
        ],
      ]
    )
    add(resource, known: day)
  }
}
