import PortalCore

/// Who the general practitioner is, a change that waits for its day, and whom one can change to.
struct PractitionerScreen: RecordScreen {
  /// What was read.
  struct Content {
    var current: String?
    var pending: SectionEntry<GeneralPractitionerChange>?
    var place: WaitingListPlace?
    var practitioners: [PractitionerEntry]
    /// Why the gate lets this reader choose none for the person; nil where it does.
    var refusal: RefusalReason?
    var mayChange: Bool
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.practitionerTitle }

  func load() throws(ServiceError) -> Content {
    let record = context.record
    let today = context.today
    // First: looking at the lists may give the person a place that they waited for.
    let practitioners = try record.practitioners()
    let refusal = record.refusalToChoosePractitioner()
    return Content(
      current: context.name(of: try? record.generalPractitioner()),
      pending: try record.practitionerChanges().first { $0.content.state(on: today) == .pending },
      place: try record.waitingListPlace(),
      practitioners: practitioners,
      refusal: refusal,
      mayChange: context.previewedFor == nil && refusal == nil
    )
  }

  func page(of content: Content) -> Page {
    let phrases = context.phrases
    var facts = [
      Fact(
        label: phrases.label(.practitioner),
        value: content.current ?? phrases.sentence(.noPractitioner)
      )
    ]
    if let pending = content.pending?.content {
      facts.append(
        Fact(
          label: phrases.newPractitioner,
          value: phrases.practitioner(pending.name, from: phrases.day(pending.effective))
        )
      )
    }
    if let place = content.place {
      facts.append(
        Fact(
          label: phrases.waitingFor,
          value: phrases.waiting(place.name, since: phrases.text(place.since))
        )
      )
    }
    let columns = [
      (phrases.label(.practitioner), 0), (phrases.practiceLabel, 1), (phrases.municipality, 2),
      (phrases.freePlaces, 0), (phrases.waitingLabel, 1),
    ]
    let rows = content.practitioners.map { entry in
      DataTable.Row(
        id: ItemID("\(entry.practice.text)/\(entry.practitioner.text)"),
        cells: [
          entry.name, entry.practiceName ?? "", entry.municipality ?? "",
          String(entry.freePlaces), String(entry.waiting),
        ]
      )
    }
    let table = DataTable(
      columns: columns.map { .init(title: $0.0, importance: $0.1) },
      rows: rows,
      emptyText: phrases.noPractitioners
    )
    return Page(
      title: title,
      blocks: [.facts(facts), rules(content), .table(table)],
      actions: actions(content)
    )
  }

  func detail(of item: ItemID) -> Page? { nil }

  /// What can be done; for who may do nothing that, before anything is tried.
  private func rules(_ content: Content) -> Block {
    guard let notice = refusalNotice(content) else {
      return .paragraph(context.phrases.practitionerRules)
    }
    return .notice(notice)
  }

  private func refusalNotice(_ content: Content) -> Notice? {
    content.refusal.map { reason in
      let phrases = context.phrases
      let text =
        reason == .onlyThePerson
        ? phrases.onlyPersonChooses
        : "\(phrases.mayNotChoose) \(phrases.problemText(.refused(reason)))"
      return Notice(severity: .information, text: text)
    }
  }

  mutating func react(to intent: Intent) -> [Effect] {
    guard case .success(let content)? = content else { return [] }
    guard content.mayChange else {
      guard case .open = intent, let notice = refusalNotice(content) else { return [] }
      return [.say(notice)]
    }
    switch intent {
    case .open(let item):
      let chosen = content.practitioners.first {
        "\($0.practice.text)/\($0.practitioner.text)" == item.text
      }
      guard let chosen else { return [] }
      return [.push(ChoosePractitionerScreen(context: context, chosen: chosen))]
    case .run(.endRight, _): return end(content)
    case .run, .submit, .keepDraft, .shown, .search: return []
    }
  }

  private func actions(_ content: Content) -> [PageAction] {
    guard content.mayChange, content.pending != nil || content.place != nil else { return [] }
    let phrases = context.phrases
    let label = content.pending != nil ? phrases.undoChange : phrases.stopWaiting
    return [PageAction(id: .endRight, label: label)]
  }

  private mutating func end(_ shown: Content) -> [Effect] {
    let phrases = context.phrases
    let text: String
    do {
      if let pending = shown.pending {
        try context.record.undoChange(pending.id)
        text = phrases.changeUndone
      } else if shown.place != nil {
        try context.record.stopWaiting()
        text = phrases.waitingStopped
      } else {
        return []
      }
    } catch {
      return [.say(Notice(for: error, phrases))]
    }
    content = Result { () throws(ServiceError) in try load() }
    return [.say(Notice(severity: .success, text: text))]
  }
}

/// Says what choosing a general practitioner does, and does it.
struct ChoosePractitionerScreen: Screen {
  let context: ScreenContext
  private let chosen: PractitionerEntry
  /// Made once, so that choosing twice makes one change.
  private let id: RecordID
  private var failure: Notice?

  init(context: ScreenContext, chosen: PractitionerEntry) {
    (self.context, self.chosen, id) = (context, chosen, context.record.newID())
  }

  var record: OpenRecord? { context.record }

  func page() -> Page {
    let phrases = context.phrases
    var blocks: [Block] = failure.map { [.notice($0)] } ?? []
    blocks.append(
      .facts([
        Fact(label: phrases.label(.practitioner), value: chosen.name),
        Fact(label: phrases.practiceLabel, value: chosen.practiceName ?? ""),
        Fact(label: phrases.freePlaces, value: String(chosen.freePlaces)),
        Fact(label: phrases.waitingLabel, value: String(chosen.waiting)),
      ])
    )
    let day = phrases.day(GeneralPractitionerChange.effect(of: context.today))
    let act =
      chosen.isOpen ? phrases.changeFrom(day) : phrases.joinWaitingList
    let items = [
      Item(id: "keep", title: phrases.keepPractitioner), Item(id: "choose", title: act),
    ]
    blocks.append(.list(ItemList(items: items, emptyText: "")))
    return Page(title: chosen.name, blocks: blocks, submitLabel: act)
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .submit: return choose()
    case .open(let item): return item.text == "choose" ? choose() : [.pop]
    case .run, .keepDraft, .shown, .search: return []
    }
  }

  private mutating func choose() -> [Effect] {
    let phrases = context.phrases
    let day = phrases.day(GeneralPractitionerChange.effect(of: context.today))
    do {
      let text: String
      if chosen.isOpen {
        try context.record.changePractitioner(
          to: chosen.practitioner,
          at: chosen.practice,
          as: id
        )
        text = phrases.practitionerChosen(chosen.name, from: day)
      } else {
        try context.record.wait(for: chosen.practitioner, at: chosen.practice)
        text = phrases.waitingBegun(chosen.name)
      }
      return [.pop, .say(Notice(severity: .success, text: text))]
    } catch {
      failure = Notice(for: error, phrases)
      return []
    }
  }
}
