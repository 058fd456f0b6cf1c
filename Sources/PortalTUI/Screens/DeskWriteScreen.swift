import PortalCore

/// What the practice writes in a conversation: an answer, why a matter is not taken up, or that the
/// conversation is over.
///
/// It is made on what was on the screen when it was opened. Where another desk has acted since, a
/// page above says so, and what was typed stays here.
struct DeskWriteScreen: Screen {
  enum Purpose {
    case answer
    case reject
    case close
  }

  let context: DeskContext
  let conversation: DeskConversation
  private let purpose: Purpose
  private var shown: DeskConversation.Content
  private let id: RecordID
  private var given: String
  private var problem: String?
  private var failure: Notice?

  init(
    context: DeskContext,
    conversation: DeskConversation,
    purpose: Purpose,
    _ shown: DeskConversation.Content,
    text: String = ""
  ) {
    (self.context, self.conversation, self.purpose) = (context, conversation, purpose)
    self.shown = shown
    id = conversation.record.newID()
    given =
      switch purpose {
      case .answer: conversation.draft() ?? text
      case .reject: ""
      case .close: context.phrases.desk(.closeText)
      }
  }

  private static let field = "text"

  var record: OpenRecord? { conversation.record }
  var desk: OpenDesk? { context.desk }
  var keepsDrafts: Bool { purpose == .answer }

  func page() -> Page {
    let phrases = context.phrases
    var blocks: [Block] = []
    if purpose != .answer {
      blocks.append(.paragraph(phrases.desk(purpose == .reject ? .rejectHint : .closeHint)))
    }
    if let newest = try? conversation.content().seen.through, newest != shown.seen.through {
      let text = phrases.desk(.writtenSince)
      blocks.append(.notice(Notice(severity: .warning, text: text)))
    }
    if let failure { blocks.append(.notice(failure)) }
    let present = attachments.map { phrases.attachment($0.name, bytes: $0.size) }
    if !present.isEmpty {
      let text = present.joined(separator: "; ")
      blocks.append(.facts([Fact(label: phrases.label(.attachment), value: text)]))
    }
    let field = Field(
      id: Self.field,
      label: phrases.desk(purpose == .reject ? .reasonField : .answerField),
      kind: .text,
      value: given,
      hint: phrases.desk(purpose == .reject ? .reasonHint : .answerHint),
      limit: purpose == .reject ? 500 : MessageLimits.text,
      problem: problem
    )
    blocks.append(.form(Form(fields: [field], submitLabel: title)))
    let attach = PageAction(id: .attachments, label: phrases.attachTitle)
    return Page(title: title, blocks: blocks, actions: purpose == .answer ? [attach] : [])
  }

  private var title: String {
    switch purpose {
    case .answer: context.phrases.desk(.answer)
    case .reject: context.phrases.desk(.reject)
    case .close: context.phrases.desk(.close)
    }
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .keepDraft(let values):
      guard purpose == .answer else { return [] }
      return keep(values[Self.field] ?? "")
    case .submit(let values): return submit(values[Self.field] ?? "")
    case .run(.attachments, _):
      guard purpose == .answer else { return [] }
      let target = AttachScreen.Target.answer(conversation, context.desk)
      return [.push(AttachScreen(context: context.records(conversation), target))]
    case .shown, .open, .run, .search: return []
    }
  }

  /// The files that lie with an answer; what ends a conversation has none.
  private var attachments: [DraftAttachment] { purpose == .answer ? conversation.attachments : [] }

  private func keep(_ text: String) -> [Effect] {
    do {
      try conversation.keep(text)
      return []
    } catch {
      let text = context.phrases.draftNotKept(context.phrases.problemText(error))
      return [.say(Notice(severity: .danger, text: text))]
    }
  }

  private mutating func submit(_ text: String) -> [Effect] {
    (given, failure, problem) = (text, nil, nil)
    guard text.contains(where: { !$0.isWhitespace }) else {
      problem = context.phrases.problemText(
        purpose == .reject ? .desk(.reasonMissing) : .emptyMessage
      )
      return []
    }
    // Kept first: whatever happens to the sending, the text is not lost.
    let effects = purpose == .answer ? keep(text) : []
    do throws(ServiceError) {
      return [.pop, .say(try send(text))]
    } catch {
      return effects + failed(error, text)
    }
  }

  private func send(_ text: String) throws(ServiceError) -> Notice {
    let phrases = context.phrases
    let (act, receipt): (ThreadAct, Receipt)
    switch purpose {
    case .answer:
      var message = DeskMessage(id: id, text: text)
      message.attachments = attachments
      (act, receipt) = (.answer, try conversation.answer(message, on: shown.seen))
    case .reject:
      let message = DeskMessage(id: id, text: phrases.rejection(of: shown.kind, reason: text))
      receipt = try conversation.reject(message, reason: text, on: shown.seen)
      act = .reject
    case .close:
      let message = DeskMessage(id: id, text: text)
      (act, receipt) = (.close, try conversation.close(message, on: shown.seen))
    }
    return Notice(severity: .success, text: phrases.done(act, receipt: receipt.text))
  }

  /// What was typed stays; after a conflict it is sent on what the page above shows.
  private mutating func failed(_ error: ServiceError, _ text: String) -> [Effect] {
    let phrases = context.phrases
    if case .store(.conflict(id, newest: _)) = error {
      // It was stored by a try whose answer was lost.
      conversation.discardDraft()
      return [.pop, .say(Notice(severity: .success, text: phrases.sent(receipt: nil)))]
    }
    failure = Notice(
      severity: .warning,
      text: phrases.stillTyped(phrases.problemText(error))
    )
    guard case .desk(.thread) = error, let now = try? conversation.content() else { return [] }
    shown = now
    let screen = DeskConflictScreen(
      context: context,
      conversation: conversation,
      now: now,
      text: text
    )
    return [.push(screen)]
  }
}
