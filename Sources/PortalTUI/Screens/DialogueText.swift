import PortalCore

/// How far a conversation with the practice has come, in words.
struct DialogueText {
  private let context: ScreenContext
  private var phrases: any Phrasebook { context.phrases }

  init(_ context: ScreenContext) {
    self.context = context
  }

  /// The state, the last day for an answer, and the receipts; nothing for what a file brought.
  func progress(
    of thread: MessageThread,
    _ progress: [RecordID: MessageProgress]
  ) -> [Block] {
    guard let state = thread.state else { return [] }
    var text = stateText(state, thread)
    if state == .sent, let newest = thread.newest, progress[newest.id] == .atPractice {
      text = phrases.receivedByPractice
    }
    var facts = [Fact(label: phrases.conversationState, value: text)]
    if let day = thread.answerBy {
      let text = phrases.answerBy(
        phrases.day(day),
        isOverdue: thread.isOverdue(on: context.today)
      )
      facts.append(Fact(label: phrases.answerByLabel, value: text))
    }
    let receipts = (thread.status?.steps ?? []).suffix(DialogueText.mostReceipts).map { step in
      phrases.receipt(step.act, by: phrases.author(step.author), phrases.text(step.time))
    }
    if !receipts.isEmpty {
      facts.append(Fact(label: phrases.dialogueReceipts, value: receipts.joined(separator: "; ")))
    }
    return [.facts(facts)]
  }

  /// How many of the practice's acts are told; the others are in the history.
  private static let mostReceipts = 4

  /// What a message says beside its text: who wrote it for the person, what it asks for.
  func facts(of message: Message) -> [Fact] {
    var facts: [Fact] = []
    if let writer = message.writer {
      let text = phrases.writtenBy(writer.name, as: writer.role)
      facts.append(Fact(label: phrases.label(.author), value: text))
    }
    if let renewals = message.renewals {
      let names = renewals.map { id in
        (try? context.record.record(id, of: .prescription))?.content.title ?? id.text
      }
      let text = phrases.askedRenewals(names)
      facts.append(Fact(label: phrases.name(of: .renewal), value: text))
    }
    return facts
  }

  private func stateText(_ state: ThreadState, _ thread: MessageThread) -> String {
    let name = phrases.name(of: state)
    guard let reason = thread.status?.steps.last?.reason, state == .rejected || state == .closed
    else { return name }
    return "\(name): \(reason)"
  }
}
