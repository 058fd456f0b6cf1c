import PortalCore
import Testing

@testable import PortalTUI

struct HistoryScreenTests {
  private let sample: SampleRecord

  /// A diagnosis that was imported, and imported again with another status.
  init() throws {
    var condition = HealthCondition(code: CodeableConcept(text: "Astma"))
    condition.clinicalStatus = "active"
    sample = try SampleRecord([
      ("person", InventedContent.person), ("c", .healthCondition(condition)),
    ])
    condition.clinicalStatus = "resolved"
    try sample.add([("c", .healthCondition(condition))])
  }

  private func context(_ phrases: any Phrasebook = Bokmal()) throws -> ScreenContext {
    try sample.open(phrases)
  }

  @Test func `versions are listed newest first with who and when`() throws {
    let screen = HistoryScreen(context: try context(), records: [SampleRecord.id("c")])
    #expect(
      screen.shownText() == """
        Endringer

        Ingenting blir slettet når noe endres. Nyeste først. Åpne en linje for å se hvordan det var.

        1. Når: 16.11.2026 kl. 12.00, Hva: Astma: endret, utgave 2, Hvem: Import fra fil
        2. Når: 16.11.2026 kl. 12.00, Hva: Astma: lagt inn, Hvem: Import fra fil
        """
    )
  }

  @Test func `a version is shown as it was`() throws {
    var screen = HistoryScreen(context: try context(English()), records: [SampleRecord.id("c")])
    _ = screen.update(.shown)
    let first = try #require(Entries(screen.page())).id(at: 1)
    guard case .push(let version)? = screen.update(.open(first)).first else {
      Issue.record("nothing is opened")
      return
    }
    #expect(
      version.page().text() == """
        Astma

        i: This is how it was entered on 16 Nov 2026, 12:00. It may have been changed later.

        Status: Active
        """
    )
    #expect(screen.detail(of: first) == version.page())
  }

  @Test func `a message and its answer have one history`() throws {
    let sample = try SampleRecord([("person", InventedContent.person)] + InventedContent.messages)
    var thread = ThreadScreen(context: try sample.open(), thread: SampleRecord.id("m1"))
    _ = thread.update(.shown)
    guard case .push(let history)? = thread.update(.run(.showHistory, on: nil)).first else {
      Issue.record("nothing is opened")
      return
    }
    #expect(Entries(history.page())?.count == 2)
  }

  @Test func `the access log says who did what and when, newest first`() throws {
    let context = try context()
    try context.record.end()
    #expect(
      AccessLogScreen(context: context).shownText() == """
        Innsynslogg

        Her står alle gangene journalen er åpnet eller endret, nyeste først. Loggen kan ikke endres.

        1. Når: 16.11.2026 kl. 12.01, Hvem: Du, Hva: Lukket journalen
        2. Når: 16.11.2026 kl. 12.01, Hvem: Du, Hva: Åpnet journalen
        3. Når: 16.11.2026 kl. 12.00, Hvem: Import fra fil, Hva: La inn opplysninger fra en fil
        4. Når: 16.11.2026 kl. 12.00, Hvem: Import fra fil, Hva: La inn opplysninger fra en fil

        *: Bare andre
        """
    )
  }
}
