import PortalCore

/// How messages and conversations are told: who wrote, to whom, when.
struct MessageText {
  private let context: ScreenContext
  private var phrases: any Phrasebook { context.phrases }

  init(_ context: ScreenContext) {
    self.context = context
  }

  /// A conversation as an entry of a list.
  func item(_ thread: MessageThread) -> Item {
    let details = [
      thread.newest.map { person(in: $0.message) } ?? "",
      phrases.short(date(thread.newest)),
      thread.count > 1 ? phrases.messages(thread.count) : "",
      thread.state.map(phrases.name) ?? "",
    ]
    return Item(
      id: Target.thread(thread.id).item,
      title: subject(thread),
      detail: details.filter { !$0.isEmpty }.joined(separator: ", "),
      mark: mark(thread)
    )
  }

  /// Conversations by the practice or hospital they are with, the newest first in each.
  func itemsByOffice(_ threads: [MessageThread]) -> [Item] {
    threads.map { ($0, office(of: $0) ?? phrases.sentence(.unknownSender)) }
      .sorted { ($0.1, moment($1.0)) < ($1.1, moment($0.0)) }
      .map { thread, office in
        var item = item(thread)
        item.title = "\(office): \(item.title)"
        return item
      }
  }

  /// The practice or the hospital that a conversation is with, by its own name where it has one.
  private func office(of thread: MessageThread) -> String? {
    guard let message = thread.newest?.message else { return nil }
    let reference = message.isFromPerson ? message.recipients.first : message.sender
    if let id = reference?.record,
      case .practitionerRole(let role)? = try? context.record.record(id, of: .practitionerRole)
        .content, let name = context.name(of: role.organization)
    {
      return name
    }
    return context.name(of: reference) ?? message.author.map(phrases.author)
  }

  private func mark(_ thread: MessageThread) -> Item.Mark? {
    if thread.hasNews { return Item.Mark(text: phrases.label(.new), severity: .information) }
    guard thread.isOverdue(on: context.today) else { return nil }
    return Item.Mark(text: phrases.overdue, severity: .warning)
  }

  /// A receipt as an entry of the same list.
  func item(_ notice: SectionEntry<AccessNotice>) -> Item {
    let name = phrases.name(of: .accessNotice)
    return Item(
      id: Target.record(.accessNotice, notice.id).item,
      title: phrases.title(of: notice.content, for: context.record.subject),
      detail: "\(name), \(phrases.short(PartialDate(notice.content.time)))"
    )
  }

  /// That the general practitioner was changed, or is not after all.
  func item(_ receipt: PractitionerReceipt) -> Item {
    let target: Target =
      receipt.event == .undone
      ? .undoneChange(receipt.id) : .record(.practitionerChange, receipt.id)
    let day = phrases.day(receipt.change.effective)
    return Item(
      id: target.item,
      title: phrases.receipt(receipt.event, receipt.change.name, from: day),
      detail: phrases.receiptDetail(phrases.short(PartialDate(receipt.time)))
    )
  }

  /// What a conversation is sorted by: the time of its newest message.
  func moment(_ thread: MessageThread) -> Instant {
    guard let newest = thread.newest else { return Instant(milliseconds: .min) }
    return newest.message.date?.start ?? newest.stored
  }

  /// The subject of a conversation, else words for its absence.
  func subject(_ thread: MessageThread) -> String {
    if !thread.subject.isEmpty { return thread.subject }
    return thread.kind == .imported ? phrases.untitled(.message) : phrases.name(of: thread.kind)
  }

  /// "You to the practice, 16 Nov 2026" or "Dr Hansen, 16 Nov 2026".
  func heading(_ entry: MessageThread.Entry) -> String {
    let message = entry.message
    let date = date(entry).map(phrases.text) ?? phrases.undated
    guard message.isFromPerson else { return "\(person(in: message)), \(date)" }
    let recipients = message.recipients.compactMap(context.name)
    return "\(phrases.yourself(to: recipients.joined(separator: ", "))), \(date)"
  }

  /// Who wrote a message: yourself, or a name.
  private func person(in message: Message) -> String {
    if message.isFromPerson { return phrases.yourself(to: "") }
    if let author = message.author { return phrases.author(author) }
    return context.name(of: message.sender) ?? phrases.sentence(.unknownSender)
  }

  /// When a message was sent, else when it came here.
  private func date(_ entry: MessageThread.Entry?) -> PartialDate? {
    guard let entry else { return nil }
    return entry.message.date ?? PartialDate(entry.stored)
  }
}
