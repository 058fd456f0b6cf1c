import Testing

@testable import PortalCore

@Suite struct TestResultReadingTests {
  private func result(_ members: String) throws -> TestResult {
    let content = try FHIRFixture.content(FHIRFixture.resource("Observation", members))
    guard case .testResult(let result) = content else {
      Issue.record("not a test result")
      return TestResult(code: CodeableConcept(), status: .unknown)
    }
    return result
  }

  private static func quantity(_ value: String, _ unit: String? = nil) -> Quantity {
    Quantity(value: ExactDecimal(value), unit: unit)
  }

  @Test(
    arguments: [
      (#""valueQuantity":{"value":1.50,"unit":"mmol/L"}"#, .quantity(quantity("1.50", "mmol/L"))),
      (
        #""valueQuantity":{"value":5,"comparator":"<","code":"mg","system":"http://unitsofmeasure.org"}"#,
        .quantity(
          Quantity(
            value: ExactDecimal("5"),
            comparator: .lessThan,
            unitCode: "mg",
            unitSystem: CodeSystem.unitsOfMeasure
          )
        )
      ),
      (#""valueQuantity":{"value":-1e-3}"#, .quantity(quantity("-1e-3"))),
      (#""valueQuantity":{"unit":"kg"}"#, .quantity(Quantity(value: nil, unit: "kg"))),
      (#""valueCodeableConcept":{"text":"Positiv"}"#, .concept(CodeableConcept(text: "Positiv"))),
      (#""valueString":"12,5""#, .text("12,5")),
      (#""valueBoolean":false"#, .boolean(false)),
      (#""valueInteger":-3"#, .integer(-3)),
      (
        #""valueRange":{"low":{"value":1},"high":{"value":2}}"#,
        .range(low: quantity("1"), high: quantity("2"))
      ),
      (#""valueRange":{"low":{"value":1}}"#, .range(low: quantity("1"), high: nil)),
      (
        #""valueRatio":{"numerator":{"value":1},"denominator":{"value":128}}"#,
        .ratio(numerator: quantity("1"), denominator: quantity("128"))
      ),
      (
        #""valueSampledData":{"origin":{"value":0},"period":1,"dimensions":1,"data":"1 2  E 4"}"#,
        .sampledData(points: 4)
      ),
      (#""valueTime":"07:30:00""#, .time("07:30:00")),
      (#""valueDateTime":"2020-02""#, PartialDate("2020-02").map { .date($0) }),
      (
        #""valuePeriod":{"start":"2020","end":"2021-01-02"}"#,
        .period(Period(start: PartialDate("2020"), end: PartialDate("2021-01-02")))
      ),
      (
        #""dataAbsentReason":{"text":"Hemolysert"}"#, .absent(CodeableConcept(text: "Hemolysert"))
      ),
      (#""valueString":"x","dataAbsentReason":{"text":"y"}"#, .text("x")),
      ("", nil),
      (#""valueString":null"#, nil),
      (#""valueQuantity":{}"#, nil),
      (#""valueAttachment":{"title":"EKG"}"#, nil),
    ] as [(String, ObservedValue?)]
  )
  func `every kind of value is read`(members: String, value: ObservedValue?) throws {
    let code = #""status":"final","code":{"text":"A"}"#
    #expect(try result(members.isEmpty ? code : code + "," + members).value == value)
  }

  @Test(arguments: [
    (#""effectiveDateTime":"2020-05""#, "2020-05", nil),
    (#""effectiveInstant":"2020-05-06T07:08:09.1234567Z""#, "2020-05-06T07:08:09.1234567Z", nil),
    (#""effectivePeriod":{"start":"2020","end":"2021"}"#, "2020", "2021"),
    (#""effectivePeriod":{"end":"2021"}"#, nil, "2021"),
    (#""effectiveTiming":{"event":["2021-03-04","2021-01-02"]}"#, "2021-01-02", "2021-03-04"),
    (#""effectiveTiming":{"repeat":{"count":3}}"#, nil, nil),
    (#""issued":"2020-05-06T07:08:09Z""#, nil, nil),
  ])
  func `the time is as precise as it was written`(
    members: String,
    start: String?,
    end: String?
  ) throws {
    let result = try result(members)
    #expect(result.effective.start?.text == start)
    #expect(result.effective.end?.text == end)
  }

  @Test func `components, ranges, flags and words around a value are read`() throws {
    let result = try result(
      """
      "status":"amended","code":{"coding":[{"system":"2.16.578.1.12.4.1.1.7280","code":"NPU1"}]},
      "category":[{"text":"Lab"}],"interpretation":[{"text":"H"}],"note":[{"text":"Fastende"}],
      "method":{"text":"M"},"bodySite":{"text":"Arm"},"performer":[{"display":"Lab A"}],
      "referenceRange":[{"low":{"value":3.5},"text":"3.5 eller mer","type":{"text":"normal"},
      "appliesTo":[{"text":"kvinne"}],"age":{"low":{"value":18,"unit":"a"}}},{}],
      "component":[{"code":{"text":"Systolisk"},"valueQuantity":{"value":120},
      "referenceRange":[{"high":{"value":140}}],"interpretation":[{"text":"N"}]},
      {"code":{"text":"Diastolisk"},"dataAbsentReason":{"text":"?"}}]
      """
    )
    #expect(result.code.codings == [Coding(system: CodeSystem.laboratory, code: "NPU1")])
    #expect(result.status == .amended)
    #expect(result.notes == ["Fastende"])
    #expect(result.interpretations.map(\.text) == ["H"])
    #expect(result.performers.map(\.display) == ["Lab A"])
    #expect(result.referenceRanges.count == 1)
    let range = try #require(result.referenceRanges.first)
    #expect(range.low?.value?.text == "3.5" && range.high == nil && range.text == "3.5 eller mer")
    #expect(range.appliesTo.map(\.text) == ["kvinne", ">= 18 a"])
    #expect(result.components.map(\.code.text) == ["Systolisk", "Diastolisk"])
    #expect(result.components[0].referenceRanges.first?.high?.value?.text == "140")
    #expect(result.components[1].value == .absent(CodeableConcept(text: "?")))
  }

  @Test(arguments: [("final", TestResult.Status.final), ("ny-status", .unknown)])
  func `a status that is not known is said to be unknown`(
    code: String,
    status: TestResult.Status
  ) throws {
    #expect(try result(#""status":"\#(code)""#).status == status)
  }

  @Test func `without a code the first line of the narrative is the title`() throws {
    let result = try result(#""text":{"div":"<div><p>Vekt: 70 kg</p><p>Mer</p></div>"}"#)
    #expect(result.code == CodeableConcept(text: "Vekt: 70 kg"))
  }

  @Test func `a panel names its members by their records`() throws {
    let records = try FHIRFixture.records([
      FHIRFixture.resource("Observation", #""id":"a","code":{"text":"A"}"#),
      FHIRFixture.resource(
        "Observation",
        #""id":"b","hasMember":[{"reference":"Observation/a"},{"reference":"Observation/c"}]"#
      ),
    ])
    guard case .testResult(let panel) = records[2].content else { return }
    #expect(panel.members.map(\.record) == [records[1].id, nil])
    #expect(panel.members.map(\.dangling) == [nil, "Observation/c"])
  }
}
