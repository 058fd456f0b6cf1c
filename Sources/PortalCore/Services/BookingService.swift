// Booking, in the order in which nothing can be lost: the time is taken in the practice's journal
// first, then the appointment is written in the person's, then what is not needed is given back. The
// marker that stands before all of it lets anybody finish (`ClaimSettlement`).
extension OpenRecord {
  /// Books a free time; nil where this appointment was booked before, by a try whose answer was lost.
  ///
  /// Its id was made before with `newID`, so that trying twice cannot book twice.
  @discardableResult
  package func book(
    _ request: BookingRequest,
    as id: RecordID
  ) throws(ServiceError) -> Receipt? {
    guard request.about.hasAtMost(AppointmentLimits.text) else {
      throw .appointment(.tooLong(limit: AppointmentLimits.text))
    }
    let times = try times(at: try bookingPractice())
    if let known = try knownAppointment(id) {
      guard known.appointment.slot == request.slot, known.appointment.status.holdsTime else {
        throw .store(.conflict(id, newest: known.version))
      }
      return nil
    }
    let item = AccessItem(kind: .appointment)
    return try taking(request.slot, of: times, for: id, item) { slot, contents throws(StoreError) in
      let version = try contents.version(of: id)
      guard version == 0 else { throw .conflict(id, newest: version) }
      let appointment = self.appointment(at: slot, of: times, .booked, request)
      return [Record(id: id, version: 1, content: .appointment(appointment))]
    }
  }

  /// Takes another time of the same practice for an appointment, and gives the old one back; nil where
  /// it has that time already.
  @discardableResult
  package func move(
    _ id: RecordID,
    base: Int,
    to slot: RecordID
  ) throws(ServiceError) -> Receipt? {
    let before = try appointmentRecord(id)
    guard case .appointment(let old) = before.content else { throw .notEditable }
    if old.slot == slot { return nil }
    guard before.version == base else { throw .store(.conflict(id, newest: before.version)) }
    if let obstacle = old.options(at: now).move { throw .appointment(.notPossible(obstacle)) }
    guard let practice = old.practice, practice == (try? bookingPractice()) else {
      throw .appointment(.otherPractice)
    }
    let times = try times(at: practice)
    let item = try accessItem(of: id)
    let receipt = try taking(slot, of: times, for: id, item) { taken, contents throws(StoreError) in
      guard let record = try contents[id], case .appointment(var new) = record.content,
        record.version == base, let status = new.status.after(.move), !new.hasBegun(at: self.now)
      else { throw .conflict(id, newest: try contents.version(of: id)) }
      new.status = status
      new.slot = slot
      new.start = PartialDate(taken.start)
      new.minutes = taken.minutes
      new.participants = self.participants(of: taken, at: times)
      return [record.next(.appointment(new))]
    }
    giveBack(old.slot, of: times, from: id)
    return receipt
  }

  /// Calls an appointment off, or declines one that was proposed, with the reason in words.
  @discardableResult
  package func cancel(
    _ id: RecordID,
    base: Int,
    words: String = ""
  ) throws(ServiceError) -> Receipt? {
    guard words.hasAtMost(AppointmentLimits.text) else {
      throw .appointment(.tooLong(limit: AppointmentLimits.text))
    }
    let before = try appointmentRecord(id)
    guard case .appointment(let old) = before.content else { throw .notEditable }
    let options = old.options(at: now)
    // Who works there calls off what the person could not.
    let obstacle = attribution.basis.role == .staff ? staffObstacle(old) : options.cancel
    if let obstacle { throw .appointment(.notPossible(obstacle)) }
    if options.needsComment, words.allSatisfy(\.isWhitespace) {
      throw .appointment(.wordsMissing)
    }
    let times = try old.practice.flatMap { practice throws(ServiceError) in
      try serving { () throws(StoreError) in try outbox.times(at: practice, attribution) }
    }
    if let times, old.slot != nil {
      try serving { () throws(StoreError) in try outbox.open(bookingAt: times.practice) }
    }
    let receipt = try step(id, base: base, .cancel) { appointment in
      appointment.cancellationReason = self.cancellationReason(words)
    }
    if let times { giveBack(old.slot, of: times, from: id) }
    return receipt
  }

