import PortalCore

/// The times that are free at the practice, to propose one of them to who has written.
struct DeskProposeScreen: Screen {
  let context: DeskContext
  let conversation: DeskConversation
  private let shown: DeskConversation.Content
  /// Made once, so that trying twice proposes one.
  private let (id, appointment): (RecordID, RecordID)
  private var failure: Notice?

  init(
    context: DeskContext,
    conversation: DeskConversation,
    _ shown: DeskConversation.Content
  ) {
    (self.context, self.conversation, self.shown) = (context, conversation, shown)
    (id, appointment) = (conversation.record.newID(), conversation.record.newID())
  }

  var record: OpenRecord? { conversation.record }
  var desk: OpenDesk? { context.desk }

  func page() -> Page {
    let phrases = context.phrases
    let items = free().map { slot in Item(id: ItemID(slot.id.text), title: text(slot)) }
    let list = ItemList(items: items, emptyText: phrases.desk(.noFreeTime))
    return Page(
      title: phrases.desk(.proposeTime),
      blocks: (failure.map { [.notice($0)] } ?? []) + [.list(list)]
    )
  }

  mutating func update(_ intent: Intent) -> [Effect] {
    guard case .open(let item) = intent, let slot = free().first(where: { $0.id.text == item.text })
    else { return [] }
    let phrases = context.phrases
    do {
      let message = DeskMessage(id: id, text: phrases.proposed(text(slot)))
      let request = BookingRequest(slot: slot.id, about: shown.thread.subject)
      let receipt = try conversation.propose(request, as: appointment, message, on: shown.seen)
      let told = phrases.done(.answer, receipt: receipt.text)
      return [.pop, .say(Notice(severity: .success, text: told))]
    } catch .store(.conflict(id, newest: _)) {
      return [.pop, .say(Notice(severity: .success, text: phrases.sent(receipt: nil)))]
    } catch {
      failure = Notice(for: error, phrases)
      return []
    }
  }

  /// The free times of the next sixty days, the first hundred.
  private func free() -> [SlotView] {
    let now = context.portal.surroundings.clock.now()
    let span = now..<now.advanced(bySeconds: 60 * 86_400)
    let slots = (try? context.desk.office.slots(in: span)) ?? []
    return Array(slots.filter { $0.state == .free }.prefix(100))
  }

  private func text(_ slot: SlotView) -> String {
    let staff = (try? context.desk.office.staff()) ?? []
    let name = staff.first { $0.id == slot.practitioner }?.content.name
    let time = context.phrases.text(PartialDate(slot.start))
    return [time, name].compactMap(\.self).joined(separator: ", ")
  }
}
