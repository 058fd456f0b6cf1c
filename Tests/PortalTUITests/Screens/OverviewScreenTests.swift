import PortalCore
import Testing

@testable import PortalTUI

struct OverviewScreenTests {
  @Test func `a first visit shows the sections with what they hold`() throws {
    let sample = try SampleRecord(InventedContent.everything)
    #expect(
      OverviewScreen(context: try sample.open()).shownText() == """
        Oversikt

        Fare for liv: ring 113. Haster det når legen har stengt: ring 116 117.

        Fastlege: Testdal legesenter
        Nytt: Dette er første gang du er her.

        1. Meldinger, 2 samtaler
        2. Timeavtaler, ingen
        3. Prøvesvar, 6 svar
        4. Resepter, 4 resepter og utleveringer
        5. Legemiddelliste, 2 legemidler
        6. Vaksiner, 3 vaksiner
        7. Kjernejournal, 4 opplysninger
        8. Dokumenter, 3 dokumenter
        9. Fullmakter, ingen kan handle for deg
        10. Personvern, Full tilgang
        11. Innsynslogg, 2 hendelser
        12. Fastlegen din

        *: Skriv til legekontoret
        *: Endre kontaktinformasjon
        *: Vis endringer
        *: Handle for en annen
        *: Søk
        """
    )
  }

  @Test func `what has come since the last visit stands first, but not what one wrote oneself`()
    throws
  {
    let sample = try SampleRecord([("person", InventedContent.person)])
    let before = try sample.open(English())
    _ = try before.record.send(
      OutgoingMessage(kind: .office, subject: "Parking", text: "Where?"),
      id: before.record.newID()
    )
    try before.record.end()
    try sample.add(InventedContent.results + InventedContent.messages)
    #expect(
      OverviewScreen(context: try sample.open(English())).shownText() == """
        Overview

        Life in danger: call 113. Urgent while the GP is closed: call 116 117.

        GP: Testdal legesenter
        News: 8 since 16 Nov 2026, 12:01. The newest are at the top

        1. New: Message without a subject, Message, no date
        2. New: Prøven min, Message, 3 Mar 2026
        3. New: Blodprøver, Report of results, 2 Mar 2026
        4. New: Blodtrykk, Test result, 1 Feb 2026
        5. New: P-Kalium, Test result, March 2025
        6. Messages, 3 conversations, 2 new
        7. Appointments, none
        8. Test results, 6 results, 6 new
        9. Prescriptions, none
        10. Medicines, none
        11. Vaccinations, none
        12. Summary record, none
        13. Documents, none
        14. Proxies, nobody can act for you
        15. Privacy, Full access
        16. Access log, 5 events
        17. Your GP

        *: Write to the practice
        *: Change how to reach you
        *: Show changes
        *: Act for somebody
        *: Search
        """
    )
  }

  @Test func `every entry opens a page`() throws {
    let sample = try SampleRecord([("person", InventedContent.person)])
    try sample.open().record.end()
    try sample.add(InventedContent.everything.filter { $0.0 != "person" })
    var screen = OverviewScreen(context: try sample.open())
    _ = screen.update(.shown)
    let entries = try #require(Entries(screen.page()))
    for index in 0..<entries.count {
      let item = entries.id(at: index)
      guard case .push(var opened)? = screen.update(.open(item)).first else {
        Issue.record("\(item) opens nothing")
        continue
      }
      _ = opened.update(.shown)
      #expect(!opened.page().title.isEmpty)
      #expect(screen.detail(of: item) == opened.page())
    }
  }

  @Test(arguments: [
    (240, nil), (3600, "60 minutes"), (4 * 3600, "4 hours"), (100 * 3600, "4 days"),
  ])
  func `a clock that is behind the record is said in words`(seconds: Int64, lag: String?) {
    let harness = CommandHarness()
    let file = harness.file("ola.json", SampleFiles.ola)
    #expect(harness.run("import", file).status == .done)
    let now = harness.clock.clock.now()
    harness.clock.move(to: Instant(milliseconds: now.milliseconds - seconds * 1000))
    let page = harness.run("show", "overview").output
    let text = lag.map { "The clock of this machine is \($0) behind the newest in the record." }
    #expect(text.map(page.contains) ?? !page.contains("The clock"))
  }

  @Test func `without a practitioner it says so`() throws {
    let sample = try SampleRecord([("person", .person(Person()))])
    let text = OverviewScreen(context: try sample.open()).shownText()
    #expect(text.contains("Fastlege: Det står ingen fastlege i journalen din."))
    #expect(!text.contains("Skriv til legekontoret"))
  }

  @Test func `one key from the front page to the ways to the practice`() throws {
    let sample = try SampleRecord([("person", InventedContent.person)])
    var screen = OverviewScreen(context: try sample.open())
    _ = screen.update(.shown)
    let way = try #require(screen.page().actions.first { $0.id == .write })
    #expect(way.label == "Skriv til legekontoret")
    guard case .push(var opened)? = screen.update(.run(.write, on: nil)).first else {
      Issue.record("nothing is opened")
      return
    }
    _ = opened.update(.shown)
    #expect(opened.page().title == way.label)
  }
}
