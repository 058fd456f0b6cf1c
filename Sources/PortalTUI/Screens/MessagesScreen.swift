import PortalCore

/// All conversations with the practice, the one with the newest message first.
struct MessagesScreen: RecordScreen {
  /// What was read.
  struct Content {
    var threads: [MessageThread]
    var lastVisit: Instant?
    var hasDraft: Bool
    /// Why nothing can be written, where that is so.
    var refusal: ServiceError?
  }

  let context: ScreenContext
  var content: Result<Content, ServiceError>?

  init(context: ScreenContext) {
    self.context = context
  }

  var title: String { context.phrases.name(of: .messages) }

  func load() throws(ServiceError) -> Content {
    let record = context.record
    return Content(
      threads: try record.messageThreads(),
      lastVisit: try record.lastVisit(),
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
    let items = content.threads.map { messages.item($0, since: content.lastVisit) }
    blocks.append(.list(ItemList(items: items, emptyText: phrases.sentence(.noMessages))))
    return Page(title: title, blocks: blocks, actions: actions(content))
  }

  mutating func react(to intent: Intent) -> [Effect] {
    switch intent {
    case .open(let item): context.open(item)
    case .run(.write, _): [.push(WriteMessageScreen(context: context, thread: nil))]
    case .run, .submit, .keepDraft, .shown: []
    }
  }

  private func actions(_ content: Content) -> [PageAction] {
    guard content.refusal == nil else { return [] }
    let label: Label = content.hasDraft ? .continueDraft : .writeMessage
    return [PageAction(id: .write, label: context.phrases.label(label))]
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
