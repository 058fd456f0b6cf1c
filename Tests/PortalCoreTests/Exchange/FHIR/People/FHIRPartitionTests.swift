import Testing

@testable import PortalCore

/// Whose each resource is.
@Suite struct FHIRPartitionTests {
  /// For each person the ids of their records, in order.
  private func owners(_ text: String) throws -> [[String?]] {
    try FHIRFixture.read(text).subjects.map { $0.records.map(\.resourceID) }
  }

  private static let ola = #"{"resourceType":"Patient","id":"a","name":[{"text":"Ola"}]}"#
  private static let eva = #"{"resourceType":"Patient","id":"b","name":[{"text":"Eva"}]}"#

  private static func about(
    _ patient: String,
    _ id: String,
    _ type: String = "Observation",
    _ members: String = ""
  ) -> String {
    #"{"resourceType":"\#(type)","id":"\#(id)","subject":{"reference":"\#(patient)"}\#(members)}"#
  }

  @Test(arguments: [
    "Patient/a", "a", "Patient/a/_history/4", "http://anywhere.no/fhir/Patient/a",
    "Patient?identifier=urn:x:y|17-4",
  ])
  func `a reference of any form names the person`(reference: String) throws {
    let patient =
      #"{"resourceType":"Patient","id":"a","identifier":[{"system":"urn:x:y","value":"17-4"}]}"#
    let owners = try owners(
      FHIRFixture.bundle([
        patient, FHIRPartitionTests.eva, FHIRPartitionTests.about(reference, "o"),
      ])
    )
    #expect(owners == [["a", "o"], ["b"]])
  }

  @Test func `several Patients each get what names them`() throws {
    let owners = try owners(
      FHIRFixture.bundle([
        FHIRPartitionTests.about("Patient/b", "o1"), FHIRPartitionTests.ola,
        FHIRPartitionTests.about("Patient/a", "o2"), FHIRPartitionTests.eva,
        #"{"resourceType":"Coverage","id":"o3","beneficiary":{"reference":"Patient/b"}}"#,
        #"{"resourceType":"Task","id":"o4","for":{"reference":"Patient/a"}}"#,
        #"{"resourceType":"RelatedPerson","id":"o5","patient":{"reference":"Patient/a"}}"#,
        """
        {"resourceType":"Appointment","id":"o6","participant":[{"actor":{"display":"Dr"}},
        {"actor":{"reference":"Patient/a"}},{"actor":{"reference":"Patient/b"}}]}
        """,
      ])
    )
    #expect(owners == [["a", "o2", "o4", "o5", "o6"], ["b", "o1", "o3", "o6"]])
  }

  @Test func `what names nobody goes to all whose resources lead to it`() throws {
    let owners = try owners(
      FHIRFixture.bundle([
        FHIRPartitionTests.ola, FHIRPartitionTests.eva,
        FHIRPartitionTests.about(
          "Patient/a",
          "o1",
          "Observation",
          #","performer":[{"reference":"PractitionerRole/r"}]"#
        ),
        FHIRPartitionTests.about(
          "Patient/b",
          "o2",
          "Observation",
          #","performer":[{"reference":"Organization/g"}]"#
        ),
        """
        {"resourceType":"PractitionerRole","id":"r","organization":{"reference":"Organization/g"},
        "practitioner":{"identifier":{"system":"urn:x:y","value":"7"}}}
        """,
        #"{"resourceType":"Organization","id":"g","name":"Laben"}"#,
        #"{"resourceType":"Practitioner","id":"d","identifier":[{"system":"urn:x:y","value":"7"}]}"#,
        #"{"resourceType":"Provenance","id":"v","target":[{"reference":"Observation/o2"}]}"#,
        #"{"resourceType":"Organization","id":"alone"}"#,
      ])
    )
    #expect(owners == [["a", "o1", "r", "g", "d", "alone"], ["b", "o2", "g", "v"]])
  }

