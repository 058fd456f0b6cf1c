import PortalCore
import Testing

@testable import PortalTUI

/// Giving and changing a proxy, used by keys as a person does.
struct GiveProxyScreenTests {
  private let home: SampleHousehold
  private var application: Application
  private let nb = Bokmal()

  init() throws {
    home = try SampleHousehold()
    application = home.application(ProxiesScreen(context: try home.own(home.grandmother)))
  }

  /// Fills in the form: a number, and yes (1) or no (2) to the three areas.
  private mutating func fill(_ number: String, _ areas: String, _ lastDay: String = "") {
    application.press(.text(number), .key(.tab))
    for answer in areas { application.press(.text(String(answer)), .key(.tab)) }
    if !lastDay.isEmpty { application.press(.text(lastDay)) }
    application.press(.key(.control("s")))
  }

  @Test mutating func `w gives a proxy, after what will be seen was seen`() throws {
    application.press(.text("w"))
    #expect(application.page.title == nb.giveProxyTitle)
    fill(home.daughtersNumber, "122", "31.12.2026")
    #expect(application.page.title == nb.previewTitle)
    #expect(try home.proxies().isEmpty)
    #expect(application.shows("Dina Datter") && application.shows(nb.nothingSavedYet))
    #expect(application.shows("Resepter: 4 resepter") || application.shows("Resepter 4 resepter"))
    #expect(application.shows(nb.staysClosedHeading))
    #expect(application.shows(nb.refusalText(.notInGrant(.digitalServices))))
    #expect(application.shows(nb.refusalText(.onlyThePerson)))
    application.press(.key(.control("s")))
    #expect(application.page.title == "Fullmakter")
    #expect(application.shows("Dina Datter kan handle for deg. Kvittering"))
    #expect(application.shows("siste dag 31.12.2026"))
    let given = try #require(try home.proxies().first)
    #expect(given.grant.areas == [.registered] && given.grant.proxy == home.daughter)
    #expect(given.grant.lastDay == CivilDate("2026-12-31"))
  }

  @Test
  mutating func `the preview shows what they will see, says so on every page, and reads only`()
    throws
  {
    application.press(.text("w"))
    fill(home.daughtersNumber, "221")
    application.press(.key(.enter))
    #expect(application.page.title == "Oversikt")
    #expect(application.shows("Forhåndsvisning: slik vil Dina Datter se det."))
    application.press(.text("/"), .text("Prøvesvar"), .key(.enter), .key(.enter))
    #expect(application.page.title == "Prøvesvar")
    #expect(application.shows("Forhåndsvisning: slik vil Dina Datter se det."))
    #expect(application.shows("Kalium"))
    application.press(
      .key(.escape),
      .key(.escape),
      .text("/"),
      .text("Dokumenter"),
      .key(.enter),
      .key(.enter)
    )
    #expect(application.shows(nb.refusalText(.notInGrant(.patientRecord))))
    application.press(.key(.escape), .key(.escape), .text("e"))
    #expect(application.shows(nb.previewOwner))
    #expect(application.page.title == "Oversikt")
    application.press(.text("t"))
    #expect(application.page.title == nb.previewTitle)
    #expect(application.shows("Gro Bestemor (deg selv)"))
    #expect(try home.proxies().isEmpty)
    // The daughter's looking was none: it is not in the log.
    let log = try home.own(home.grandmother).record.accessLogLines().lines
    #expect(!log.contains { $0.attribution.basis.role == .proxy })
  }

  @Test(arguments: [
    ("", "122", "", ProxyFieldProblem.noHolder),
    ("12837600", "122", "", .notAnId), ("12837600199", "122", "", .wrongCheckDigits),
    ("unknown", "122", "", .service(.unknownHolder)), ("oneself", "122", "", .service(.oneself)),
    ("child", "122", "", .service(.holderTooYoung(years: 18))),
    ("daughter", "222", "", .service(.noArea)), ("daughter", "122", "31.02.2027", .notADay),
    ("daughter", "122", "2026-11-15", .service(.endsBeforeStart)),
  ])
  mutating func `what is wrong is said at its field, and what was typed stays`(
    holder: String,
    areas: String,
    lastDay: String,
    problem: ProxyFieldProblem
  ) throws {
    let known = [
      "daughter": home.daughtersNumber, "oneself": home.grandmother.text, "child": home.child.text,
      "unknown": String(repeating: "a", count: 26),
    ]
    let number = known[holder] ?? holder
    application.press(.text("w"))
    fill(number, areas, lastDay)
    #expect(application.page.title == nb.giveProxyTitle)
    let field = application.page.form?.fields.first { $0.problem != nil }
    #expect(field?.problem == nb.text(problem))
    #expect(application.shows(nb.text(problem)))
    #expect(number.isEmpty || application.shows(number))
    #expect(try home.proxies().isEmpty)
  }

