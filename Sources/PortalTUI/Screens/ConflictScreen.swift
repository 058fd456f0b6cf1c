import PortalCore

/// Two versions side by side, where somebody else was first: what is stored now, what was written.
///
/// The person chooses; nothing is lost before that. Stands above the form. Going back leads to it, with everything that was typed.
struct ConflictScreen: Screen {
  private enum Choice: String, CaseIterable {
    // First the one that does nothing: Enter may have been pressed twice.
    case goOnEditing = "edit"
    case putMineOnTop = "mine"
    case keepStored = "keep"
  }

  let context: ScreenContext
  private let conflict: EditConflict
  /// What the person changed, by field.
  private let changes: [ContactField: String]
  /// What stood there when they began; nil where that is not known.
  private let before: Person?
  private var failure: Notice?

  init(
    context: ScreenContext,
    conflict: EditConflict,
    changes: [ContactField: String],
    before: Person?
  ) {
    self.context = context
    self.conflict = conflict
    self.changes = changes
    self.before = before
  }

  var record: OpenRecord? { context.record }

  func page() -> Page {
    let phrases = context.phrases
    let who = phrases.actor(conflict.newest.attribution)
    let when = phrases.text(conflict.newest.time)
    var blocks: [Block] = [
      .notice(
        Notice(severity: .warning, text: phrases.conflictExplanation(who: who, when: when))
      )
    ]
    if let failure { blocks.append(.notice(failure)) }
    for field in ContactField.allCases where isOfInterest(field) {
      blocks.append(.heading(phrases.label(of: field)))
      blocks.append(
        .facts([
          Fact(label: phrases.storedNow, value: text(field, conflict.newest.record.content)),
          Fact(label: phrases.yourText, value: text(field, conflict.mine)),
        ])
      )
    }
    blocks.append(.heading(phrases.conflictChoice))
    blocks.append(.list(ItemList(items: Choice.allCases.map(item), emptyText: "")))
    return Page(title: phrases.conflictTitle, blocks: blocks)
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    guard case .open(let item) = intent, let choice = Choice(rawValue: item.text) else { return [] }
    switch choice {
    case .keepStored:
      context.forgetContactDraft()
      let text = context.phrases.keptStored
      return [.pop, .pop, .say(Notice(severity: .information, text: text))]
    case .putMineOnTop:
      return putMineOnTop()
    case .goOnEditing:
      return [.pop]
    }
  }

  private func item(_ choice: Choice) -> Item {
    let phrases = context.phrases
    let (title, detail) =
      switch choice {
      case .keepStored: (phrases.keepStored, phrases.keepStoredDetail)
      case .putMineOnTop: (phrases.putMineOnTop, phrases.putMineOnTopDetail)
      case .goOnEditing: (phrases.goOnEditing, phrases.goOnEditingDetail)
      }
    return Item(id: ItemID(choice.rawValue), title: title, detail: detail)
  }

  /// Whether one of the two has changed it.
  private func isOfInterest(_ field: ContactField) -> Bool {
    let stored = own(field, conflict.newest.record.content)
    return stored != own(field, conflict.mine) || stored != before?.own?[field]
  }

  private func own(_ field: ContactField, _ content: RecordContent) -> String? {
    guard case .person(let person) = content else { return nil }
    return person.own?[field]
  }

  private func text(_ field: ContactField, _ content: RecordContent) -> String {
    context.contactText(field, own(field, content)) ?? context.phrases.notSaid
  }

  /// A new change, made on the version that is seen here.
  private mutating func putMineOnTop() -> [Effect] {
    do {
      let newest = conflict.newest.record
      switch try context.record.editContact(base: newest.version, changes) {
      case .saved(let receipt, version: _):
        context.forgetContactDraft()
        return [.pop, .pop, .say(context.saved(receipt))]
      case .unchanged:
        context.forgetContactDraft()
        let text = context.phrases.nothingChanged
        return [.pop, .pop, .say(Notice(severity: .information, text: text))]
      case .conflict(let again):
        // Somebody was first once more: the person sees that too before anything is stored.
        let screen = ConflictScreen(
          context: context,
          conflict: again,
          changes: changes,
          before: newest.person
        )
        return [.replace(screen)]
      }
    } catch {
      let reason = context.phrases.problemText(error)
      failure = Notice(severity: .danger, text: context.phrases.notStored(reason))
      return []
    }
  }
}
