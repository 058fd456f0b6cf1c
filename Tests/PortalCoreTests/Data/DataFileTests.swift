import Testing

@testable import PortalCore

/// The files that are compiled in are read, and make sense; what is wrong in one is found.
struct DataFileTests {
  @Test func `no two fees hold for the same contact on the same day`() throws {
    let fees = FeeSchedule.standard.fees
    #expect(!fees.isEmpty)
    for (index, fee) in fees.enumerated() {
      #expect(fee.kroner >= 0 && fee.kroner < 10_000)
      #expect(fee.validTo.map { $0 >= fee.validFrom } ?? true)
      for other in fees[(index + 1)...] where other.contact == fee.contact {
        let isApart =
          (fee.hours != nil && other.hours != nil && fee.hours != other.hours)
          || (fee.doctor != nil && other.doctor != nil && fee.doctor != other.doctor)
        #expect(isApart || !(fee.holds(on: other.validFrom) || other.holds(on: fee.validFrom)))
      }
    }
  }

  @Test func `every kind of contact has a figure for every hour and doctor`() throws {
    let day = try #require(CivilDate("2024-01-01"))
    for contact in UserFee.Contact.allCases {
      for hours in UserFee.Hours.allCases {
        for doctor in UserFee.Doctor.allCases {
          let question = FeeSchedule.Question(
            contact: contact,
            hours: hours,
            doctor: doctor,
            day: day
          )
          #expect(FeeSchedule.standard.cost(question) != .unknown, "\(contact) \(hours) \(doctor)")
        }
      }
    }
  }

  @Test func `a cap stands once for a year`() {
    let years = FeeSchedule.standard.caps.map(\.year)
    #expect(Set(years).count == years.count)
  }

  @Test(arguments: [
    "", "{}", "[]", #"{"format":2,"fees":[],"exemptionCaps":[],"freeUnderAgeInYears":16}"#,
    #"{"format":1,"fees":[],"exemptionCaps":[]}"#,
    #"{"format":1,"fees":[{"contact":"x","kroner":1,"validFrom":"2024-01-01"}],"exemptionCaps":[],"freeUnderAgeInYears":16}"#,
    #"{"format":1,"fees":[{"contact":"office","kroner":1,"validFrom":"2024-02-30"}],"exemptionCaps":[],"freeUnderAgeInYears":16}"#,
    #"{"format":1,"fees":[{"contact":"office","kroner":1.5,"validFrom":"2024-01-01"}],"exemptionCaps":[],"freeUnderAgeInYears":16}"#,
  ])
  func `a file of fees that is not one is not taken for one`(text: String) {
    #expect(throws: (any Error).self) { try FeeSchedule(file: Array(text.utf8)) }
  }

  @Test func `a sign stands once, in words, and gives its own advice`() throws {
    let signs = try SecondLook.signs(file: PackageResources.second_look_json)
    #expect(Set(signs.map(\.advice)) == Set(SecondLook.Advice.allCases))
    var seen: Set<String> = []
    for (advice, phrase) in signs {
      #expect(seen.insert("\(advice) \(phrase)").inserted, "\(phrase) stands twice")
      let list = SecondLook(signs: [(advice, phrase)])
      #expect(list.advice(on: phrase, kind: .office).map(\.advice) == [advice], "\(phrase)")
      #expect(phrase.count >= 3 && phrase.count <= 40)
    }
  }

  @Test(arguments: [
    #"{"format":1}"#, #"{"format":1,"signs":[{"advice":"other","phrases":[]}]}"#,
    #"{"format":1,"signs":[{"advice":"emergency","phrases":"x"}]}"#,
  ])
  func `a list of signs that is not one is not taken for one`(text: String) {
    #expect(throws: (any Error).self) { try SecondLook.signs(file: Array(text.utf8)) }
  }

  @Test func `an answer's texts have a title, no unknown placeholder, and greet by name`() {
    let templates = AnswerTemplate.standard
    #expect(Set(templates.map(\.id)).count == templates.count)
    #expect(Set(templates.map(\.use)) == Set(AnswerTemplate.Use.allCases))
    for template in templates {
      for language in AnswerTemplate.Language.allCases {
        let wording = template.wording(in: language)
        #expect((1...60).contains(wording.title.count) && !wording.title.contains("{"))
        let text = template.text(in: language, firstName: "Åse", practice: "Legene")
        #expect(text.contains(" Åse.\n") && text.hasSuffix("\nLegene"))
        #expect(!text.contains("{") && !text.contains("}") && text.count <= MessageLimits.text)
      }
    }
  }

  @Test(arguments: [
    #"{"format":1,"templates":[{"id":"a","use":"other"}]}"#,
    #"{"format":1,"templates":[{"id":"a","use":"answer","nb":{"title":"","text":""}}]}"#,
  ])
  func `a file of templates that is not one is not taken for one`(text: String) {
    #expect(throws: (any Error).self) { try AnswerTemplate.all(file: Array(text.utf8)) }
  }
}
