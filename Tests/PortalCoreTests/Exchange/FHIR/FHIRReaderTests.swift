import Testing

@testable import PortalCore

/// The forms a file may have, and what is counted.
@Suite struct FHIRReaderTests {
  private static let observation = FHIRFixture.resource(
    "Observation",
    #""id":"o","status":"final","code":{"text":"Kalium"},"valueQuantity":{"value":4.10}"#
  )
  private static let flag = FHIRFixture.resource(
    "Flag",
    #""id":"f","status":"active","code":{"text":"Allergipass"},"period":{"start":"2020"}"#
  )

  @Test func `a Bundle becomes one person with mapped and kept records`() throws {
    let records = try FHIRFixture.records([FHIRReaderTests.observation, FHIRReaderTests.flag])
    #expect(records.map(\.content.kind) == [.person, .testResult, .unmappedResource])
    #expect(records.map(\.content.title) == ["Kari Prøve", "Kalium", "Allergipass"])
    #expect(records.map(\.content.date?.text) == [nil, nil, "2020"])
    #expect(records.first?.id == Person.recordID)
    #expect(records.map(\.resourceID) == ["p", "o", "f"])
  }

  @Test func `the originals are the bytes of each resource, line by line`() throws {
    let text = FHIRFixture.patient
    let batch = try FHIRFixture.read(FHIRFixture.bundle([text]))
    let subject = try #require(batch.subjects.first)
    let record = try #require(subject.records.first)
    #expect(subject.originals == Array((text + "\n").utf8))
    #expect(Array(subject.originals[record.range]) == Array(text.utf8))
    #expect(record.digest == Hexadecimal.text(FHIRFixture.digest(Array(text.utf8)[...])))
  }

  @Test(arguments: [
    FHIRFixture.bundle([FHIRFixture.patient, observation, flag]),
    FHIRFixture.bundle(type: "searchset", [FHIRFixture.patient, observation, flag]),
    FHIRFixture.bundle(type: "nonsense", [FHIRFixture.patient, observation, flag]),
    "[\(FHIRFixture.patient),\(observation),\(flag)]",
    "[\(FHIRFixture.patient),null,\(FHIRFixture.bundle([observation, flag]))]",
    "\(FHIRFixture.patient)\n\(observation)\n\(flag)\n",
    "\(FHIRFixture.patient)\r\n\r\n\(observation)\r\n\(flag)",
    "\n\(FHIRFixture.bundle([FHIRFixture.patient]))\n[\(observation),\(flag)]",
    FHIRFixture.bundle([FHIRFixture.bundle([FHIRFixture.patient, observation]), flag]),
    FHIRFixture.bundle(entries: [
      #"{"response":{"status":"201"}}"#, #"{"resource":\#(FHIRFixture.patient)}"#, "null", "{}",
      #"{"resource":null}"#, #"{"resource":\#(observation)}"#, #"{"resource":\#(flag)}"#,
    ]),
  ])
  func `every form of a file gives the same records`(text: String) throws {
    let batch = try FHIRFixture.read(text)
    #expect(batch.subjects.count == 1)
    #expect(batch.subjects.first?.records.count == 3)
    #expect(batch.report.counts.keys.sorted() == ["Flag", "Observation", "Patient"])
    #expect(batch.report.counts.values.allSatisfy { $0.read == 1 && $0.refused == 0 })
    #expect(batch.report.counts["Flag"]?.kept == 1)
    #expect(batch.report.counts["Observation"]?.mapped == 1)
  }

  @Test func `a byte order mark is skipped with a remark`() throws {
    let batch = try FHIRFixture.read([0xEF, 0xBB, 0xBF] + Array(FHIRFixture.patient.utf8))
    #expect(batch.report.remarks == [ImportReport.Remark(reason: .byteOrderMark)])
    #expect(batch.subjects.count == 1)
  }

  @Test func `a Bundle says what it is of itself`() throws {
    let batch = try FHIRFixture.read(
      """
      {"resourceType":"Bundle","type":"document","timestamp":"2020-02-03T04:05:06Z",
      "identifier":{"system":"urn:ietf:rfc:3986","value":"urn:oid:1.2.3"},
      "entry":[{"resource":\(FHIRFixture.patient)}]}
      """
    )
    #expect(batch.bundleType == "document")
    #expect(batch.bundleIdentifier?.value == "urn:oid:1.2.3")
    #expect(batch.bundleTimestamp?.text == "2020-02-03T04:05:06Z")
  }

  @Test func `a Bundle without resources holds nobody`() throws {
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle(type: "transaction-response", entries: [#"{"response":{}}"#])
    )
    #expect(batch.subjects.isEmpty && batch.report.counts.isEmpty)
  }

  @Test(arguments: [
    ("", FHIRImportError.empty),
    (" \n\t", .empty),
    (" <Patient xmlns='http://hl7.org/fhir'/>", .xml),
    ("{}", .notFHIR(JSONPlace(line: 1, column: 1))),
    ("[]", .notFHIR(JSONPlace(line: 1, column: 1))),
    ("\n 42", .notFHIR(JSONPlace(line: 2, column: 2))),
    (#"[{"resourceType":"Patient"},"x"]"#, .notFHIR(JSONPlace(line: 1, column: 29))),
    (#"{"resourceType":7}"#, .notFHIR(JSONPlace(line: 1, column: 1))),
    (#"{"resourceType":"../x"}"#, .notFHIR(JSONPlace(line: 1, column: 1))),
    (#"[{"resourceType":"Patient"},{}]"#, .missingResourceType(JSONPlace(line: 1, column: 29))),
    (
      FHIRFixture.bundle([#"{"id":"x"}"#]), .missingResourceType(JSONPlace(line: 1, column: 67))
    ),
    (
      #"{"resourceType":"Bundle","entry":{"a":1}}"#,
      .malformedBundle(element: "entry", JSONPlace(line: 1, column: 34))
    ),
    (
      #"{"resourceType":"Bundle","entry":[7]}"#,
      .malformedBundle(element: "entry", JSONPlace(line: 1, column: 35))
    ),
    (
      #"{"resourceType":"Patient"} x"#,
      .notJSON(JSONError(reason: .trailingData, place: JSONPlace(line: 1, column: 28)))
    ),
    (
      "{\n\"resourceType\":\"Patient\"}\n{}",
      .notJSON(JSONError(reason: .trailingData, place: JSONPlace(line: 3, column: 1)))
    ),
    (
      "{\"resourceType\":\"Patient\"}\n{\"a\":}",
      .unreadableLine(
        JSONError(reason: .unexpectedCharacter, place: JSONPlace(line: 2, column: 6))
      )
    ),
    (#"{"ver":"1.3.0","nam":{},"t":[{}]}"#, .digitalCovidCertificate),
  ])
  func `a file that cannot be read is refused with its reason`(
    text: String,
    error: FHIRImportError
  ) {
    #expect(throws: error) { try FHIRFixture.read(text) }
  }

  @Test func `a certificate as a reader of the code writes it is recognised`() {
    #expect(throws: FHIRImportError.digitalCovidCertificate) {
      try FHIRFixture.read(#"{"PREFIX":"HC1:X","JSON":{"ver":"1","nam":{},"v":[]}}"#)
    }
  }
}