  @Test mutating func `a second one to the same person is said at the field`() throws {
    let id = try home.give([.registered])
    application.press(.text("w"))
    fill(home.daughtersNumber, "122")
    #expect(application.shows(nb.text(.service(.alreadyGiven(id)))))
  }

  @Test mutating func `leaving what was typed asks once`() throws {
    application.press(.text("w"), .text("123"), .key(.escape))
    #expect(application.page.title == nb.giveProxyTitle && application.shows(nb.leaveUnsaved))
    application.press(.key(.escape))
    #expect(application.page.title == "Fullmakter")
  }

  @Test mutating func `going back from the preview leads to what was filled in`() throws {
    application.press(.text("w"))
    fill(home.daughtersNumber, "121")
    application.press(.key(.escape))
    #expect(application.page.title == nb.giveProxyTitle)
    #expect(application.shows(home.daughtersNumber))
  }

  @Test mutating func `a change says what becomes different, and comes in the old one's place`()
    throws
  {
    let id = try home.give([.registered])
    application.press(.key(.escape))
    _ = application.refresh()
    application.press(.key(.enter), .text("e"))
    #expect(application.page.title == nb.changeProxyTitle)
    application.press(.text("2"), .key(.tab), .key(.tab), .text("1"), .key(.control("s")))
    #expect(application.page.title == nb.previewTitle)
    #expect(application.shows(nb.differenceHeading))
    #expect(application.shows("Resepter: lesing stenges"))
    #expect(application.shows("Prøvesvar: lesing åpnes"))
    application.press(.key(.down), .key(.enter))
    #expect(application.page.title == "Fullmakter")
    #expect(
      application.page.text().contains("2. Slutt: Dina Datter, fullmakt, 16.11.2026, byttet ut")
    )
    let standing = try #require(try home.proxies().first(where: \.isStanding))
    #expect(standing.grant.areas == [.digitalServices] && standing.grant.predecessor == id)
  }

  @Test mutating func `who was first is said, with what stands now, and it is looked at again`()
    throws
  {
    let id = try home.give([.registered])
    _ = application.refresh()
    application.press(.key(.enter), .text("e"), .key(.tab), .text("1"), .key(.control("s")))
    let other = try home.own(home.grandmother).record
    _ = try other.changeProxy(id, base: 1, areas: [.digitalServices], lastDay: nil)
    application.press(.key(.control("s")))
    #expect(application.page.title == nb.conflictTitle)
    #expect(application.shows("Gjelder: Digitale") || application.shows("Gjelder Digitale"))
    // Enter twice does nothing that one would regret.
    application.press(.key(.enter))
    #expect(application.page.title == nb.changeProxyTitle)
    application.press(.key(.control("s")), .key(.control("s")), .key(.down), .key(.down))
    application.press(.key(.enter))
    #expect(application.page.title == nb.previewTitle)
    #expect(application.shows("Prøvesvar: lesing stenges"))
    application.press(.key(.control("s")))
    #expect(application.page.title == "Fullmakter")
    let standing = try #require(try home.proxies().first(where: \.isStanding))
    #expect(standing.grant.areas == [.registered, .patientRecord])
  }

  @Test mutating func `what was ended meanwhile can be left so`() throws {
    let id = try home.give([.registered])
    _ = application.refresh()
    application.press(.key(.enter), .text("e"), .key(.tab), .text("1"), .key(.control("s")))
    _ = try home.own(home.grandmother).record.endProxy(id)
    application.press(.key(.control("s")))
    #expect(application.shows("Dina Datter kan ikke handle for deg nå."))
    application.press(.key(.down), .key(.enter))
    #expect(application.page.title == "Fullmakter" && application.shows(nb.keptStored))
    #expect(try home.proxies().allSatisfy { !$0.isStanding })
  }

  @Test func `days are typed in two ways`() {
    #expect(TypedDay.date("2026-12-31") == CivilDate("2026-12-31"))
    #expect(TypedDay.date(" 31.12.2026 ") == CivilDate("2026-12-31"))
    #expect(TypedDay.date("1.2.2027") == CivilDate("2027-02-01"))
    for text in ["", "31.12.26", "30.02.2027", "2026-13-01", "1/2/2027", "1.2.2027.", "+1.2.2027"] {
      #expect(TypedDay.date(text) == nil)
    }
  }
}
