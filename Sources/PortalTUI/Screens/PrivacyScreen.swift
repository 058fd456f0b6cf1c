import PortalCore

/// What the person has consented to, and choosing otherwise; for parents and those under sixteen
/// whether the young person may sign in.
struct PrivacyScreen: RecordScreen {
  /// Whose page it is.
  enum Content {
    /// Of somebody who decides themselves.
    case own(ConsentState)
    /// Of somebody under sixteen who looks themselves.
    case youth(YouthLogin?)
    /// A parent's; the version that a change of it is made on, 0 where nobody has chosen.
    case parent(YouthLogin?, version: Int, name: String, mayChoose: Bool)
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.name(of: .privacy) }

  func load() throws(ServiceError) -> Content {
    let record = context.record
    if try context.decidesThemselves() { return .own(try record.consent()) }
    let login = try record.youthLogin()
    if context.isOwn { return .youth(login?.content) }
    let mayChoose = try context.age().map {
      (AgeLimit.youthLogin..<AgeLimit.ownHealth).contains($0)
    }
    return .parent(
      login?.content,
      version: login?.version ?? 0,
      name: try record.person().displayName ?? context.phrases.untitled(.person),
      mayChoose: mayChoose ?? false
    )
  }

  func page(of content: Content) -> Page {
    switch content {
    case .own(let state): page(of: state)
    case .youth(let login): page(ofYouth: login)
    case .parent(let login, version: _, let name, let mayChoose):
      page(ofParent: login, name, mayChoose)
    }
  }

  mutating func react(to intent: Intent) -> [Effect] {
    guard case .open(let item) = intent, case .success(let shown)? = content else { return [] }
    if Target(item) != nil { return context.open(item) }
    switch shown {
    case .own(let state):
      guard let level = ConsentLevel(rawValue: item.text), level != state.level else { return [] }
      return [.push(ConsentChangeScreen(context: context, level: level, state: state))]
    case .youth: return []
    case .parent(_, let version, let name, mayChoose: true):
      return choose(item == Self.allow, version, name)
    case .parent: return []
    }
  }

  // MARK: - The person's own

  private func page(of state: ConsentState) -> Page {
    let phrases = context.phrases
    let levels = ConsentLevel.allCases.reversed()
    let items = levels.map { level in
      Item(
        id: ItemID(level.rawValue),
        title: phrases.name(of: level),
        mark: level == state.level
          ? Item.Mark(text: phrases.chosenNow, severity: .success) : nil
      )
    }
    return Page(
      title: title,
      blocks: [
        .paragraph(phrases.consentNow(state.level, since: state.chosen.map(phrases.text))),
        .facts(
          levels.map { Fact(label: phrases.name(of: $0), value: phrases.meaning(of: $0)) }
        ),
        .paragraph(phrases.privacyExplanation),
        .list(ItemList(items: items + notifications + birthdays, emptyText: "")),
      ]
    )
  }

  // MARK: - Under sixteen

  private static let allow: ItemID = "allow"
  private static let stop: ItemID = "stop"

  private func page(ofYouth login: YouthLogin?) -> Page {
    let phrases = context.phrases
    return Page(
      title: title,
      blocks: [
        .paragraph(phrases.youthPrivacyExplanation),
        .facts([Fact(label: phrases.youthLoginHeading, value: state(login))]),
        .list(ItemList(items: birthdays, emptyText: phrases.sentence(.nothingFound))),
      ]
    )
  }

  private func page(ofParent login: YouthLogin?, _ name: String, _ mayChoose: Bool) -> Page {
    let phrases = context.phrases
    var items: [Item] = []
    if mayChoose {
      let isAllowed = login?.isAllowed ?? false
      items.append(
        isAllowed
          ? Item(
            id: Self.stop,
            title: phrases.stopYouthLogin(name),
            detail: phrases.stopYouthLoginDetail
          )
          : Item(
            id: Self.allow,
            title: phrases.allowYouthLogin(name),
            detail: phrases.allowYouthLoginDetail
          )
      )
    }
    let explanation =
      mayChoose ? phrases.parentPrivacyExplanation : phrases.childPrivacyExplanation
    return Page(
      title: title,
      blocks: [
        .paragraph(explanation),
        .facts([Fact(label: phrases.youthLoginHeading, value: state(login))]),
        .list(ItemList(items: items + birthdays, emptyText: phrases.sentence(.nothingFound))),
      ]
    )
  }

  private func state(_ login: YouthLogin?) -> String {
    guard let login else { return context.phrases.youthLoginUnsaid }
    return "\(context.phrases.youthLogin(isAllowed: login.isAllowed)), "
      + context.phrases.text(login.chosen)
  }

  private mutating func choose(_ isAllowed: Bool, _ base: Int, _ name: String) -> [Effect] {
    let phrases = context.phrases
    let notice: Notice
    do {
      switch try context.record.setYouthLogin(allowed: isAllowed, base: base) {
      case .saved(let receipt, version: _):
        let text = phrases.youthLoginSaved(
          isAllowed: isAllowed,
          name: name,
          receipt: receipt.text
        )
        notice = Notice(severity: .success, text: text)
      case .unchanged:
        notice = Notice(severity: .information, text: phrases.nothingChanged)
      case .conflict(let conflict):
        notice = Notice(severity: .warning, text: moved(conflict))
      }
    } catch {
      notice = Notice(for: error, phrases)
    }
    return update(.shown) + [.say(notice)]
  }

  private func moved(_ conflict: EditConflict) -> String {
    var isAllowed: Bool?
    if case .youthLogin(let login) = conflict.newest.record.content {
      isAllowed = login.isAllowed
    }
    return context.phrases.youthLoginMoved(
      isAllowed: isAllowed,
      who: context.phrases.actor(conflict.newest.attribution),
      when: context.phrases.text(conflict.newest.time)
    )
  }

  /// The way to what is told outside the portal, where it is this reader's to choose.
  private var notifications: [Item] {
    guard let state = try? context.record.notifications() else { return [] }
    let phrases = context.phrases
    return [
      Item(
        id: Target.notifications.item,
        title: phrases.notificationsTitle,
        detail: phrases.name(of: state.level)
      )
    ]
  }

  /// The way to the birthdays on which something changes, where there are any.
  private var birthdays: [Item] {
    guard (try? context.record.birthdayLadder()) != nil else { return [] }
    return [Item(id: Target.birthdays.item, title: context.phrases.birthdayLadderTitle)]
  }
}

extension ScreenContext {
  /// How old the person is; nil where nobody knows.
  func age() throws(ServiceError) -> Int? {
    try record.person().birthDate?.date.years(until: today)
  }

  /// Whether it is the person themselves who looks, old enough to choose what they consent to.
  func decidesThemselves() throws(ServiceError) -> Bool {
    guard isOwn, previewedFor == nil else { return false }
    return try age().map { $0 >= AgeLimit.ownHealth } ?? true
  }
}
