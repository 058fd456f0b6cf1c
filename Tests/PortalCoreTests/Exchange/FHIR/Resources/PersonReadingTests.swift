import Testing

@testable import PortalCore

/// Patients, and those who care for them.
@Suite struct PersonReadingTests {
  private func person(_ members: String) throws -> (Person, ImportBatch.Subject) {
    let batch = try FHIRFixture.read(#"{"resourceType":"Patient","id":"p",\#(members)}"#)
    let subject = try #require(batch.subjects.first)
    guard case .person(let person)? = subject.records.first?.content else {
      Issue.record("not a person")
      return (Person(), subject)
    }
    return (person, subject)
  }

  @Test func `a Patient has names, addresses, contacts and a general practitioner`() throws {
    let (person, _) = try person(
      """
      "name":[{"use":"official","given":["Kari"],"family":"Prøve","extension":[{"url":
      "http://hl7.no/fhir/StructureDefinition/no-basis-middlename","valueString":"Mellom"}]},{}],
      "birthDate":"1980-02","gender":"female","deceasedDateTime":"2020-05-06",
      "telecom":[{"system":"phone","value":"12","use":"home"},{"system":"email"}],
      "address":[{"line":["Veien 1"],"postalCode":"0001","city":"Oslo","country":"NO"},
      {"text":"Her"}],"maritalStatus":{"text":"gift"},
      "communication":[{"language":{"text":"engelsk"}},
      {"language":{"text":"norsk"},"preferred":true}],
      "generalPractitioner":[{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.2","value":"7"},
      "display":"Dr A"}],"contact":[{"relationship":[{"text":"mor"}],"name":{"text":"Mor Prøve"},
      "telecom":[{"value":"34"}]},{"organization":{"display":"Skolen"}}]
      """
    )
    #expect(person.displayName == "Kari Mellom Prøve" && person.names.count == 1)
    #expect(person.birthDate?.text == "1980-02" && person.gender == "female")
    #expect(person.isDeceased == true && person.deceasedDate?.text == "2020-05-06")
    #expect(person.telecoms == [ContactPoint(system: "phone", value: "12", use: "home")])
    #expect(person.addresses == ["Veien 1, 0001 Oslo, NO", "Her"])
    #expect(person.languages.map(\.text) == ["norsk", "engelsk"])
    #expect(person.maritalStatus?.text == "gift")
    #expect(person.generalPractitioners.map(\.display) == ["Dr A"])
    #expect(person.generalPractitioners.first?.identifier?.value == "7")
    #expect(person.contacts.map(\.name) == ["Mor Prøve", "Skolen"])
    #expect(person.contacts.first?.relationships.map(\.text) == ["mor"])
  }

  @Test(arguments: [
    #"{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"13116900216"}"#,
    #"{"system":"2.16.578.1.12.4.1.4.1","value":"131169 00216"}"#,
    #"{"system":"http://hl7.no/fhir/NamingSystem/FNR","value":" 13116900216 "}"#,
    """
    {"type":{"coding":[{"system":"urn:oid:2.16.578.1.12.4.1.1.8116","code":"FNR"}]},
    "value":"13116900216"}
    """,
    """
    {"type":{"coding":[{"system":"http://helsedir.no/fhir/CodeSystem/no-kodeverk-8327",
    "code":"FNR"}]},"value":"13116900216"}
    """,
  ])
  func `a national number is found by whichever name its system has`(identifier: String) throws {
    let (person, subject) = try person(#""identifier":[\#(identifier)]"#)
    let number = try #require(NationalIdentityNumber("13116900216"))
    #expect(subject.identities == [.nationalNumber(number)])
    #expect(person.nationalIdentityNumber == number)
    #expect(!subject.hasUnverifiedNationalNumber)
  }

  @Test func `a number that fails its check is kept and proves nothing`() throws {
    let batch = try FHIRFixture.read(
      """
      {"resourceType":"Patient","id":"p",
      "identifier":[{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"13116900217"}]}
      """
    )
    let subject = try #require(batch.subjects.first)
    #expect(subject.hasUnverifiedNationalNumber)
    guard case .withinFile? = subject.identities.first else {
      Issue.record("a wrong number is an identity")
      return
    }
    #expect(
      batch.report.remarks == [
        ImportReport.Remark(
          reason: .unverifiedNationalNumber,
          resourceType: "Patient",
          line: 2
        )
      ]
    )
    guard case .person(let person)? = subject.records.first?.content else { return }
    #expect(person.identifiers.map(\.value) == ["13116900217"])
    #expect(person.nationalIdentityNumber == nil)
  }

  @Test(arguments: [
    (#"{"system":"http://mrn.no/a","value":"4711"}"#, true),
    (#"{"system":"urn:oid:1.2.3","value":"4711"}"#, true),
    (#"{"system":"1.2.3","value":"4711"}"#, true),
    (#"{"system":"mrn","value":"4711"}"#, false),
    (#"{"value":"4711"}"#, false),
    (#"{"system":"http://mrn.no/a"}"#, false),
    (#"{"system":"http://mrn.no/a","value":"unknown"}"#, false),
    (#"{"system":"http://mrn.no/a","value":"N/A"}"#, false),
    (#"{"system":"http://mrn.no/a","value":"0"}"#, false),
    (#"{"system":"http://mrn.no/a","value":"--"}"#, false),
    (#"{"system":"http://mrn.no/a","value":"000-00-0000"}"#, false),
    (#"{"system":"http://mrn.no/a","value":"4711","use":"temp"}"#, false),
    (#"{"system":"http://mrn.no/a","value":"4711","use":"old"}"#, false),
    (
      """
      {"type":{"coding":[{"system":"urn:oid:2.16.578.1.12.4.1.1.8116","code":"HNR"}]},
      "value":"13116900216"}
      """, false
    ),
  ])
  func `only an identifier that tells people apart is an identity`(
    identifier: String,
    isTelling: Bool
  ) throws {
    let (_, subject) = try person(#""identifier":[\#(identifier)]"#)
    if case .identifier(_, "4711")? = subject.identities.first {
      #expect(isTelling)
    } else {
      #expect(!isTelling)
    }
  }

  @Test func `practitioners, their roles and organisations are read`() throws {
    let records = try FHIRFixture.records([
      """
      {"resourceType":"Practitioner","id":"d","name":[{"text":"Dr A"}],"identifier":[
      {"system":"http://hl7.no/fhir/NamingSystem/HPR","value":"1234567"}],
      "telecom":[{"value":"1"}],"qualification":[{"code":{"text":"Lege"}},{}]}
      """,
      """
      {"resourceType":"Organization","id":"o","alias":["Legekontoret"],"type":[{"text":"prov"}],
      "address":[{"city":"Oslo"}],"telecom":[{"value":"2"}],"partOf":{"display":"Kommunen"}}
      """,
      """
      {"resourceType":"PractitionerRole","id":"r","practitioner":{"reference":"Practitioner/d"},
      "organization":{"reference":"Organization/o"},"code":[{"text":"fastlege"}],
      "specialty":[{"text":"allmennmedisin"}],"period":{"start":"2020"}}
      """,
    ])
    guard case .practitioner(let practitioner) = records[1].content,
      case .organization(let organization) = records[2].content,
      case .practitionerRole(let role) = records[3].content
    else {
      Issue.record("other kinds")
      return
    }
    #expect(practitioner.displayName == "Dr A")
    #expect(practitioner.identifiers.first?.system == CodeSystem.practitionerNumber)
    #expect(practitioner.qualifications.map(\.text) == ["Lege"])
    #expect(organization.name == "Legekontoret" && organization.addresses == ["Oslo"])
    #expect(organization.partOf?.display == "Kommunen")
    #expect(role.practitioner?.record == records[1].id && role.practitioner?.display == "Dr A")
    #expect(role.organization?.record == records[2].id)
    #expect(role.specialties.map(\.text) == ["allmennmedisin"])
  }
}
