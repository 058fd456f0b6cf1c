import PortalCore

/// The front page of a record: what is new, and the sections.
struct OverviewScreen: RecordScreen {
  /// What the front page says.
  struct Content {
    var person: Person
    var practitioner: String?
    var lastVisit: Instant?
    /// What has come since the last visit.
    var news: News
    /// Only the sections that may be opened.
    var counts: [Area: Int]
    var damage: Damage?
    /// Whether the person is so young that birthdays change who may see what.
    var hasBirthdaysToCome = false
    /// How many may act for the person now; nil where that may not be read.
    var standingProxies: Int?
    /// What the person has consented to; nil where it is not theirs to choose.
    var consent: ConsentLevel?
    /// Whether this reader may change what stands here.
    var mayEdit = true
    /// Whether they may write to the practice.
    var mayWrite = true
    /// How far the machine's clock is behind the record, in milliseconds.
    var clockLag: Int64?
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?

  /// More news than these are found in their sections.
  private static let mostNews = 5
  /// Among these it is looked which belong together.
  private static let mostGathered = 60

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.name(of: .overview) }
  var offersSearch: Bool { true }

  func load() throws(ServiceError) -> Content {
    let record = context.record
    let counts = try record.sectionCounts().map { ($0.area, $0.count) }
    let person = try record.person()
    return Content(
      person: person,
      practitioner: context.name(of: try? record.generalPractitioner()),
      lastVisit: try record.lastVisit(),
      news: try record.news(newest: Self.mostGathered),
      counts: Dictionary(counts) { first, _ in first },
      damage: record.damage,
      hasBirthdaysToCome: try record.birthdayLadder() != nil,
      standingProxies: context.isOwn ? try? record.proxies().count(where: \.isStanding) : nil,
      consent: try context.decidesThemselves() ? try record.consent().level : nil,
      mayEdit: record.mayWrite(in: .overview),
      mayWrite: record.mayWrite(in: .messages),
      clockLag: record.clockLag
    )
  }

  func page(of content: Content) -> Page {
    let phrases = context.phrases
    var blocks: [Block] = actingNotice(content)
    if let damage = content.damage {
      blocks.append(.notice(Notice(severity: .danger, text: phrases.damageText(damage))))
    }
    if let lag = content.clockLag {
      let text = phrases.clockBehind(by: lag)
      blocks.append(.notice(Notice(severity: .warning, text: text)))
    }
    blocks.append(.paragraph(phrases.sentence(.emergencyShort)))
    blocks.append(.facts(facts(content)))
    var items =
      AppointmentText(context).reminders() + newsItems(content)
      + SectionScreens.listed.map { item(for: $0, content) }
    items.append(Item(id: Target.practitioners.item, title: phrases.practitionerTitle))
    if content.hasBirthdaysToCome {
      items.append(Item(id: Target.birthdays.item, title: phrases.birthdayLadderTitle))
    }
    blocks.append(.list(ItemList(items: items, emptyText: phrases.sentence(.nothingNew))))
    return Page(title: title, blocks: blocks, actions: actions(content))
  }

  /// For whom one acts, and as what.
  private func actingNotice(_ content: Content) -> [Block] {
    guard !context.isOwn, context.previewedFor == nil else { return [] }
    let phrases = context.phrases
    let text = phrases.actingNotice(
      name: content.person.displayName ?? phrases.untitled(.person),
      role: context.record.attribution.basis.role,
      key: Keymap.name(.actFor, phrases)
    )
    return [.notice(Notice(severity: .information, text: text))]
  }

  private func actions(_ content: Content) -> [PageAction] {
    let phrases = context.phrases
    let isReached = content.mayWrite && content.practitioner != nil && content.damage == nil
    let writing = isReached ? [PageAction(id: .write, label: phrases.waysTitle)] : []
    let actions: [ActionID] = content.mayEdit ? [.edit, .showHistory] : [.showHistory]
    let label = context.isOwn ? phrases.actionLabel(.actFor) : phrases.backToOwn
    return writing + actions.map { PageAction(id: $0, label: phrases.actionLabel($0)) }
      + [PageAction(id: .actFor, label: label)]
  }

  mutating func react(to intent: Intent) -> [Effect] {
    switch intent {
    case .open(let item): context.open(item)
    case .run(.write, _): [.push(WaysScreen(context: context))]
    case .run(.edit, _): [.push(EditContactScreen(context: context))]
    case .run(.showHistory, _):
      [.push(HistoryScreen(context: context, records: [Person.recordID]))]
    case .run, .submit, .keepDraft, .shown, .search: []
    }
  }

  private func facts(_ content: Content) -> [Fact] {
    let phrases = context.phrases
    let practitioner = content.practitioner ?? phrases.sentence(.noPractitioner)
    return [
      Fact(label: phrases.label(.practitioner), value: practitioner),
      Fact(
        label: phrases.label(.news),
        value: phrases.newsText(
          count: content.news.count,
          since: content.lastVisit.map(phrases.text)
        )
      ),
    ] + context.contactFacts(content.person)
  }

  /// Without the results that stand in a report or a panel which is new as well.
  private func gathered(_ news: [Record]) -> [Record] {
    var members: Set<RecordID> = []
    for record in news {
      switch record.content {
      case .resultReport(let report): members.formUnion(report.results.compactMap(\.record))
      case .testResult(let result): members.formUnion(result.members.compactMap(\.record))
      case .person, .consent, .youthLogin, .proxyGrant, .representation, .accessNotice, .message,
        .prescription,
        .dispensing, .medicationListEntry,
        .medication, .vaccination, .allergy, .healthCondition, .document, .unmappedResource,
        .practitioner, .practitionerRole, .organization, .importReceipt, .repair, .erasure,
        .threadStatus, .renewal, .appointment, .practitionerChange, .waitingListPlace,
        .notificationProfile:
        break
      }
    }
    // Of rights the receipts tell.
    let told: Set<RecordKind> = [.proxyGrant, .representation]
    return news.filter { !members.contains($0.id) && !told.contains($0.kind) }
  }

  private func newsItems(_ content: Content) -> [Item] {
    let phrases = context.phrases
    return gathered(content.news.newest).prefix(Self.mostNews).map { record in
      Item(
        id: Target(record).item,
        title: RecordPages(context).title(of: record),
        detail: "\(RecordPages(context).kind(of: record)), \(phrases.short(record.content.date))",
        mark: Item.Mark(text: phrases.label(.new), severity: .information)
      )
    }
  }

  private func item(for area: Area, _ content: Content) -> Item {
    let phrases = context.phrases
    let target = Target.section(area).item
    guard let count = content.counts[area] else {
      return Item(id: target, title: phrases.name(of: area), detail: phrases.label(.closed))
    }
    if area == .privacy, let consent = content.consent {
      return Item(id: target, title: phrases.name(of: area), detail: phrases.name(of: consent))
    }
    if area == .proxies, !context.isOwn || content.standingProxies != nil {
      let detail = content.standingProxies.map(phrases.canActForYou) ?? phrases.yourOwnRight
      return Item(id: target, title: phrases.name(of: area), detail: detail)
    }
    let news = content.news.counts[area] ?? 0
    return Item(
      id: target,
      title: phrases.name(of: area),
      detail: phrases.count(count, in: area, new: news)
    )
  }
}
