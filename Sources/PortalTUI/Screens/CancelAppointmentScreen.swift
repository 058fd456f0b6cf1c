import PortalCore

/// The form that calls an appointment off, or declines a proposed one, with why.
struct CancelAppointmentScreen: Screen {
  let context: ScreenContext
  private let cancelled: Record
  private var words = ""
  private var failure: Notice?

  init(context: ScreenContext, record: Record) {
    (self.context, cancelled) = (context, record)
  }

  var record: OpenRecord? { context.record }
  var keepsDrafts: Bool { false }
  var hasUnstoredText: Bool { !words.isEmpty }

  func page() -> Page {
    let phrases = context.phrases
    guard case .appointment(let appointment) = cancelled.content else { return Page(title: title) }
    let text = AppointmentText(context)
    var blocks: [Block] = [.notice(.emergency(phrases))]
    if let failure { blocks.append(.notice(failure)) }
    let facts = [
      (phrases.name(of: .appointment), text.title(appointment)),
      (phrases.label(.when), text.when(appointment)),
      (phrases.withWhom, text.place(appointment) ?? ""),
    ]
    blocks.append(
      .facts(facts.filter { !$0.1.isEmpty }.map { Fact(label: $0.0, value: $0.1) })
    )
    if appointment.options(at: context.record.now).isLate {
      blocks.append(.notice(Notice(severity: .warning, text: phrases.lateFee(nil))))
    }
    if !appointment.isBookedHere {
      blocks.append(.notice(Notice(severity: .warning, text: phrases.notToldElsewhere)))
    }
    let field = Field(
      id: "words",
      label: phrases.cancelReason,
      kind: .text,
      value: words,
      hint: phrases.cancelReasonHint,
      limit: AppointmentLimits.text
    )
    blocks.append(.form(Form(fields: [field], submitLabel: title)))
    return Page(title: title, blocks: blocks)
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .submit(let values): cancel(values["words"] ?? "")
    case .open, .run, .keepDraft, .shown, .search: []
    }
  }

  private var title: String {
    guard case .appointment(let appointment) = cancelled.content,
      appointment.status == .proposed
    else { return context.phrases.cancelTitle }
    return context.phrases.declineTitle
  }

  private mutating func cancel(_ text: String) -> [Effect] {
    let phrases = context.phrases
    words = text
    do {
      try context.record.cancel(cancelled.id, base: cancelled.version, words: text)
      return [.pop, .say(Notice(severity: .success, text: phrases.cancelled))]
    } catch {
      let text = "\(phrases.cancelFailed) \(phrases.problemText(error))"
      failure = Notice(severity: .danger, text: text)
      return []
    }
  }
}
