import PortalCore
import Testing

@testable import PortalTUI

/// What the portal has told of rights, among the messages.
struct AccessNoticeTests {
  @Test func `what is told of rights stands in both inboxes, and opens`() throws {
    let home = try SampleHousehold()
    try home.give(lastDay: CivilDate(year: 2026, month: 12, day: 31))
    for (person, title) in [
      (home.grandmother, "Dina Datter kan handle for deg"),
      (home.daughter, "Du kan handle for Gro Bestemor"),
    ] {
      var application = home.application(MessagesScreen(context: try home.own(person)))
      #expect(application.shows(title))
      application.press(.text("/"), .text("handle for"), .key(.enter), .key(.enter))
      #expect(application.page.title == title)
      #expect(application.shows("Varer 16.11.2026 til 31.12.2026, den dagen medregnet."))
    }
  }
}
