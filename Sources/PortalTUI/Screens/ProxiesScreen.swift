import PortalCore

/// Who may act for the person, those whose right stands first; for who acts, their own right only.
struct ProxiesScreen: RecordScreen {
  /// What was read.
  struct Content {
    /// Standing ones first, the newest first among them and among those that are over.
    var proxies: [GivenProxy]
    /// For whom the person may act themselves.
    var represented: [RepresentedPerson]
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?
  /// Whether giving the right back was asked for once: the second time does it.
  private var isResigning = false

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.name(of: .proxies) }

  func load() throws(ServiceError) -> Content {
    let proxies = try context.record.proxies()
    var represented: [RepresentedPerson] = []
    if context.isOwn {
      represented = try context.represented().filter(\.isOpen)
    }
    return Content(
      proxies: proxies.filter(\.isStanding) + proxies.filter { !$0.isStanding },
      represented: represented
    )
  }

  func page(of content: Content) -> Page {
    let phrases = context.phrases
    let standing = content.proxies.filter(\.isStanding)
    let ended = content.proxies.filter { !$0.isStanding }
    let text = ProxyText(context)
    var blocks: [Block] = [
      .paragraph(context.isOwn ? phrases.proxiesExplanation : phrases.ownRightExplanation)
    ]
    if context.isOwn, standing.isEmpty { blocks.append(.paragraph(phrases.noProxies)) }
    let items =
      standing.map(text.item) + content.represented.map(item) + ended.map(text.item)
    if !items.isEmpty { blocks.append(.list(ItemList(items: items, emptyText: ""))) }
    return Page(title: title, blocks: blocks, actions: actions(content))
  }

  mutating func react(to intent: Intent) -> [Effect] {
    if case .run(.endRight, _) = intent, let own = ownRight { return resign(own) }
    isResigning = false
    return switch intent {
    case .open(let item):
      if case .represented(let person)? = Target(item) {
        context.act(for: person) { .push($0) }
      } else {
        context.open(item)
      }
    case .run(.write, _) where context.isOwn: [.push(GiveProxyScreen(context: context))]
    case .run, .submit, .keepDraft, .shown, .search: []
    }
  }

  private func item(_ person: RepresentedPerson) -> Item {
    Item(
      id: Target.represented(person.person).item,
      title: context.phrases.actsFor(person.name),
      detail: context.phrases.opensRecord(as: person.role.role)
    )
  }

  /// The right by which the record is open, where it can be given back.
  private var ownRight: GivenProxy? {
    guard !context.isOwn, let content = try? content?.get() else { return nil }
    return content.proxies.first { $0.id == context.record.attribution.basis.grant }
      .flatMap { $0.isStanding && $0.grant.role != .parent ? $0 : nil }
  }

  private mutating func resign(_ own: GivenProxy) -> [Effect] {
    guard isResigning else {
      isResigning = true
      let text = context.phrases.resignAgain(key: Keymap.name(.endRight, context.phrases))
      return [.say(Notice(severity: .warning, text: text))]
    }
    isResigning = false
    return context.resign()
  }

  private func actions(_ content: Content) -> [PageAction] {
    if context.isOwn { return [PageAction(id: .write, label: context.phrases.giveProxyTitle)] }
    guard ownRight != nil else { return [] }
    return [PageAction(id: .endRight, label: context.phrases.resignAction)]
  }
}

extension Keymap {
  /// The key of an action, as it is said in a sentence.
  static func name(_ action: ActionID, _ phrases: any KeyPhrases) -> String {
    strokes(for: .action(action)).first?.name(phrases) ?? ""
  }
}
