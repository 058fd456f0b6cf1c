import PortalCore

/// What another consent level opens and closes, before it is chosen.
struct ConsentChangeScreen: RecordScreen {
  private enum Choice: String, CaseIterable {
    // First the one that changes nothing: Enter may have been pressed twice.
    case keep
    case choose
  }

  let context: ScreenContext
  private let level: ConsentLevel
  /// What held when it was begun, with the version that the change is made on.
  private let state: ConsentState
  var content: Result<ConsentEffect, ServiceError>?
  private var failure: Notice?
  /// Whether withdrawing was asked for once: the second time does it.
  private var isWithdrawing = false

  init(context: ScreenContext, level: ConsentLevel, state: ConsentState) {
    self.context = context
    self.level = level
    self.state = state
  }

  var title: String { context.phrases.consentTitle(level) }

  func load() throws(ServiceError) -> ConsentEffect {
    try context.record.effect(of: level)
  }

  func page(of effect: ConsentEffect) -> Page {
    let phrases = context.phrases
    var blocks: [Block] = failure.map { [.notice($0)] } ?? []
    if effect.erasesContent {
      blocks.append(.notice(Notice(severity: .danger, text: phrases.withdrawalRemoves)))
    }
    blocks.append(.paragraph(phrases.meaning(of: level)))
    blocks += section(phrases.opensHeading, effect.changes.filter(\.isOpening))
    blocks += section(phrases.closesHeading, effect.changes.filter { !$0.isOpening })
    if !effect.changes.contains(where: \.isTold) {
      blocks.append(.paragraph(phrases.nothingOpensOrCloses))
    }
    blocks.append(.heading(phrases.conflictChoice))
    blocks.append(
      .list(
        ItemList(
          items: [
            Item(
              id: ItemID(Choice.keep.rawValue),
              title: phrases.keepLevel(state.level),
              detail: phrases.keepLevelDetail
            ),
            Item(
              id: ItemID(Choice.choose.rawValue),
              title: phrases.chooseLevel(level),
              detail: phrases.chooseLevelDetail
            ),
          ],
          emptyText: ""
        )
      )
    )
    return Page(title: title, blocks: blocks, submitLabel: phrases.chooseLevel(level))
  }

  mutating func react(to intent: Intent) -> [Effect] {
    switch intent {
    case .submit: return choose()
    case .open(let item):
      switch Choice(rawValue: item.text) {
      case .keep: return [.pop]
      case .choose: return choose()
      case nil: return []
      }
    case .run, .keepDraft, .shown, .search: return []
    }
  }

  private func section(_ heading: String, _ changes: [AccessChange]) -> [Block] {
    let told = changes.filter(\.isTold)
    guard !told.isEmpty else { return [] }
    let texts = told.map(context.phrases.text)
    return [.heading(heading), .text(texts.joined(separator: "\n"))]
  }

  private mutating func choose() -> [Effect] {
    let phrases = context.phrases
    let isErasing = if case .success(let effect)? = content { effect.erasesContent } else { false }
    if isErasing, !isWithdrawing {
      isWithdrawing = true
      return [.say(Notice(severity: .danger, text: phrases.withdrawAgain))]
    }
    isWithdrawing = false
    do {
      switch try context.record.setConsent(to: level, base: state.version) {
      case .saved(let receipt, version: _):
        let problem = isErasing ? eraseContent() : nil
        let text = phrases.consentSaved(level, receipt: receipt.text)
        return [.pop, .say(problem ?? Notice(severity: .success, text: text))]
      case .unchanged:
        return [.pop, .say(Notice(severity: .information, text: phrases.nothingChanged))]
      case .conflict(let conflict):
        // The page below says what holds now, and there it is chosen again.
        return [.pop, .say(Notice(severity: .warning, text: moved(conflict)))]
      }
    } catch {
      failure = Notice(severity: .danger, text: phrases.notStored(phrases.problemText(error)))
      return []
    }
  }

  /// Erases what the consent allowed to be kept; nil where that is done, else what is to be said.
  private func eraseContent() -> Notice? {
    do {
      _ = try context.record.erase(.consentWithdrawn, reason: .consentWithdrawn)
      return nil
    } catch {
      let phrases = context.phrases
      let text = phrases.withdrawnNotErased(phrases.problemText(error))
      return Notice(severity: .danger, text: text)
    }
  }

  private func moved(_ conflict: EditConflict) -> String {
    var level: ConsentLevel?
    if case .consent(let choice) = conflict.newest.record.content { level = choice.level }
    return context.phrases.consentMoved(
      level,
      who: context.phrases.actor(conflict.newest.attribution),
      when: context.phrases.text(conflict.newest.time)
    )
  }
}
