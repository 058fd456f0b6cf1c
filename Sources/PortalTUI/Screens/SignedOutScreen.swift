import PortalCore

/// What stands in place of the only record of an open store once it is closed: no name, nothing of
/// it, and the way back.
struct SignedOutScreen: Screen {
  private let portal: Portal
  private let person: Person.ID
  private let phrases: any Phrasebook

  init(portal: Portal, person: Person.ID, phrases: any Phrasebook) {
    self.portal = portal
    self.person = person
    self.phrases = phrases
  }

  func page() -> Page {
    let item = Item(id: Target.person(person).item, title: phrases.openAgain)
    return Page(
      title: phrases.signedOutTitle,
      blocks: [.list(ItemList(items: [item], emptyText: ""))]
    )
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    guard case .open = intent else { return [] }
    do {
      let record = try portal.openOwn(person)
      let context = ScreenContext(portal: portal, record: record, phrases: phrases)
      return [.replace(OverviewScreen(context: context))]
    } catch {
      return [.say(Notice(for: error, phrases))]
    }
  }
}
