import PortalCore

/// Who is in a store that is open to whoever has it, or in a demonstration.
///
/// Opening one opens their record; its session ends when the last page with that `record` is left.
struct ChoosePersonScreen: Screen {
  private let portal: Portal
  private let phrases: any Phrasebook
  private var people: Result<[PersonSummary], ServiceError>?

  init(portal: Portal, phrases: any Phrasebook) {
    self.portal = portal
    self.phrases = phrases
  }

  func page() -> Page {
    let title = phrases.label(.choosePerson)
    switch people ?? read() {
    case .success(let people):
      let list = ItemList(items: people.map(item), emptyText: phrases.sentence(.noPeople))
      return Page(title: title, blocks: [.list(list)])
    case .failure(let error):
      return Page(title: title, for: error, phrases)
    }
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .shown:
      people = read()
      return []
    case .open(let item):
      guard case .person(let id) = Target(item) else { return [] }
      do {
        let record = try portal.openOwn(id)
        let context = ScreenContext(portal: portal, record: record, phrases: phrases)
        return [.push(OverviewScreen(context: context))]
      } catch {
        return [.say(Notice(for: error, phrases))]
      }
    case .submit, .run, .keepDraft, .search:
      return []
    }
  }

  private func read() -> Result<[PersonSummary], ServiceError> {
    Result { () throws(ServiceError) in try portal.people() }
  }

  private func item(_ person: PersonSummary) -> Item {
    Item(
      id: Target.person(person.id).item,
      title: person.name ?? phrases.untitled(.person),
      detail: person.birthDate.map(born) ?? ""
    )
  }

  private func born(_ date: PartialDate) -> String {
    let born = phrases.born(phrases.text(date))
    guard date.precision >= .day else { return born }
    let years = date.date.years(until: OsloTime.date(portal.surroundings.clock.now()))
    return years < 0 ? born : "\(born), \(phrases.age(years))"
  }
}
