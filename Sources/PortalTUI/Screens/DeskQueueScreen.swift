import PortalCore

/// The queue of a practice: what waits, what is overdue first; or what is answered and not closed.
struct DeskQueueScreen: Screen {
  /// Which of the two lists.
  enum List {
    case waiting
    case answered
  }

  let context: DeskContext
  private let list: List
  private var content: Result<DeskQueue, ServiceError>?

  init(context: DeskContext, list: List = .waiting) {
    (self.context, self.list) = (context, list)
  }

  var desk: OpenDesk? { context.desk }

  func page() -> Page {
    let phrases = context.phrases
    let title = phrases.desk(list == .waiting ? .queueTitle : .answeredTitle)
    switch content ?? read() {
    case .failure(let error): return Page(title: title, for: error, phrases)
    case .success(let queue):
      let entries = list == .waiting ? queue.waiting : queue.answered
      var blocks: [Block] = []
      if list == .waiting {
        blocks += queue.closed.map { closed in
          let text = phrases.cannotBeOpened(closed.count, phrases.problemText(closed.problem))
          return .notice(Notice(severity: .warning, text: text))
        }
      }
      let empty = phrases.desk(list == .waiting ? .queueEmpty : .answeredEmpty)
      blocks.append(.list(ItemList(items: entries.map(context.item), emptyText: empty)))
      return Page(title: title, blocks: blocks, actions: actions)
    }
  }

  private var actions: [PageAction] {
    guard list == .waiting else { return [] }
    let phrases = context.phrases
    return [
      PageAction(id: .showAnswered, label: phrases.desk(.answeredTitle)),
      PageAction(id: .offerTimes, label: phrases.desk(.offerTimes)),
      PageAction(id: .services, label: phrases.desk(.services)),
    ]
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    switch intent {
    case .shown:
      content = read()
      return []
    case .open(let item): return context.open(item)
    case .run(.showAnswered, _):
      return [.push(DeskQueueScreen(context: context, list: .answered))]
    case .run(.offerTimes, _): return [.push(DeskTimesScreen(context: context))]
    case .run(.services, _): return [.push(DeskServicesScreen(context: context))]
    case .run, .submit, .search, .keepDraft: return []
    }
  }

  private func read() -> Result<DeskQueue, ServiceError> {
    Result { () throws(ServiceError) in try context.desk.entries() }
  }
}
