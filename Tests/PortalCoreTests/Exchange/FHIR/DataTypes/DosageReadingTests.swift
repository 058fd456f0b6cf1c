import Testing

@testable import PortalCore

@Suite struct DosageReadingTests {
  private func dosages(_ dosage: String) throws -> [String] {
    let content = try FHIRFixture.content(
      FHIRFixture.resource("MedicationStatement", #""dosage":[\#(dosage)]"#)
    )
    guard case .medicationListEntry(let entry) = content else { return [] }
    return entry.dosages
  }

  private static let tablet = #""doseAndRate":[{"doseQuantity":{"value":1,"unit":"tablet"}}]"#

  @Test(arguments: [
    (#"{"text":"1 tablett daglig",\#(tablet)}"#, "1 tablett daglig"),
    (#"{"patientInstruction":"Ved behov"}"#, "Ved behov"),
    (
      #"{\#(tablet),"timing":{"repeat":{"frequency":2,"period":1,"periodUnit":"d"}}}"#,
      "1 tablet, 2 × 1 d"
    ),
    (
      """
      {\(tablet),"timing":{"repeat":{"frequency":1,"frequencyMax":2,"period":6,"periodMax":8,
      "periodUnit":"h"}}}
      """,
      "1 tablet, 1-2 × 6-8 h"
    ),
    (#"{\#(tablet),"timing":{"repeat":{"period":1,"periodUnit":"wk"}}}"#, "1 tablet, 1 × 1 wk"),
    (#"{\#(tablet),"asNeededBoolean":true}"#, "1 tablet, p.r.n."),
    (#"{\#(tablet),"asNeededBoolean":false}"#, "1 tablet"),
    (
      #"{\#(tablet),"asNeededCodeableConcept":{"text":"smerter"}}"#, "1 tablet, p.r.n.: smerter"
    ),
    (
      """
      {\(tablet),"maxDosePerPeriod":{"numerator":{"value":4,"unit":"g"},
      "denominator":{"value":24,"unit":"h"}}}
      """,
      "1 tablet, ≤ 4 g / 24 h"
    ),
    (
      """
      {"doseAndRate":[{"doseRange":{"low":{"value":1,"unit":"mL"},"high":{"value":2,"unit":"mL"}},
      "rateRatio":{"numerator":{"value":5,"unit":"mL"},"denominator":{"value":1,"unit":"h"}}}]}
      """,
      "1 - 2 mL, 5 mL / 1 h"
    ),
    (
      """
      {"doseAndRate":[{"type":{"text":"calculated"},"doseQuantity":{"value":9,"unit":"mg"}},
      {"type":{"coding":[{"code":"ordered"}]},"doseQuantity":{"value":10,"unit":"mg"}}]}
      """,
      "10 mg"
    ),
    (
      """
      {\(tablet),"timing":{"repeat":{"when":["MORN","HS"],"offset":30,"dayOfWeek":["mon"],
      "timeOfDay":["08:00:00"],"boundsDuration":{"value":10,"unit":"d"},"count":3,
      "duration":20,"durationUnit":"min"}}}
      """,
      "1 tablet, mon, 08:00:00, MORN HS (30 min), (10 d), n = 3, 20 min"
    ),
    (
      #"{\#(tablet),"timing":{"code":{"text":"1 inntil x 1"}},"route":{"text":"oral"}}"#,
      "1 tablet, 1 inntil x 1, oral"
    ),
    (
      #"{\#(tablet),"additionalInstruction":[{"text":"med mat"}]}"#, "1 tablet, med mat"
    ),
  ])
  func `a dosage is its words, else figures that leave nothing out`(
    dosage: String,
    text: String
  ) throws {
    #expect(try dosages(dosage) == [text])
  }

  @Test func `a dosage that an extension modifies is not put together`() throws {
    #expect(
      try dosages(#"{\#(DosageReadingTests.tablet),"modifierExtension":[{"url":"x"}]}"#) == []
    )
  }

  @Test func `steps stay in their order`() throws {
    #expect(try dosages(#"{"text":"Først 2"},{"text":"så 1"}"#) == ["Først 2", "så 1"])
  }
}
