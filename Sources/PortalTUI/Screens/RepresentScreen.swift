import PortalCore

/// For whom one may act: opening one opens their record, with this page gone from under it, so that
/// one key leads back to one's own.
struct RepresentScreen: RecordScreen {
  let context: ScreenContext
  var content: Result<[RepresentedPerson], ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.actionLabel(.actFor) }

  func load() throws(ServiceError) -> [RepresentedPerson] {
    try context.represented()
  }

  func page(of people: [RepresentedPerson]) -> Page {
    let phrases = context.phrases
    let items = people.map { person in
      var detail = phrases.name(of: person.role.role)
      if let refusal = person.refusal { detail += ". " + phrases.refusalText(refusal) }
      if let day = person.readableUntil {
        detail += ". " + phrases.readableUntil(phrases.day(day))
      }
      return Item(
        id: Target.represented(person.person).item,
        title: person.name,
        detail: detail,
        mark: person.isOpen
          ? nil : Item.Mark(text: phrases.label(.closed), severity: .information)
      )
    }
    return Page(
      title: title,
      blocks: [
        .paragraph(phrases.representExplanation),
        .list(ItemList(items: items, emptyText: phrases.nobodyToActFor)),
      ]
    )
  }

  mutating func react(to intent: Intent) -> [Effect] {
    guard case .open(let item) = intent, case .represented(let person)? = Target(item) else {
      return []
    }
    return context.act(for: person) { .replace($0) }
  }
}

extension ScreenContext {
  /// For whom one may act or might once, each person once: by the right that opens their record.
  func represented() throws(ServiceError) -> [RepresentedPerson] {
    var seen: Set<Person.ID> = []
    return try portal.representations(of: record).filter { seen.insert($0.person).inserted }
  }

  /// Opens the record of somebody for whom one acts.
  func act(for person: Person.ID, _ effect: (any Screen) -> Effect) -> [Effect] {
    guard let oneself = record.signedIn else { return [] }
    do {
      let record = try portal.openRecord(of: person, by: oneself)
      let next = ScreenContext(portal: portal, record: record, phrases: phrases)
      return [effect(OverviewScreen(context: next))]
    } catch {
      return [.say(Notice(for: error, phrases))]
    }
  }
}
