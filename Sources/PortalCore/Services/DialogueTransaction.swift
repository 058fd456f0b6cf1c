extension OpenRecord {
  /// As `append`, for what others wait for, where what stands there may speak against the change itself:
  /// a problem that is found under the lock is thrown, and nothing is written.
  func appendDialogue(
    _ area: Area,
    of item: AccessItem? = nil,
    also others: [AccessItem] = [],
    _ changes: (Contents) throws(ServiceError) -> [Record]
  ) throws(ServiceError) -> Receipt? {
    var problem: ServiceError?
    do throws(ServiceError) {
      return try append(.write, in: area, of: item, also: others, reaching: .others) {
        contents throws(StoreError) in
        do throws(ServiceError) {
          return try changes(contents)
        } catch {
          if case .store(let cause) = error { throw cause }
          problem = error
          throw .notPermitted
        }
      }
    } catch {
      throw problem ?? error
    }
  }
}

extension Contents {
  /// The records of one line that sends a message: the message, and what it asks for.
  func sending(
    _ message: Message,
    as id: RecordID,
    at time: Instant
  ) throws(ServiceError) -> [Record] {
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
  func status(of thread: RecordID) throws(ServiceError) -> ThreadStatus? {
    let record = try serving { () throws(StoreError) in try self[ThreadStatus.id(of: thread)] }
    guard case .threadStatus(let status)? = record?.content else { return nil }
    return status
  }

  /// That a prescription is to be renewed, in the next version of the one record that says so.
  private func renewal(
    of prescription: RecordID,
    by message: RecordID,
    at time: Instant
  ) throws(ServiceError) -> Record {
    let found = try serving { () throws(StoreError) in try self[prescription] }
    guard let found, case .prescription(let content) = found.content else {
      throw .dialogue(.notRenewable(prescription, .missing))
    }
    let id = PrescriptionRenewal.id(of: prescription)
    let earlier = try serving { () throws(StoreError) in try self[id] }
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
