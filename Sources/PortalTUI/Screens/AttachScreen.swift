import PortalCore

/// The form that lays a file with a message which is being written.
struct AttachScreen: Screen {
  /// What it is to lie with.
  enum Target {
    /// The person's, as it was when the page was opened.
    case message(OutgoingMessage)
    /// What the practice is about to answer.
    case answer(DeskConversation, OpenDesk)
  }

  let context: ScreenContext
  private let target: Target
  private var path = ""
  private var failure: Notice?

  init(context: ScreenContext, _ target: Target) {
    (self.context, self.target) = (context, target)
  }

  var record: OpenRecord? { context.record }
  var desk: OpenDesk? {
    switch target {
    case .message: nil
    case .answer(_, let desk): desk
    }
  }
  var keepsDrafts: Bool { false }

  func page() -> Page {
    let phrases = context.phrases
    var blocks: [Block] = failure.map { [.notice($0)] } ?? []
    let present = attachments.map { phrases.attachment($0.name, bytes: $0.size) }
    if !present.isEmpty {
      let text = present.joined(separator: "; ")
      blocks.append(.facts([Fact(label: phrases.label(.attachment), value: text)]))
    }
    let field = Field(
      id: "path",
      label: phrases.attachField,
      kind: .line,
      value: path,
      hint: phrases.attachHint,
      limit: 4096
    )
    blocks.append(.form(Form(fields: [field], submitLabel: phrases.attachTitle)))
    let discard = PageAction(id: .discardDraft, label: phrases.actionLabel(.discardDraft))
    return Page(
      title: phrases.attachTitle,
      blocks: blocks,
      actions: present.isEmpty ? [] : [discard]
    )
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .submit(let values): attach(values["path"] ?? "")
    case .run(.discardDraft, _): detach()
    case .open, .run, .keepDraft, .shown, .search: []
    }
  }

  private var attachments: [DraftAttachment] {
    switch target {
    case .message(let outgoing): outgoing.attachments
    case .answer(let conversation, _): conversation.attachments
    }
  }

  private func attach(
    _ bytes: [UInt8],
    named path: String
  ) throws(ServiceError) -> DraftAttachment {
    switch target {
    case .message(let outgoing):
      try context.record.attach(bytes, named: path, to: outgoing)
    case .answer(let conversation, _): try conversation.attach(bytes, named: path)
    }
  }

  private mutating func attach(_ path: String) -> [Effect] {
    let phrases = context.phrases
    self.path = path
    do {
      // Before it is read: what is too large, and what is no file, is not read at all.
      let isThere = InputFile.exists(path)
      guard isThere, InputFile.isOrdinary(path) else {
        fail(isThere ? phrases.text(for: .notAFile) : phrases.fileProblem(.missing))
        return []
      }
      try AttachmentLimits.standard.check(
        adding: InputFile.size(path),
        to: attachments.map(\.size)
      )
      let bytes = try InputFile.read(path)
      let attached = try attach(bytes, named: path)
      let text = phrases.attached(phrases.attachment(attached.name, bytes: attached.size))
      return [.pop, .say(Notice(severity: .success, text: text))]
    } catch let refusal as AttachmentRefusal {
      fail(phrases.text(for: refusal))
    } catch let problem as InputFile.Problem {
      fail(phrases.fileProblem(problem))
    } catch let error as ServiceError {
      fail(phrases.problemText(error))
    } catch {
      fail(phrases.text(for: .notReadable))
    }
    return []
  }

  private mutating func detach() -> [Effect] {
    do {
      switch target {
      case .message(let outgoing): try context.record.detachAll(from: outgoing)
      case .answer(let conversation, _): try conversation.detachAll()
      }
      return [.pop, .say(Notice(severity: .success, text: context.phrases.detached))]
    } catch {
      return [.say(Notice(for: error, context.phrases))]
    }
  }

  private mutating func fail(_ text: String) {
    failure = Notice(severity: .warning, text: text)
  }
}
