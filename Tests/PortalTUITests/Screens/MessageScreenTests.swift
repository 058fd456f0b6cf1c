import PortalCore
import Testing

@testable import PortalTUI

struct MessageScreenTests {
  private static let content = [("person", InventedContent.person)] + InventedContent.messages

  @Test func `conversations say who, when and how many`() throws {
    let sample = try SampleRecord(Self.content)
    #expect(
      MessagesScreen(context: try sample.open()).shownText() == """
        Meldinger

        1. Melding uten emne, Ukjent avsender, 16.11.2026
        2. Prøven min, Ola Testmann, 03.03.2026, 2 meldinger

        *: Skriv en melding
        *: Vis etter kontor og sykehus
        """
    )
  }

  @Test func `a conversation shows the newest message first and says so`() throws {
    let sample = try SampleRecord(Self.content)
    let context = try sample.open(English())
    #expect(
      ThreadScreen(context: context, thread: SampleRecord.id("m1")).shownText() == """
        Prøven min

        Newest message first.

        Ola Testmann, 3 Mar 2026, 09:30

        Svaret er klart.

        Hilsen legen

        Attachment: svar.pdf

        You to Testdal legesenter, 1 Mar 2026, 10:00

        Når kommer svaret?

        Status: Received

        *: Reply
        *: Show the original
        *: Put the conversation away
        *: Show changes
        """
    )
  }

  @Test func `a message without subject, sender, date or text is said in words`() throws {
    let sample = try SampleRecord(Self.content)
    let context = try sample.open()
    #expect(
      ThreadScreen(context: context, thread: SampleRecord.id("m3")).shownText() == """
        Melding uten emne

        Ukjent avsender, 16.11.2026 kl. 12.00

        Meldingen har ingen tekst.

        *: Svar
        *: Vis originalen
        *: Legg bort samtalen
        *: Vis endringer
        """
    )
  }

  @Test func `a message that has come since the last visit is marked`() throws {
    let sample = try SampleRecord([("person", InventedContent.person)])
    try sample.open().record.end()
    try sample.add(InventedContent.messages)
    let text = MessagesScreen(context: try sample.open()).shownText()
    #expect(text.contains("2. Nytt: Prøven min"))
  }

  @Test func `a conversation that is not there is a page with words`() throws {
    let sample = try SampleRecord(Self.content)
    let screen = ThreadScreen(context: try sample.open(), thread: SampleRecord.id("none"))
    #expect(
      screen.shownText() == """
        Melding uten emne

        !: Samtalen finnes ikke, eller du har ikke tilgang til den.
        """
    )
  }

  @Test func `without a practitioner the list says why nothing can be written`() throws {
    let sample = try SampleRecord([("person", .person(Person()))])
    #expect(
      MessagesScreen(context: try sample.open()).shownText() == """
        Meldinger

        !: Du kan ikke skrive en melding nå. Det står ingen fastlege i journalen din å skrive til.

        Du har ingen meldinger.
        """
    )
  }
}
