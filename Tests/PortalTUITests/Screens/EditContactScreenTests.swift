import Glibc
import PortalCore
import Testing

@testable import PortalTUI

/// The form for contact information, used by keys as a person does.
struct EditContactScreenTests {
  private let sample: SampleRecord
  private let context: ScreenContext
  private let size = ScreenSize(columns: 80, rows: 40)
  private var application: Application

  init() throws {
    var person = Person(names: [HumanName(text: "Kari Testdal")])
    person.telecoms = [ContactPoint(system: "phone", value: "22334455")]
    sample = try SampleRecord([("person", .person(person))])
    context = try sample.open()
    application = Application(
      first: OverviewScreen(context: context),
      phrases: Bokmal(),
      signs: .unicode,
      mark: "",
      size: size
    )
    _ = application.frame()
  }

  private var own: OwnContact? {
    get throws { try context.record.person().own }
  }

  private mutating func press(_ events: TerminalEvent...) {
    for event in events { _ = application.handle(event, size: size) }
  }

  private mutating func sees(_ text: String) -> Bool {
    // A long sentence is broken into rows.
    let screen = application.frame().text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    return screen.contains(text)
  }

  /// Changes the same as another process would.
  private func changeElsewhere(_ fields: [ContactField: String]) throws {
    let other = try sample.open()
    let base = try #require(try other.record.personRecord()).version
    guard case .saved = try other.record.editContact(base: base, fields) else {
      throw StoreError.notPermitted
    }
    try other.record.end()
  }

