import PortalCore

/// That another desk was faster: how the conversation stands now, and what was typed here.
struct DeskConflictScreen: Screen {
  let context: DeskContext
  let conversation: DeskConversation
  let now: DeskConversation.Content
  let text: String

  var record: OpenRecord? { conversation.record }
  var desk: OpenDesk? { context.desk }

  func page() -> Page {
    let phrases = context.phrases
    var blocks: [Block] = [
      .notice(Notice(severity: .warning, text: phrases.desk(.conflictText))),
      .heading(phrases.desk(.conflictNow)),
    ]
    if let step = now.status?.lastStep {
      blocks.append(.paragraph(phrases.lastAct(step.state, by: step.author.name)))
    }
    if let newest = now.thread.newest { blocks.append(.text(newest.message.text)) }
    blocks += [.heading(phrases.desk(.conflictYours)), .text(text)]
    return Page(title: phrases.desk(.conflictTitle), blocks: blocks)
  }

  mutating func update(_ intent: Intent) -> [Effect] { [] }
}

extension ThreadStatus {
  fileprivate var lastStep: Step? { steps.last { $0.act != .read } }
}
