import Testing

@testable import PortalCore

/// Damaged files end in a refusal or in a sound batch, never in a trap.
@Suite struct FHIRMutationTests {
  /// The same sequence every time: a failure can be repeated.
  struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var mixed = state
      mixed = (mixed ^ (mixed >> 33)) &* 0xFF51_AFD7_ED55_8CCD
      return mixed ^ (mixed >> 29)
    }
  }

  private static let fixture = Array(
    FHIRFixture.bundle(
      type: "document",
      [
        FHIRFixture.resource(
          "Composition",
          ##"""
          "id":"c","status":"final","type":{"text":"T"},"date":"2020-01-02","author":[{"reference":
          "Practitioner/d"}],"section":[{"title":"S","text":{"div":"<p>a<b>b</b>&amp;</p>"},"entry":
          [{"reference":"Observation/o"}],"section":[{"title":"U"}]}],"meta":{"security":[{"system":
          "urn:oid:2.16.578.1.12.4.1.1.9603","code":"NORS"}],"lastUpdated":"2020-01-02T03:04:05Z"}
          """##
        ),
        """
        {"resourceType":"Patient","id":"p","identifier":[{"system":
        "urn:oid:2.16.578.1.12.4.1.4.1","value":"13116900216"}],"name":[{"given":["Kari"],"family":
        "P"}],"birthDate":"1980-01-02","contact":[{"name":{"text":"Mor"}}],"deceasedBoolean":false}
        """,
        FHIRFixture.resource(
          "Observation",
          """
          "id":"o","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"1-1"}]},
          "valueQuantity":{"value":1.50,"unit":"g","comparator":"<"},"component":[{"code":{"text":
          "A"},"valueRange":{"low":{"value":1},"high":{"value":2}}}],"referenceRange":[{"age":{"low":
          {"value":18}},"low":{"value":1}}],"effectivePeriod":{"start":"2020","end":"2021"},
          "hasMember":[{"reference":"Observation/o"}],"performer":[{"reference":"#r"}],"contained":
          [{"resourceType":"PractitionerRole","id":"r","practitioner":{"reference":"#r"}}]
          """
        ),
        FHIRFixture.resource(
          "MedicationRequest",
          """
          "status":"active","medicationReference":{"reference":"Medication/m"},"dosageInstruction":
          [{"timing":{"repeat":{"frequency":2,"period":1,"periodUnit":"d","boundsPeriod":{"start":
          "2020"}}},"doseAndRate":[{"doseQuantity":{"value":1,"unit":"stk"}}]}],"dispenseRequest":
          {"quantity":{"value":3},"numberOfRepeatsAllowed":1}
          """
        ),
        """
        {"resourceType":"Medication","id":"m","code":{"text":"M"},"ingredient":[{"itemReference":
        {"reference":"Medication/m"},"strength":{"numerator":{"value":1,"unit":"mg"}}}]}
        """,
        FHIRFixture.resource(
          "Communication",
          """
          "id":"k","inResponseTo":[{"reference":"Communication/k"}],"sender":{"reference":
          "Patient/p"},"payload":[{"contentString":"Hei"}],"sent":"2020-01-02T03:04:05+01:00"
          """
        ),
        FHIRFixture.resource(
          "Immunization",
          #""vaccineCode":{"text":"V"},"occurrenceDateTime":"2020","protocolApplied":[{"doseNumberPositiveInt":1}]"#
        ),
        FHIRFixture.resource(
          "CarePlan",
          #""title":"Plan","period":{"start":"2020"},"status":"active""#
        ),
        #"{"resourceType":"Practitioner","id":"d","name":[{"text":"Dr A"}]}"#,
      ]
    ).utf8
  )

  private func check(_ bytes: [UInt8]) {
    guard let batch = try? FHIRFixture.read(bytes) else { return }
    for count in batch.report.counts.values {
      #expect(count.read == count.mapped + count.kept + count.refused)
    }
    for subject in batch.subjects {
      #expect(!subject.identities.isEmpty)
      #expect(Set(subject.records.map(\.id)).count == subject.records.count)
      #expect(subject.records.allSatisfy { $0.range.upperBound <= subject.originals.count })
    }
  }

  @Test func `bytes that were changed, cut or doubled are survived`() {
    var generator = SeededGenerator(state: 1)
    for _ in 0..<250 {
      var bytes = FHIRMutationTests.fixture
      for _ in 0...Int.random(in: 0..<3, using: &generator) {
        let position = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[position] = UInt8.random(in: .min ... .max, using: &generator)
        case 1: bytes.remove(at: position)
        case 2: bytes.insert(bytes[Int.random(in: bytes.indices, using: &generator)], at: position)
        default:
          let digits = Array("0123456789-/#:".utf8)
          bytes[position] = digits.randomElement(using: &generator) ?? 0
        }
      }
      check(bytes)
    }
  }

  @Test func `values of the wrong kind anywhere are survived`() throws {
    var generator = SeededGenerator(state: 2)
    let fixture = FHIRMutationTests.fixture
    let document = try JSONDocument(parsing: fixture)
    let others = [
      "null", "7", "-1e400", "\"\"", "\"x\"", "\"#\"", "\"Patient/p\"", "{}", "[]", "[null]",
      "[[]]",
      "[{}]", "true", "{\"reference\":\"#r\"}", "{\"a\":{\"a\":[{}]}}", "\"9999-99-99\"",
      "\"\\u0000\\ud83d\"", "\"\\u0007 \\ud83d\\ude00\"", "9223372036854775808",
    ].map { Array($0.utf8) }
    for _ in 0..<500 {
      let index = Int.random(in: document.nodes.indices, using: &generator)
      let range = JSONNode(document: document, index: index).byteRange
      guard let other = others.randomElement(using: &generator) else { continue }
      check(Array(fixture[..<range.lowerBound]) + other + Array(fixture[range.upperBound...]))
    }
  }

  @Test func `values that changed places are survived`() throws {
    var generator = SeededGenerator(state: 3)
    let fixture = FHIRMutationTests.fixture
    let document = try JSONDocument(parsing: fixture)
    for _ in 0..<250 {
      let ranges = (0..<2).map { _ in
        JSONNode(
          document: document,
          index: Int.random(in: document.nodes.indices, using: &generator)
        ).byteRange
      }
      check(
        Array(fixture[..<ranges[0].lowerBound]) + fixture[ranges[1]]
          + Array(fixture[ranges[0].upperBound...])
      )
    }
  }

  @Test func `a file cut anywhere is refused`() {
    let fixture = FHIRMutationTests.fixture
    for end in stride(from: 1, to: fixture.count, by: 41) {
      #expect(throws: FHIRImportError.self) { try FHIRFixture.read(Array(fixture[..<end])) }
    }
  }

  @Test func `resources nested as deep as JSON may be are read`() {
    let depth = 60
    let section = String(repeating: #"{"section":["#, count: depth)
    let end = String(repeating: "]}", count: depth)
    let text = FHIRFixture.resource("Composition", #""section":[\#(section)\#(end)]"#)
    #expect((try? FHIRFixture.read(text)) != nil)
    let bundles = String(repeating: #"{"resourceType":"Bundle","entry":[{"resource":"#, count: 40)
    let closing = String(repeating: "}]}", count: 40)
    #expect((try? FHIRFixture.read(bundles + FHIRFixture.patient + closing)) != nil)
  }
}
