import PortalCore

/// The ways to the practice: which there are, who reads, and why one is not there.
///
/// What is unsent comes first, each kind of its own: it goes on, and bars none of the ways.
struct WaysScreen: RecordScreen {
  /// What was read.
  struct Content {
    var office: PracticeOffice
    /// Unsent new messages, the one that was kept last first.
    var drafts: [Draft]
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.waysTitle }

  func load() throws(ServiceError) -> Content {
    try context.record.checkMayWrite()
    return Content(
      office: try context.record.practiceOffice(),
      drafts: try context.record.newMessageDrafts()
    )
  }

  func page(of content: Content) -> Page {
    let phrases = context.phrases
    let office = content.office
    let name = context.name(of: office.practitioner) ?? phrases.label(.practitioner)
    let items =
      content.drafts.map(item) + office.ways.enumerated().map { index, way in item(way, index) }
    var blocks: [Block] = [
      .notice(Notice(severity: .danger, text: phrases.sentence(.emergency))),
      .paragraph(phrases.waysExplanation(name)),
      .list(ItemList(items: items, emptyText: phrases.sentence(.cannotWrite))),
    ]
    if let phone = office.profile?.phone { blocks.append(.paragraph(phrases.practicePhone(phone))) }
    return Page(title: title, blocks: blocks)
  }

  mutating func react(to intent: Intent) -> [Effect] {
    guard case .open(let item) = intent, case .success(let content)? = content else { return [] }
    if let draft = content.drafts.first(where: { Self.id(of: $0) == item }) {
      let kind = draft.kind
      return [.push(WriteMessageScreen(context: context, thread: nil, kind: kind))]
    }
    guard let way = Self.index(of: item).map({ content.office.ways[$0] }) else { return [] }
    switch way.state {
    case .on: return open(way, content.drafts)
    case .off(let reason):
      let text = context.phrases.problemText(.dialogue(.serviceOff(reason: reason)))
      return [.say(Notice(severity: .warning, text: text))]
    }
  }

  /// One message for another service can be unsent at a time: which one is said, not opened.
  private func open(_ way: PracticeWay, _ drafts: [Draft]) -> [Effect] {
    if way.kind == .otherService,
      let draft = drafts.first(where: { $0.kind == way.kind }), draft.service != way.offered
    {
      let text = context.phrases.otherDraftFirst
      return [.say(Notice(severity: .warning, text: text))]
    }
    return [.push(screen(for: way))]
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

  /// So many of the first characters leave room for when it was kept, at 80 columns.
  private static let longestStart = 16

  private func item(_ draft: Draft) -> Item {
    let phrases = context.phrases
    let words = draft.subject.isEmpty ? draft.text : draft.subject
    let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isCut = line.count > Self.longestStart
    let start = isCut ? line.prefix(Self.longestStart - 1) + "…" : line[...]
    return Item(
      id: Self.id(of: draft),
      title: phrases.continueUnsent(phrases.name(of: draft.kind)),
      detail: phrases.unsent(String(start), saved: phrases.text(draft.saved))
    )
  }

  private static func id(of draft: Draft) -> ItemID { ItemID("draft/\(draft.kind.rawValue)") }

  private static func index(of item: ItemID) -> Int? {
    guard item.text.hasPrefix("way/") else { return nil }
    return Int(item.text.dropFirst(4))
  }
}
