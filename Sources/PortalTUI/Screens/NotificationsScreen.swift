import PortalCore

/// How much is told outside the portal, with the very texts of each level, and choosing another.
struct NotificationsScreen: RecordScreen {
  let context: ScreenContext
  var content: Result<NotificationState, ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.notificationsTitle }

  func load() throws(ServiceError) -> NotificationState {
    try context.record.notifications()
  }

  func page(of state: NotificationState) -> Page {
    let phrases = context.phrases
    let items = NotificationProfile.Level.allCases.map { level in
      Item(
        id: ItemID(level.rawValue),
        title: phrases.name(of: level),
        mark: level == state.level
          ? Item.Mark(text: phrases.chosenNow, severity: .success) : nil
      )
    }
    var blocks: [Block] = [
      .paragraph(phrases.notificationsNow(state.level, since: state.chosen.map(phrases.text))),
      .paragraph(phrases.notificationsExplanation),
      .list(ItemList(items: items, emptyText: "")),
    ]
    for level in NotificationProfile.Level.allCases {
      let texts = phrases.notifications(of: NotificationEvent.allCases, at: level)
      let told = texts.isEmpty ? phrases.nothingIsSent : texts.joined(separator: "\n")
      blocks += [.heading(phrases.name(of: level)), .text(told)]
    }
    return Page(title: title, blocks: blocks)
  }

  mutating func react(to intent: Intent) -> [Effect] {
    guard case .open(let item) = intent, case .success(let shown)? = content,
      let level = NotificationProfile.Level(rawValue: item.text)
    else { return [] }
    let notice = choose(level, base: shown.version)
    return update(.shown) + [.say(notice)]
  }

  private func choose(_ level: NotificationProfile.Level, base: Int) -> Notice {
    let phrases = context.phrases
    do {
      switch try context.record.setNotifications(to: level, base: base) {
      case .saved(let receipt, version: _):
        let text = phrases.notificationsSaved(level, receipt: receipt.text)
        return Notice(severity: .success, text: text)
      case .unchanged: return Notice(severity: .information, text: phrases.nothingChanged)
      case .conflict(let conflict):
        let now = try context.record.notifications().level
        let when = phrases.text(conflict.newest.time)
        return Notice(severity: .warning, text: phrases.notificationsMoved(now, when: when))
      }
    } catch {
      return Notice(for: error, phrases)
    }
  }
}
