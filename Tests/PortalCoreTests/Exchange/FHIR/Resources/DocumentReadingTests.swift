import Testing

@testable import PortalCore

/// Documents, reports, and what is kept without being interpreted.
@Suite struct DocumentReadingTests {
  @Test func `a document has its sections with text, entries and reasons for nothing`() throws {
    let records = try FHIRFixture.records([
      FHIRFixture.resource("Condition", #""id":"c","code":{"text":"Gikt"}"#),
      FHIRFixture.resource(
        "Composition",
        """
        "status":"final","type":{"text":"Epikrise"},"title":"Utskrivning","date":"2020-03-04",
        "language":"nb-NO","author":[{"display":"Dr A"}],"custodian":{"display":"Sykehuset"},
        "text":{"div":"<p>Sammendrag</p>"},"section":[{"title":"Diagnoser","code":{"text":"D"},
        "text":{"div":"<ul><li>Gikt</li></ul>"},"entry":[{"reference":"Condition/c"}],
        "section":[{"title":"Under","emptyReason":{"text":"ikke spurt"}}]},{"title":"Tom"}]
        """
      ),
    ])
    guard case .document(let document)? = records.last?.content else { return }
    #expect(document.title == "Utskrivning" && document.type.text == "Epikrise")
    #expect(document.text == "Sammendrag" && document.language == "nb-NO")
    #expect(document.authors.map(\.display) == ["Dr A"])
    #expect(document.custodian?.display == "Sykehuset")
    #expect(document.sections.map(\.title) == ["Diagnoser", "Tom"])
    let section = try #require(document.sections.first)
    #expect(section.text == "- Gikt" && section.entries.map(\.record) == [records[1].id])
    #expect(section.sections.first?.emptyReason?.text == "ikke spurt")
  }

  @Test func `a document without a title is called by its type`() throws {
    let content = try FHIRFixture.content(
      FHIRFixture.resource("Composition", #""type":{"text":"Epikrise"}"#)
    )
    #expect(content.title == "Epikrise")
  }

  @Test func `a report gathers results and its conclusion`() throws {
    let records = try FHIRFixture.records([
      FHIRFixture.resource("Observation", #""id":"o","code":{"text":"Hb"}"#),
      FHIRFixture.resource(
        "DiagnosticReport",
        """
        "status":"partial","code":{"text":"Blod"},"category":[{"text":"Lab"}],
        "effectivePeriod":{"start":"2020"},"issued":"2020-03-04T05:06:07Z",
        "result":[{"reference":"Observation/o"}],"conclusion":"Fint",
        "conclusionCode":[{"text":"N"}],"performer":[{"display":"Lab A"}],
        "text":{"div":"<p>Blod: Hb</p>"}
        """
      ),
    ])
    guard case .resultReport(let report)? = records.last?.content else { return }
    #expect(report.status == "partial" && report.results.map(\.record) == [records[1].id])
    #expect(report.conclusion == "Fint" && report.conclusionCodes.map(\.text) == ["N"])
    #expect(report.date?.text == "2020" && report.performers.map(\.display) == ["Lab A"])
  }

  @Test func `of a report without results the narrative is the conclusion`() throws {
    let content = try FHIRFixture.content(
      FHIRFixture.resource("DiagnosticReport", #""text":{"div":"<p>Alt</p><p>fint</p>"}"#)
    )
    guard case .resultReport(let report) = content else { return }
    #expect(report.conclusion == "Alt\nfint")
  }

  @Test(
    arguments: [
      (
        "CarePlan", #""title":"Plan","period":{"start":"2020-01"},"status":"active""#, "Plan",
        "2020-01"
      ),
      ("Procedure", #""code":{"text":"Røntgen"},"performedDateTime":"2020""#, "Røntgen", "2020"),
      ("Encounter", #""type":[{"text":"Kontroll"}],"period":{"end":"2020"}"#, "Kontroll", "2020"),
      ("Device", #""deviceName":[{"name":"Pumpe","type":"x"}]"#, "Pumpe", nil),
      ("RelatedPerson", #""name":[{"given":["Ola"],"family":"Prøve"}]"#, "Ola Prøve", nil),
      ("Coverage", #""type":{"coding":[{"code":"EHCPOL"}]}"#, "EHCPOL", nil),
      ("Claim", #""created":"2020-13-45","date":"2021","title":7"#, nil, "2021"),
      ("NewType", #""name":null,"code":[]"#, nil, nil),
    ] as [(String, String, String?, String?)]
  )
  func `what is not interpreted is kept with a title and a date`(
    type: String,
    members: String,
    title: String?,
    date: String?
  ) throws {
    let content = try FHIRFixture.content(FHIRFixture.resource(type, members))
    guard case .unmappedResource(let resource) = content else {
      Issue.record("interpreted")
      return
    }
    #expect(resource.resourceType == type)
    #expect(resource.title == title)
    #expect(resource.date?.text == date)
  }

  @Test func `a resource with a modifying extension is kept uninterpreted`() throws {
    let content = try FHIRFixture.content(
      FHIRFixture.resource(
        "Observation",
        #""status":"final","code":{"text":"A"},"modifierExtension":[{"url":"http://x"}]"#
      )
    )
    #expect(content.kind == .unmappedResource && content.title == "A")
  }
}
