import PortalCore
import Testing

@testable import PortalTUI

/// Acting for another in plain lines.
struct PlainActingTests {
  private let home: SampleHousehold

  init() throws {
    home = try SampleHousehold()
  }

  /// What is said where these lines are typed; `before` is called ahead of each.
  private func run(
    _ screen: any Screen,
    _ lines: [String],
    before: @escaping (Int) -> Void = { _ in }
  ) -> String {
    var output = ""
    var count = 0
    let console = Console(
      Console.Channels(
        output: {
          output += $0
          return true
        },
        error: { _ in },
        input: {
          guard count < lines.count else { return nil }
          before(count)
          count += 1
          return Array(lines[count - 1].utf8)
        }
      )
    )
    var runtime = PlainRuntime(first: screen, phrases: Bokmal(), mark: "", console: console)
    runtime.run(reason: .option)
    return output
  }

  @Test func `p opens the record of another, says whose it is on every page, and leads back`()
    throws
  {
    try home.give()
    let own = try home.own(home.daughter)
    let text = run(OverviewScreen(context: own), ["p", "1", "3", "p", "q"])
    let pages = text.split(separator: "Valg: ").map(String.init)
    #expect(pages[2].contains("Oversikt. Gro Bestemor – du er fullmektig"))
    #expect(pages[2].contains("Du handler for Gro Bestemor som fullmektig."))
    #expect(pages[2].contains("p: Tilbake til din egen"))
    #expect(pages[3].contains("Prøvesvar. Gro Bestemor – du er fullmektig"))
    #expect(pages[4].hasPrefix("\nOversikt\n") && !pages[4].contains("Gro Bestemor –"))
    // That session is over, and its end is in the other's log.
    let log = try home.own(home.grandmother).record.accessLogLines().lines
    let events = log.filter { $0.attribution.basis.role == .proxy }.map(\.entry.event)
    #expect(events.first == .sessionEnd && events.contains(.sessionStart))
  }

  @Test func `a right that is ended meanwhile is met at the next line`() throws {
    let id = try home.give()
    let own = try home.own(home.daughter)
    let text = run(OverviewScreen(context: own), ["p", "1", "3", "", "t", "q"]) { count in
      // Before the page is asked for again.
      guard count == 3 else { return }
      _ = try? home.own(home.grandmother).record.endProxy(id)
    }
    let pages = text.split(separator: "Valg: ").map(String.init)
    #expect(pages[3].contains("Kalium"))
    #expect(pages[4].contains(Bokmal().refusalText(.grantEnded)) && !pages[4].contains("Kalium"))
    #expect(pages[5].contains("Oversikt\n") && !pages[5].contains("Kalium"))
  }

  @Test func `giving the right back shows nothing more of the other`() throws {
    try home.give()
    let own = try home.own(home.daughter)
    let text = run(OverviewScreen(context: own), ["p", "1", "9", "x", "x", "q"])
    let last = text.split(separator: "Valg: ").map(String.init)[5]
    #expect(last.contains("Du har gitt retten fra deg. Kvittering"))
    #expect(last.contains("Stengt") && !last.contains("Dina Datter, fullmakt"))
  }

  @Test func `a proxy is given line by line, and stored from its preview`() throws {
    let own = try home.own(home.grandmother)
    let text = run(
      ProxiesScreen(context: own),
      ["w", home.daughtersNumber, "1", "2", "2", "31.12.2026", "j", "2", "q"]
    )
    #expect(text.contains("Dette er fortsatt stengt"))
    #expect(text.contains("Dina Datter kan handle for deg. Kvittering"))
    #expect(try home.proxies().map(\.grant.areas) == [[.registered]])
  }
}
