import PortalCore
import Testing

@testable import PortalTUI

struct WriteMessageScreenTests {
  private let sample: SampleRecord
  private let context: ScreenContext

  init() throws {
    sample = try SampleRecord([("person", InventedContent.person)] + InventedContent.messages)
    context = try sample.open()
  }

  private func writing(_ thread: RecordID? = nil) -> WriteMessageScreen {
    var screen = WriteMessageScreen(context: context, thread: thread)
    _ = screen.update(.shown)
    return screen
  }

  private func notice(_ effects: [Effect]) -> Notice? {
    for case .say(let notice) in effects { return notice }
    return nil
  }

  @Test func `the form says who reads it, what it costs and when to expect an answer`() {
    #expect(
      writing().page().text() == """
        Skriv en melding

        !!: Ikke skriv om det haster. Er det fare for liv, ring 113. Haster det og legekontoret er \
        stengt, ring legevakten på 116 117.

        Meldingen går til Testdal legesenter. Du skal ha svar senest 23.11.2026.

        1. Hva gjelder meldingen?:
           1. Til legekontoret: De som jobber på legekontoret, leser og svarer. Bare praktiske \
        spørsmål, ikke helse. Gratis. (x)
           2. E-konsultasjon: Legen leser og svarer på spørsmål om helsen din. Du betaler vanlig \
        egenandel. Legen kan be deg bestille time i stedet.
        2. Emne:
        0 / 100
        Kort om hva det gjelder. Kan stå tomt.
        3. Tekst:
        0 / 5000
        Send

        *: Legg ved en fil
        *: Kast kladden
        """
    )
  }

  @Test(arguments: [(80, 24), (40, 12)], [Bokmal() as any Phrasebook, English()])
  func `after a long paste whom to call and the count are in sight`(
    size: (columns: Int, rows: Int),
    phrases: any Phrasebook
  ) throws {
    let context = try sample.open(phrases)
    var visit = Visit(
      WriteMessageScreen(context: context, thread: nil, kind: .eConsultation).page(),
      columns: size.columns,
      rows: size.rows
    )
    // In a low window the first key brings the field into sight.
    while visit.state.form?.focus == 0 { visit.press(.nextField) }
    visit.press(.edit(.insert(String(repeating: "a word ", count: 500))))
    let shown = visit.frame.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(shown.contains("113") && shown.contains("116 117"))
    #expect(shown.contains("3500 of 5000"))
    #expect(visit.showsSelection && visit.cursorLine.hasPrefix("> ["))
  }

  @Test func `what is sent is stored, and its conversation shows the receipt`() throws {
    var screen = writing()
    let effects = screen.update(
      .submit(["kind": "1", "subject": "Prøven", "text": "Hva betyr svaret?"])
    )
    guard case .replace(let opened)? = effects.first else {
      Issue.record("no conversation is opened")
      return
    }
    let id = try #require(try context.record.messageThreads().first).id
    let text = opened.page().text()
    #expect(text.hasPrefix("Prøven\n\n+: Meldingen er sendt og lagret. Kvittering 2-"))
    #expect(
      text.contains(
        """
        Du til Testdal legesenter, 16.11.2026 kl. 12.01

        Hva betyr svaret?

        Type: E-konsultasjon
        Status: Mottatt av legekontoret, ikke besvart ennå
        Meldingsnummer: \(id.text)
        """
      )
    )
    #expect(notice(effects)?.severity == .success)
    #expect(try context.record.messageThreads().first?.newest?.message.kind == .eConsultation)
    #expect(try context.record.messageDraft(in: nil) == nil)
  }

  @Test func `an answer goes into its conversation, which is shown again`() throws {
    let thread = SampleRecord.id("m1")
    var screen = writing(thread)
    #expect(screen.page().title == "Svar")
    let effects = screen.update(.submit(["kind": "0", "text": "Takk!"]))
    guard case .pop? = effects.first else {
      Issue.record("the page is not left")
      return
    }
    let found = try context.record.messageThreads().first { $0.id == thread }
    #expect(found?.entries.count == 3)
    #expect(found?.newest?.message.subject == "Prøven min")
  }

  @Test func `an answer to an e-consultation is one, without asking`() throws {
    let id = context.record.newID()
    let first = OutgoingMessage(kind: .eConsultation, subject: "Hoste", text: "Jeg hoster.")
    _ = try context.record.send(first, id: id)
    var screen = writing(id)
    #expect(screen.page().form?.fields.map(\.id) == ["text"])
    _ = screen.update(.submit(["text": "Fortsatt."]))
    let newest = try context.record.messageThreads().first { $0.id == id }?.newest
    #expect(newest?.message.kind == .eConsultation)
  }

  @Test(arguments: [
    (["text": " \n"], "text", "Skriv teksten før du sender."),
    (
      ["text": String(repeating: "å", count: 5001)], "text",
      "Teksten er for lang. Det er plass til 5000 tegn."
    ),
    (
      ["text": "Hei", "subject": String(repeating: "e", count: 101)], "subject",
      "Teksten er for lang. Det er plass til 100 tegn."
    ),
  ])
  func `a problem is said at its field and the text stays`(
    values: [String: String],
    field: String,
    problem: String
  ) throws {
    var screen = writing()
    let effects = screen.update(.submit(values))
    #expect(effects.isEmpty)
    let fields = try #require(screen.page().form).fields
    #expect(fields.first { $0.id == field }?.problem == problem)
    #expect(fields.count { $0.problem != nil } == 1)
    #expect(fields.first { $0.id == "text" }?.value == values["text"])
  }

  @Test func `who has nothing to renew is told so, and gets no form`() {
    let page = WriteMessageScreen(context: context, thread: nil, kind: .renewal).page()
    #expect(page.form == nil)
    #expect(page.text().contains(Bokmal().renewNothing))
  }

  @Test func `a draft is kept, announced and found again`() throws {
    var screen = writing()
    let values = ["kind": "1", "subject": "Hei", "text": "Halvferdig"]
    #expect(screen.update(.keepDraft(values)).isEmpty)
    let fields = try #require(writing().page().form).fields
    #expect(fields.map(\.value) == ["Hei", "Halvferdig"])
    // It goes on as what it was.
    #expect(writing().page().title == "E-konsultasjon")
    let list = MessagesScreen(context: context).shownText()
    #expect(list.contains("i: Du har en kladd som ikke er sendt."))
    #expect(list.contains("*: Skriv en melding"))
  }

  @Test func `drafts of conversations are apart from each other`() throws {
    var screen = writing(SampleRecord.id("m1"))
    _ = screen.update(.keepDraft(["text": "Til den ene"]))
    #expect(writing(SampleRecord.id("m3")).page().form?.fields.last?.value == "")
    #expect(writing().page().form?.fields.last?.value == "")
    let thread = ThreadScreen(context: context, thread: SampleRecord.id("m1")).shownText()
    #expect(thread.contains("i: Du har begynt på et svar som ikke er sendt."))
  }

  @Test func `a draft is thrown away only when asked for twice`() throws {
    var screen = writing()
    _ = screen.update(.keepDraft(["text": "Halvferdig"]))
    #expect(notice(screen.update(.run(.discardDraft, on: nil)))?.severity == .warning)
    #expect(try context.record.messageDraft(in: nil) != nil)
    guard case .pop? = screen.update(.run(.discardDraft, on: nil)).first else {
      Issue.record("the page is not left")
      return
    }
    #expect(try context.record.messageDraft(in: nil) == nil)
  }

  @Test func `typing on takes back the asking to throw the draft away`() throws {
    var screen = writing()
    _ = screen.update(.run(.discardDraft, on: nil))
    _ = screen.update(.keepDraft(["text": "Likevel"]))
    #expect(notice(screen.update(.run(.discardDraft, on: nil)))?.severity == .warning)
    #expect(try context.record.messageDraft(in: nil)?.text == "Likevel")
  }

  @Test func `sending the same message twice stores one`() throws {
    var screen = writing()
    let values = ["kind": "0", "subject": "", "text": "En gang"]
    _ = screen.update(.submit(values))
    let count = try context.record.messageThreads().count
    let effects = screen.update(.submit(values))
    #expect(try context.record.messageThreads().count == count)
    #expect(notice(effects)?.text == "Meldingen er sendt og lagret.")
  }

  @Test func `a text changed after a lost answer is not taken for sent`() throws {
    var screen = writing()
    _ = screen.update(.submit(["kind": "0", "text": "Først"]))
    let count = try context.record.messageThreads().count
    #expect(screen.update(.submit(["kind": "0", "text": "Endret"])).isEmpty)
    #expect(screen.page().text().contains("er ikke sendt"))
    #expect(try context.record.messageDraft(in: nil)?.text == "Endret")
    _ = screen.update(.submit(["kind": "0", "text": "Endret"]))
    #expect(try context.record.messageThreads().count == count + 1)
  }

  @Test func `where nothing may be written there is no form, and the reason`() throws {
    let nobody = try SampleRecord([("person", .person(Person()))])
    let screen = WriteMessageScreen(context: try nobody.open(English()), thread: nil)
    #expect(
      screen.shownText() == """
        Write a message

        !: You cannot write a message now. Your record names no GP to write to.
        """
    )
  }

  @Test func `beside the fields no letter leaves the page, signs out or ends the program`() {
    let size = ScreenSize(columns: 80, rows: 24)
    var application = Application(
      first: writing(),
      phrases: Bokmal(),
      signs: .unicode,
      mark: "",
      size: size,
      signedOut: nil
    )
    let before = application.page.title
    // Past the text, on the button.
    for _ in 0..<4 { _ = application.handle(.key(.tab), size: size) }
    var text = application.frame().text
    #expect(text.contains("> [ Send ]"))
    for letter in "qub?hjkgGfOtr " { _ = application.handle(.text(String(letter)), size: size) }
    #expect(application.page.title == before && !application.hasEnded)
    text = application.frame().text
    #expect(text.contains("> [ Send ]") && text.contains("F1 hjelp") && !text.contains("q avslutt"))
    _ = application.handle(.key(.function(1)), size: size)
    #expect(application.page.title != before)
  }
}
