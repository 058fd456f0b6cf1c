import PortalCore
import Testing

@testable import PortalTUI

/// Signing in and out of the portal, by keys.
struct SigningOutTests {
  private let sample: SampleRecord
  private let signIn: SignIn
  private let size = ScreenSize(columns: 80, rows: 24)
  private static let pin = "739182"

  init() throws {
    sample = try SampleRecord([("person", InventedContent.person)] + InventedContent.messages)
    let id = try sample.portal.people()[0].id
    person = id.text
    signIn = try sample.requirePIN(SigningOutTests.pin)
  }

  private let person: String

  private var signInScreen: SignInScreen {
    SignInScreen(portal: sample.portal, signIn: signIn, phrases: Bokmal())
  }

  private func application() -> Application {
    Application(
      first: signInScreen,
      phrases: Bokmal(),
      signs: .unicode,
      mark: "",
      size: size,
      signedOut: signInScreen
    )
  }

  private func text(_ application: inout Application) -> String {
    application.frame().text
  }

  /// Whether any page that is kept has a field for a PIN.
  private func holdsSecret(_ application: Application) -> Bool {
    var dumped = ""
    dump(application, to: &dumped)
    return dumped.contains("isSecret: true")
  }

  private func press(_ application: inout Application, _ events: TerminalEvent...) {
    for event in events { _ = application.handle(event, size: size) }
  }

  private func signIn(_ application: inout Application, _ pin: String = SigningOutTests.pin) {
    press(
      &application,
      .text(person),
      .key(.tab),
      .text(pin),
      .key(.control("s"))
    )
    _ = application.frame()
  }

  private func events() throws -> [AccessLogEntry.Event] {
    let id = try signIn.signIn(as: person, pin: SigningOutTests.pin)
    let record = try sample.portal.openOwn(id)
    defer { try? record.end() }
    return try record.accessLogLines().lines.dropFirst().map(\.entry.event)
  }

  @Test func `number and PIN open the overview, and nothing of them is left`() {
    var application = application()
    #expect(application.page.title == "Logg inn")
    #expect(holdsSecret(application))
    signIn(&application)
    #expect(application.page.title == Bokmal().name(of: .overview))
    #expect(text(&application).contains("Kari Testdal"))
    press(&application, .key(.escape))
    #expect(application.page.title == Bokmal().name(of: .overview))
    #expect(!holdsSecret(application))
  }

  @Test func `the PIN is shown as stars, cannot be taken back, and is in no draft`() {
    var application = application()
    press(&application, .text(person), .key(.tab), .text("739"), .text("182"))
    let shown = text(&application)
    #expect(shown.contains("[******"))
    #expect(!shown.contains("739"))
    press(&application, .key(.control("u")))
    #expect(text(&application).contains("[******"))
    var state = PageState(page: signInScreen.page())
    state.form?.focus = 1
    state.form?.fields[1].content = .text(TextEditor("739182", isSecret: true))
    #expect(state.values["pin-0"] == "739182")
    #expect(state.draftValues["pin-0"] == nil)
  }

  @Test func `a wrong PIN is said at its field, which begins afresh`() {
    var application = application()
    signIn(&application, "739183")
    let shown = text(&application)
    #expect(shown.contains("ikke riktig"))
    #expect(!shown.contains("*"))
    #expect(shown.contains(person))
    press(&application, .text(SigningOutTests.pin), .key(.control("s")))
    #expect(application.page.title == Bokmal().name(of: .overview))
    #expect(text(&application).contains("én gang"))
  }

  @Test func `five wrong say until when to wait`() {
    var application = application()
    signIn(&application, "739183")
    for _ in 0..<4 { press(&application, .text("739183"), .key(.control("s"))) }
    #expect(text(&application).contains("Du kan prøve igjen"))
  }

  @Test func `what is left empty, and what is no number, is said before anything is tried`() {
    var application = application()
    press(&application, .key(.control("s")))
    #expect(text(&application).contains(Bokmal().missingNumber))
    #expect(text(&application).contains(Bokmal().missingPIN))
    press(&application, .text("12345"), .key(.tab), .text("739183"), .key(.control("s")))
    #expect(text(&application).contains("Dette er ikke et fødselsnummer"))
  }

  @Test func `signing out closes the record and forgets every page`() throws {
    var application = application()
    signIn(&application)
    press(&application, .key(.enter), .key(.enter))
    _ = application.frame()
    press(&application, .text("u"))
    #expect(application.page.title == "Logg inn")
    let wipes = application.takeWipe()
    #expect(wipes)
    let wipesAgain = application.takeWipe()
    #expect(!wipesAgain)
    #expect(!application.isOccupied)
    let shown = text(&application)
    #expect(shown.contains("Du er logget ut"))
    #expect(!shown.contains("Kari"))
    #expect(!shown.contains(person))
    #expect(try events().prefix(2) == [.sessionEnd, .sessionStart])
    press(&application, .key(.escape), .key(.escape))
    #expect(application.page.title == "Logg inn")
  }

  @Test func `nobody about for too long: a message is kept as a draft`() {
    var application = application()
    signIn(&application)
    press(&application, .key(.enter), .text("w"), .key(.enter), .text("Time"), .key(.tab))
    press(&application, .text("Kan jeg få en time?"), .key(.function(1)))
    application.warnOfIdleEnd(seconds: 120)
    #expect(text(&application).contains("om 2 min. Trykk en tast"))
    application.signOut(afterMinutes: 30)
    #expect(text(&application).contains("30 minutter"))
    signIn(&application)
    // The first of the ways is going on with it.
    press(&application, .key(.enter), .text("w"), .key(.enter))
    #expect(text(&application).contains("Kan jeg få en time?"))
  }

  @Test func `what was not stored is found again after signing out by hand`() {
    var application = application()
    signIn(&application)
    press(&application, .text("e"), .text("912 34 567"), .key(.function(9)))
    #expect(application.page.title == "Logg inn")
    #expect(!text(&application).contains("912 34 567"))
    signIn(&application)
    press(&application, .text("e"))
    #expect(text(&application).contains("912 34 567"))
  }

  @Test func `a number that was begun is not left standing either`() {
    var application = application()
    #expect(!application.isOccupied)
    press(&application, .text("1285"))
    #expect(application.isOccupied)
    application.signOut(afterMinutes: 30)
    #expect(!text(&application).contains("1285"))
  }

  @Test func `the only record of an open store is opened again from a page without a name`() throws
  {
    let sample = try SampleRecord([("person", InventedContent.person)])
    let context = try sample.open()
    var application = Application(
      first: OverviewScreen(context: context),
      phrases: Bokmal(),
      signs: .unicode,
      mark: "",
      size: size,
      signedOut: SignedOutScreen(
        portal: sample.portal,
        person: context.record.subject,
        phrases: Bokmal()
      )
    )
    _ = application.frame()
    press(&application, .text("u"))
    #expect(application.page.title == "Logget ut")
    #expect(!text(&application).contains("Kari"))
    press(&application, .key(.enter))
    #expect(text(&application).contains("Kari Testdal"))
  }
}
