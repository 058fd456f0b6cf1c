import PortalCore

/// Where a right was changed or ended while somebody changed it: what stands now, and what they want.
///
/// The person chooses; nothing is stored before that. Stands above the form.
struct ProxyConflictScreen: RecordScreen {
  private enum Choice: String, CaseIterable {
    // First the one that does nothing: Enter may have been pressed twice.
    case goOnEditing = "edit"
    case keepStored = "keep"
    case putMineOnTop = "mine"
  }

  let context: ScreenContext
  private let conflict: EditConflict
  private let draft: ProxyGrant
  /// How many pages lead back to the list.
  private let depth: Int
  /// The right that its holder has now; nil where they have none.
  var content: Result<GivenProxy?, ServiceError>?

  init(context: ScreenContext, conflict: EditConflict, draft: ProxyGrant, depth: Int) {
    self.depth = depth
    self.context = context
    self.conflict = conflict
    self.draft = draft
  }

  var title: String { context.phrases.conflictTitle }

  func load() throws(ServiceError) -> GivenProxy? {
    try context.record.standingProxy(of: draft.proxy)
  }

  func page(of standing: GivenProxy?) -> Page {
    let phrases = context.phrases
    let who = phrases.actor(conflict.newest.attribution)
    let when = phrases.text(conflict.newest.time)
    var blocks: [Block] = [
      .notice(
        Notice(severity: .warning, text: phrases.conflictExplanation(who: who, when: when))
      ),
      .heading(phrases.storedNow),
    ]
    if let standing {
      blocks.append(.facts(ProxyText(context).facts(standing.grant)))
    } else {
      blocks.append(.paragraph(phrases.cannotActNow(draft.proxyName)))
    }
    blocks.append(.heading(phrases.yourText))
    blocks.append(.facts(ProxyText(context).facts(draft)))
    blocks.append(.heading(phrases.conflictChoice))
    blocks.append(.list(ItemList(items: Choice.allCases.map(item), emptyText: "")))
    return Page(title: title, blocks: blocks)
  }

  mutating func react(to intent: Intent) -> [Effect] {
    guard case .open(let item) = intent, let choice = Choice(rawValue: item.text),
      case .success(let standing)? = content
    else { return [] }
    switch choice {
    case .goOnEditing: return [.pop]
    case .keepStored:
      let text = context.phrases.keptStored
      return Array(repeating: .pop, count: depth)
        + [.say(Notice(severity: .information, text: text))]
    case .putMineOnTop:
      // Looked at once more, beside what stands now, before anything is stored.
      return [
        .replace(
          ProxyPreviewScreen(context: context, draft: draft, changing: standing, depth: depth)
        )
      ]
    }
  }

  private func item(_ choice: Choice) -> Item {
    let phrases = context.phrases
    let (title, detail) =
      switch choice {
      case .keepStored: (phrases.keepStored, phrases.keepStoredDetail)
      case .putMineOnTop: (phrases.lookBeforeSaving, phrases.nothingSavedYet)
      case .goOnEditing: (phrases.goOnEditing, phrases.goOnEditingDetail)
      }
    return Item(id: ItemID(choice.rawValue), title: title, detail: detail)
  }
}
