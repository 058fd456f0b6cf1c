import PortalCore

/// What every page of a practice's desk works with.
struct DeskContext {
  let portal: Portal
  let desk: OpenDesk
  let phrases: any Phrasebook

  /// An open record as the pages of records take it, for their words.
  func records(_ conversation: DeskConversation) -> ScreenContext {
    ScreenContext(portal: portal, record: conversation.record, phrases: phrases)
  }
}

extension DeskEntry {
  /// What stands for it in a list.
  var item: ItemID { ItemID("\(person.text)/\(thread.text)") }
}

extension ItemID {
  /// The conversation that an entry of the desk stands for.
  var conversation: (person: Person.ID, thread: RecordID)? {
    let parts = text.split(separator: "/")
    guard parts.count == 2, let person = Person.ID(String(parts[0])),
      let thread = RecordID(String(parts[1]))
    else { return nil }
    return (person, thread)
  }
}

extension DeskContext {
  /// Opens the conversation that an entry stands for.
  func open(_ item: ItemID) -> [Effect] {
    guard let found = item.conversation else { return [] }
    do {
      let conversation = try desk.conversation(found.thread, of: found.person)
      return [.push(DeskThreadScreen(context: self, conversation: conversation))]
    } catch {
      return [.say(Notice(for: error, phrases))]
    }
  }

  /// A conversation as an entry of a list: what is overdue or simulated stands before it.
  func item(_ entry: DeskEntry) -> Item {
    let details = [
      // First: what is cut off where there is no room comes last.
      entry.answerBy.map { phrases.answerBy(phrases.short(PartialDate($0))) },
      phrases.about(entry.name, age: entry.age),
      entry.writer.map(phrases.writtenBy),
      entry.waiting > 1 ? phrases.waiting(entry.waiting) : nil,
      phrases.short(entry.sent),
      entry.lastAuthor.map { phrases.lastAct(entry.state, by: $0.name) },
    ]
    let mark = Item.Mark(text: phrases.desk(.overdue), severity: .danger)
    let subject = entry.subject.isEmpty ? "" : ": \(entry.subject)"
    return Item(
      id: entry.item,
      title: phrases.name(of: entry.kind) + subject,
      detail: details.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", "),
      mark: entry.isOverdue ? mark : nil
    )
  }
}
