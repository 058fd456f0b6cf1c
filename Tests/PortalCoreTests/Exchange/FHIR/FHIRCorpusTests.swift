import Testing

@testable import PortalCore

/// The published files, each read completely; counts taken from the files by other means.
@Suite(.enabled(if: FHIRCorpus.isPresent)) struct FHIRCorpusTests {
  private static let mappedTypes: Set<String> = [
    "Patient", "Practitioner", "PractitionerRole", "Organization", "Composition", "Observation",
    "DiagnosticReport", "MedicationRequest", "MedicationStatement", "MedicationDispense",
    "Medication", "Immunization", "AllergyIntolerance", "Condition", "Communication",
    "Appointment",
  ]

  @Test(arguments: [
    ("bulk/Immunization.000.ndjson", 13, "Immunization 161"),
    (
      "immunization/eu-dcc-svc-Bundle-04.json", 1,
      """
      Composition 1 Immunization 1 ImmunizationRecommendation 1 Location 1 Organization 2 Patient 1 \
      Practitioner 1
      """
    ),
    (
      "ips/AT_ELGA_Musterfrau.json", 1,
      """
      AllergyIntolerance 1 Composition 1 Condition 5 Device 1 Immunization 3 Medication 7 \
      MedicationStatement 7 Observation 77 Organization 77 Patient 1
      """
    ),
    (
      "ips/CA_VeroSource_buddy_bear.json", 1,
      "Composition 1 DiagnosticReport 1 Immunization 18 Observation 5 Organization 1 Patient 1"
    ),
    (
      "ips/DK_Maria_Gravitate.json", 1,
      """
      AllergyIntolerance 1 Composition 1 Condition 3 Medication 3 MedicationStatement 3 Patient 1 \
      Practitioner 1
      """
    ),
    (
      "ips/US_Epic_emptyReason.json", 1,
      "Composition 1 Condition 5 Immunization 6 Organization 1 Patient 1"
    ),
    (
      "ips/US_MEDITECH_ips_2.json", 1,
      """
      AllergyIntolerance 2 Composition 1 Condition 8 Device 1 DeviceUseStatement 1 Immunization 2 \
      Medication 3 MedicationRequest 3 MedicationStatement 3 Organization 2 Patient 1 \
      Practitioner 2 Procedure 10
      """
    ),
    (
      "ips/ips-ig-Bundle-01.json", 1,
      """
      AllergyIntolerance 2 Composition 1 Condition 2 Medication 2 MedicationStatement 2 \
      Observation 7 Organization 2 Patient 1 Practitioner 1
      """
    ),
    (
      "ips/ips-ig-minimal.json", 1,
      """
      AllergyIntolerance 1 Composition 1 Condition 1 Medication 1 MedicationStatement 1 \
      Organization 1 Patient 1 Practitioner 1
      """
    ),
    (
      "lab/eu-lab-SimpleChemistryResultReport.json", 1,
      """
      Composition 1 DiagnosticReport 1 Observation 2 Organization 3 Patient 1 Practitioner 7 \
      PractitionerRole 5 ServiceRequest 1 Specimen 2
      """
    ),
    (
      "norway/gastronet-Bundle.json", 1,
      """
      DiagnosticReport 1 List 1 Location 1 MedicationStatement 2 Observation 4 Organization 1 \
      Patient 1 Practitioner 2 Procedure 1
      """
    ),
    ("norway/lmdi-Medication-FestVirkestoff.json", 1, "Medication 1"),
    ("norway/lmdi-MedicationRequest-ICD10.json", 1, "MedicationRequest 1"),
    ("norway/lmdi-Patient-DNR.json", 1, "Patient 1"),
    ("norway/no-basis-Appointment.json", 1, "Appointment 1"),
    ("norway/no-basis-Patient-EspenEksempel.json", 1, "Patient 1"),
    ("norway/no-basis-RelatedPerson-Aeresdoktor.json", 1, "RelatedPerson 1"),
    ("norway/no-domain-blood-pressure.json", 1, "Observation 1"),
    ("norway/refero-QuestionnaireResponse.json", 1, "QuestionnaireResponse 1"),
    ("single/CarePlan.json", 1, "CarePlan 1"),
    ("single/Communication-example.json", 1, "Communication 1"),
    ("single/Consent-example.json", 1, "Consent 1"),
    ("single/MedicationDispense-AU.json", 1, "MedicationDispense 1"),
    ("single/MedicationStatement.json", 1, "MedicationStatement 1"),
    (
      "synthea/synthea-0.5MB.json", 1,
      """
      CarePlan 1 Claim 11 Condition 3 DiagnosticReport 2 Encounter 9 ExplanationOfBenefit 9 \
      Immunization 12 MedicationRequest 2 Observation 71 Organization 1 Patient 1 Practitioner 1 \
      Procedure 3
      """
    ),
    (
      "synthea/synthea-0.8MB.json", 1,
      """
      CarePlan 1 Claim 15 Condition 5 DiagnosticReport 13 Encounter 14 ExplanationOfBenefit 14 \
      Goal 5 Immunization 11 MedicationRequest 1 Observation 163 Organization 1 Patient 1 \
      Practitioner 1 Procedure 8
      """
    ),
    (
      "synthea/synthea-1.7MB.json", 1,
      """
      CarePlan 3 Claim 50 Condition 6 DiagnosticReport 35 Encounter 32 ExplanationOfBenefit 32 \
      Goal 5 Immunization 11 MedicationRequest 18 Observation 385 Organization 1 Patient 1 \
      Practitioner 1 Procedure 5
      """
    ),
    ("broken/bundle-duplicate-id.json", 1, "Patient 1 RelatedPerson 1"),
    ("broken/list-xhtml-xxe.json", 1, "List 1"),
  ])
  func `a published file is read completely`(file: String, people: Int, types: String) throws {
    let batch = try FHIRFixture.read(try FHIRCorpus.bytes(of: file))
    var expected: [String: ImportReport.Count] = [:]
    let words = types.split(separator: " ").map(String.init)
    for (type, number) in zip(words, words.dropFirst()) {
      guard let number = Int(number) else { continue }
      var count = ImportReport.Count()
      count.read = number
      count.mapped = FHIRCorpusTests.mappedTypes.contains(type) ? number : 0
      count.kept = number - count.mapped
      expected[type] = count
    }
    #expect(batch.report.counts == expected)
    #expect(batch.subjects.count == people)
    for subject in batch.subjects {
      checkSoundness(of: subject)
    }
  }

  private func checkSoundness(of subject: ImportBatch.Subject) {
    let ids = subject.records.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(!subject.identities.isEmpty)
    var end = 0
    for record in subject.records {
      #expect(record.range.lowerBound == end)
      let original = subject.originals[record.range]
      #expect(record.digest == Hexadecimal.text(FHIRFixture.digest(original)))
      #expect(original.first == UInt8(ascii: "{") && original.last == UInt8(ascii: "}"))
      end = record.range.upperBound + 1
    }
    #expect(end == subject.originals.count)
  }

  @Test func `broken files are refused for what is wrong with them`() throws {
    func error(_ name: String) throws -> FHIRImportError? {
      let bytes = try FHIRCorpus.bytes(of: name)
      do throws(FHIRImportError) {
        _ = try FHIRFixture.read(bytes)
        return nil
      } catch {
        return error
      }
    }
    func place(_ line: Int, _ column: Int) -> JSONPlace {
      JSONPlace(line: line, column: column)
    }
    let unexpected = JSONError.Reason.unexpectedCharacter
    #expect(
      try error("broken/PatientMissingResourceType.json") == .notFHIR(place(1, 1))
    )
    #expect(
      try error("broken/comments.json")
        == .notJSON(JSONError(reason: unexpected, place: place(3, 3)))
    )
    #expect(
      try error("broken/trailing-comma-in-object.json")
        == .notJSON(JSONError(reason: unexpected, place: place(4, 1)))
    )
    #expect(
      try error("broken/trailing-dot-number.json")
        == .notJSON(JSONError(reason: .invalidNumber, place: place(22, 22)))
    )
    #expect(
      try error("broken/ndjson-with-a-bad-line.ndjson")
        == .unreadableLine(JSONError(reason: unexpected, place: place(4, 1)))
    )
    #expect(
      try error("broken/dstu2-labs.json")
        == .otherVersion(.dstu2, resourceType: "DiagnosticReport", place(9, 19))
    )
    #expect(try error("norway/dcc-NO-vaccination.json") == .digitalCovidCertificate)
  }

  @Test func `an entity of a narrative is never looked up`() throws {
    let batch = try FHIRFixture.read(try FHIRCorpus.bytes(of: "broken/list-xhtml-xxe.json"))
    guard case .unmappedResource(let list)? = batch.subjects.first?.records.first?.content else {
      Issue.record("no List")
      return
    }
    #expect(list.text == "This is some narrative")
  }

  @Test(arguments: ["ips/ips-ig-Bundle-01.json", "synthea/synthea-0.5MB.json"])
  func `reading a file again gives the same ids and digests`(file: String) throws {
    let bytes = try FHIRCorpus.bytes(of: file)
    let (first, second) = (try FHIRFixture.read(bytes), try FHIRFixture.read(bytes))
    for (left, right) in zip(first.subjects, second.subjects) {
      #expect(left.identities == right.identities)
      #expect(left.records.map(\.id) == right.records.map(\.id))
      #expect(left.records.map(\.digest) == right.records.map(\.digest))
    }
  }
}
