import PortalCore

/// Where a doctor decides on the prescriptions that somebody asks to be renewed: all in one step.
///
/// What is chosen and written is kept as a draft, as an answer is, until it is decided.
struct DeskRenewalScreen: Screen {
  let context: DeskContext
  let conversation: DeskConversation
  private var shown: DeskConversation.Content
  private let id: RecordID
  /// The ids that the new prescriptions get, made once.
  private var newIDs: [RecordID: RecordID] = [:]
  private var given: [String: String] = [:]
  private var failure: Notice?

  init(
    context: DeskContext,
    conversation: DeskConversation,
    _ shown: DeskConversation.Content
  ) {
    (self.context, self.conversation, self.shown) = (context, conversation, shown)
    id = conversation.record.newID()
    given = conversation.decisionDraft().map(Self.values) ?? [:]
  }

  private static let message = "message"

  var record: OpenRecord? { conversation.record }
  var desk: OpenDesk? { context.desk }

  private var open: [DeskConversation.AskedRenewal] {
    shown.renewals.filter { $0.renewal.state == .requested }
  }

  private var prescriptions: DeskPrescriptions {
    DeskPrescriptions(context.records(conversation))
  }

  func page() -> Page {
    let phrases = context.phrases
    var blocks: [Block] = []
    if let failure { blocks.append(.notice(failure)) }
    guard !open.isEmpty else {
      blocks.append(.paragraph(phrases.desk(.noRequests)))
      return Page(title: phrases.desk(.decide), blocks: blocks)
    }
    blocks += prescriptions.blocks(open)
    var fields = open.flatMap(fields)
    fields.append(
      Field(
        id: Self.message,
        label: phrases.desk(.decideMessage),
        kind: .text,
        value: given[Self.message] ?? "",
        limit: MessageLimits.text
      )
    )
    blocks.append(.form(Form(fields: fields, submitLabel: phrases.desk(.decide))))
    return Page(title: phrases.desk(.decide), blocks: blocks)
  }

  private func fields(_ asked: DeskConversation.AskedRenewal) -> [Field] {
    let phrases = context.phrases
    let key = asked.prescription.id.text
    return [
      Field(
        id: "choice-\(key)",
        label: prescriptions.name(asked),
        kind: .choice([phrases.desk(.approve), phrases.desk(.decline)]),
        value: given["choice-\(key)"] ?? ""
      ),
      Field(
        id: "reason-\(key)",
        label: phrases.desk(.reasonField),
        kind: .line,
        value: given["reason-\(key)"] ?? "",
        hint: phrases.desk(.reasonHint),
        limit: 500
      ),
    ]
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .keepDraft(let values): keep(values)
    // Kept first: whatever happens to the deciding, what is written is not lost.
    case .submit(let values): keep(values) + submit(values)
    case .shown, .open, .run, .search: []
    }
  }

  // MARK: - What is kept

  private func keep(_ values: [String: String]) -> [Effect] {
    let lines = open.map { asked in
      let key = asked.prescription.id
      let choice = values["choice-\(key.text)"] ?? ""
      return DecisionDraft.Line(
        prescription: key,
        isApproved: choice.isEmpty ? nil : choice == "0",
        reason: values["reason-\(key.text)"] ?? ""
      )
    }
    do {
      try conversation.keep(DecisionDraft(lines: lines, message: values[Self.message] ?? ""))
      return []
    } catch {
      let text = context.phrases.draftNotKept(context.phrases.problemText(error))
      return [.say(Notice(severity: .danger, text: text))]
    }
  }

  /// A draft as it stands in the fields.
  private static func values(_ draft: DecisionDraft) -> [String: String] {
    var values = [message: draft.message]
    for line in draft.lines {
      let key = line.prescription.text
      values["choice-\(key)"] = line.isApproved.map { $0 ? "0" : "1" } ?? ""
      values["reason-\(key)"] = line.reason
    }
    return values
  }

  // MARK: - Deciding

  private mutating func submit(_ values: [String: String]) -> [Effect] {
    (given, failure) = (values, nil)
    var decisions: [RenewalDecision] = []
    var (renewed, declined): ([String], [(name: String, reason: String)]) = ([], [])
    for asked in open {
      let key = asked.prescription.id
      let reason = values["reason-\(key.text)"] ?? ""
      let verdict: RenewalDecision.Verdict
      switch values["choice-\(key.text)"] {
      case "0":
        let new = newIDs[key] ?? conversation.record.newID()
        newIDs[key] = new
        verdict = .approve(new)
        renewed.append(prescriptions.name(asked))
      case "1" where reason.contains(where: { !$0.isWhitespace }):
        verdict = .decline(reason: reason)
        declined.append((prescriptions.name(asked), reason))
      case .some, nil:
        let text = context.phrases.desk(.choicesMissing)
        failure = Notice(severity: .warning, text: text)
        return []
      }
      decisions.append(
        RenewalDecision(prescription: key, base: asked.version, verdict: verdict)
      )
    }
    let written = values[Self.message] ?? ""
    let told = context.phrases.decided(renewed: renewed, declined: declined)
    return decide(decisions, written.isEmpty ? told : "\(told)\n\n\(written)")
  }

  private mutating func decide(_ decisions: [RenewalDecision], _ text: String) -> [Effect] {
    let phrases = context.phrases
    do {
      let message = DeskMessage(id: id, text: text)
      let receipt = try conversation.decide(decisions, message, on: shown.seen)
      let told = phrases.done(.answer, receipt: receipt.text)
      return [.pop, .say(Notice(severity: .success, text: told))]
    } catch .store(.conflict(id, newest: _)) {
      // It was stored by a try whose answer was lost.
      conversation.discardDecisionDraft()
      return [.pop, .say(Notice(severity: .success, text: phrases.sent(receipt: nil)))]
    } catch {
      var reason = phrases.problemText(error)
      if case .desk(.renewalsChanged(let changed)) = error {
        let names = open.filter { changed.contains($0.prescription.id) }.map(prescriptions.name)
        reason += " (\(names.joined(separator: ", ")))"
      }
      failure = Notice(severity: .warning, text: phrases.stillTyped(reason))
      // What can still be decided is shown as it stands now; what was chosen stays.
      if case .desk = error, let now = try? conversation.content() { shown = now }
      return []
    }
  }
}
