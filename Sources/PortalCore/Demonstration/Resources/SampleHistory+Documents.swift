/// A document of the sample data with its parts.
struct SampleDocument: Sendable {
  struct Section: Sendable {
    let title: String
    let paragraphs: [String]

    init(_ title: String, _ paragraphs: String...) {
      self.title = title
      self.paragraphs = paragraphs
    }
  }

  let title: String
  /// What sort of document it is, in words and as LOINC.
  let kind: String
  let loinc: String?
  let date: SampleMoment
  let author: SampleClinic.Staff
  let custodian: SampleClinic.Place
  let sections: [Section]
  var label: WithholdingCode?

  init(
    _ title: String,
    kind: String,
    loinc: String?,
    date: SampleMoment,
    author: SampleClinic.Staff,
    custodian: SampleClinic.Place,
    label: WithholdingCode? = nil,
    _ sections: [Section]
  ) {
    self.title = title
    self.kind = kind
    self.loinc = loinc
    self.date = date
    self.author = author
    self.custodian = custodian
    self.label = label
    self.sections = sections
  }

  private static func json(_ section: Section) -> SampleJSON {
    ["title": .text(section.title), "text": .narrative(section.paragraphs)]
  }

  /// The Composition resource.
  func resource(in history: SampleHistory, _ clinic: SampleClinic) -> SampleResource {
    SampleResource(
      "Composition",
      at: history.address("document/\(title)/\(date.text)"),
      [
        "meta": label.map(SampleHistory.security),
        "language": "nb",
        "status": "final",
        "type": .concept(kind, loinc.map { .coding(CodeSystem.loinc, $0) }),
        "subject": history.subject,
        "date": date.json,
        "author": [clinic.staff(author)],
        "title": .text(title),
        "custodian": clinic.place(custodian),
        "section": .list(sections.map(SampleDocument.json)),
      ]
    )
  }
}

extension SampleHistory {
  /// Adds a document, known a day after it was signed (`rules.md` 2.11).
  mutating func file(_ document: SampleDocument, _ clinic: SampleClinic) {
    add(document.resource(in: self, clinic), known: document.date.later(days: 1))
  }
}
