import PortalCore

/// The ways to the practice: which there are, who reads, and why one is not there.
struct WaysScreen: RecordScreen {
  let context: ScreenContext
  var content: Result<PracticeOffice, ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.waysTitle }

  func load() throws(ServiceError) -> PracticeOffice {
    try context.record.checkMayWrite()
    return try context.record.practiceOffice()
  }

  func page(of office: PracticeOffice) -> Page {
    let phrases = context.phrases
    let name = context.name(of: office.practitioner) ?? phrases.label(.practitioner)
    let items = office.ways.enumerated().map { index, way in item(way, index) }
    var blocks: [Block] = [
      .notice(Notice(severity: .danger, text: phrases.sentence(.emergency))),
      .paragraph(phrases.waysExplanation(name)),
      .list(ItemList(items: items, emptyText: phrases.sentence(.cannotWrite))),
    ]
    if let phone = office.profile?.phone { blocks.append(.paragraph(phrases.practicePhone(phone))) }
    return Page(title: title, blocks: blocks)
  }

  mutating func react(to intent: Intent) -> [Effect] {
    guard case .open(let item) = intent, case .success(let office)? = content,
      let way = Self.index(of: item).map({ office.ways[$0] })
    else { return [] }
    switch way.state {
    case .on: return [.push(screen(for: way))]
    case .off(let reason):
      let text = context.phrases.problemText(.dialogue(.serviceOff(reason: reason)))
      return [.say(Notice(severity: .warning, text: text))]
    }
  }

  /// Where there are free times they are shown first; a wish in words is written from there.
  private func screen(for way: PracticeWay) -> any Screen {
    if way.kind == .appointmentRequest { return ChooseTimeScreen(context: context) }
    return WriteMessageScreen(
      context: context,
      thread: nil,
      kind: way.kind,
      service: way.offered
    )
  }

  private func item(_ way: PracticeWay, _ index: Int) -> Item {
    let phrases = context.phrases
    let isOff = way.state != .on
    var detail = phrases.brief(way.kind)
    if case .other(_, let service) = way.service { detail = service.description ?? detail }
    if case .off(let reason) = way.state { detail = reason }
    return Item(
      id: ItemID("way/\(index)"),
      title: phrases.name(of: way),
      detail: detail,
      mark: isOff ? Item.Mark(text: phrases.label(.closed), severity: .warning) : nil
    )
  }

  private static func index(of item: ItemID) -> Int? {
    guard item.text.hasPrefix("way/") else { return nil }
    return Int(item.text.dropFirst(4))
  }
}
