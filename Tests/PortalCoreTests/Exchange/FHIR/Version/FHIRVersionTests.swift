import Testing

@testable import PortalCore

@Suite struct FHIRVersionTests {
  @Test(arguments: [
    (#"{"resourceType":"MedicationOrder"}"#, FHIRVersion.dstu2),
    (#"{"resourceType":"ReferralRequest"}"#, .beforeR4),
    (#"{"resourceType":"Observation","category":{"text":"x"}}"#, .dstu2),
    (#"{"resourceType":"Observation","category":[],"comment":"x"}"#, .stu3),
    (#"{"resourceType":"Observation","related":[{}]}"#, .beforeR4),
    (#"{"resourceType":"Condition","clinicalStatus":"active"}"#, .beforeR4),
    (
      #"{"resourceType":"Condition","clinicalStatus":"active","category":[{}],"assertedDate":"2017"}"#,
      .stu3
    ),
    (#"{"resourceType":"Immunization","wasNotGiven":false,"date":"2013"}"#, .dstu2),
    (#"{"resourceType":"MedicationStatement","taken":"y"}"#, .stu3),
    (#"{"resourceType":"MedicationRequest","medication":{"concept":{"text":"x"}}}"#, .r5),
    (#"{"resourceType":"AllergyIntolerance","type":{"text":"x"}}"#, .r5),
    (#"{"resourceType":"Encounter","class":[{}]}"#, .r5),
    (#"{"resourceType":"Encounter","class":"inpatient"}"#, .dstu2),
    (
      #"{"resourceType":"Patient","meta":{"profile":["http://hl7.org/fhir/3.0/StructureDefinition/Patient"]}}"#,
      .stu3
    ),
    (#"{"resourceType":"CapabilityStatement","fhirVersion":"5.0.0"}"#, .r5),
    (#"{"resourceType":"Conformance","fhirVersion":"1.0.2"}"#, .dstu2),
  ])
  func `another version is named`(text: String, version: FHIRVersion) throws {
    let resource = try #require(text.split(separator: "\"").dropFirst(3).first)
    let place = JSONPlace(line: 1, column: 1)
    #expect(
      throws: FHIRImportError.otherVersion(version, resourceType: String(resource), place)
    ) {
      try FHIRFixture.read(text)
    }
  }

  @Test(arguments: [
    #"{"resourceType":"Patient","meta":{"profile":["http://hl7.org/fhir/4.0/StructureDefinition/Patient"]}}"#,
    #"{"resourceType":"StructureDefinition","fhirVersion":"4.0.1"}"#,
    #"{"resourceType":"Observation","category":[{"text":"x"}],"note":[{"text":"x"}]}"#,
    #"{"resourceType":"Condition","clinicalStatus":{"text":"active"},"recordedDate":"2020"}"#,
    #"{"resourceType":"Encounter","class":{"code":"AMB"}}"#,
    #"{"resourceType":"Composition","subject":{"display":"x"}}"#,
    #"{"resourceType":"SomethingNew"}"#,
  ])
  func `R4 is read`(text: String) throws {
    #expect(try FHIRFixture.read(text).report.counts.count == 1)
  }

  @Test func `one old shape among R4 refuses its resource only`() throws {
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle([
        FHIRFixture.patient,
        FHIRFixture.resource("Observation", #""category":[{"text":"lab"}],"code":{"text":"A"}"#),
        FHIRFixture.resource("Observation", #""category":[{"text":"lab"}],"code":{"text":"B"}"#),
        FHIRFixture.resource("Condition", #""clinicalStatus":"active""#),
      ])
    )
    #expect(batch.report.counts["Observation"]?.mapped == 2)
    #expect(batch.report.counts["Condition"]?.refused == 1)
  }

  @Test func `shapes that contradict each other are a mistake, no version`() throws {
    let batch = try FHIRFixture.read(
      FHIRFixture.bundle([
        #"{"resourceType":"Patient","id":"p"}"#,
        FHIRFixture.resource("Observation", #""category":{"text":"lab"}"#),
        FHIRFixture.resource("Immunization", #""occurrenceDateTime":"2020""#),
      ])
    )
    #expect(batch.report.counts["Observation"]?.refused == 1)
    #expect(batch.report.counts["Immunization"]?.mapped == 1)
  }
}
