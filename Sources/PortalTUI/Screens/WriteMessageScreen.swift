import PortalCore

/// A message being written: a new one, or an answer in a conversation.
///
/// What is typed is kept as a draft and found again. The message's id is made once, so that
/// sending twice cannot send two.
struct WriteMessageScreen: Screen {
  let context: ScreenContext
  private let thread: RecordID?
  private var id: RecordID
  /// The kind is that of the conversation, where that has one.
  private let fixedKind: Message.Kind?
  /// Which of the practice's other services it asks for.
  private let service: RecordID?
  /// The prescriptions that can be chosen, where it asks for a renewal.
  private let prescriptions: [RenewablePrescription]
  /// The files that lie with it.
  private var attachments: [DraftAttachment]
  /// The text about which something was said before it is sent, and what.
  private var advised: (text: String, findings: [SecondLook.Finding])?
  /// The practice, as it was when the page was opened; nil where it cannot be read.
  private let office: PracticeOffice?
  /// What the fields open with: a draft, or what was handed in and could not be sent.
  private var given: MessageFields
  private var problems: [MessageFields.Name: String] = [:]
  private var failure: Notice?
  private var refusal: ServiceError?
  /// Whether there was a form to type in: then it stays, whatever is refused later.
  private let hasForm: Bool
  /// Whether throwing the draft away was asked for once: the second time does it.
  private var isDiscarding = false

  /// `kind` and `service` are what a new message is about; an unsent one goes on as what it was.
  init(
    context: ScreenContext,
    thread: RecordID?,
    kind wanted: Message.Kind? = nil,
    service offered: RecordID? = nil
  ) {
    self.context = context
    self.thread = thread
    id = context.record.newID()
    let found = thread.flatMap { id in
      try? context.record.messageThread(id, messages: 1)
    }
    let draft = (try? context.record.messageDraft(in: thread, kind: wanted)) ?? nil
    let kind = thread == nil ? draft?.kind ?? wanted : found?.kind
    fixedKind = kind == .imported ? nil : kind
    given = draft.map(MessageFields.init) ?? MessageFields()
    service = draft == nil ? offered : draft?.service
    attachments = draft?.attachments ?? []
    office = try? context.record.practiceOffice()
    let isRenewal = thread == nil && kind == .renewal
    prescriptions = isRenewal ? (try? context.record.renewablePrescriptions()) ?? [] : []
    refusal = context.refusalToWrite()
    hasForm = refusal == nil
  }

  var record: OpenRecord? { context.record }

  func page() -> Page {
    let phrases = context.phrases
    let title =
      thread == nil
      ? fixedKind.map(phrases.name) ?? phrases.label(.writeMessage)
      : phrases.label(.reply)
    let refused = refusal.map { Block.notice(context.notice(ofRefusalToWrite: $0)) }
    guard hasForm else { return Page(title: title, blocks: refused.map { [$0] } ?? []) }
    var blocks: [Block] = [
      .notice(.emergency(phrases)),
      .paragraph(answerTime),
    ]
    if let fixedKind { blocks.append(.paragraph(phrases.readers(of: fixedKind))) }
    if let cost = cost.flatMap(phrases.cost) { blocks.append(.paragraph(cost)) }
    if let refused { blocks.append(refused) }
    for finding in advised?.findings ?? [] {
      blocks.append(.notice(Notice(severity: .warning, text: phrases.advice(finding))))
    }
    let names = attachments.map { phrases.attachment($0.name, bytes: $0.size) }
    if !names.isEmpty {
      let text = names.joined(separator: "; ")
      blocks.append(.facts([Fact(label: phrases.label(.attachment), value: text)]))
    }
    if let failure { blocks.append(.notice(failure)) }
    let refusals = prescriptions.filter { $0.refusal != nil }.map(refusalFact)
    if !refusals.isEmpty { blocks.append(.facts(refusals)) }
    // A form that asks for nothing that can be chosen would only refuse.
    if thread == nil, fixedKind == .renewal, refusals.count == prescriptions.count {
      let notice = Notice(severity: .information, text: phrases.renewNothing)
      return Page(
        title: title,
        blocks: blocks + [.notice(notice)],
        actions: [PageAction(id: .discardDraft, label: phrases.label(.discardDraft))]
      )
    }
    blocks.append(.form(form()))
    return Page(
      title: title,
      blocks: blocks,
      actions: [
        PageAction(id: .attachments, label: phrases.attachTitle),
        PageAction(id: .discardDraft, label: phrases.label(.discardDraft)),
      ]
    )
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    if case .run(.discardDraft, _) = intent { return discard() }
    switch intent {
    case .shown:
      refusal = context.refusalToWrite()
      attachments = draft?.attachments ?? []
      return []
    case .run(.attachments, _):
      // What is typed was kept before this page was covered.
      let typed = draft.map(MessageFields.init) ?? given
      return [.push(AttachScreen(context: context, .message(outgoing(fields(of: typed)))))]
    case .keepDraft(let values):
      isDiscarding = false
      return keep(fields(values))
    case .submit(let values):
      isDiscarding = false
      return submit(fields(values))
    case .open, .run, .search:
      return []
    }
  }

