import PortalCore

/// What somebody will see who is given a right to act, before it is stored: section by section, and
/// what becomes different where one is changed.
///
/// Stands above the form; what is stored is stored from here.
struct ProxyPreviewScreen: RecordScreen {
  /// What was read.
  struct Content {
    var sections: [SectionAccess]
    /// What opens and closes; empty where no other right goes before.
    var changes: [AccessChange]
  }

  private enum Choice: String, CaseIterable {
    // First the one that stores nothing: Enter may have been pressed twice.
    case see
    case save
    case back
  }

  let context: ScreenContext
  private let draft: ProxyGrant
  /// The one that it comes in the place of.
  private let changed: GivenProxy?
  /// How many pages lead back to the list.
  private let depth: Int
  var content: Result<Content, ServiceError>?
  private var failure: Notice?

  init(context: ScreenContext, draft: ProxyGrant, changing changed: GivenProxy?, depth: Int) {
    self.depth = depth
    self.context = context
    self.draft = draft
    self.changed = changed
  }

  var title: String { context.phrases.previewTitle }
  /// Left without storing, the form below still has it; the program is left with a warning.
  var keepsDrafts: Bool { true }

  func load() throws(ServiceError) -> Content {
    let preview = try context.record.preview(draft)
    let changes = try changed.map { old throws(ServiceError) in
      try context.record.difference(from: old.grant, to: draft)
    }
    return Content(sections: try preview.sectionAccess(), changes: changes ?? [])
  }

  func page(of content: Content) -> Page {
    let phrases = context.phrases
    let notice = failure ?? Notice(severity: .information, text: phrases.nothingSavedYet)
    var blocks: [Block] = [.notice(notice), .facts(ProxyText(context).facts(draft))]
    if changed != nil {
      blocks.append(.heading(phrases.differenceHeading))
      let changes = content.changes.filter(\.isTold).map(phrases.text)
      blocks +=
        changes.isEmpty
        ? [.paragraph(phrases.noDifference)] : [.text(changes.joined(separator: "\n"))]
    }
    let told = content.sections.filter(\.area.isTold)
    blocks.append(.heading(phrases.willSeeHeading))
    blocks.append(.facts(told.filter(\.canRead).map(fact)))
    let closed = told.filter { !$0.canRead }
    if !closed.isEmpty {
      blocks.append(.heading(phrases.staysClosedHeading))
      blocks.append(.facts(closed.map(fact)))
    }
    blocks.append(.heading(phrases.conflictChoice))
    blocks.append(.list(ItemList(items: Choice.allCases.map(item), emptyText: "")))
    return Page(title: title, blocks: blocks, submitLabel: saveLabel)
  }

  mutating func react(to intent: Intent) -> [Effect] {
    switch intent {
    case .submit: return save()
    case .open(let item):
      switch Choice(rawValue: item.text) {
      case .see: return see()
      case .save: return save()
      case .back: return [.pop]
      case nil: return []
      }
    case .run, .keepDraft, .shown, .search: return []
    }
  }

  private var saveLabel: String {
    changed == nil ? context.phrases.giveNow : context.phrases.changeNow
  }

  private func fact(_ section: SectionAccess) -> Fact {
    let phrases = context.phrases
    var texts: [String] = []
    if let refusal = section.refusal {
      texts.append(phrases.refusalText(refusal))
    } else if section.area == .overview || section.area == .proxies {
      texts.append(phrases.willSee(section.area))
    } else {
      texts.append(phrases.count(section.count ?? 0, in: section.area, new: 0))
    }
    if section.canWrite, section.area.isWrittenIn { texts.append(phrases.canWrite) }
    return Fact(label: phrases.name(of: section.area), value: texts.joined(separator: ". "))
  }

  private func item(_ choice: Choice) -> Item {
    let phrases = context.phrases
    return switch choice {
    case .see:
      Item(
        id: ItemID(choice.rawValue),
        title: phrases.seeAsTheyWill,
        detail: phrases.seeAsTheyWillDetail
      )
    case .save:
      Item(id: ItemID(choice.rawValue), title: saveLabel, detail: phrases.bothAreTold)
    case .back:
      Item(
        id: ItemID(choice.rawValue),
        title: phrases.goOnEditing,
        detail: phrases.goOnEditingDetail
      )
    }
  }

  // MARK: - What becomes of it

  /// The record as they would see it, page by page.
  private func see() -> [Effect] {
    do {
      let record = try context.record.preview(draft)
      var next = ScreenContext(portal: context.portal, record: record, phrases: context.phrases)
      next.previewedFor = draft.proxyName
      return [.push(OverviewScreen(context: next))]
    } catch {
      return [.say(Notice(for: error, context.phrases))]
    }
  }

  private mutating func save() -> [Effect] {
    let phrases = context.phrases
    do {
      switch try store() {
      case .saved(_, let receipt):
        let text = phrases.proxySaved(draft.proxyName, receipt: receipt.text)
        return leave + [.say(Notice(severity: .success, text: text))]
      case .unchanged:
        return leave + [.say(Notice(severity: .information, text: phrases.nothingChanged))]
      case .conflict(let conflict):
        let screen = ProxyConflictScreen(
          context: context,
          conflict: conflict,
          draft: draft,
          depth: depth
        )
        return [.replace(screen)]
      }
    } catch {
      let text = phrases.notStored(phrases.problemText(error))
      failure = Notice(severity: .danger, text: text)
      return [.say(Notice(severity: .danger, text: text))]
    }
  }

  private func store() throws(ServiceError) -> ProxyOutcome {
    let areas = Set(draft.areas)
    guard let changed else {
      return try context.record.giveProxy(
        to: draft.proxy,
        areas: areas,
        lastDay: draft.lastDay
      )
    }
    return try context.record.changeProxy(
      changed.id,
      base: changed.version,
      areas: areas,
      lastDay: draft.lastDay
    )
  }

  /// Back to the list: over the form, and over the page of the right that was changed.
  private var leave: [Effect] {
    Array(repeating: .pop, count: depth)
  }
}

extension Area {
  /// Whether the portal has a page for it.
  var isTold: Bool { self == .overview || SectionScreens.listed.contains(self) }
  /// Whether the portal has anything there that one could write for another.
  var isWrittenIn: Bool { self == .messages }
}

extension AccessChange {
  /// Whether it makes a difference in the portal as it is.
  var isTold: Bool { area.isTold && (!isWriting || area.isWrittenIn) }
}
