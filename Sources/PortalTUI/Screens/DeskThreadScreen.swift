import PortalCore

/// A conversation at the desk: who it is about, who wrote as whom, what is asked for, and what can be
/// done with it.
struct DeskThreadScreen: Screen {
  let context: DeskContext
  let conversation: DeskConversation
  private var content: Result<DeskConversation.Content, ServiceError>?

  init(context: DeskContext, conversation: DeskConversation) {
    (self.context, self.conversation) = (context, conversation)
  }

  var record: OpenRecord? { conversation.record }
  var desk: OpenDesk? { context.desk }

  func page() -> Page {
    let phrases = context.phrases
    switch content ?? read() {
    case .failure(let error):
      return Page(title: phrases.untitled(.message), for: error, phrases)
    case .success(let content):
      var blocks: [Block] = [.facts(facts(content))]
      if conversation.draft() != nil {
        let text = phrases.desk(.draftFound)
        blocks.append(.notice(Notice(severity: .information, text: text)))
      }
      if actions(content).contains(where: { $0.id == .decide }),
        conversation.decisionDraft() != nil
      {
        let text = phrases.desk(.decisionFound)
        blocks.append(.notice(Notice(severity: .information, text: text)))
      }
      let prescriptions = DeskPrescriptions(context.records(conversation))
      blocks += prescriptions.blocks(content.renewals)
      for entry in content.thread.entries.reversed() { blocks += self.blocks(entry) }
      return Page(
        title: MessageText(context.records(conversation)).subject(content.thread),
        blocks: blocks,
        actions: actions(content)
      )
    }
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .shown:
      content = read()
      return []
    case .run(let action, _):
      guard case .success(let shown)? = content,
        actions(shown).contains(where: { $0.id == action })
      else { return [] }
      return run(action, shown)
    case .open, .submit, .search, .keepDraft: return []
    }
  }

  private func run(_ action: ActionID, _ shown: DeskConversation.Content) -> [Effect] {
    let purpose: DeskWriteScreen.Purpose
    switch action {
    case .reply:
      if conversation.draft() == nil, shown.state != .closed {
        let screen = DeskTemplatesScreen(context: context, conversation: conversation, shown)
        return [.push(screen)]
      }
      purpose = .answer
    case .attachments:
      let choices = SaveAttachmentScreen.choices(shown.thread)
      let records = context.records(conversation)
      return [.push(SaveAttachmentScreen(context: records, choices: choices))]
    case .offerTimes:
      return [.push(DeskProposeScreen(context: context, conversation: conversation, shown))]
    case .reject: purpose = .reject
    case .close: purpose = .close
    case .decide:
      return [.push(DeskRenewalScreen(context: context, conversation: conversation, shown))]
    case .write, .edit, .discardDraft, .changeOrder, .showSource, .showHistory, .showOlder,
      .onlyOthers, .endRight, .actFor, .search, .showAnswered, .services,
      .addToCalendar, .archive, .showArchive:
      return []
    }
    let screen = DeskWriteScreen(
      context: context,
      conversation: conversation,
      purpose: purpose,
      shown
    )
    return [.push(screen)]
  }

  private func read() -> Result<DeskConversation.Content, ServiceError> {
    Result { () throws(ServiceError) in
      let content = try conversation.content()
      guard content.state == .sent else { return content }
      conversation.markRead(content)
      return try conversation.content()
    }
  }

  private func facts(_ content: DeskConversation.Content) -> [Fact] {
    let phrases = context.phrases
    var facts = [
      Fact(
        label: phrases.desk(.person),
        value: phrases.about(content.person.displayName, age: content.age)
      ),
      Fact(label: phrases.label(.kind), value: phrases.name(of: content.kind)),
      Fact(label: phrases.label(.status), value: phrases.state(of: content.state)),
    ]
    if let step = content.status?.steps.last {
      let text = phrases.lastAct(step.state, by: step.author.name)
      facts[2].value = "\(text), \(phrases.text(PartialDate(step.time)))"
    }
    return facts
  }

  private func blocks(_ entry: MessageThread.Entry) -> [Block] {
    let phrases = context.phrases
    let message = entry.message
    let date = message.date.map(phrases.text) ?? phrases.undated
    let own = (try? conversation.record.person().displayName) ?? nil
    var from = message.sender?.display ?? phrases.sentence(.unknownSender)
    if message.isFromPerson {
      from = message.writer.map(phrases.writtenBy) ?? own ?? phrases.withoutName
    } else if let author = message.author {
      from = "\(author.name), \(phrases.name(of: author.work))"
    }
    var blocks: [Block] = [.heading("\(from), \(date)")]
    if message.author?.isSimulated == true {
      let text = phrases.desk(.simulated)
      blocks.append(.notice(Notice(severity: .information, text: text)))
    }
    blocks.append(.text(message.text.isEmpty ? phrases.sentence(.noText) : message.text))
    let attachments = message.attachments.map {
      $0.title ?? $0.contentType ?? phrases.label(.attachment)
    }
    if !attachments.isEmpty {
      let value = attachments.joined(separator: "; ")
      blocks.append(.facts([Fact(label: phrases.label(.attachment), value: value)]))
    }
    return blocks
  }

  private func actions(_ content: DeskConversation.Content) -> [PageAction] {
    let phrases = context.phrases
    var actions: [PageAction] = []
    if content.state.after(.answer, of: content.kind) != nil {
      actions.append(PageAction(id: .reply, label: phrases.desk(.answer)))
    }
    let isDoctor = context.desk.staff.work == .doctor
    if isDoctor, content.renewals.contains(where: { $0.renewal.state == .requested }) {
      actions.append(PageAction(id: .decide, label: phrases.desk(.decide)))
    }
    if content.state.after(.answer, of: content.kind) != nil, content.kind != .office {
      actions.append(PageAction(id: .offerTimes, label: phrases.desk(.proposeTime)))
    }
    if content.state.after(.reject, of: content.kind) != nil {
      actions.append(PageAction(id: .reject, label: phrases.desk(.reject)))
    }
    if content.state.after(.close, of: content.kind) != nil {
      actions.append(PageAction(id: .close, label: phrases.desk(.close)))
    }
    if !SaveAttachmentScreen.choices(content.thread).isEmpty {
      actions.append(PageAction(id: .attachments, label: phrases.saveAttachmentTitle))
    }
    return actions
  }
}
