/// Makes what a person has taken of a practice's times agree with the appointments in their journal.
///
/// A time is theirs where the newest version of the appointment that it was taken for names it and
/// still holds it; every other is given back. So a death between taking and writing leaves nothing,
/// one between calling off and giving back, or in the middle of moving, leaves one time or none. May
/// run any number of times, by any process, with the same result.
///
/// Runs under the person's lock: who books writes the appointment under it as well, and looks there
/// whether the time is still theirs.
struct ClaimSettlement {
  let store: Store
  let person: Person.ID
  /// How long the person's lock is waited for, in milliseconds.
  var patience = OwnerLock.patienceInMilliseconds

  /// How many times were given back.
  @discardableResult
  func run(at practice: Practice.ID, journal open: PersonJournal? = nil) throws(StoreError) -> Int {
    guard let times = try times(at: practice) else { return 0 }
    guard !claims(times).isEmpty || times.concerns(person) else { return 0 }
    for list in times.lists where list.joining.contains(where: { $0.isOwed(to: person) }) {
      // Takes the person's lock itself: not under the one below.
      let journal: PersonJournal
      if let open { journal = open } else { journal = try store.journal(of: person) }
      try journal.refresh()
      try journal.join(list, in: times, at: practice, patience: patience, store.surroundings)
    }
    let directory = try store.personDirectory(person)
    let lock = try OwnerLock.take(directory, patience: patience, surroundings: store.surroundings)
    defer { lock.release() }
    let journal: PersonJournal
    if let open { journal = open } else { journal = try store.journal(of: person) }
    try journal.refresh()
    // Of a broken journal nobody knows which appointments it has.
    if let damage = journal.damage { throw .damaged(damage) }
    try times.refresh()
    var freed = 0
    for (id, claim) in claims(times) where try !isHeld(id, claim, in: journal.contents) {
      if try times.free(id, claim, attribution) { freed += 1 }
    }
    let day = OsloTime.date(max(store.surroundings.clock.now(), journal.newestTime ?? .distant))
    for list in times.lists where list.concerns(person) {
      if try settle(list, in: times, journal.contents, on: day) { freed += 1 }
    }
    return freed
  }

  /// Places of the person's in a list that no change and no waiting of theirs holds.
  private func settle(
    _ list: PatientList,
    in journal: PracticeJournal,
    _ contents: Contents,
    on day: CivilDate
  ) throws(StoreError) -> Bool {
    var kept: Set<RecordID> = []
    for joining in list.joining where joining.person == person {
      guard case .practitionerChange(let change)? = try contents[joining.change]?.content,
        change.practitioner == list.practitioner,
        try contents.holdsPlace(joining.change, on: day)
      else { continue }
      kept.insert(joining.change)
    }
    var isWaiting = false
    if case .waitingListPlace(let place)? = try contents[WaitingListPlace.recordID]?.content {
      isWaiting = place.ending == nil && place.practitioner == list.practitioner
    }
    var isChanged = false
    try journal.changeList(of: list.practitioner, attribution) { list in
      let before = list
      list.joining.removeAll { $0.person == person && !kept.contains($0.change) }
      if !isWaiting { list.waiting.removeAll { $0.person == person } }
      isChanged = list != before
      return isChanged
    }
    return isChanged
  }

  private func times(at practice: Practice.ID) throws(StoreError) -> PracticeJournal? {
    do throws(StoreError) {
      return try store.practiceJournal(practice)
    } catch {
      if error == .noSuchRecord { return nil }
      throw error
    }
  }

  private func claims(
    _ times: PracticeJournal
  ) -> [(id: RecordID, claim: AppointmentSlot.Claim)] {
    times.claims.filter { $0.claim.person == person }
  }

  private func isHeld(
    _ slot: RecordID,
    _ claim: AppointmentSlot.Claim,
    in contents: Contents
  ) throws(StoreError) -> Bool {
    guard case .appointment(let appointment)? = try contents[claim.appointment]?.content else {
      return false
    }
    return appointment.slot == slot && appointment.status.holdsTime
  }

  private var attribution: Attribution {
    Attribution(actor: .system, subject: .system, basis: Basis(role: .system))
  }
}

extension PracticeJournal {
  /// All times that somebody has, in the order of their ids.
  var claims: [(id: RecordID, claim: AppointmentSlot.Claim)] {
    newest.values.compactMap { entry -> (id: RecordID, claim: AppointmentSlot.Claim)? in
      guard case .appointmentSlot(let slot) = entry.record.content, let claim = slot.claim else {
        return nil
      }
      return (entry.record.id, claim)
    }
    .sorted { $0.id < $1.id }
  }
}

extension PatientList.Joining {
  /// Whether it was given to somebody who waited, whose change whoever gives it writes.
  fileprivate func isOwed(to person: Person.ID) -> Bool {
    self.person == person && waitedSince != nil
  }
}

extension PatientList {
  /// Whether somebody has a place on it, or waits for one.
  func concerns(_ person: Person.ID) -> Bool {
    joining.contains { $0.person == person } || waiting.contains { $0.person == person }
  }

  /// Everybody of whom that is so.
  var people: Set<Person.ID> {
    Set(joining.map(\.person)).union(waiting.map(\.person))
  }
}

extension PracticeJournal {
  /// Whether somebody stands on any of its lists.
  fileprivate func concerns(_ person: Person.ID) -> Bool {
    lists.contains { $0.concerns(person) }
  }
}

extension Instant {
  /// Before all others.
  fileprivate static let distant = Instant(milliseconds: .min)
}