  @Test mutating func `e opens the form, and what is typed is stored and shown`() throws {
    #expect(sees("Telefon 22 33 44 55"))
    press(.text("e"), .text("912 34 567"), .key(.tab), .text("kari@eksempel.no"), .key(.tab))
    #expect(sees("Står feltet tomt, gjelder det som er registrert: 22 33 44 55."))
    press(.text("3"), .key(.control("s")))
    #expect(
      try own == OwnContact(telephone: "91234567", email: "kari@eksempel.no", language: "nn")
    )
    #expect(application.page.title == "Oversikt")
    #expect(sees("Telefon 912 34 567 (oppgitt av deg)"))
    #expect(sees("Språk Nynorsk (oppgitt av deg)"))
    #expect(sees("Endringen er lagret. Kvittering 2-"))
    press(.text("v"))
    #expect(sees("endret, utgave 2"))
  }

  @Test mutating func `what cannot be stored is said at its field, and what was typed stays`()
    throws
  {
    press(.text("e"), .text("113"), .key(.tab), .text("kari@"), .key(.control("s")))
    #expect(sees("Skriv åtte siffer for et norsk nummer"))
    #expect(sees("Skriv en e-postadresse med én @"))
    #expect(sees("113") && sees("kari@"))
    press(.text("456"), .key(.control("s")))
    #expect(sees("113456"))
    #expect(try own == nil)
  }

  @Test mutating func `who was first and what both wrote is said, and mine can go on top`() throws {
    press(.text("e"), .text("91234567"))
    try changeElsewhere([.telephone: "40000001", .language: "se"])
    press(.key(.control("s")))
    #expect(application.page.title == Bokmal().conflictTitle)
    #expect(sees("Lagret nå 400 00 001") && sees("Det du skrev 912 34 567"))
    #expect(sees("Lagret nå Nordsamisk") && sees("Det du skrev Nordsamisk"))
    #expect(try own?.telephone == "40000001")
    press(.key(.down), .key(.enter))
    #expect(application.page.title == "Oversikt")
    #expect(try own == OwnContact(telephone: "91234567", language: "se"))
    #expect(sees("Kvittering 3-"))
  }

  @Test mutating func `what is stored can be kept`() throws {
    press(.text("e"), .text("91234567"))
    try changeElsewhere([.telephone: "40000001"])
    // Enter twice does nothing that one would regret.
    press(.key(.control("s")), .key(.enter))
    #expect(application.page.title == Bokmal().editContactTitle)
    #expect(sees("91234567"))
    try changeElsewhere([.telephone: "40000002"])
    press(.key(.control("s")), .key(.down), .key(.down), .key(.enter))
    #expect(application.page.title == "Oversikt")
    #expect(try own == OwnContact(telephone: "40000002"))
    #expect(sees(Bokmal().keptStored))
  }

  @Test mutating func `going back leads to what was typed, and to the newest of the rest`() throws {
    press(.text("e"), .text("9123456"))
    try changeElsewhere([.telephone: "40000001", .email: "ny@eksempel.no"])
    _ = application.refresh()
    press(.text("7"), .key(.control("s")), .key(.escape))
    #expect(application.page.title == Bokmal().editContactTitle)
    #expect(sees("91234567") && sees("ny@eksempel.no"))
    press(.key(.backspace), .text("8"), .key(.control("s")))
    #expect(try own == OwnContact(telephone: "91234568", email: "ny@eksempel.no"))
  }

  @Test mutating func `who is late twice is told twice`() throws {
    press(.text("e"), .text("91234567"))
    try changeElsewhere([.telephone: "40000001"])
    press(.key(.control("s")))
    try changeElsewhere([.telephone: "40000002"])
    press(.key(.down), .key(.enter))
    #expect(sees("Lagret nå 400 00 002"))
    #expect(try own?.telephone == "40000002")
    press(.key(.down), .key(.enter))
    #expect(try own?.telephone == "91234567")
  }

  @Test(arguments: [Key.escape, .control("q")])
  mutating func `what is typed is kept as a draft when the form is left`(key: Key) throws {
    press(.text("e"), .text("91234567"), .key(key))
    #expect(application.hasEnded || application.page.title == "Oversikt")
    #expect(try own == nil)
    #expect(try context.record.contactDraft()?.changes == [.telephone: "91234567"])
  }

  @Test mutating func `what was typed before a hang-up is offered again, and goes once stored`()
    throws
  {
    press(.text("e"), .text("91234567"), .hangup)
    #expect(application.hasEnded)
    let again = try sample.open()
    application = Application(
      first: EditContactScreen(context: again),
      phrases: Bokmal(),
      signs: .unicode,
      mark: "",
      size: size
    )
    #expect(sees("91234567") && sees(Bokmal().contactDraftFound))
    press(.key(.control("s")))
    #expect(try again.record.person().own == OwnContact(telephone: "91234567"))
    #expect(try again.record.contactDraft() == nil)
    #expect(!EditContactScreen(context: again).shownText().contains(Bokmal().contactDraftFound))
  }

  @Test mutating func `a draft is kept a moment after the last key, and not kept once undone`()
    throws
  {
    press(.text("e"), .text("9"))
    #expect(application.needsDraftDeadline)
    application.keepDraft()
    #expect(try context.record.contactDraft()?.changes == [.telephone: "9"])
    press(.key(.backspace))
    application.keepDraft()
    #expect(try context.record.contactDraft() == nil)
  }

  @Test mutating func `a draft of an older version is a conflict, and not an overwriting`() throws {
    press(.text("e"), .text("91234567"), .key(.escape))
    try changeElsewhere([.telephone: "40000001"])
    _ = application.refresh()
    press(.text("e"))
    #expect(sees("91234567"))
    press(.key(.control("s")))
    #expect(application.page.title == Bokmal().conflictTitle)
    #expect(try own?.telephone == "40000001")
    press(.key(.down), .key(.down), .key(.enter))
    #expect(application.page.title == "Oversikt")
    #expect(try own?.telephone == "40000001")
    #expect(try context.record.contactDraft() == nil)
  }

  @Test func `a draft is thrown away when that is asked for twice`() throws {
    try context.record.keepContactDraft(base: 1, [.email: "halv"])
    var screen = EditContactScreen(context: context)
    #expect(screen.shownText().contains("halv"))
    _ = screen.update(.run(.discardDraft, on: nil))
    #expect(try context.record.contactDraft() != nil)
    guard case .pop? = screen.update(.run(.discardDraft, on: nil)).first else {
      Issue.record("not left")
      return
    }
    #expect(try context.record.contactDraft() == nil)
  }

  @Test mutating func `what cannot be stored stays as a draft`() throws {
    press(.text("e"), .text("113"), .key(.control("s")), .key(.escape))
    #expect(try context.record.contactDraft()?.changes == [.telephone: "113"])
    #expect(try own == nil)
  }

  @Test mutating func `where no draft can be kept, leaving asks once`() throws {
    let harness = CommandHarness()
    _ = harness.run("import", harness.file("ola.json", SampleFiles.ola))
    let portal = try Portal(
      at: harness.dataDirectory,
      surroundings: Surroundings(
        fileSystem: LiveFileSystem(),
        clock: harness.clock.clock,
        randomness: .live
      )
    )
    let person = try #require(try portal.everybody().first)
    let text = person.text
    let folder = "\(text.prefix(2))/\(text.dropFirst(2).prefix(2))/\(text)"
    // What stands where drafts would lie is no directory.
    close(open("\(harness.dataDirectory)/people/\(folder)/drafts", O_CREAT | O_WRONLY, 0o600))
    let record = try portal.openOwn(person)
    let context = ScreenContext(portal: portal, record: record, phrases: Bokmal())
    application = Application(
      first: OverviewScreen(context: context),
      phrases: Bokmal(),
      signs: .unicode,
      mark: "",
      size: size
    )
    press(.text("e"), .text("91234567"), .key(.escape))
    #expect(application.page.title == Bokmal().editContactTitle)
    #expect(sees(Bokmal().leaveUnsaved))
    press(.key(.escape))
    #expect(application.page.title == "Oversikt")
  }

  @Test mutating func `leaving an untouched form asks nothing`() throws {
    press(.text("e"), .key(.escape))
    #expect(application.page.title == "Oversikt")
  }

  @Test mutating func `a person who is not in the record cannot be changed`() throws {
    let empty = try SampleRecord([("k", .testResult(InventedContent.result("Kalium")))])
    let context = try empty.open()
    let text = EditContactScreen(context: context).shownText()
    #expect(text.contains(Bokmal().problemText(.noSuchRecord)))
  }
}
