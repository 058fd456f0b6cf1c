import PortalCore

/// What `verify` found, as one line each: of the store first, then person by person.
struct VerifyText {
  let report: VerifyReport
  let phrases: any Phrasebook

  /// What is wrong; empty where all is sound.
  var problems: [String] {
    report.problems.map { phrases.text(for: $0) }
      + report.persons.flatMap { person in
        person.problems.map { "\(person.id.text): \(phrases.text(for: $0))" }
      }
  }

  /// What is not wrong, but worth knowing.
  var remarks: [String] {
    report.remarks.map { phrases.text(for: $0) }
      + report.persons.flatMap { person in
        person.remarks.map { "\(person.id.text): \(phrases.text(for: $0))" }
      }
  }
}

/// `verify --json`.
struct VerifyOutput: Encodable {
  private struct Person: Encodable {
    let id: String
    let lines: Int
    let problems: [String]
    let remarks: [String]
    let messages: [RecordID]?
  }

  private let isSound: Bool
  private let problems: [String]
  private let remarks: [String]
  private let persons: [Person]

  init(_ report: VerifyReport, _ phrases: any Phrasebook, withMessages: Bool) {
    isSound = report.isSound
    problems = report.problems.map { phrases.text(for: $0) }
    remarks = report.remarks.map { phrases.text(for: $0) }
    persons = report.persons.map { person in
      Person(
        id: person.id.text,
        lines: person.lines,
        problems: person.problems.map { phrases.text(for: $0) },
        remarks: person.remarks.map { phrases.text(for: $0) },
        messages: withMessages ? person.messageIDs : nil
      )
    }
  }
}
