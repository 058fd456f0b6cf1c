import PortalCore

/// The form that lays a file with a message which is being written.
struct AttachScreen: Screen {
  let context: ScreenContext
  private let thread: RecordID?
  /// The message as it was when the page was opened.
  private var outgoing: OutgoingMessage
  private var path = ""
  private var failure: Notice?

  init(context: ScreenContext, outgoing: OutgoingMessage) {
    (self.context, thread) = (context, outgoing.thread)
    self.outgoing = outgoing
  }

  var record: OpenRecord? { context.record }
  var keepsDrafts: Bool { false }

  func page() -> Page {
    let phrases = context.phrases
    var blocks: [Block] = failure.map { [.notice($0)] } ?? []
    let present = outgoing.attachments.map { phrases.attachment($0.name, bytes: $0.size) }
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
        to: outgoing.attachments.map(\.size)
      )
      let bytes = try InputFile.read(path)
      let attached = try context.record.attach(bytes, named: path, to: outgoing)
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
      try context.record.detachAll(from: outgoing)
      return [.pop, .say(Notice(severity: .success, text: context.phrases.detached))]
    } catch {
      return [.say(Notice(for: error, context.phrases))]
    }
  }

  private mutating func fail(_ text: String) {
    failure = Notice(severity: .warning, text: text)
  }
}
