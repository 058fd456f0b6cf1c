import PortalCore

/// Which services the practice has on, and why one is off; each can be switched.
struct DeskServicesScreen: Screen {
  let context: DeskContext

  var desk: OpenDesk? { context.desk }

  func page() -> Page {
    let phrases = context.phrases
    let items = PracticeService.allCases.map { service in
      let state = (try? context.desk.office.state(of: service)) ?? .on
      let text =
        switch state {
        case .on: phrases.desk(.switchOn)
        case .off(let reason): "\(phrases.desk(.switchOff)): \(reason)"
        }
      return Item(id: ItemID(service.rawValue), title: phrases.name(of: service), detail: text)
    }
    return Page(
      title: phrases.desk(.services),
      blocks: [.list(ItemList(items: items, emptyText: ""))]
    )
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    guard case .open(let item) = intent, let service = PracticeService(rawValue: item.text) else {
      return []
    }
    return [.push(DeskSwitchScreen(context: context, service: service))]
  }
}

/// Where one service is switched on or off.
struct DeskSwitchScreen: Screen {
  let context: DeskContext
  private let service: PracticeService
  private var (choice, reason) = ("0", "")
  private var problem: String?
  private var failure: Notice?

  init(context: DeskContext, service: PracticeService) {
    (self.context, self.service) = (context, service)
    if case .off(let known)? = try? context.desk.office.state(of: service) {
      (choice, reason) = ("1", known)
    }
  }

  var desk: OpenDesk? { context.desk }
  var keepsDrafts: Bool { false }

  func page() -> Page {
    let phrases = context.phrases
    let on = [phrases.desk(.switchOn), phrases.desk(.switchOff)]
    let title = phrases.name(of: service)
    let fields = [
      Field(id: "state", label: title, kind: .choice(on), value: choice),
      Field(
        id: "reason",
        label: phrases.desk(.reasonWhenOff),
        kind: .line,
        value: reason,
        hint: phrases.desk(.reasonHint),
        limit: 200,
        problem: problem
      ),
    ]
    let blocks: [Block] =
      (failure.map { [.notice($0)] } ?? [])
      + [.form(Form(fields: fields, submitLabel: phrases.label(.save)))]
    return Page(title: title, blocks: blocks)
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    guard case .submit(let values) = intent else { return [] }
    (choice, reason) = (values["state"] ?? choice, values["reason"] ?? reason)
    (problem, failure) = (nil, nil)
    let isOff = choice == "1"
    if isOff, reason.allSatisfy(\.isWhitespace) {
      problem = context.phrases.problemText(.desk(.reasonMissing))
      return []
    }
    do {
      let state: ServiceState = isOff ? .off(reason: reason) : .on
      let receipt = try context.desk.office.set(service, to: state)
      let word: DeskWord = receipt == nil ? .nothingChanged : .switched
      return [.pop, .say(Notice(severity: .success, text: context.phrases.desk(word)))]
    } catch {
      failure = Notice(for: error, context.phrases)
      return []
    }
  }
}
