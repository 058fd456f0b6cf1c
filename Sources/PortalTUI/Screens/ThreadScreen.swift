import PortalCore

/// One conversation: its messages, the newest first, and the way to answer.
struct ThreadScreen: RecordScreen {
  /// What was read.
  struct Content {
    var thread: MessageThread
    var hasDraft: Bool
    var hasOriginal: Bool
    /// How far each message that was sent from here has come.
    var progress: [RecordID: MessageProgress]
    /// Why nothing can be written, where that is so.
    var refusal: ServiceError?
    /// Whether it is with a practice that is not the person's any more.
    var isFormer: Bool
    /// The prescriptions whose renewal is asked for in it and not decided.
    var waiting: [RecordID]
  }

  let context: ScreenContext
  let thread: RecordID
  /// What was said when a message of it was sent just now.
  let receipt: Notice?
  var content: Result<Content, ServiceError>?
  private var older = OlderEntries()
  /// Whether taking back what was asked for has been asked for once.
  private var isWithdrawing = false

  init(context: ScreenContext, thread: RecordID, receipt: Notice? = nil) {
    self.context = context
    self.thread = thread
    self.receipt = receipt
  }

  var title: String { context.phrases.untitled(.message) }

  func load() throws(ServiceError) -> Content {
    let record = context.record
    let found = try record.messageThread(thread, messages: older.wanted)
    // What is on the screen is read; where that cannot be kept it is unread the next time.
    try? record.markRead(found)
    return Content(
      thread: found,
      hasDraft: ((try? record.messageDraft(in: thread)) ?? nil) != nil,
      hasOriginal: found.entries.contains(where: \.hasOriginal),
      // Where the queue cannot be read, all that is known is that it was sent.
      progress: (try? record.progress(in: found)) ?? [:],
      refusal: context.refusalToWrite(),
      isFormer: (try? record.isWithFormerPractice(found)) ?? false,
      waiting: record.mayWrite(in: .prescriptions)
        ? (try? record.waitingRenewals(askedWith: found.entries.map(\.id))) ?? [] : []
    )
  }

  func page(of content: Content) -> Page {
    let phrases = context.phrases
    var blocks: [Block] = receipt.map { [.notice($0)] } ?? []
    blocks += DialogueText(context).progress(of: content.thread, content.progress)
    if content.thread.entries.count > 1 {
      blocks.append(.paragraph(phrases.sentence(.newestMessageFirst)))
    }
    if content.hasDraft {
      let text = phrases.sentence(.hasDraftHere)
      blocks.append(.notice(Notice(severity: .information, text: text)))
    }
    for entry in content.thread.entries.reversed() {
      blocks += self.blocks(entry, content.progress[entry.id])
    }
    if content.isFormer {
      let text = phrases.problemText(.dialogue(.formerPractice))
      blocks.append(.notice(Notice(severity: .information, text: text)))
    }
    let hidden = older.hidden(of: content.thread.count)
    if hidden > 0 { blocks.append(.paragraph(phrases.olderEntries(hidden))) }
    if let refusal = content.refusal {
      blocks.append(.notice(context.notice(ofRefusalToWrite: refusal)))
    }
    return Page(
      title: MessageText(context).subject(content.thread),
      blocks: blocks,
      actions: actions(content)
    )
  }

  mutating func react(to intent: Intent) -> [Effect] {
    let ids = (try? content?.get().thread.entries.map(\.id)) ?? []
    if case .run(.endRight, _) = intent { return withdraw() }
    isWithdrawing = false
    switch intent {
    case .run(.showOlder, _):
      older.showMore()
      return update(.shown)
    case .run(.reply, _): return [.push(WriteMessageScreen(context: context, thread: thread))]
    case .run(.archive, _): return archive()
    case .run(.attachments, _):
      let choices = SaveAttachmentScreen.choices((try? content?.get())?.thread)
      return choices.isEmpty
        ? [] : [.push(SaveAttachmentScreen(context: context, choices: choices))]
    case .run(.showSource, _): return [.push(SourceScreen(context: context, records: ids))]
    case .run(.showHistory, _): return [.push(HistoryScreen(context: context, records: ids))]
    case .open, .run, .submit, .keepDraft, .shown, .search: return []
    }
  }

