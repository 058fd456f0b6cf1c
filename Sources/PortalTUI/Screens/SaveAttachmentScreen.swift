import PortalCore

/// The form that saves a file which came with a message.
struct SaveAttachmentScreen: Screen {
  /// A file, by its message and its place there.
  struct Choice {
    let message: RecordID
    let number: Int
    let attachment: Message.Attachment
  }

  /// The files that came with the messages of a conversation which were read, the newest first.
  static func choices(_ thread: MessageThread?) -> [Choice] {
    var choices: [Choice] = []
    for entry in thread?.entries.reversed() ?? [] {
      for (number, attachment) in entry.message.attachments.enumerated()
      where attachment.blob != nil {
        choices.append(Choice(message: entry.id, number: number, attachment: attachment))
      }
    }
    return choices
  }

  let context: ScreenContext
  private let choices: [Choice]
  private var chosen = 0
  private var path: String
  private var failure: Notice?

  /// `choices` holds at least one.
  init(context: ScreenContext, choices: [Choice]) {
    (self.context, self.choices) = (context, choices)
    path = choices.first?.attachment.title ?? ""
  }

  var record: OpenRecord? { context.record }
  var keepsDrafts: Bool { false }

  func page() -> Page {
    let phrases = context.phrases
    var fields: [Field] = []
    if choices.count > 1 {
      let names = choices.map { choice in
        phrases.attachment(
          choice.attachment.title ?? phrases.label(.attachment),
          bytes: choice.attachment.size ?? 0
        )
      }
      fields.append(
        Field(
          id: "attachment",
          label: phrases.whichAttachment,
          kind: .choice(names),
          value: String(chosen)
        )
      )
    }
    fields.append(
      Field(
        id: "path",
        label: phrases.calendarFile,
        kind: .line,
        value: path,
        hint: phrases.calendarHint,
        limit: 4096
      )
    )
    let blocks: [Block] = failure.map { [.notice($0)] } ?? []
    return Page(
      title: phrases.saveAttachmentTitle,
      blocks: blocks + [.form(Form(fields: fields, submitLabel: phrases.label(.save)))]
    )
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    guard case .submit(let values) = intent else { return [] }
    let phrases = context.phrases
    chosen = values["attachment"].flatMap(Int.init) ?? 0
    path = values["path"] ?? ""
    guard choices.indices.contains(chosen) else { return [] }
    let choice = choices[chosen]
    do {
      let saved = try context.record.attachment(choice.number, of: choice.message)
      // Without a name: that of the attachment itself, where the program was started.
      let name = path.allSatisfy(\.isWhitespace) ? saved.name : path
      switch context.portal.writeNewFile(saved.bytes, to: name) {
      case .written:
        return [.pop, .say(Notice(severity: .success, text: phrases.attachmentSaved(name)))]
      case .alreadyThere:
        failure = Notice(severity: .warning, text: phrases.attachmentThere(name))
      case .failed:
        failure = Notice(severity: .danger, text: phrases.attachmentNotSaved(name))
      }
    } catch {
      failure = Notice(for: error, phrases)
    }
    return []
  }
}
