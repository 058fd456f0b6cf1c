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
  mutating func `leaving with something typed asks once`(key: Key) throws {
    press(.text("e"), .text("91234567"), .key(key))
    #expect(!application.hasEnded)
    #expect(sees(Bokmal().leaveUnsaved))
    press(.key(.backspace), .key(key))
    #expect(!application.hasEnded && application.page.title == Bokmal().editContactTitle)
    press(.key(key))
    #expect(application.hasEnded || application.page.title == "Oversikt")
    #expect(try own == nil)
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