  /// What is kept of it by now; nil where nothing is.
  private var draft: Draft? {
    (try? context.record.messageDraft(in: thread, kind: newKind)) ?? nil
  }

  /// Of which kind a new message is; nil for an answer, and where the kind is still to be chosen.
  private var newKind: Message.Kind? { thread == nil ? fixedKind : nil }

  // MARK: - The form

  private func form() -> Form {
    let phrases = context.phrases
    var fields: [Field] = []
    if fixedKind == nil {
      let kinds = MessageFields.kinds.map { "\(phrases.name(of: $0)): \(phrases.readers(of: $0))" }
      fields.append(field(.kind, .choice(kinds), value: given.kindIndex))
    }
    fields += prescriptions.filter { $0.refusal == nil }.map(renewalField)
    if thread == nil, fixedKind != .renewal {
      fields.append(
        field(
          .subject,
          .line,
          value: given.subject,
          hint: phrases.sentence(.subjectHint),
          limit: MessageLimits.subject
        )
      )
    }
    var text = field(.text, .text, value: given.text, limit: MessageLimits.text)
    if !prescriptions.isEmpty { text.label = phrases.renewComment }
    fields.append(text)
    return Form(fields: fields, submitLabel: phrases.label(.send))
  }

  private func field(
    _ name: MessageFields.Name,
    _ kind: Field.Kind,
    value: String,
    hint: String = "",
    limit: Int? = nil
  ) -> Field {
    Field(
      id: name.rawValue,
      label: context.phrases.label(name.label),
      kind: kind,
      value: value,
      hint: hint,
      limit: limit,
      problem: problems[name]
    )
  }

  private func renewalField(_ prescription: RenewablePrescription) -> Field {
    let phrases = context.phrases
    let name = prescription.prescription.medication.title ?? phrases.untitled(.prescription)
    return Field(
      id: MessageFields.field(of: prescription.id),
      label: phrases.renewQuestion(name),
      kind: .choice([phrases.truth(true), phrases.truth(false)]),
      value: given.renewals.contains(prescription.id) ? "0" : "1",
      hint: prescription.prescription.dosages.joined(separator: "; ")
    )
  }

  /// A prescription that cannot be renewed, and why.
  private func refusalFact(_ prescription: RenewablePrescription) -> Fact {
    let phrases = context.phrases
    let name = prescription.prescription.medication.title ?? phrases.untitled(.prescription)
    return Fact(label: name, value: prescription.refusal.map(phrases.text(for:)) ?? "")
  }

  /// Where it goes, and when an answer is to be there.
  private var answerTime: String {
    let phrases = context.phrases
    let recipient = context.name(of: office?.practitioner) ?? phrases.label(.practitioner)
    guard let day = answerBy else { return phrases.answerTime(recipient) }
    return phrases.answerBy(phrases.day(day), from: recipient)
  }

  /// The last day for an answer to what is sent now; nil where the practice is not known.
  private var answerBy: CivilDate? {
    office.map { office in
      AnswerDeadline(sent: context.record.now, workingDays: office.answerDays).lastDay
    }
  }

  // MARK: - What becomes of it

  private func outgoing(_ fields: MessageFields) -> OutgoingMessage {
    var outgoing = OutgoingMessage(
      kind: fixedKind ?? fields.kind,
      thread: thread,
      subject: fields.subject,
      text: fields.text
    )
    // In the order in which they stand on the page.
    outgoing.renewals = prescriptions.map(\.id).filter(fields.renewals.contains)
    outgoing.service = service
    outgoing.answerBy = answerBy
    outgoing.attachments = attachments
    return outgoing
  }