  /// Says yes to a time that was proposed.
  @discardableResult
  package func accept(_ id: RecordID, base: Int) throws(ServiceError) -> Receipt? {
    let before = try appointmentRecord(id)
    guard case .appointment(let old) = before.content else { throw .notEditable }
    if let obstacle = old.options(at: now).accept { throw .appointment(.notPossible(obstacle)) }
    guard let practice = old.practice, let slot = old.slot else {
      return try step(id, base: base, .book) { _ in }
    }
    let times = try times(at: practice)
    return try step(id, base: base, .book) { () throws(StoreError) in
      // Proposed and withdrawn by the practice, or lost with its journal.
      guard try times.holds(slot, for: id) else { throw .noSuchRecord }
    } change: { _ in
    }
  }

  // MARK: - Parts

  /// Takes a time and writes what it is taken for; without the line the time is given back.
  private func taking(
    _ slot: RecordID,
    of times: SlotBook,
    for id: RecordID,
    _ item: AccessItem,
    _ write: (AppointmentSlot, Contents) throws(StoreError) -> [Record]
  ) throws(ServiceError) -> Receipt? {
    try allow(.write, in: .appointments, item)
    if isPreview { throw .proxy(.onlyPreview) }
    if let damage { throw .store(.damaged(damage)) }
    try serving { () throws(StoreError) in try outbox.open(bookingAt: times.practice) }
    do throws(ServiceError) {
      // Somebody who mends the store may give a time back between the two lines: taken once more.
      for _ in 1...3 {
        let taken = try claim(slot, of: times, for: id, item)
        var isLost = false
        let receipt = try append(.write, in: .appointments, of: item) {
          contents throws(StoreError) in
          isLost = try !times.holds(slot, for: id)
          return isLost ? [] : try write(taken, contents)
        }
        if !isLost { return receipt }
      }
      throw ServiceError.store(.busy)
    } catch {
      // What stands decides: where the line does not, the time is free again. Where even that fails,
      // the marker stays for the end of the session, or the next process.
      try? serving { () throws(StoreError) in try outbox.settleBooking() }
      throw error
    }
  }

  private func claim(
    _ slot: RecordID,
    of times: SlotBook,
    for id: RecordID,
    _ item: AccessItem
  ) throws(ServiceError) -> AppointmentSlot {
    let isStaff = attribution.basis.role == .staff
    var problem: ServiceError?
    let outcome: SlotBook.Outcome
    do throws(StoreError) {
      outcome = try times.claim(slot, for: id) { slot, journal throws(StoreError) in
        do throws(ServiceError) {
          // Asked again: what let it be read may have been taken back since.
          guard gate.decision(.write, in: .appointments, item, at: try moment()) == .allow else {
            throw ServiceError.store(.notPermitted)
          }
          if slot.start <= now { throw ServiceError.appointment(.timeOver) }
          if case .off(let reason) = journal.state(of: .appointmentBooking, slot.practitioner),
            !isStaff
          {
            throw ServiceError.appointment(.notOffered(reason: reason))
          }
        } catch {
          problem = error
          throw .notPermitted
        }
      }
    } catch {
      throw problem ?? .store(error)
    }
    switch outcome {
    case .claimed(let taken): return taken
    case .taken: throw .appointment(.timeTaken)
    case .missing: throw .appointment(.noSuchTime)
    }
  }

  /// Best effort: where it fails the marker stays, and somebody finishes it.
  func giveBack(_ slot: RecordID?, of times: SlotBook, from id: RecordID) {
    guard let slot else { return }
    try? times.free(slot, from: id)
  }
}
