extension OpenRecord {
  /// The conversations that were put away, the newest first.
  ///
  /// Costs as much as there are conversations that the practice has done something with.
  package func archivedThreads() throws(ServiceError) -> [MessageThread] {
    var archived: [MessageThread] = []
    for record in try records([.threadStatus], in: .messages) {
      guard case .threadStatus(let status) = record.content, status.archived != nil else {
        continue
      }
      let thread = try messageThread(status.thread, messages: 1)
      if thread.isArchived { archived.append(thread) }
    }
    return archived
  }

  /// Puts a conversation away, or takes it out again; nil where it is so already.
  ///
  /// It comes back by itself when something is written in it.
  @discardableResult
  package func setArchived(
    _ isArchived: Bool,
    _ thread: MessageThread
  ) throws(ServiceError) -> Receipt? {
    let id = ThreadStatus.id(of: thread.id)
    return try append(.write, in: .messages, of: AccessItem(kind: .threadStatus)) {
      contents throws(StoreError) in
      let newest = try contents[id]
      var status = ThreadStatus(thread: thread.id, kind: thread.kind)
      if case .threadStatus(let known)? = newest?.content { status = known }
      if newest == nil, thread.entries.last?.message.isParentsThread == true {
        status.isParentsThread = true
      }
      if (status.archived != nil) == isArchived, isArchived == thread.isArchived { return [] }
      status.archived = isArchived ? now : nil
      if let newest { return [newest.next(.threadStatus(status))] }
      return [Record(id: id, version: 1, content: .threadStatus(status))]
    }
  }
}
