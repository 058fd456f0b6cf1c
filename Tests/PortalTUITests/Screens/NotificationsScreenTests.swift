import PortalCore
import Testing

@testable import PortalTUI

/// What is told outside the portal, seen and chosen by keys.
struct NotificationsScreenTests {
  private let home: SampleHousehold
  private let nb = Bokmal()

  init() throws {
    home = try SampleHousehold()
  }

  @Test func `each level shows the very texts that would leave the portal`() throws {
    let text = NotificationsScreen(context: try home.own(home.grandmother)).shownText()
    #expect(text.contains("Varslene dine: Vanlig."))
    #expect(text.contains("Portalen sender ingenting selv."))
    #expect(text.contains(nb.nothingIsSent))
    for event in NotificationEvent.allCases { #expect(text.contains(nb.words(of: event))) }
  }

  @Test func `one goes there from the privacy page, and chooses`() throws {
    var application = home.application(PrivacyScreen(context: try home.own(home.grandmother)))
    application.press(.text("/"), .text("Varsler"), .key(.enter), .key(.enter))
    #expect(application.page.title == "Varsler")
    application.press(.key(.enter))
    #expect(application.shows("Varslene dine er nå: Av. Kvittering"))
    #expect(application.shows("Varslene dine: Av, valgt"))
    #expect(try home.own(home.grandmother).record.notifications().level == .none)
  }

  @Test func `a choice made meanwhile is said, and chosen again`() throws {
    var application = home.application(NotificationsScreen(context: try home.own(home.grandmother)))
    _ = try home.own(home.grandmother).record.setNotifications(to: .full, base: 0)
    application.press(.key(.enter))
    #expect(application.shows("Valget ditt er ikke lagret: det ble endret imens"))
    #expect(try home.own(home.grandmother).record.notifications().level == .full)
    application.press(.key(.enter))
    #expect(try home.own(home.grandmother).record.notifications().level == .none)
  }

  @Test func `who acts for somebody neither sees nor chooses it`() throws {
    try home.give()
    let acting = try home.acting(home.daughter, for: home.grandmother)
    #expect(
      NotificationsScreen(context: acting).shownText().contains(nb.refusalText(.onlyThePerson))
    )
    #expect(!PrivacyScreen(context: acting).shownText().contains("Varsler"))
  }
}
