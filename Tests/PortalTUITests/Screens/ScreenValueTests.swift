import PortalCore
import Testing

@testable import PortalTUI

struct ScreenValueTests {
  @Test func `names are ordered by the Norwegian alphabet`() {
    let sorted = ["Ås", "Zink", "Ærfugl", "ødem", "Aa-test", "albumin", "Éa"]
      .sorted { NorwegianOrder($0) < NorwegianOrder($1) }
    #expect(sorted == ["albumin", "Éa", "Zink", "Ærfugl", "ødem", "Aa-test", "Ås"])
  }

  @Test(arguments: [
    Target.section(.coreJournal), .thread(SampleRecord.id("t")),
    .record(.testResult, SampleRecord.id("r")), .record(.person, SampleRecord.id("p")),
  ])
  func `an entry's name leads back to what it stands for`(target: Target) {
    #expect(Target(target.item) == target)
  }

  @Test(arguments: ["", "section/none", "log/x", "thread/x", "testResult/", "nothing/at/all"])
  func `a name that stands for nothing leads nowhere`(text: String) {
    #expect(Target(ItemID(text)) == nil)
  }

  @Test(arguments: [
    (
      #"{"a":[1.50,{"b":"x, {y}"}],"c":[],"d":{ }}"#,
      """
      {
        "a": [
          1.50,
          {
            "b": "x, {y}"
          }
        ],
        "c": [],
        "d": {}
      }
      """
    ),
    (#"{"\"":"\\"}"#, "{\n  \"\\\"\": \"\\\\\"\n}"),
    ("", ""), ("}}]", "\n}\n}\n]"), (#""cut \"#, #""cut \"#),
  ])
  func `JSON is indented and otherwise left as it was`(source: String, text: String) {
    #expect(IndentedJSON(Array(source.utf8)).text == text)
  }

  @Test func `long values are cut between characters and the cut is told`() {
    let long = "\"" + String(repeating: "å", count: 3000) + "\""
    let shown = IndentedJSON(Array(long.utf8))
    #expect(shown.isShortened)
    #expect(shown.text.hasSuffix("å…\""))
    #expect(!shown.text.contains("\u{FFFD}"))
    let many = IndentedJSON(Array(repeating: UInt8(ascii: "["), count: 400_000))
    #expect(many.isShortened)
    #expect(many.text.utf8.count < 300_000)
  }

  @Test func `results are joined by a code they share, else by their title`() throws {
    func result(_ title: String, _ codes: [String]) -> TestResult {
      var code = CodeableConcept(text: title)
      code.codings = codes.map { Coding(system: CodeSystem.loinc, code: $0) }
      var result = TestResult(code: code, status: .final)
      result.value = .integer(1)
      return result
    }
    let sample = try SampleRecord([
      ("a", .testResult(result("Kalium", ["1", "2"]))), ("b", .testResult(result("K", ["2"]))),
      ("c", .testResult(result("Kalium", ["3"]))), ("d", .testResult(result("Kalium", []))),
      ("e", .testResult(result("K", ["2", "9"]))), ("f", .testResult(result("Annet", []))),
    ])
    let groups = AnalysisGroups(try sample.open().record.testResults())
    func names(_ name: String) -> Set<RecordID> {
      Set(groups.group(of: SampleRecord.id(name)).map(\.id))
    }
    #expect(names("a").isSuperset(of: [SampleRecord.id("b"), SampleRecord.id("e")]))
    #expect(!names("a").contains(SampleRecord.id("c")))
    #expect(names("f") == [SampleRecord.id("f")])
    #expect(names("d").count > 1)
    #expect(groups.group(of: SampleRecord.id("none")).isEmpty)
  }

  @Test func `a chart leaves out other units and says how many`() throws {
    func result(_ value: String, _ unit: String, _ date: String) -> TestResult {
      InventedContent.result("Prøve", code: "1", date: date, .quantity(.amount(value, unit)))
    }
    let sample = try SampleRecord([
      ("a", .testResult(result("1.0", "g/L", "2024"))),
      ("b", .testResult(result("<2", "g/L", "2025-02"))),
      ("c", .testResult(result("900", "mg/L", "2023"))),
    ])
    let group = AnalysisGroups(try sample.open().record.testResults()).groups[0]
    guard case .chart(let chart)? = ResultChart.blocks(group, English()).first else {
      Issue.record("there is no chart")
      return
    }
    #expect(chart.points.map(\.text) == ["1.0", "< 2"])
    #expect(chart.points.map(\.label) == ["2024", "February 2025"])
    #expect(
      chart.summary == "2 results from 2024 to February 2025. The newest is < 2 g/L. Lowest 1.0, "
        + "highest < 2. 1 left out: no number, no date or another unit."
    )
  }

  @Test func `each part of a value has a chart of its own`() throws {
    func pressure(_ date: String, _ high: String, _ low: String) -> TestResult {
      var result = InventedContent.result("Blodtrykk", date: date)
      result.components = [
        .init(code: CodeableConcept(text: "Overtrykk"), value: .quantity(.amount(high, "mmHg"))),
        .init(code: CodeableConcept(text: "Undertrykk"), value: .quantity(.amount(low, "mmHg"))),
      ]
      return result
    }
    let sample = try SampleRecord([
      ("a", .testResult(pressure("2025", "140", "90"))),
      ("b", .testResult(pressure("2026", "130", "80"))),
    ])
    let group = AnalysisGroups(try sample.open().record.testResults()).groups[0]
    let lines = Page(title: "", blocks: ResultChart.blocks(group, Bokmal())).text()
    #expect(
      lines.contains(
        "Overtrykk\n\n2 svar fra 2025 til 2026. Det nyeste er 130 mmHg. Laveste 130, høyeste 140."
      )
    )
    #expect(
      lines.contains(
        "Undertrykk\n\n2 svar fra 2025 til 2026. Det nyeste er 80 mmHg. Laveste 80, høyeste 90."
      )
    )
  }
}
