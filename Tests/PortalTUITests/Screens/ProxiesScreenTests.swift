import PortalCore
import Testing

@testable import PortalTUI

/// Seeing, changing and ending rights to act, used by keys as a person does.
struct ProxiesScreenTests {
  private let home: SampleHousehold
  private let nb = Bokmal()

  init() throws {
    home = try SampleHousehold()
  }

  @Test func `those who can act stand first, those who could stand below with who ended it`() throws
  {
    let first = try home.give([.registered])
    let record = try home.own(home.grandmother).record
    _ = try record.endProxy(first)
    try home.give([.digitalServices])
    let text = ProxiesScreen(context: try home.own(home.grandmother)).shownText()
    #expect(text.contains("1. Dina Datter, fullmakt, uten sluttdato"))
    #expect(
      text.contains("2. Slutt: Dina Datter, fullmakt, 16.11.2026, av den som ga den")
    )
    #expect(text.contains("*: Gi fullmakt"))
  }

  @Test func `without any it says that nobody can act`() throws {
    let text = ProxiesScreen(context: try home.own(home.daughter)).shownText()
    #expect(text.contains(nb.noProxies))
  }

  @Test func `for whom one may act oneself stands there too, and opens`() throws {
    try home.give()
    var application = home.application(ProxiesScreen(context: try home.own(home.daughter)))
    #expect(application.shows("Du kan handle for Gro Bestemor"))
    application.press(.key(.enter))
    #expect(application.shows("Gro Bestemor – du er fullmektig"))
    #expect(
      application.shows("Du handler for Gro Bestemor som fullmektig. Tasten t leder tilbake.")
    )
  }

  @Test func `ending asks twice, says what it does, and holds at once`() throws {
    let id = try home.give()
    let acting = try home.acting(home.daughter, for: home.grandmother)
    var application = home.application(ProxiesScreen(context: try home.own(home.grandmother)))
    application.press(.key(.enter))
    #expect(application.page.title == "Dina Datter")
    #expect(application.shows(nb.whatOpens(.digitalServices)))
    application.press(.text("x"))
    #expect(application.shows("Dina Datter stenges ute med en gang"))
    #expect(try home.proxies()[0].isStanding)
    application.press(.text("x"))
    #expect(application.shows("Dina Datter kan ikke lenger handle for deg. Kvittering"))
    #expect(try home.proxies().first { $0.id == id }?.grant.ending?.reason == .byGrantor)
    #expect(acting.record.refusal() == .grantEnded)
    // Neither changed nor ended once more.
    #expect(application.page.actions.isEmpty)
    application.press(.text("xe"))
    #expect(application.page.title == "Dina Datter")
  }

  @Test func `who acts sees their own right only, and gives it back when asked twice`() throws {
    try home.give()
    let own = try home.own(home.daughter)
    var application = home.application(OverviewScreen(context: own))
    application.press(.text("t"), .key(.enter))
    #expect(application.shows("Gro Bestemor – du er fullmektig"))
    let acting = try home.acting(home.daughter, for: home.grandmother)
    let text = ProxiesScreen(context: acting).shownText()
    #expect(text.contains(nb.ownRightExplanation) && text.contains("1. Dina Datter, fullmakt"))
    #expect(!text.contains(nb.giveProxyTitle))
    application.press(.text("/"), .text("Fullmakter"), .key(.enter), .key(.enter), .text("w"))
    #expect(application.page.title == "Fullmakter")
    application.press(.text("x"))
    #expect(application.shows("Du stenges ute med en gang"))
    #expect(try home.proxies()[0].isStanding)
    application.press(.text("x"))
    #expect(application.page.title == nb.refusedTitle)
    #expect(application.shows("Du har gitt retten fra deg. Kvittering"))
    #expect(!application.shows("Gro Bestemor"))
    #expect(try home.proxies()[0].grant.ending?.reason == .byProxy)
    application.press(.key(.escape))
    #expect(application.page.title == "Oversikt")
    #expect(application.shows("Dina Datter (deg selv)"))
  }

  @Test(arguments: ["Prøvesvar", "Meldinger", "Resepter", "Kjernejournal"])
  func `a right that is ended while a page is open meets the refusal at the next key`(
    section: String
  ) throws {
    let id = try home.give()
    var application = home.application(OverviewScreen(context: try home.own(home.daughter)))
    application.press(.text("t"), .key(.enter), .text("/"), .text(section), .key(.enter))
    application.press(.key(.enter))
    #expect(application.page.title == section)
    let data = application.frame().text
    let other = try home.own(home.grandmother).record
    _ = try other.endProxy(id)
    // A key that only moves: nothing is read for it.
    application.press(.key(.down))
    #expect(application.page.title == nb.refusedTitle)
    #expect(application.shows(nb.refusalText(.grantEnded)))
    #expect(!application.shows("Gro Bestemor"))
    let frame = application.frame().text
    let rows = data.split(separator: "\n").dropFirst(2).dropLast(3)
    // Rules are drawn on every page, and where they stand depends on the rows of keys below.
    for row in rows where row.count > 30 && row.contains(where: \.isLetter) {
      #expect(!frame.contains(row))
    }
    application.press(.key(.escape))
    #expect(application.page.title == "Oversikt" && application.shows("Dina Datter (deg selv)"))
    // Nothing of the other's is left below.
    application.press(.key(.escape), .key(.escape))
    #expect(application.shows("Dina Datter (deg selv)"))
  }

  @Test func `a right that is ended is met while a message is being written`() throws {
    let id = try home.give()
    var application = home.application(OverviewScreen(context: try home.own(home.daughter)))
    application.press(.text("t"), .key(.enter), .text("/"), .text("Meldinger"), .key(.enter))
    application.press(.key(.enter), .text("w"), .key(.tab), .text("for mor"))
    _ = try home.own(home.grandmother).record.endProxy(id)
    application.press(.text("x"))
    #expect(application.page.title == nb.refusedTitle)
    #expect(!application.shows("for mor"))
  }
}
