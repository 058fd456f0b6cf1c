import PortalCore
import Testing

@testable import PortalTUI

struct PhrasebookTests {
  private let norwegian = Bokmal()
  private let english = English()

  /// Words that are the same in both languages.
  private static let shared: Set<String> = [
    "Status", "Type", "Dose", "Person", "Import", "import", "Send",
  ]

  private func check(_ texts: [(any Phrasebook) -> String?]) {
    for text in texts {
      let first = text(norwegian) ?? ""
      let second = text(english) ?? ""
      #expect(!first.isEmpty && !second.isEmpty)
      #expect(first != second || Self.shared.contains(first), "\(first)")
      for words in [first, second] {
        #expect(words.first?.isWhitespace == false && words.last?.isWhitespace == false)
        #expect(!words.contains("  ") && !words.contains("!"))
      }
    }
  }

  @Test func `every label and sentence has words, other ones in each language`() {
    check(Label.allCases.map { label in { $0.label(label) } })
    check(Sentence.allCases.map { sentence in { $0.sentence(sentence) } })
    check(ActionID.allCases.map { action in { $0.actionLabel(action) } })
  }

  @Test func `every section and kind of record has a name`() {
    check(Area.allCases.map { area in { $0.name(of: area) } })
    check(Area.allCases.map { area in { $0.count(2, in: area, new: 1) } })
    check(RecordKind.allCases.map { kind in { $0.name(of: kind) } })
    check(RecordKind.allCases.map { kind in { $0.untitled(kind) } })
    check(ResourceType.allCases.map { type in { $0.name(of: type) } })
    check(Erasure.Reason.allCases.map { reason in { $0.text(for: reason) } })
    check([{ $0.erasureExplanation }])
  }

  @Test func `every code has words`() {
    check(ResultFlag.allCases.map { flag in { $0.flag(flag) } })
    check(ReportStatus.allCases.map { status in { $0.name(of: status) } })
    check(AbsentReason.allCases.map { reason in { $0.name(of: reason) } })
    check(ClinicalStatus.allCases.map { status in { $0.name(of: status) } })
    check(VerificationStatus.allCases.map { status in { $0.name(of: status) } })
    check(AllergyType.allCases.map { type in { $0.name(of: type) } })
    check(AllergyCategory.allCases.map { category in { $0.name(of: category) } })
    check(Criticality.allCases.map { criticality in { $0.name(of: criticality) } })
    check(ReactionSeverity.allCases.map { severity in { $0.name(of: severity) } })
    check(RecordStatus.allCases.map { status in { $0.name(of: status) } })
    check(EmptyReason.allCases.map { reason in { $0.emptyPart(reason) } })
    check(AbsentStatement.allCases.map { statement in { $0.statement(statement) } })
    check(Role.allCases.map { role in { $0.name(of: role) } })
    check(ConsentLevel.allCases.map { level in { $0.name(of: level) } })
    check(NotificationProfile.Level.allCases.map { level in { $0.name(of: level) } })
    check(NotificationEvent.allCases.map { event in { $0.words(of: event) } })
  }

  @Test func `a code is said in words, and one that is unknown as it was written`() {
    #expect(norwegian.clinicalStatus("resolved") == "Gått over")
    #expect(norwegian.reportStatus("appended") == "Endelig rapport med noe lagt til")
    for text in ["", "Resolved", "x-custom"] {
      #expect(english.clinicalStatus(text) == text)
      #expect(english.recordStatus(text) == text)
      #expect(english.resourceType(text) == text)
      #expect(english.reportStatus(text) == text)
    }
  }

  @Test(arguments: [
    ("2026", "2026", "2026"), ("2026-11", "november 2026", "November 2026"),
    ("2026-03-06", "06.03.2026", "6 Mar 2026"),
    ("2026-07-01T22:30:00Z", "02.07.2026 kl. 00.30", "2 Jul 2026, 00:30"),
    ("2026-11-16T14:05:00+01:00", "16.11.2026 kl. 14.05", "16 Nov 2026, 14:05"),
  ])
  func `dates are as precise as they were recorded, by the clock in Norway`(
    text: String,
    first: String,
    second: String
  ) throws {
    let date = try #require(PartialDate(text))
    #expect(norwegian.text(date) == first)
    #expect(english.text(date) == second)
  }

  @Test func `lists leave out the time, and say that there is no date`() throws {
    let date = try #require(PartialDate("2026-07-01T22:30:00Z"))
    #expect(norwegian.short(date) == "02.07.2026")
    #expect(norwegian.short(nil) == "uten dato")
    #expect(english.short(nil) == "no date")
  }

  @Test(arguments: [
    ("2020", "2021", "2020 til 2021"), ("2020", nil, "fra 2020"), (nil, "2021", "til 2021"),
    ("2020", "2020", "2020"), (nil, nil, nil),
  ])
  func `a period may be open`(start: String?, end: String?, text: String?) {
    let period = Period(
      start: start.flatMap { PartialDate($0) },
      end: end.flatMap { PartialDate($0) }
    )
    #expect(norwegian.text(period) == text)
  }
}