  /// What was handed in, of the kind that the page is for.
  private func fields(_ values: [String: String]) -> MessageFields {
    fields(of: MessageFields(values))
  }

  private func fields(of typed: MessageFields) -> MessageFields {
    var fields = typed
    if let fixedKind { fields.kind = fixedKind }
    return fields
  }

  private func keep(_ fields: MessageFields) -> [Effect] {
    do {
      try context.record.keepDraft(outgoing(fields))
      return []
    } catch {
      let text = context.phrases.draftNotKept(context.phrases.problemText(error))
      return [.say(Notice(severity: .danger, text: text))]
    }
  }

  private mutating func submit(_ fields: MessageFields) -> [Effect] {
    given = fields
    failure = nil
    problems = fields.problems(context.phrases)
    // Kept first: whatever happens to the sending, the text is not lost.
    let effects = keep(fields)
    guard problems.isEmpty else { return effects }
    if let advice = advise(on: fields) { return effects + advice }
    do {
      let receipt = try context.record.sendDraft(outgoing(fields), id: id)
      return sent(context.phrases.sent(receipt: receipt.text))
    } catch .store(.conflict(id, newest: _)) {
      return effects + sentBefore(fields)
    } catch {
      failure = Notice(
        severity: .danger,
        text: context.phrases.notSent(context.phrases.problemText(error))
      )
      return effects
    }
  }

  /// What is to be said before it is sent; nil where nothing is, or it was said of this text.
  private mutating func advise(on fields: MessageFields) -> [Effect]? {
    let text = fields.subject + "\n" + fields.text
    if advised?.text == text { return nil }
    let kind = fixedKind ?? fields.kind
    let findings = SecondLook.standard.advice(on: text, kind: kind)
    advised = findings.isEmpty ? nil : (text, findings)
    guard !findings.isEmpty else { return nil }
    return [.say(Notice(severity: .warning, text: context.phrases.sendAnyway))]
  }

  /// What it costs, as far as that is known; nil for what has no fee of its own.
  private var cost: FeeSchedule.Answer? {
    guard thread == nil, let contact = fixedKind?.contact else { return nil }
    return FeeSchedule.standard.cost(
      FeeSchedule.Question(
        contact: contact,
        day: context.today,
        birthDate: (try? context.record.person())?.birthDate
      )
    )
  }

  /// The message was stored by the try before, whose answer was lost.
  ///
  /// Where the text was changed since, that is another message and is sent as one when asked again.
  private mutating func sentBefore(_ fields: MessageFields) -> [Effect] {
    let stored = try? context.record.record(id, of: .message)
    if case .message(let message) = stored?.content, message.text == fields.text {
      // A draft that stays behind is found again, and does no harm.
      try? context.record.discardDraft(in: thread, kind: newKind)
      return sent(context.phrases.sent(receipt: nil))
    }
    id = context.record.newID()
    let text = context.phrases.sentence(.sentBeforeChange)
    failure = Notice(severity: .warning, text: text)
    return []
  }

  private func sent(_ text: String) -> [Effect] {
    let notice = Notice(severity: .success, text: text)
    if thread != nil { return [.pop, .say(notice)] }
    let screen = ThreadScreen(context: context, thread: id, receipt: notice)
    return [.replace(screen), .say(notice)]
  }

  private mutating func discard() -> [Effect] {
    let phrases = context.phrases
    guard isDiscarding else {
      isDiscarding = true
      return [.say(Notice(severity: .warning, text: phrases.sentence(.discardAgain)))]
    }
    do {
      try context.record.discardDraft(in: thread, kind: newKind)
    } catch {
      return [.say(Notice(for: error, phrases))]
    }
    return [.pop, .say(Notice(severity: .success, text: phrases.sentence(.discarded)))]
  }
}

extension Message.Kind {
  /// What is paid for; nil where that depends on what comes of it.
  fileprivate var contact: UserFee.Contact? {
    switch self {
    case .office: .office
    case .eConsultation: .eConsultation
    case .renewal: .simpleContact
    case .appointmentRequest: .consultation
    case .otherService, .imported: nil
    }
  }
}