  private mutating func archive() -> [Effect] {
    guard case .success(let content)? = content else { return [] }
    let isArchived = !content.thread.isArchived
    do {
      try context.record.setArchived(isArchived, content.thread)
      let text = isArchived ? context.phrases.archived : context.phrases.unarchived
      return [.pop, .say(Notice(severity: .success, text: text))]
    } catch {
      return [.say(Notice(for: error, context.phrases))]
    }
  }

  private mutating func withdraw() -> [Effect] {
    guard case .success(let shown)? = content, !shown.waiting.isEmpty else { return [] }
    let phrases = context.phrases
    guard isWithdrawing else {
      isWithdrawing = true
      let text = phrases.withdrawAgain(key: Keymap.name(.endRight, phrases))
      return [.say(Notice(severity: .warning, text: text))]
    }
    isWithdrawing = false
    defer { content = Result { () throws(ServiceError) in try load() } }
    do {
      try context.record.withdrawRenewals(of: shown.waiting)
      return [.say(Notice(severity: .success, text: phrases.withdrawn))]
    } catch {
      return [.say(Notice(for: error, phrases))]
    }
  }

  private func blocks(_ entry: MessageThread.Entry, _ progress: MessageProgress?) -> [Block] {
    let phrases = context.phrases
    let message = entry.message
    let text = message.text.isEmpty ? phrases.sentence(.noText) : message.text
    let status = progress.map(phrases.progress) ?? phrases.status(message.status)
    let attachments = message.attachments.map {
      $0.title ?? $0.contentType ?? phrases.label(.attachment)
    }
    let facts = [
      (Label.kind, message.kind == .imported ? nil : phrases.name(of: message.kind)),
      // Of what others wrote it is plain that it came.
      (.status, message.isFromPerson ? status : nil),
      (.messageNumber, message.kind == .imported ? nil : entry.id.text),
      (.attachment, attachments.isEmpty ? nil : attachments.joined(separator: "; ")),
    ]
    var blocks: [Block] = [.heading(MessageText(context).heading(entry))]
    if message.author?.isSimulated == true {
      blocks.append(.notice(Notice(severity: .warning, text: phrases.simulated)))
    }
    let more = DialogueText(context).facts(of: message)
    blocks.append(.text(text))
    if !more.isEmpty { blocks.append(.facts(more)) }
    return blocks + RecordPages(context).facts(facts)
  }

  private func actions(_ content: Content) -> [PageAction] {
    let phrases = context.phrases
    var actions: [PageAction] = []
    let thread = content.thread
    // In a conversation that is over nobody writes; one that a file brought can be taken up here.
    let isOpen = thread.state.map { $0.after(.write, of: thread.kind) != nil } ?? true
    if content.refusal == nil, isOpen, !content.isFormer {
      let label: Label = content.hasDraft ? .continueDraft : .reply
      actions.append(PageAction(id: .reply, label: phrases.label(label)))
    }
    if !content.waiting.isEmpty {
      actions.append(PageAction(id: .endRight, label: phrases.withdrawAction))
    }
    if content.hasOriginal {
      actions.append(PageAction(id: .showSource, label: phrases.actionLabel(.showSource)))
    }
    if !SaveAttachmentScreen.choices(thread).isEmpty {
      actions.append(PageAction(id: .attachments, label: phrases.saveAttachmentTitle))
    }
    let filing = thread.isArchived ? phrases.unarchive : phrases.archive
    if context.isOwn { actions.append(PageAction(id: .archive, label: filing)) }
    actions.append(PageAction(id: .showHistory, label: phrases.actionLabel(.showHistory)))
    if older.hidden(of: content.thread.count) > 0 {
      actions.append(PageAction(id: .showOlder, label: phrases.actionLabel(.showOlder)))
    }
    return actions
  }
}
