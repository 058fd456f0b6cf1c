import Testing

@testable import PortalCore

/// A value that cannot be refuses its resource, says where, and leaves the others alone.
@Suite struct FHIRRefusalTests {
  @Test(arguments: [
    ("Observation", #""valueQuantity":{"value":"7"}"#, "valueQuantity.value"),
    ("Observation", #""valueQuantity":7"#, "valueQuantity"),
    ("Observation", #""valueQuantity":{"value":1e999}"#, "valueQuantity.value"),
    ("Observation", #""valueQuantity":{"value":1,"comparator":"ca"}"#, "valueQuantity.comparator"),
    ("Observation", #""valueInteger":1.5"#, "valueInteger"),
    ("Observation", #""valueInteger":99999999999999999999"#, "valueInteger"),
    ("Observation", #""valueBoolean":"true""#, "valueBoolean"),
    ("Observation", #""valueTime":"25:00:00""#, "valueTime"),
    ("Observation", #""valueDateTime":"2020-02-30""#, "valueDateTime"),
    ("Observation", #""effectiveDateTime":"i går""#, "effectiveDateTime"),
    ("Observation", #""effectiveDateTime":20200101"#, "effectiveDateTime"),
    ("Observation", #""effectivePeriod":{"start":"2020-13"}"#, "effectivePeriod.start"),
    ("Observation", #""code":"K""#, "code"),
    ("Observation", #""code":{"coding":{"code":"K"}}"#, "code.coding"),
    ("Observation", #""code":{"coding":[{"code":7}]}"#, "code.coding[0].code"),
    (
      "Observation", #""component":[{"valueString":"x"},{"valueString":7}]"#,
      "component[1].valueString"
    ),
    ("Observation", #""performer":{"display":"x"}"#, "performer"),
    ("Observation", #""performer":["x"]"#, "performer[0]"),
    ("Observation", #""meta":{"lastUpdated":"x"}"#, "meta.lastUpdated"),
    ("Observation", #""status":7"#, "status"),
    ("Immunization", #""occurrenceDateTime":"2020-00""#, "occurrenceDateTime"),
    ("Condition", #""onsetAge":{"value":true}"#, "onsetAge.value"),
    ("AllergyIntolerance", #""reaction":[{"onset":"x"}]"#, "reaction[0].onset"),
    ("MedicationRequest", #""medicationReference":"Medication/m""#, "medicationReference"),
    (
      "MedicationRequest", #""dosageInstruction":[{"timing":{"repeat":{"frequency":"2"}}}]"#,
      "dosageInstruction[0].timing.repeat.frequency"
    ),
    (
      "MedicationRequest",
      ##""medicationReference":{"reference":"#m"},"contained":[{"id":"m","resourceType":"Medication","code":7}]"##,
      "contained[0].code"
    ),
    ("Communication", #""payload":[{"contentString":{"a":1}}]"#, "payload[0].contentString"),
    ("Composition", #""section":[{"section":[{"title":7}]}]"#, "section[0].section[0].title"),
  ])
  func `an impossible value refuses its resource and names the element`(
    type: String,
    members: String,
    path: String
  ) throws {
    let bad = FHIRFixture.resource(type, "\n\n" + members).replacing(",\n\n", with: "\n,\n")
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle([FHIRFixture.patient, bad, FHIRFixture.resource("Flag", "")])
    )
    #expect(batch.subjects.first?.records.map(\.content.kind) == [.person, .unmappedResource])
    let count = try #require(batch.report.counts[type])
    #expect(count.read == 1 && count.refused == 1)
    #expect(
      batch.report.remarks == [
        ImportReport.Remark(
          reason: .impossibleValue(element: path),
          resourceType: type,
          line: 3
        )
      ]
    )
  }

  @Test func `a refused Patient leaves the others with a person who has no name`() throws {
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle([
        #"{"resourceType":"Patient","id":"p","birthDate":"1980-02-30"}"#,
        FHIRFixture.resource("Observation", ""),
      ])
    )
    #expect(batch.subjects.map { $0.records.map(\.content.kind) } == [[.testResult]])
    #expect(batch.report.counts["Patient"]?.refused == 1)
  }

  @Test(arguments: [
    #""status":"","code":{"text":"A"}"#,
    #""note":[],"code":{"text":"A"}"#,
    #""code":{"text":"A","coding":[{}]}"#,
    #""valueString":null,"code":{"text":"A"}"#,
    #""code":{"text":"A"},"extension":[{"url":"x","valueString":""}]"#,
  ])
  func `what is empty is passed over with a remark`(members: String) throws {
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle([FHIRFixture.patient, FHIRFixture.resource("Observation", members)])
    )
    #expect(batch.subjects.first?.records.last?.content.title == "A")
    #expect(
      batch.report.remarks == [
        ImportReport.Remark(reason: .emptyElements, resourceType: "Observation", line: 1)
      ]
    )
  }

  @Test func `nulls beside extensions of primitives are as they should be`() throws {
    let batch = try FHIRFixture.read(
      """
      {"resourceType":"Patient","id":"p","name":[{"given":["Kari",null],"_given":[null,
      {"extension":[{"url":"x","valueCode":"unknown"}]}]}],"_birthDate":{"extension":[{"url":
      "http://hl7.org/fhir/StructureDefinition/data-absent-reason","valueCode":"unknown"}]}}
      """
    )
    #expect(batch.report.remarks.isEmpty)
    #expect(batch.subjects.first?.records.first?.content.title == "Kari")
  }

  @Test func `unknown elements and extensions are no fault`() throws {
    let content = try FHIRFixture.content(
      FHIRFixture.resource(
        "Observation",
        #""code":{"text":"A","new":7},"newElement":{"a":[1,2]},"extension":"x","_status":[1]"#
      )
    )
    #expect(content.title == "A")
  }

  @Test(arguments: [
    (
      #""system":"urn:oid:2.16.578.1.12.4.1.1.9603","code":"NORS""#,
      [WithholdingCode.barredForStaff]
    ),
    (#""system":"2.16.578.1.12.4.1.1.9603","code":"NORN_FORANS""#, [.fromParents]),
    (
      #""system":"http://helsedir.no/fhir/CodeSystem/no-kodeverk-9603","code":"NORU""#, [.delayed]
    ),
    (#""system":"urn:oid:2.16.578.1.12.4.1.1.9603","code":"NORN_NY""#, [.other]),
    (#""system":"urn:oid:2.16.578.1.12.4.1.1.9603","code":"N""#, []),
    (#""system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R""#, []),
  ])
  func `a label that keeps a record from somebody is kept`(
    coding: String,
    labels: [WithholdingCode]
  ) throws {
    let security = #""meta":{"security":[7,{"code":7},{\#(coding)}]}"#
    for type in ["Observation", "CarePlan"] {
      let records = try FHIRFixture.records([FHIRFixture.resource(type, security)])
      #expect(records.last?.labels == labels)
    }
  }
}
