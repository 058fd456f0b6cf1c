/// Where a message of the person's own has come.
package enum MessageProgress: Hashable, Sendable {
  /// Stored; it has not come to the practice yet.
  case stored
  /// It waits at the practice.
  case atPractice
  /// Somebody has answered after it.
  case answered
}

extension OpenRecord {
  /// How far each message of a thread that was sent from here has come, of those that were read.
  ///
  /// Derived: from the practice's queue, and from the answers in the thread. Nothing is written in
  /// the person's journal for it.
  package func progress(
    in thread: MessageThread
  ) throws(ServiceError) -> [RecordID: MessageProgress] {
    try allow(.read, in: .messages)
    let unanswered = Set(thread.entries.reversed().prefix { $0.message.isFromPerson }.map(\.id))
    var queues: [PracticeQueue.Part: [Practice.ID: Set<RecordID>]] = [:]
    var progress: [RecordID: MessageProgress] = [:]
    for entry in thread.entries where entry.message.isForOthers {
      guard let recipient = entry.message.recipients.first else { continue }
      guard unanswered.contains(entry.id) else {
        progress[entry.id] = .answered
        continue
      }
      let practice: Practice.ID
      if let named = entry.message.practice {
        practice = named
      } else {
        practice = try self.practice(of: recipient)
      }
      let line = lastChange(of: entry.id)?.sequence ?? 0
      let part = PracticeQueue.Part(subject, sequence: line)
      if queues[part]?[practice] == nil {
        let queue = try serving { () throws(StoreError) in
          try outbox.queue(at: practice, near: line)
        }
        queues[part, default: [:]][practice] = Set(queue?.waiting.map(\.message) ?? [])
      }
      let hasCome = queues[part]?[practice]?.contains(entry.id) ?? false
      progress[entry.id] = hasCome ? .atPractice : .stored
    }
    return progress
  }

  /// The practice that a reference of this record leads to.
  func practice(of reference: RecordReference) throws(ServiceError) -> Practice.ID {
    try allow(.read, in: .overview)
    let identity = PracticeIdentity(of: subject) { id throws(ServiceError) -> RecordContent? in
      do throws(ServiceError) {
        return try self.record(id, in: .overview).content
      } catch {
        if error == .noSuchRecord { return nil }
        throw error
      }
    }
    return outbox.practice(identifiedBy: try identity.key(of: reference))
  }
}
