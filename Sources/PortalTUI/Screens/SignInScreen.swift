import PortalCore

/// Where a person signs in with their number and their PIN.
///
/// What was typed goes with the page: the overview takes its place, and after a wrong try the field
/// of the PIN begins afresh.
struct SignInScreen: Screen {
  private let portal: Portal
  private let signIn: SignIn
  private let phrases: any Phrasebook
  /// The practice whose desk is opened; nil where it is one's own record.
  private let practice: Practice.ID?
  private var number = ""
  private var tries = 0
  private var numberProblem: String?
  private var pinProblem: String?
  private var failure: Notice?

  init(
    portal: Portal,
    signIn: SignIn,
    phrases: any Phrasebook,
    practice: Practice.ID? = nil
  ) {
    self.portal = portal
    self.practice = practice
    self.signIn = signIn
    self.phrases = phrases
  }

  private static let numberField = "number"
  /// Another for each try: a field keeps what is typed as long as it has its name.
  private var pinField: String { "pin-\(tries)" }

  func page() -> Page {
    let number = Field(
      id: Self.numberField,
      label: phrases.numberField,
      kind: .line,
      value: number,
      hint: phrases.numberHint,
      problem: numberProblem
    )
    let pin = Field(
      id: pinField,
      label: phrases.pinField,
      kind: .secret,
      limit: PIN.allowedCount.upperBound,
      problem: pinProblem
    )
    var blocks: [Block] = [.paragraph(phrases.signInExplanation)]
    if let failure { blocks.append(.notice(failure)) }
    blocks.append(.form(Form(fields: [number, pin], submitLabel: phrases.signInLabel)))
    return Page(title: phrases.signInTitle, blocks: blocks)
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    guard case .submit(let values) = intent else { return [] }
    let pin = SignInScreen.trimmed(values[pinField] ?? "")
    number = SignInScreen.trimmed(values[Self.numberField] ?? "")
    tries += 1
    (failure, numberProblem, pinProblem) = (nil, nil, nil)
    if number.isEmpty { numberProblem = phrases.missingNumber }
    if pin.isEmpty { pinProblem = phrases.missingPIN }
    guard numberProblem == nil, pinProblem == nil else { return [] }
    do {
      let person = try signIn.signIn(as: number, pin: pin)
      return [.replace(try first(of: person))] + warning(person)
    } catch {
      show(error)
      return []
    }
  }

  /// The overview of one's own record, or the queue of the practice.
  private func first(of person: SignedInPerson) throws(ServiceError) -> any Screen {
    if let practice {
      let desk = try portal.openDesk(by: try portal.staff(person, at: practice))
      let context = DeskContext(portal: portal, desk: desk, phrases: phrases)
      return DeskQueueScreen(context: context)
    }
    let record = try portal.openOwn(person)
    let context = ScreenContext(portal: portal, record: record, phrases: phrases)
    return OverviewScreen(context: context)
  }

  private func warning(_ person: SignedInPerson) -> [Effect] {
    guard person.wrongBefore > 0 else { return [] }
    let text = phrases.wrongSinceLast(person.wrongBefore)
    return [.say(Notice(severity: .warning, text: text))]
  }

  private mutating func show(_ error: ServiceError) {
    guard case .signIn(let problem) = error else {
      failure = Notice(for: error, phrases)
      return
    }
    let text = phrases.sentence(on: problem)
    switch problem {
    case .notANumber: numberProblem = text
    case .wrong, .locked: pinProblem = text
    case .needed, .weak, .oldPINNeeded, .pepper, .hashFailed, .unusableIdleTime:
      failure = Notice(severity: .danger, text: text)
    }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace })
  }
}
