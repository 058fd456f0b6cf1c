import Testing

@testable import PortalCore

/// Diagnoses, allergies and vaccinations.
@Suite struct ConditionReadingTests {
  @Test(
    arguments: [
      (#""onsetDateTime":"2015-01""#, "2015-01", nil),
      (#""onsetPeriod":{"start":"2015","end":"2016"}"#, "2015", "2015 - 2016"),
      (#""onsetPeriod":{"end":"2016"}"#, nil, "≤ 2016"),
      (#""onsetAge":{"value":45,"unit":"år","code":"a"}"#, nil, "45 år"),
      (
        #""onsetRange":{"low":{"value":40,"unit":"a"},"high":{"value":45,"unit":"a"}}"#, nil,
        "40 - 45 a"
      ),
      (#""onsetString":"som barn""#, nil, "som barn"),
      ("", nil, nil),
    ] as [(String, String?, String?)]
  )
  func `the onset is a date or what is said of it`(
    members: String,
    date: String?,
    text: String?
  ) throws {
    for type in ["Condition", "AllergyIntolerance"] {
      let content = try FHIRFixture.content(FHIRFixture.resource(type, members))
      switch content {
      case .healthCondition(let condition):
        #expect(condition.onset?.text == date && condition.onsetText == text)
      case .allergy(let allergy):
        #expect(allergy.onset?.text == date && allergy.onsetText == text)
      default:
        Issue.record("neither diagnosis nor allergy")
      }
    }
  }

  @Test func `a diagnosis has its codes, statuses and places`() throws {
    let content = try FHIRFixture.content(
      FHIRFixture.resource(
        "Condition",
        """
        "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icpc-2","code":"R80"},
        {"system":"http://hl7.org/fhir/sid/icd-10-no","code":"J11","display":"Influensa"}]},
        "clinicalStatus":{"coding":[{"code":"resolved"}]},
        "verificationStatus":{"text":"confirmed"},"category":[{"text":"problem"}],
        "severity":{"text":"mild"},"bodySite":[{"text":"luftveier"}],
        "abatementDateTime":"2020-03","recordedDate":"2020-02-01","recorder":{"display":"Dr A"},
        "note":[{"text":"N"}]
        """
      )
    )
    guard case .healthCondition(let condition) = content else { return }
    #expect(condition.code.code(in: CodeSystem.icpc2) == "R80")
    #expect(condition.code.code(in: CodeSystem.icd10) == "J11")
    #expect(condition.code.title == "Influensa")
    #expect(condition.clinicalStatus == "resolved" && condition.verificationStatus == "confirmed")
    #expect(condition.bodySites.map(\.text) == ["luftveier"] && condition.severity?.text == "mild")
    #expect(condition.abatement?.text == "2020-03" && condition.recorded?.text == "2020-02-01")
    #expect(condition.recorder?.display == "Dr A" && condition.notes == ["N"])
  }

  @Test func `an allergy has its reactions`() throws {
    let content = try FHIRFixture.content(
      FHIRFixture.resource(
        "AllergyIntolerance",
        """
        "code":{"text":"Penicillin"},"type":"allergy","category":["medication"],
        "criticality":"high","clinicalStatus":{"coding":[{"code":"active"}]},
        "verificationStatus":{"coding":[{"code":"refuted"}]},"lastOccurrence":"2010",
        "recordedDate":"2011","reaction":[{"manifestation":[{"text":"utslett"},{"text":"kløe"}],
        "severity":"severe","onset":"2010-05","substance":{"text":"amoksicillin"},
        "description":"etter en time"},{"note":[{"text":"igjen"}]}]
        """
      )
    )
    guard case .allergy(let allergy) = content else { return }
    #expect(allergy.type == "allergy" && allergy.categories == ["medication"])
    #expect(allergy.criticality == "high" && allergy.verificationStatus == "refuted")
    #expect(allergy.lastOccurrence?.text == "2010" && allergy.recorded?.text == "2011")
    #expect(allergy.reactions.map(\.text) == ["etter en time", "igjen"])
    let reaction = try #require(allergy.reactions.first)
    #expect(reaction.manifestations.map(\.text) == ["utslett", "kløe"])
    #expect(reaction.severity == "severe" && reaction.onset?.text == "2010-05")
    #expect(reaction.substance?.text == "amoksicillin")
  }

  @Test func `a vaccination has its dose, its diseases and where it was given`() throws {
    let content = try FHIRFixture.content(
      FHIRFixture.resource(
        "Immunization",
        """
        "status":"completed","vaccineCode":{"coding":[
        {"system":"http://helsedir.no/fhir/CodeSystem/no-kodeverk-9501","code":"MMR01"}]},
        "occurrenceString":"som barn","manufacturer":{"display":"M"},"lotNumber":"L1",
        "site":{"text":"arm"},"location":{"display":"Skolen"},"note":[{"text":"N"}],
        "performer":[{"actor":{"display":"Sykepleier A"}},{"function":{"text":"x"}}],
        "subpotentReason":[{"text":"halv dose"}],
        "protocolApplied":[{"targetDisease":[{"text":"meslinger"}],"doseNumberPositiveInt":2},
        {"targetDisease":[{"text":"kusma"}],"doseNumberString":"2","seriesDosesString":"2-3"}]
        """
      )
    )
    guard case .vaccination(let vaccination) = content else { return }
    #expect(vaccination.vaccine.code(in: CodeSystem.sysvak) == "MMR01")
    #expect(vaccination.status == .completed && vaccination.occurrenceText == "som barn")
    #expect(vaccination.targetDiseases.map(\.text) == ["meslinger", "kusma"])
    #expect(vaccination.doseNumber == "2" && vaccination.seriesDoses == "2-3")
    #expect(vaccination.lotNumber == "L1" && vaccination.site?.text == "arm")
    #expect(vaccination.performers.map(\.display) == ["Sykepleier A"])
    #expect(vaccination.location?.display == "Skolen")
    #expect(vaccination.notes == ["N", "halv dose"])
  }

  @Test(arguments: [("not-done", Vaccination.Status.notDone), ("planned", .unknown)])
  func `a vaccine that was not given says so`(code: String, status: Vaccination.Status) throws {
    let content = try FHIRFixture.content(
      FHIRFixture.resource("Immunization", #""status":"\#(code)""#)
    )
    guard case .vaccination(let vaccination) = content else { return }
    #expect(vaccination.status == status)
  }
}
