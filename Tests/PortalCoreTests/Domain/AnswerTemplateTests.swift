import Testing

@testable import PortalCore

struct AnswerTemplateTests {
  private func text(_ pattern: String, _ firstName: String?, _ practice: String? = nil) -> String {
    let wording = AnswerTemplate.Wording(title: "", text: pattern)
    return AnswerTemplate(id: "a", use: .answer, bokmal: wording, english: wording)
      .text(in: .bokmal, firstName: firstName, practice: practice)
  }

  @Test(arguments: [
    ("Hei {firstName}.", "Åse", "Hei Åse."), ("Hei {firstName}.", nil, "Hei."),
    ("Hei {firstName}.", "", "Hei."), ("{firstName}, hei", nil, ", hei"),
    ("{firstName} {firstName}", "A", "A A"), ("Hei {other}", "A", "Hei {other}"),
    ("Hei {firstName", "A", "Hei {firstName"), ("Hei }{firstName}", "A", "Hei }A"),
    ("Hei\n\n{practice}", "A", "Hei"), ("", "A", ""), ("{}", "A", "{}"),
    ("Hei {firstName}.", "{practice}", "Hei {practice}."),
    ("Hei {firstName}.", "👩‍👧", "Hei 👩‍👧."),
  ])
  func `a placeholder is filled in, or left out with its space`(
    pattern: String,
    firstName: String?,
    filled: String
  ) {
    #expect(text(pattern, firstName) == filled)
  }

  @Test func `each language has its own text`() throws {
    let template = try #require(AnswerTemplate.standard.first { $0.use == .rejection })
    let bokmal = template.text(in: .bokmal, firstName: "Ola", practice: "Legene")
    let english = template.text(in: .english, firstName: "Ola", practice: "Legene")
    #expect(bokmal.hasPrefix("Hei Ola.") && bokmal.contains("time"))
    #expect(english.hasPrefix("Hello Ola.") && english.contains("appointment"))
  }
}