  @Test func `what could be anybody's is put in a record of its own`() throws {
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle([
        FHIRPartitionTests.ola, FHIRPartitionTests.eva,
        #"{"resourceType":"Observation","id":"o"}"#,
      ])
    )
    #expect(batch.subjects.map { $0.records.map(\.resourceID) } == [["a"], ["b"], ["o"]])
    #expect(batch.report.remarks == [ImportReport.Remark(reason: .noPerson)])
  }

  @Test func `where there is one Patient everything without a subject is theirs`() throws {
    let owners = try owners(
      FHIRFixture.bundle([
        #"{"resourceType":"Organization","id":"g"}"#, #"{"resourceType":"Observation","id":"o"}"#,
        FHIRPartitionTests.ola,
        #"{"resourceType":"Observation","id":"s","subject":{"reference":"Group/g"}}"#,
      ])
    )
    #expect(owners == [["a", "g", "o", "s"]])
  }

  @Test func `without a Patient each subject that is named is a person`() throws {
    let uuid = "11111111-2222-3333-4444-abcdefabcdef"
    let batch = try FHIRFixture.read(
      [
        FHIRPartitionTests.about("Patient/\(uuid)", "o1"),
        FHIRPartitionTests.about("Patient/7", "o2"),
        #"{"resourceType":"Flag","id":"o3","subject":{"reference":"Patient/7","display":"Ola P"}}"#,
        """
        {"resourceType":"Flag","id":"o4","subject":{"identifier":
        {"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"13116900216"}}}
        """,
        #"{"resourceType":"Flag","id":"o5","subject":{"display":"Eva P"}}"#,
      ].map { $0.replacing("\n", with: " ") }.joined(separator: "\n")
    )
    #expect(
      batch.subjects.map { $0.records.map(\.resourceID) } == [
        [nil, "o1"], [nil, "o2", "o3"], [nil, "o4"], [nil, "o5"],
      ]
    )
    #expect(batch.subjects[0].identities == [.universalID("urn:uuid:" + uuid)])
    let number = try #require(NationalIdentityNumber("13116900216"))
    #expect(batch.subjects[2].identities == [.nationalNumber(number)])
    let people = batch.subjects.compactMap { $0.records.first }
    #expect(people.map(\.content.title) == [nil, "Ola P", nil, "Eva P"])
    #expect(people.allSatisfy { $0.id == Person.recordID && $0.resourceType == "Reference" })
    guard case .person(let person)? = people[2].content as RecordContent? else { return }
    #expect(person.nationalIdentityNumber == number)
    #expect(batch.report.remarks.isEmpty)
  }

  @Test func `a file about nobody is one record with a remark`() throws {
    let batch = try FHIRFixture.read(
      #"[{"resourceType":"Organization","id":"g"},{"resourceType":"Observation","id":"o"}]"#
    )
    #expect(batch.subjects.map { $0.records.map(\.resourceID) } == [["g", "o"]])
    guard case .withinFile(_, "")? = batch.subjects.first?.identities.first else {
      Issue.record("somebody")
      return
    }
    #expect(batch.report.remarks == [ImportReport.Remark(reason: .noPerson)])
  }

  @Test func `a Patient within a resource is its subject`() throws {
    let contained = #""contained":[{"resourceType":"Patient","id":"x","name":[{"text":"Ola"}]}]"#
    func flag(_ id: String) -> String {
      ##"{"resourceType":"Flag","id":"\##(id)","subject":{"reference":"#x"},\##(contained)}"##
    }
    let batch = try FHIRFixture.read("[\(flag("f1")),\(flag("f2"))]")
    #expect(batch.subjects.map { $0.records.map(\.resourceID) } == [[nil, "f1", "f2"]])
    #expect(batch.subjects.first?.records.first?.content.title == "Ola")
    #expect(batch.report.counts.keys.sorted() == ["Flag"])
  }

  @Test func `a document is its subject's, and what names another is kept only`() throws {
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle(
        type: "document",
        [
          FHIRPartitionTests.about("Patient/a", "c", "Composition"),
          FHIRPartitionTests.eva, FHIRPartitionTests.ola,
          FHIRPartitionTests.about("Patient/a", "o1"), FHIRPartitionTests.about("Patient/b", "o2"),
          FHIRPartitionTests.about("Patient/nowhere", "o3"),
          #"{"resourceType":"Observation","id":"o4"}"#,
        ]
      )
    )
    #expect(
      batch.subjects.map { $0.records.map(\.resourceID) } == [
        ["a", "c", "b", "o1", "o2", "o3", "o4"]
      ]
    )
    #expect(
      batch.subjects.first?.records.map(\.content.kind) == [
        .person, .document, .unmappedResource, .testResult, .unmappedResource, .testResult,
        .testResult,
      ]
    )
    #expect(batch.report.counts["Patient"]?.kept == 1)
    #expect(batch.report.counts["Observation"]?.kept == 1)
  }

  @Test func `documents in one file are each their own subject's`() throws {
    func document(_ patient: String, _ resource: String) -> String {
      FHIRFixture.bundle(
        type: "document",
        [FHIRPartitionTests.about("Patient/\(patient)", "c" + patient, "Composition"), resource]
      )
    }
    let owners = try owners(
      FHIRFixture.bundle(
        type: "searchset",
        [document("a", FHIRPartitionTests.ola), document("b", FHIRPartitionTests.eva)]
      )
    )
    #expect(owners == [["a", "ca"], ["b", "cb"]])
  }

  @Test func `a list that begins with somebody's document is no document of theirs`() throws {
    let owners = try owners(
      FHIRFixture.bundle(
        type: "searchset",
        [
          FHIRPartitionTests.about("Patient/a", "c1", "Composition"),
          FHIRPartitionTests.about("Patient/b", "c2", "Composition"),
          FHIRPartitionTests.ola, FHIRPartitionTests.eva,
          FHIRPartitionTests.about("Patient/b", "o1"),
        ]
      )
    )
    #expect(owners == [["a", "c1"], ["b", "c2", "o1"]])
  }

  @Test func `a document that names nobody among several Patients is each one's own part`() throws {
    let owners = try owners(
      FHIRFixture.bundle(
        type: "document",
        [
          #"{"resourceType":"Composition","id":"c","section":[{"entry":[{"reference":"Patient/b"}]}]}"#,
          FHIRPartitionTests.ola, FHIRPartitionTests.eva,
          FHIRPartitionTests.about("Patient/a", "o1"),
        ]
      )
    )
    #expect(owners == [["a", "o1"], ["b", "c"]])
  }

  @Test(arguments: ["", #","subject":{"reference":"Patient/nowhere"}"#])
  func `a document without a subject is its only Patient's`(subject: String) throws {
    let owners = try owners(
      FHIRFixture.bundle(
        type: "document",
        [#"{"resourceType":"Composition","id":"c"\#(subject)}"#, FHIRPartitionTests.ola]
      )
    )
    #expect(owners == [["a", "c"]])
  }

  @Test func `two Patients with one national number are one person`() throws {
    func patient(_ id: String) -> String {
      """
      {"resourceType":"Patient","id":"\(id)","identifier":[
      {"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"13116900216"}]}
      """
    }
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle([
        patient("a"), patient("b"), FHIRPartitionTests.about("Patient/a", "o1"),
        FHIRPartitionTests.about("Patient/b", "o2"),
      ])
    )
    #expect(batch.subjects.map { $0.records.map(\.resourceID) } == [["a", "b", "o1", "o2"]])
    #expect(batch.subjects.first?.records.map(\.content.kind)[1] == .unmappedResource)
  }

  @Test func `an identifier that several Patients share makes them no one person`() throws {
    func patient(_ id: String) -> String {
      """
      {"resourceType":"Patient","id":"\(id)","identifier":[{"system":"urn:x:family","value":"12"}]}
      """
    }
    let batch = try FHIRFixture.read(FHIRFixture.bundle([patient("a"), patient("b")]))
    #expect(batch.subjects.count == 2)
    #expect(batch.subjects.allSatisfy { $0.identities.count == 1 })
  }

  @Test(
    arguments: [
      (
        "urn:uuid:11111111-2222-3333-4444-ABCDEFABCDEF",
        "urn:uuid:11111111-2222-3333-4444-abcdefabcdef"
      ),
      ("urn:oid:1.2.3", "urn:oid:1.2.3"),
      ("https://fhir.sykehus.no/Patient/7/_history/2", "https://fhir.sykehus.no/Patient/7"),
      ("http://localhost:8080/fhir/Patient/7", nil),
      ("http://example.org/fhir/Patient/7", nil),
      ("http://10.0.0.1/fhir/Patient/7", nil),
      ("Patient/7", nil),
    ] as [(String, String?)]
  )
  func `a full URL that is unique in the world names the person`(url: String, id: String?) throws {
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle(entries: [
        #"{"fullUrl":"\#(url)","resource":{"resourceType":"Patient","id":"7"}}"#
      ])
    )
    guard let identity = batch.subjects.first?.identities.first else { return }
    if let id {
      #expect(identity == .universalID(id))
    } else if case .withinFile(_, url) = identity {
    } else {
      Issue.record("an identity outside of the file")
    }
  }

  @Test func `Bundles side by side may use the same names for different things`() throws {
    func bundle(_ name: String) -> String {
      FHIRFixture.bundle([
        #"{"resourceType":"Patient","id":"1","name":[{"text":"\#(name)"}]}"#,
        #"{"resourceType":"Organization","id":"o","name":"\#(name)s lege"}"#,
        FHIRPartitionTests.about(
          "Patient/1",
          "1",
          "Observation",
          #","code":{"text":"\#(name)"},"performer":[{"reference":"Organization/o"}]"#
        ),
        FHIRPartitionTests.about("Patient/absent", "2"),
      ])
    }
    for separator in [",", "\n"] {
      let both = bundle("Ola") + separator + bundle("Eva")
      let batch = try FHIRFixture.read(separator == "," ? "[\(both)]" : both)
      #expect(
        batch.subjects.map { $0.records.map(\.content.title) }
          == [["Ola", "Olas lege", "Ola"], ["Eva", "Evas lege", "Eva"], [nil, nil], [nil, nil]]
      )
      #expect(Set(batch.subjects.flatMap(\.identities)).count == 4)
      guard case .testResult(let result) = batch.subjects[1].records[2].content else { return }
      #expect(result.performers.map(\.display) == ["Evas lege"])
      #expect(batch.report.remarks.isEmpty)
    }
  }

  @Test func `Bundles side by side about one person do not mix what has the same name`() throws {
    func bundle(_ value: String) -> String {
      FHIRFixture.bundle([
        """
        {"resourceType":"Patient","id":"1","identifier":[
        {"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"13116900216"}]}
        """,
        #"{"resourceType":"Organization","id":"o"}"#,
        FHIRPartitionTests.about("Patient/1", "1", "Observation", #","valueString":"\#(value)""#),
      ])
    }
    let batch = try FHIRFixture.read("[\(bundle("a")),\(bundle("b"))]")
    #expect(batch.subjects.map { $0.records.map(\.resourceID) } == [["1", "o", "1"]])
    let observations = try #require(batch.report.counts["Observation"])
    #expect(observations.mapped == 1 && observations.refused == 1)
    #expect(batch.report.counts["Organization"]?.mapped == 2)
    #expect(batch.report.counts["Patient"]?.mapped == 2)
    #expect(batch.report.remarks.map(\.reason) == [.duplicateIdentity])
  }

  @Test func `what many people share is not copied without end`() {
    let people = (0..<400).map { #"{"resourceType":"Patient","id":"\#($0)"}"# }
    let lists = (0..<400).map { number in
      FHIRPartitionTests.about(
        "Patient/\(number)",
        "l\(number)",
        "List",
        #","source":{"reference":"Group/g"}"#
      )
    }
    let organizations = (0..<400).map { #"{"resourceType":"Organization","id":"\#($0)"}"# }
    let group =
      #"{"resourceType":"Group","id":"g","member":["#
      + (0..<400).map { #"{"entity":{"reference":"Organization/\#($0)"}}"# }.joined(separator: ",")
      + "]}"
    #expect(throws: FHIRImportError.tooManyCopies(limit: 100_000)) {
      try FHIRFixture.read(FHIRFixture.bundle(people + lists + organizations + [group]))
    }
  }
}
