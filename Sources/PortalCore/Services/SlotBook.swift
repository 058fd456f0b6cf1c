/// The times of one practice, as an open record takes them and gives them back.
///
/// What stands in the practice's journal is who has a time and for which appointment, nothing of
/// what it is about.
struct SlotBook {
  let practice: Practice.ID
  private let journal: PracticeJournal
  private let person: Person.ID
  private let attribution: Attribution

  init(
    _ practice: Practice.ID,
    _ journal: PracticeJournal,
    of person: Person.ID,
    _ attribution: Attribution
  ) {
    (self.practice, self.journal, self.person) = (practice, journal, person)
    self.attribution = attribution
  }

  /// What became of taking a time.
  enum Outcome {
    case claimed(AppointmentSlot)
    case taken
    case missing
  }

  /// A time as it stands now; nil where there is none of that id.
  func slot(_ id: RecordID) -> AppointmentSlot? {
    guard case .appointmentSlot(let slot)? = journal.newest[id]?.record.content else { return nil }
    return slot
  }

  /// Who works there, by the id; nil where nobody of that id ever has.
  func member(_ id: RecordID?) -> StaffMember? {
    guard let id, case .staffMember(let member)? = journal.newest[id]?.record.content else {
      return nil
    }
    return member
  }

  /// What the practice is called.
  var name: String? {
    guard case .profile(let profile)? = journal.newest[PracticeProfile.recordID]?.record.content
    else { return nil }
    return profile.name
  }

  /// All times that begin in a span, the earliest first.
  func slots(in span: Range<Instant>) -> [(id: RecordID, slot: AppointmentSlot)] {
    journal.newest.values.compactMap { entry -> (id: RecordID, slot: AppointmentSlot)? in
      guard case .appointmentSlot(let slot) = entry.record.content, span.contains(slot.start) else {
        return nil
      }
      return (entry.record.id, slot)
    }
    .sorted { ($0.slot.start, $0.id) < ($1.slot.start, $1.id) }
  }

  /// Whether a service is there.
  func state(of service: PracticeService, _ practitioner: RecordID?) -> ServiceState {
    journal.state(of: service, practitioner)
  }

  /// Takes a time for an appointment; of several who try exactly one gets it.
  ///
  /// `check` is asked under the practice's lock, with the time as it stands there.
  func claim(
    _ id: RecordID,
    for appointment: RecordID,
    check: (AppointmentSlot, PracticeJournal) throws(StoreError) -> Void
  ) throws(StoreError) -> Outcome {
    let claim = AppointmentSlot.Claim(person: person, appointment: appointment)
    var outcome = Outcome.missing
    _ = try journal.append(attribution) { newest throws(StoreError) in
      guard let before = newest[id]?.record, case .appointmentSlot(var slot) = before.content else {
        outcome = .missing
        return []
      }
      if let standing = slot.claim {
        outcome = standing == claim ? .claimed(slot) : .taken
        return []
      }
      try check(slot, journal)
      slot.claim = claim
      outcome = .claimed(slot)
      return [PracticeRecord(id: id, version: before.version + 1, content: .appointmentSlot(slot))]
    }
    return outcome
  }

  /// Whether a time is taken for an appointment, with what is on disk now.
  func holds(_ id: RecordID, for appointment: RecordID) throws(StoreError) -> Bool {
    try journal.refresh()
    return slot(id)?.claim == AppointmentSlot.Claim(person: person, appointment: appointment)
  }

  /// Gives a time back; nothing happens where it is not that appointment's any more.
  func free(_ id: RecordID, from appointment: RecordID) throws(StoreError) {
    try journal.free(
      id,
      AppointmentSlot.Claim(person: person, appointment: appointment),
      attribution
    )
  }
}

extension PracticeJournal {
  /// Gives a time back that is taken so; true where it was.
  @discardableResult
  func free(
    _ id: RecordID,
    _ claim: AppointmentSlot.Claim,
    _ attribution: Attribution
  ) throws(StoreError) -> Bool {
    let receipt = try append(attribution) { newest throws(StoreError) in
      guard let before = newest[id]?.record, case .appointmentSlot(var slot) = before.content,
        slot.claim == claim
      else { return [] }
      slot.claim = nil
      return [PracticeRecord(id: id, version: before.version + 1, content: .appointmentSlot(slot))]
    }
    return receipt != nil
  }
}
