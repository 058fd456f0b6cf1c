import Testing

@testable import PortalCore

@Suite struct MedicationReadingTests {
  private static let ibuprofen = """
    {"resourceType":"Medication","id":"m","code":{"text":"Ibuprofen 200 mg"},
    "form":{"text":"tablett"},"ingredient":[{"itemCodeableConcept":{"text":"ibuprofen"},
    "strength":{"numerator":{"value":200,"unit":"mg"},"denominator":{"value":1,"unit":"stk"}}}]}
    """

  private func prescription(_ members: String, _ others: [String] = []) throws -> Prescription {
    let request = FHIRFixture.resource("MedicationRequest", members)
    let records = try FHIRFixture.records(others + [request])
    guard case .prescription(let prescription)? = records.last?.content else {
      Issue.record("not a prescription")
      return Prescription(medication: Medication(code: CodeableConcept()), status: .unknown)
    }
    return prescription
  }

  @Test(
    arguments: [
      (#""medicationCodeableConcept":{"text":"Paracet"}"#, "Paracet"),
      (#""medicationReference":{"reference":"Medication/m"}"#, "Ibuprofen 200 mg"),
      (#""medicationReference":{"reference":"Medication/m/_history/3"}"#, "Ibuprofen 200 mg"),
      (##""medicationReference":{"reference":"#c"},"contained":[\##(contained)]"##, "Salve"),
      (#""medicationReference":{"reference":"Medication/x","display":"Krem"}"#, "Krem"),
      (#""medicationReference":{"identifier":{"value":"528"}}"#, "528"),
      (#""medicationReference":{"reference":"Medication/x"}"#, "Medication/x"),
      (#""text":{"div":"<p>Dråper</p>"}"#, "Dråper"),
      ("", nil),
    ] as [(String, String?)]
  )
  func `the medicine is found wherever it stands`(members: String, title: String?) throws {
    let prescription = try prescription(members, [MedicationReadingTests.ibuprofen])
    #expect(prescription.medication.title == title)
  }

  private static let contained = #"{"resourceType":"Medication","id":"c","code":{"text":"Salve"}}"#

  @Test func `a medicine has its form and its substances with their strength`() throws {
    let prescription = try prescription(
      #""medicationReference":{"reference":"Medication/m"}"#,
      [MedicationReadingTests.ibuprofen]
    )
    #expect(prescription.medication.form?.text == "tablett")
    let substance = try #require(prescription.medication.activeSubstances.first)
    #expect(substance.code.text == "ibuprofen" && substance.strength == "200 mg / 1 stk")
  }

  @Test func `a medicine without a code is named by its substances or the reference`() throws {
    let prescription = try prescription(
      """
      "medicationReference":{"reference":"#c","display":"Blanding"},"contained":[
      {"resourceType":"Medication","id":"c","ingredient":[{"itemReference":{"reference":"#s"}},
      {"itemReference":{"display":"vann"}}]},
      {"resourceType":"Substance","id":"s","code":{"text":"salt"}}]
      """
    )
    #expect(prescription.medication.title == "salt + vann")
  }

  @Test func `a prescription has all that is needed to fetch it`() throws {
    let prescription = try prescription(
      """
      "status":"active","intent":"order","authoredOn":"2020-03-04","requester":{"display":"Dr A"},
      "medicationCodeableConcept":{"text":"B"},"dosageInstruction":[{"text":"1 daglig"}],
      "reasonCode":[{"text":"Smerte"}],"reasonReference":[{"display":"Gikt"}],
      "note":[{"text":"OBS"}],"dispenseRequest":{"quantity":{"value":30,"unit":"stk"},
      "numberOfRepeatsAllowed":2,"validityPeriod":{"start":"2020-03-04","end":"2021-03-04"}},
      "substitution":{"allowedBoolean":false},"extension":[{"url":
      "http://hl7.no/fhir/StructureDefinition/no-basis-prescriptiongroup",
      "valueCoding":{"system":"urn:oid:2.16.578.1.12.4.1.1.7421","code":"C"}}]
      """
    )
    #expect(prescription.status == .active && prescription.intent == "order")
    #expect(prescription.authoredOn?.text == "2020-03-04")
    #expect(prescription.prescriber?.display == "Dr A")
    #expect(prescription.dosages == ["1 daglig"])
    #expect(prescription.reasons.map(\.text) == ["Smerte", "Gikt"])
    #expect(prescription.quantity?.value?.text == "30" && prescription.repeatsAllowed == 2)
    #expect(prescription.validity.end?.text == "2021-03-04")
    #expect(prescription.group?.code(in: CodeSystem.prescriptionGroup) == "C")
    #expect(prescription.isSubstitutionAllowed == false && prescription.notes == ["OBS"])
  }

  @Test(arguments: [
    ("active", RecordKind.unmappedResource), ("stopped", .prescription),
    ("cancelled", .prescription),
  ])
  func `a request not to give a medicine is no prescription while it holds`(
    status: String,
    kind: RecordKind
  ) throws {
    let members =
      #""status":"\#(status)","doNotPerform":true,"medicationCodeableConcept":{"text":"X"}"#
    let content = try FHIRFixture.content(FHIRFixture.resource("MedicationRequest", members))
    #expect(content.kind == kind)
    #expect(content.title == "X")
  }

  @Test func `a dispensing names its prescription`() throws {
    let records = try FHIRFixture.records([
      FHIRFixture.resource("MedicationRequest", #""id":"r""#),
      FHIRFixture.resource(
        "MedicationDispense",
        """
        "status":"completed","whenHandedOver":"2020-03-05","whenPrepared":"2020-03-04",
        "medicationCodeableConcept":{"text":"B"},"quantity":{"value":30},
        "daysSupply":{"value":30,"unit":"d"},"performer":[{"actor":{"display":"Apotek A"}}],
        "authorizingPrescription":[{"reference":"MedicationRequest/r"}],
        "dosageInstruction":[{"text":"1 daglig"}]
        """
      ),
    ])
    guard case .dispensing(let dispensing) = records[2].content else { return }
    #expect(dispensing.prescriptions.map(\.record) == [records[1].id])
    #expect(dispensing.date?.text == "2020-03-05" && dispensing.status == "completed")
    #expect(dispensing.performers.map(\.display) == ["Apotek A"])
    #expect(dispensing.daysSupply?.unit == "d" && dispensing.dosages == ["1 daglig"])
  }

  @Test func `an entry of the medicine list says when and why`() throws {
    let content = try FHIRFixture.content(
      FHIRFixture.resource(
        "MedicationStatement",
        """
        "status":"not-taken","effectivePeriod":{"start":"2019"},"dateAsserted":"2020-01-02",
        "medicationCodeableConcept":{"text":"B"},"reasonCode":[{"text":"Gikt"}],
        "informationSource":{"reference":"Patient/p"},"note":[{"text":"N"}]
        """
      )
    )
    guard case .medicationListEntry(let entry) = content else { return }
    #expect(entry.status == .notTaken && entry.effective.start?.text == "2019")
    #expect(entry.asserted?.text == "2020-01-02" && entry.reasons.map(\.text) == ["Gikt"])
    #expect(entry.informationSource?.record == Person.recordID)
    #expect(entry.informationSource?.display == "Kari Prøve")
  }

  @Test func `the ATC code of the hospitals' medicine data is kept with the product's`() throws {
    let content = try FHIRFixture.content(
      """
      {"resourceType":"Medication","id":"m","code":{"coding":[{"system":"a","code":"1"}]},
      "extension":[{"url":
      "http://hl7.no/fhir/ig/lmdi/StructureDefinition/legemiddel-classification",
      "valueCodeableConcept":{"coding":[{"system":"http://www.whocc.no/atc","code":"N02AA05"}]}}]}
      """
    )
    guard case .medication(let medication) = content else { return }
    #expect(medication.code.code(in: CodeSystem.atc) == "N02AA05")
  }
}
