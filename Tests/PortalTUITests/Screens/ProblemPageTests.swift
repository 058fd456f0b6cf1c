import PortalCore
import Testing

@testable import PortalTUI

struct ProblemPageTests {
  @Test func `a section one has not consented to says which level it needs`() throws {
    let sample = try SampleRecord(InventedContent.everything)
    try sample.consent(to: .basis)
    let context = try sample.open()
    #expect(
      ResultsScreen(context: context).shownText() == """
        Prøvesvar

        !: Du har ikke samtykket til dette. Det krever samtykkenivået «Full tilgang».
        """
    )
    let overview = OverviewScreen(context: context).shownText()
    #expect(overview.contains("3. Prøvesvar, ikke tilgjengelig, åpne for å se hvorfor"))
    #expect(overview.contains("8. Dokumenter, ikke tilgjengelig, åpne for å se hvorfor"))
    let messages = MessagesScreen(context: context).shownText()
    #expect(messages.contains("!: Du kan ikke skrive en melding nå. Du har ikke samtykket"))
    #expect(messages.contains("2. Prøven min"))
  }

  @Test func `a refusal while a page is open replaces what stood on it`() throws {
    let sample = try SampleRecord(InventedContent.everything)
    let context = try sample.open()
    var screen = ResultsScreen(context: context)
    _ = screen.update(.shown)
    #expect(screen.page().text().contains("Kalium"))
    try sample.consent(to: .none)
    _ = try context.record.refresh()
    _ = screen.update(.shown)
    #expect(!screen.page().text().contains("Kalium"))
    #expect(
      screen.detail(of: Target.record(.testResult, SampleRecord.id("k1")).item)?.text()
        .contains("Kalium") == false
    )
  }

  @Test func `a record withheld from its person is not found`() throws {
    let sample = try SampleRecord(InventedContent.everything, labels: ["k1": [.delayed]])
    let context = try sample.open()
    let screen = DetailScreen(context: context, kind: .testResult, id: SampleRecord.id("k1"))
    #expect(
      screen.shownText() == """
        Prøve uten navn

        !: Opplysningen finnes ikke, eller du har ikke tilgang til den.
        """
    )
  }

  @Test func `damage is told with its place, and nothing can be written`() throws {
    let sample = try SampleRecord(InventedContent.everything)
    let id = try #require(try sample.portal.people().first).id
    try sample.damage()
    let record = try sample.portal.openOwn(id)
    let context = ScreenContext(portal: sample.portal, record: record, phrases: Bokmal())
    let text = OverviewScreen(context: context).shownText()
    #expect(text.contains("!!: Journalen er skadet: "))
    #expect(text.contains("Fil journal.jsonl, linje 2."))
    #expect(text.contains("ingenting kan sendes eller endres"))
    #expect(WriteMessageScreen(context: context, thread: nil).page().form == nil)
  }

  private static let errors: [ServiceError] = [
    .refused(.consentLevel(needed: .full)), .refused(.notTheirRecord),
    .refused(.roleNotGranted(.proxy)), .refused(.importerMayOnlyImport), .refused(.clockBehind),
    .notEditable, .unusableValue(.telephone), .unusableValue(.email), .unusableValue(.language),
    .noGeneralPractitioner,
    .emptyMessage, .messageTooLong(limit: 5), .noSuchThread, .noSuchRecord, .identitiesDisagree,
    .anotherPerson, .severalPeople, .store(.noDataDirectory("/x")),
    .store(.unsafeDataDirectory("/x")), .store(.notAStore("/x")), .store(.unknownFormat(9)),
    .store(.damagedSettings(file: "store.json")), .store(.noSuchPerson), .store(.noSuchRecord),
    .store(.damaged(Damage(kind: .brokenLine, file: "journal.jsonl", line: nil, offset: 7))),
    .store(.unsafeFile("f")), .store(.busy), .store(.conflict(SampleRecord.id("a"), newest: 2)),
    .store(.notPermitted), .store(.notSaved(SystemError(call: .write, name: "f", code: 28))),
    .store(.system(SystemError(call: .open, name: "f", code: 2))),
    .store(.system(SystemError(call: .open, name: "f", code: 5))), .store(.unreadable(sequence: 3)),
  ]

  @Test(arguments: errors)
  func `every error is a page with a whole sentence in both languages`(error: ServiceError) {
    let texts = [Bokmal() as any Phrasebook, English()].map { $0.problemText(error) }
    #expect(texts[0] != texts[1])
    for text in texts {
      #expect(text.hasSuffix("."))
      // No name of Swift's and no code of ours.
      #expect(!text.contains("Error") && !text.contains("nil") && !text.contains("Optional"))
    }
    #expect(!Page(title: "T", for: error, Bokmal()).blocks.isEmpty)
  }
}
