// What booking works with, and what the practice does with an appointment.
extension OpenRecord {
  /// A time at a practice that an appointment is to have, not yet written in the record.
  package struct ProposedTime {
    package let id: RecordID
    fileprivate let appointment: Appointment
    fileprivate let slot: RecordID
    fileprivate let times: SlotBook

    /// The record to be put in the transaction that tells the person of it, under the lock.
    ///
    /// Throws `busy` where the time has been given back meanwhile.
    func record(_ contents: Contents, labels: [WithholdingCode] = []) throws(StoreError) -> Record {
      let version = try contents.version(of: id)
      guard version == 0 else { throw .conflict(id, newest: version) }
      guard try times.holds(slot, for: id) else { throw .busy }
      return Record(id: id, version: 1, content: .appointment(appointment), labels: labels)
    }
  }

  /// Takes a time for the person, so that it can be proposed to them, or be theirs at once.
  ///
  /// For who works at the practice. What it gives is put in the same transaction as the message of it;
  /// where that is not stored, `abandonProposal` gives the time back, and the session's end does.
  package func claimTime(
    _ request: BookingRequest,
    as id: RecordID,
    _ status: Appointment.Status = .proposed
  ) throws(ServiceError) -> ProposedTime {
    guard attribution.basis.role == .staff else { throw .refused(.onlyHealthService) }
    let item = AccessItem(kind: .appointment)
    try allow(.write, in: .appointments, item)
    let times = try times(at: try bookingPractice())
    try serving { () throws(StoreError) in try outbox.open(bookingAt: times.practice) }
    var isOver = false
    let outcome: SlotBook.Outcome
    do throws(StoreError) {
      outcome = try times.claim(request.slot, for: id) { slot, _ throws(StoreError) in
        isOver = slot.start <= now
        if isOver { throw .notPermitted }
      }
    } catch {
      throw isOver ? .appointment(.timeOver) : .store(error)
    }
    switch outcome {
    case .claimed(let slot):
      let appointment = appointment(at: slot, of: times, status, request)
      return ProposedTime(id: id, appointment: appointment, slot: request.slot, times: times)
    case .taken: throw .appointment(.timeTaken)
    case .missing: throw .appointment(.noSuchTime)
    }
  }

  /// Gives back what was taken for a proposal that was not stored.
  package func abandonProposal() {
    // Where it fails the marker stays, and the session's end or the next process does it.
    try? serving { () throws(StoreError) in try outbox.settleBooking() }
  }

  /// Says that the person came, or did not; for who works at the practice.
  @discardableResult
  package func settle(
    _ id: RecordID,
    base: Int,
    _ act: Appointment.Act
  ) throws(ServiceError) -> Receipt? {
    guard attribution.basis.role == .staff, act == .fulfil || act == .miss else {
      throw .refused(.onlyHealthService)
    }
    return try step(id, base: base, act) { _ in }
  }

  // MARK: - Parts

  /// One step of the machine, made on a version that must still be the newest.
  func step(
    _ id: RecordID,
    base: Int,
    _ act: Appointment.Act,
    check: () throws(StoreError) -> Void = {},
    change: (inout Appointment) -> Void
  ) throws(ServiceError) -> Receipt? {
    let item = try accessItem(of: id)
    var isImpossible = false
    var isGone = false
    do throws(ServiceError) {
      return try append(.write, in: .appointments, of: item) { contents throws(StoreError) in
        guard let record = try contents[id], case .appointment(var appointment) = record.content,
          record.version == base
        else { throw .conflict(id, newest: try contents.version(of: id)) }
        guard let status = appointment.status.after(act) else {
          isImpossible = true
          throw .notPermitted
        }
        do throws(StoreError) {
          try check()
        } catch {
          isGone = error == .noSuchRecord
          throw error
        }
        appointment.status = status
        change(&appointment)
        return [record.next(.appointment(appointment))]
      }
    } catch {
      if isImpossible { throw .appointment(.notPossible(.ended)) }
      if isGone { throw .appointment(.timeTaken) }
      throw error
    }
  }

  /// The newest version of an appointment, if this reader may see it.
  func appointmentRecord(_ id: RecordID) throws(ServiceError) -> Record {
    let record = try record(id, in: .appointments)
    guard record.kind == .appointment else { throw .noSuchRecord }
    return record
  }

  /// Nil where there is none of that id yet.
  func knownAppointment(
    _ id: RecordID
  ) throws(ServiceError) -> (appointment: Appointment, version: Int)? {
    _ = try refresh()
    let known = try look(in: .appointments) { contents, visibility throws(StoreError) -> Record? in
      guard let entry = try contents.entry(of: id), visibility.sees(entry) else { return nil }
      return try contents[id]
    }
    guard let known, case .appointment(let appointment) = known.content else { return nil }
    return (appointment, known.version)
  }

  /// What the gate is asked with about an appointment that stands.
  func accessItem(of id: RecordID) throws(ServiceError) -> AccessItem {
    let item = try look(in: .appointments) {
      contents,
      visibility throws(StoreError) -> AccessItem? in
      guard let entry = try contents.entry(of: id), visibility.sees(entry) else { return nil }
      return AccessItem(entry)
    }
    guard let item else { throw .noSuchRecord }
    return item
  }

  /// The times of a practice; throws `noSuchTime` where the store has no such practice.
  func times(at practice: Practice.ID) throws(ServiceError) -> SlotBook {
    let times = try serving { () throws(StoreError) in try outbox.times(at: practice, attribution) }
    guard let times else { throw .appointment(.noSuchTime) }
    return times
  }

  func appointment(
    at slot: AppointmentSlot,
    of times: SlotBook,
    _ status: Appointment.Status,
    _ request: BookingRequest
  ) -> Appointment {
    var appointment = Appointment(status: status, care: .primary)
    appointment.start = PartialDate(slot.start)
    appointment.minutes = slot.minutes
    let about = request.about.withoutNUL
    if about.contains(where: { !$0.isWhitespace }) { appointment.description = about }
    appointment.participants = participants(of: slot, at: times)
    appointment.permissions = [.cancel, .change]
    appointment.practice = times.practice
    appointment.slot = request.slot
    appointment.thread = request.thread
    appointment.created = PartialDate(now)
    return appointment
  }

  /// Whose time it is, and at which practice.
  func participants(of slot: AppointmentSlot, at times: SlotBook) -> [RecordReference] {
    let office = times.name ?? name(of: try? generalPractitioner())
    var names = [times.member(slot.practitioner)?.name, office].compactMap(\.self)
    if names.count == 2, names[0] == names[1] { names.removeLast() }
    return names.map { RecordReference(display: $0) }
  }

  /// kv 7621: by the person, on their behalf, or by the service.
  func cancellationReason(_ words: String) -> CodeableConcept {
    let code: String =
      switch attribution.basis.role {
      case .oneself: "AAI"
      case .parent, .guardian, .proxy, .assignedProxy: "APVAI"
      case .staff, .importer, .system: "AAT"
      }
    let text = words.withoutNUL
    return CodeableConcept(
      text: text.contains(where: { !$0.isWhitespace }) ? text : nil,
      codings: [Coding(system: CodeSystem.cancellationReason, code: code)]
    )
  }

  /// What keeps who works at a practice from calling off an appointment of its own.
  func staffObstacle(_ appointment: Appointment) -> AppointmentOptions.Obstacle? {
    guard appointment.status.after(.cancel) != nil else { return .ended }
    return appointment.isBookedHere ? nil : .notAllowed
  }
}
