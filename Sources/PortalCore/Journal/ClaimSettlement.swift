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
    guard !claims(times).isEmpty else { return 0 }
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
    return freed
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
