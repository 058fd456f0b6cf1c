import PortalCore

/// All conversations with the practice, the one with the newest message first.
struct MessagesScreen: RecordScreen {
  /// What was read.
  struct Content {
    /// The newest.
    var threads: [MessageThread]
    /// What has been told of rights to act for somebody.
    var notices: [SectionEntry<AccessNotice>]
    /// What is told of changes of the general practitioner.
    var receipts: [PractitionerReceipt]
    var count: Int
    var hasDraft: Bool
    /// Why nothing can be written, where that is so.
    var refusal: ServiceError?
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?
  private var older: OlderEntries
  /// Whether conversations stand by whom they are with, and not by their dates.
  private var isByOffice = false

  init(context: ScreenContext, older: OlderEntries = OlderEntries()) {
    self.context = context
    self.older = older
  }

  var title: String { context.phrases.name(of: .messages) }

  func load() throws(ServiceError) -> Content {
    let record = context.record
    let notices = try record.accessNotices()
    let receipts = try record.practitionerReceipts()
    return Content(
      threads: try record.messageThreads(newest: older.wanted, messages: 1),
      notices: notices,
      receipts: receipts,
      count: try record.messageThreadCount() + notices.count + receipts.count,
      hasDraft: ((try? record.messageDraft(in: nil)) ?? nil) != nil,
      refusal: context.refusalToWrite()
    )
  }

  func page(of content: Content) -> Page {
    let phrases = context.phrases
    var blocks: [Block] = []
    if let refusal = content.refusal {
      blocks.append(.notice(context.notice(ofRefusalToWrite: refusal)))
    } else if content.hasDraft {
      let text = phrases.sentence(.hasDraft)
      blocks.append(.notice(Notice(severity: .information, text: text)))
    }
    let messages = MessageText(context)
    let shown = content.threads.filter { !$0.isArchived }
    let receipts =
      notices(among: content).map { ($0.content.time, messages.item($0)) }
      + self.receipts(among: content).map { ($0.time, messages.item($0)) }
    let conversations = isByOffice ? [] : shown.map { (messages.moment($0), messages.item($0)) }
    // What is told by the portal is with nobody: after all that is with somebody.
    let items =
      AppointmentText(context).reminders() + (isByOffice ? messages.itemsByOffice(shown) : [])
      + (conversations + receipts).sorted { $0.0 > $1.0 }.map(\.1)
    blocks.append(.list(ItemList(items: items, emptyText: phrases.sentence(.noMessages))))
    let hidden =
      older.hidden(of: content.count) > 0
      ? content.count - content.threads.count - receipts.count : 0
    if hidden > 0 { blocks.append(.paragraph(phrases.olderEntries(hidden))) }
    return Page(title: title, blocks: blocks, actions: actions(content))
  }

  mutating func react(to intent: Intent) -> [Effect] {
    switch intent {
    case .open(let item): return context.open(item)
    case .run(.write, _): return [.push(WaysScreen(context: context))]
    case .run(.changeOrder, _):
      isByOffice.toggle()
      return []
    case .run(.showArchive, _): return [.push(ArchiveScreen(context: context))]
    case .run(.showOlder, _):
      older.showMore()
      return update(.shown)
    case .run, .submit, .keepDraft, .shown, .search: return []
    }
  }

  /// The receipts that stand between the conversations shown, and after them where these are the
  /// last.
  private func notices(among content: Content) -> [SectionEntry<AccessNotice>] {
    guard let moment = lastMoment(of: content) else { return content.notices }
    return content.notices.filter { $0.content.time >= moment }
  }

  private func receipts(among content: Content) -> [PractitionerReceipt] {
    guard let moment = lastMoment(of: content) else { return content.receipts }
    return content.receipts.filter { $0.time >= moment }
  }

  /// When the last conversation shown was; nil where there are no more.
  private func lastMoment(of content: Content) -> Instant? {
    guard let last = content.threads.last, content.threads.count >= older.wanted else { return nil }
    return MessageText(context).moment(last)
  }

  private func actions(_ content: Content) -> [PageAction] {
    var actions: [PageAction] = []
    if content.refusal == nil {
      actions.append(PageAction(id: .write, label: context.phrases.label(.writeMessage)))
    }
    if older.hidden(of: content.count) > 0 {
      actions.append(PageAction(id: .showOlder, label: context.phrases.actionLabel(.showOlder)))
    }
    if content.threads.count > 1 {
      let phrases = context.phrases
      let label = isByOffice ? phrases.label(.showByDate) : phrases.showByPractice
      actions.append(PageAction(id: .changeOrder, label: label))
    }
    if content.threads.contains(where: \.isArchived) {
      actions.append(
        PageAction(id: .showArchive, label: context.phrases.actionLabel(.showArchive))
      )
    }
    return actions
  }
}

extension MessagesScreen: PrintedInParts {
  mutating func turnOver() throws(ServiceError) -> Bool {
    guard case .success(var shown)? = content, let last = shown.threads.last else { return false }
    let record = context.record
    let printed = Set(notices(among: shown).map(\.id))
    let told = Set(receipts(among: shown))
    shown.notices.removeAll { printed.contains($0.id) }
    shown.receipts.removeAll { told.contains($0) }
    shown.threads = try record.messageThreads(newest: older.wanted, behind: last, messages: 1)
    content = .success(shown)
    return !shown.threads.isEmpty || !shown.notices.isEmpty || !shown.receipts.isEmpty
  }
}

extension ScreenContext {
  /// Why no message can be written now; nil where one can.
  func refusalToWrite() -> ServiceError? {
    do {
      try record.checkMayWrite()
      return nil
    } catch {
      return error
    }
  }

  /// Says why no message can be written.
  func notice(ofRefusalToWrite error: ServiceError) -> Notice {
    let text = "\(phrases.sentence(.cannotWrite)) \(phrases.problemText(error))"
    return Notice(severity: .warning, text: text)
  }
}
