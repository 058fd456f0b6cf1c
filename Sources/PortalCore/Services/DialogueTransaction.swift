/// Why a change of a conversation was not made, found under the lock.
enum DialogueFailure: Error {
  case store(StoreError)
  case dialogue(DialogueProblem)
}

/// Calls the store within a change of a conversation.
func within<Value>(_ body: () throws(StoreError) -> Value) throws(DialogueFailure) -> Value {
  do {
    return try body()
  } catch {
    throw .store(error)
  }
}

extension OpenRecord {
  /// As `append`, where what stands there may speak against the change itself.
  func appendDialogue(
    _ area: Area,
    of item: AccessItem? = nil,
    _ changes: (Contents) throws(DialogueFailure) -> [Record]
  ) throws(ServiceError) -> Receipt? {
    var problem: DialogueProblem?
    do throws(ServiceError) {
      return try append(.write, in: area, of: item, reaching: .others) {
        contents throws(StoreError) in
        do throws(DialogueFailure) {
          return try changes(contents)
        } catch {
          switch error {
          case .store(let cause): throw cause
          case .dialogue(let found):
            problem = found
            throw .notPermitted
          }
        }
      }
    } catch {
      if let problem { throw .dialogue(problem) }
      throw error
    }
  }
}

extension Contents {
  /// The records of one line that sends a message: the message, and what it asks for.
  func sending(
    _ message: Message,
    as id: RecordID,
    at time: Instant
  ) throws(DialogueFailure) -> [Record] {
    if message.thread != id, let status = try status(of: message.thread),
      case let state = status.state(newestFromPerson: id),
      state.after(.write, of: status.kind) == nil
    {
      throw .dialogue(.thread(.notPossible(.write, state)))
    }
    var labels: Set<WithholdingCode> = []
    var requests: [Record] = []
    for prescription in message.renewals ?? [] {
      let request = try renewal(of: prescription, by: id, at: time)
      labels.formUnion(request.labels)
      requests.append(request)
    }
    let ordered = WithholdingCode.allCases.filter(labels.contains)
    return [Record(id: id, version: 1, content: .message(message), labels: ordered)] + requests
  }

  /// What the practice has done with a conversation.
  func status(of thread: RecordID) throws(DialogueFailure) -> ThreadStatus? {
    let record = try within { () throws(StoreError) in try self[ThreadStatus.id(of: thread)] }
    guard case .threadStatus(let status)? = record?.content else { return nil }
    return status
  }

  /// That a prescription is to be renewed, in the next version of the one record that says so.
  private func renewal(
    of prescription: RecordID,
    by message: RecordID,
    at time: Instant
  ) throws(DialogueFailure) -> Record {
    let found = try within { () throws(StoreError) in try self[prescription] }
    guard let found, case .prescription(let content) = found.content else {
      throw .dialogue(.notRenewable(prescription, .missing))
    }
    let id = PrescriptionRenewal.id(of: prescription)
    let earlier = try within { () throws(StoreError) in try self[id] }
    var before: PrescriptionRenewal?
    if case .renewal(let renewal)? = earlier?.content { before = renewal }
    if let refusal = content.refusalToRenew(before, on: OsloTime.date(time)) {
      throw .dialogue(.notRenewable(prescription, refusal))
    }
    let request = PrescriptionRenewal(
      prescription: prescription,
      message: message,
      requested: time
    )
    return Record(
      id: id,
      version: (earlier?.version ?? 0) + 1,
      content: .renewal(request),
      labels: found.labels
    )
  }
}
