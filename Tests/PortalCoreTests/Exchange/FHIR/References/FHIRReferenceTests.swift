import Testing

@testable import PortalCore

@Suite struct FHIRReferenceTests {
  @Test(arguments: [
    ("Patient/1", FHIRReferenceTarget.relative(type: "Patient", id: "1")),
    ("Patient/1/_history/2", .relative(type: "Patient", id: "1")),
    ("#a", .contained("a")),
    ("#", .contained("")),
    (
      "urn:uuid:0F3D0A3E-0000-0000-0000-00000000000A",
      .absolute("urn:uuid:0f3d0a3e-0000-0000-0000-00000000000a")
    ),
    ("urn:oid:1.2.3", .absolute("urn:oid:1.2.3")),
    ("http://a.b/fhir/Patient/1/_history/7", .absolute("http://a.b/fhir/Patient/1")),
    ("Patient?identifier=http://x|7", .search(type: "Patient", system: "http://x", value: "7")),
    (
      "Patient?identifier=http://x%7C7%20a",
      .search(type: "Patient", system: "http://x", value: "7 a")
    ),
    ("Patient?name=x", .other("Patient?name=x")),
    ("1", .other("1")),
    ("patient/1", .other("patient/1")),
    ("Patient/", .other("Patient/")),
    ("", .other("")),
    ("/_history/", .other("/_history/")),
    ("%", .other("%")),
  ])
  func `the text of a reference says what it points at`(
    text: String,
    target: FHIRReferenceTarget
  ) {
    #expect(FHIRReferenceTarget(text) == target)
  }

  private static let uuid = "11111111-2222-3333-4444-abcdefabcdef"

