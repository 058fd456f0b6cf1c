import Testing

@testable import PortalCore

/// The same resource gets the same id in every file, another one never.
@Suite struct FHIRIdentitiesTests {
  private static let uuid = "11111111-2222-3333-4444-abcdefabcdef"

  /// The id of the last record of a Bundle with a Patient who has an identifier.
  private func id(
    _ resource: String,
    fullURL: String? = nil,
    patient: String = "17-4",
    type: String = "collection"
  ) throws -> RecordID {
    let url = fullURL.map { #""fullUrl":"\#($0)","# } ?? ""
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle(
        type: type,
        entries: [
          """
          {"resource":{"resourceType":"Patient","id":"p",
          "identifier":[{"system":"urn:x:y","value":"\(patient)"}]}}
          """,
          "{\(url)\"resource\":\(resource)}",
        ]
      )
    )
    return try #require(batch.subjects.first?.records.last).id
  }

  private func flag(_ members: String) -> String {
    #"{"resourceType":"Flag",\#(members)}"#
  }

  @Test func `a resource is known by its identifier, whatever else changes`() throws {
    let identifier =
      #""identifier":[{"use":"old","system":"urn:i:j","value":"0"},{"system":"urn:i:j","value":"1"}]"#
    let first = try id(flag(identifier + #","id":"a""#))
    #expect(try id(flag(identifier + #","id":"b","status":"active""#), patient: "18-5") == first)
    #expect(try id(flag(#""id":"a","identifier":[{"system":"urn:i:j","value":"2"}]"#)) != first)
    #expect(try id(identifier.isEmpty ? "" : #"{"resourceType":"Basic",\#(identifier)}"#) != first)
  }

  @Test func `without an identifier it is known by a URL or UUID of its own`() throws {
    let first = try id(flag(#""id":"a""#), fullURL: "urn:uuid:" + FHIRIdentitiesTests.uuid)
    #expect(try id(flag(#""id":"\#(FHIRIdentitiesTests.uuid)""#), patient: "18-5") == first)
    let second = try id(flag(#""id":"a""#), fullURL: "https://a.no/Flag/a")
    #expect(try id(flag(#""id":"a""#), fullURL: "https://a.no/Flag/a/_history/2") == second)
    #expect(try id(flag(#""id":"a""#), fullURL: "https://b.no/Flag/a") != second)
  }

  @Test func `by a name that means little elsewhere it is known within one person's record`() throws
  {
    let first = try id(flag(#""id":"a""#))
    #expect(try id(flag(#""id":"a","status":"active""#), type: "searchset") == first)
    #expect(try id(flag(#""id":"a""#), patient: "18-5") != first)
    #expect(try id(flag(#""id":"b""#)) != first)
  }

  @Test func `without any name it is known by its bytes`() throws {
    let first = try id(flag(#""status":"active""#))
    #expect(try id(flag(#""status":"active""#), type: "batch") == first)
    #expect(try id(flag(#""status":"inactive""#)) != first)
  }

  @Test func `an identifier that two resources of a type carry names neither`() throws {
    let identifier = #""identifier":[{"system":"urn:i:j","value":"1"}]"#
    let records = try FHIRFixture.records([
      flag(identifier + #","id":"a""#), flag(identifier + #","id":"b""#),
      #"{"resourceType":"Basic","id":"c",\#(identifier)}"#,
    ])
    #expect(Set(records.map(\.id)).count == 4)
  }

  @Test func `the same resource twice is one record`() throws {
    let resource = flag(#""id":"a""#)
    let batch = try FHIRFixture.read("[\(FHIRFixture.patient),\(resource),\(resource)]")
    #expect(batch.subjects.first?.records.count == 2)
    let count = try #require(batch.report.counts["Flag"])
    #expect(count.read == 2 && count.kept == 2 && count.refused == 0)
    #expect(batch.report.remarks.isEmpty)
  }

  @Test func `another content under the same name is refused`() throws {
    let batch = try FHIRFixture.read(
      "[\(FHIRFixture.patient),\(flag(#""id":"a""#)),\n\(flag(#""id":"a","status":"active""#))]"
    )
    #expect(batch.subjects.first?.records.count == 2)
    let count = try #require(batch.report.counts["Flag"])
    #expect(count.read == 2 && count.kept == 1 && count.refused == 1)
    let remark = ImportReport.Remark(reason: .duplicateIdentity, resourceType: "Flag", line: 2)
    #expect(batch.report.remarks == [remark])
  }

  @Test(arguments: [
    (#""meta":{"lastUpdated":"2020-01-01"}"#, #""meta":{"lastUpdated":"2021-01-01"}"#, "new"),
    (#""meta":{"lastUpdated":"2021-01-01"}"#, #""meta":{"lastUpdated":"2020-01-01"}"#, "old"),
    (#""meta":{"versionId":"9"}"#, #""meta":{"versionId":"10"}"#, "new"),
    (#""meta":{"versionId":"2"}"#, #""meta":{"versionId":"x"}"#, "old"),
    (#""x":1"#, #""x":2"#, "old"),
  ])
  func `of a history the newest version holds`(
    first: String,
    second: String,
    status: String
  ) throws {
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle(
        type: "history",
        [
          FHIRFixture.patient, flag(#""id":"a","status":"old",\#(first)"#),
          flag(#""id":"a","status":"new",\#(second)"#),
        ]
      )
    )
    let records = try #require(batch.subjects.first).records
    #expect(records.count == 2)
    guard case .unmappedResource(let flag)? = records.last?.content else { return }
    #expect(flag.status == status)
    #expect(batch.report.counts["Flag"]?.kept == 2)
  }
}
