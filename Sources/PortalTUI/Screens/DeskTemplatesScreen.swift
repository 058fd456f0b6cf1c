import PortalCore

/// With which text an answer begins: an empty one, or one of the practice's; it is read and changed
/// before it is sent.
struct DeskTemplatesScreen: Screen {
  let context: DeskContext
  let conversation: DeskConversation
  private let shown: DeskConversation.Content
  private let templates: [AnswerTemplate]

  init(
    context: DeskContext,
    conversation: DeskConversation,
    _ shown: DeskConversation.Content
  ) {
    (self.context, self.conversation, self.shown) = (context, conversation, shown)
    templates = AnswerTemplate.standard.filter { $0.use == .answer }
  }

  var record: OpenRecord? { conversation.record }
  var desk: OpenDesk? { context.desk }

  func page() -> Page {
    let phrases = context.phrases
    let empty = Item(id: "", title: phrases.desk(.noTemplate))
    let items = templates.map { template in
      Item(id: ItemID(template.id), title: template.wording(in: phrases.templateLanguage).title)
    }
    return Page(
      title: phrases.desk(.template),
      blocks: [.list(ItemList(items: [empty] + items, emptyText: ""))]
    )
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    guard case .open(let item) = intent else { return [] }
    let template = templates.first { $0.id == item.text }
    let text = template?.text(
      in: context.phrases.templateLanguage,
      firstName: shown.person.displayName?.split(separator: " ").first.map(String.init),
      practice: context.desk.practiceName
    )
    let screen = DeskWriteScreen(
      context: context,
      conversation: conversation,
      purpose: .answer,
      shown,
      text: text ?? ""
    )
    return [.replace(screen)]
  }
}