  /// The full URL and id of an Organization, and the reference to it.
  @Test(
    arguments: [
      (nil, "o", #"{"reference":"Organization/o"}"#),
      (nil, "o", #"{"reference":"Organization/o/_history/3"}"#),
      ("urn:uuid:\(uuid)", nil, #"{"reference":"urn:uuid:\#(uuid)"}"#),
      ("urn:uuid:\(uuid)", nil, #"{"reference":"URN:UUID:\#(uuid.uppercased())"}"#),
      ("urn:uuid:\(uuid)", nil, #"{"reference":"Organization/\#(uuid)"}"#),
      (nil, uuid, #"{"reference":"urn:uuid:\#(uuid)"}"#),
      ("urn:oid:1.2.3", "x", #"{"reference":"urn:oid:1.2.3"}"#),
      ("http://a.no/fhir/Organization/o", "o", #"{"reference":"http://a.no/fhir/Organization/o"}"#),
      ("http://a.no/fhir/Organization/o", nil, #"{"reference":"Organization/o"}"#),
      (
        "http://a.no/fhir/Organization/o/_history/1", "o",
        #"{"reference":"http://a.no/fhir/Organization/o/_history/2"}"#
      ),
      ("Organization/o", nil, #"{"reference":"Organization/o"}"#),
      (nil, "o", #"{"reference":"http://elsewhere.no/Organization/o"}"#),
      (nil, nil, #"{"identifier":{"system":"urn:x:y","value":"7"}}"#),
      (nil, nil, #"{"identifier":{"system":"urn:x:y","value":"7"},"type":"Organization"}"#),
      (nil, nil, #"{"reference":"Organization?identifier=urn:x:y|7"}"#),
    ] as [(String?, String?, String)]
  )
  func `a reference of any form finds its resource`(
    url: String?,
    id: String?,
    reference: String
  ) throws {
    let organization = """
      {"resourceType":"Organization","name":"Laben",\(id.map { #""id":"\#($0)","# } ?? "")
      "identifier":[{"system":"urn:x:y","value":"7"}]}
      """
    let entry = (url.map { #"{"fullUrl":"\#($0)","# } ?? "{") + #""resource":\#(organization)}"#
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle(entries: [
        #"{"resource":\#(FHIRFixture.patient)}"#,
        entry,
        #"{"resource":\#(FHIRFixture.resource("Observation", #""performer":[\#(reference)]"#))}"#,
      ])
    )
    let records = try #require(batch.subjects.first).records
    guard case .testResult(let result) = records[2].content else { return }
    #expect(result.performers.map(\.record) == [records[1].id])
    #expect(result.performers.map(\.display) == ["Laben"])
    #expect(result.performers.map(\.dangling) == [nil])
  }

  @Test func `a relative reference is looked for beside the resource that holds it`() throws {
    func entry(_ base: String, _ resource: String, _ path: String) -> String {
      #"{"fullUrl":"\#(base)\#(path)","resource":\#(resource)}"#
    }
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle(entries: [
        #"{"resource":\#(FHIRFixture.patient)}"#,
        entry(
          "http://a.no/",
          #"{"resourceType":"Organization","id":"1","name":"A"}"#,
          "Organization/1"
        ),
        entry(
          "http://b.no/",
          #"{"resourceType":"Organization","id":"1","name":"B"}"#,
          "Organization/1"
        ),
        entry(
          "http://b.no/",
          FHIRFixture.resource("Observation", #""performer":[{"reference":"Organization/1"}]"#),
          "Observation/1"
        ),
      ])
    )
    let records = try #require(batch.subjects.first).records
    guard case .testResult(let result) = records[3].content else { return }
    #expect(result.performers.map(\.display) == ["B"])
    #expect(result.performers.map(\.record) == [records[2].id])
  }

  @Test func `an identifier that two resources carry leads to neither`() throws {
    let organization =
      #"{"resourceType":"Organization","identifier":[{"system":"urn:x:y","value":"7"}],"name":"#
    let content = try FHIRFixture.content(
      organization + #""A"}"#,
      organization + #""B"}"#,
      FHIRFixture.resource(
        "Observation",
        #""performer":[{"identifier":{"system":"urn:x:y","value":"7"},"display":"C"}]"#
      )
    )
    guard case .testResult(let result) = content else { return }
    #expect(result.performers.map(\.record) == [nil])
    #expect(result.performers.map(\.display) == ["C"])
    #expect(result.performers.first?.identifier?.value == "7")
  }

  @Test func `what is contained is named and counted through its container`() throws {
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle([
        FHIRFixture.patient,
        FHIRFixture.resource(
          "Observation",
          """
          "performer":[{"reference":"#r"},{"reference":"#missing"}],"contained":[
          {"resourceType":"PractitionerRole","id":"r","practitioner":{"reference":"#d"}},
          {"resourceType":"Practitioner","id":"d","name":[{"text":"Dr A"}]}]
          """
        ),
      ])
    )
    #expect(batch.report.counts.keys.sorted() == ["Observation", "Patient"])
    let records = try #require(batch.subjects.first).records
    guard case .testResult(let result) = records[1].content else { return }
    #expect(result.performers.map(\.display) == ["Dr A", nil])
    #expect(result.performers.map(\.dangling) == [nil, "#missing"])
  }

  @Test func `a reference to a refused resource leads nowhere`() throws {
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle([
        FHIRFixture.patient,
        FHIRFixture.resource("DiagnosticReport", #""result":[{"reference":"Observation/o"}]"#),
        FHIRFixture.resource("Observation", #""id":"o","valueQuantity":{"value":"7"}"#),
      ])
    )
    let records = try #require(batch.subjects.first).records
    guard case .resultReport(let report) = records[1].content else { return }
    #expect(report.results.map(\.record) == [nil])
    #expect(report.results.map(\.dangling) == ["Observation/o"])
  }

  @Test func `roles that name each other end`() throws {
    let content = try FHIRFixture.content(
      """
      {"resourceType":"PractitionerRole","id":"a","practitioner":{"reference":
      "PractitionerRole/b"},"organization":{"reference":"PractitionerRole/a"}}
      """,
      #"{"resourceType":"PractitionerRole","id":"b","practitioner":{"reference":"PractitionerRole/a"}}"#
    )
    #expect(content.kind == .practitionerRole)
  }
}
