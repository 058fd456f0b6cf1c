extension OpenPractice {
  // MARK: - Services

  /// Whether a service is there; that of a practitioner, who may have a switch of their own.
  ///
  /// On where nobody has switched it off.
  package func state(
    of service: PracticeService,
    practitioner: RecordID? = nil
  ) throws(ServiceError) -> ServiceState {
    var inOrder = [switchID(service, nil)]
    if practitioner != nil { inOrder.insert(switchID(service, practitioner), at: 0) }
    for id in inOrder {
      guard case .serviceSwitch(let found)? = try content(of: id) else { continue }
      return found.reasonWhenOff.map { .off(reason: $0) } ?? .on
    }
    return .on
  }

  /// Switches a service on or off, for the practice or for one practitioner.
  ///
  /// Nil where it was so already.
  @discardableResult
  package func set(
    _ service: PracticeService,
    to state: ServiceState,
    practitioner: RecordID? = nil
  ) throws(ServiceError) -> Receipt? {
    let reason: String? =
      switch state {
      case .on: nil
      case .off(let reason): reason
      }
    let new = ServiceSwitch(service: service, practitioner: practitioner, reasonWhenOff: reason)
    return try change(switchID(service, practitioner), .manage(.services)) { _ in
      .serviceSwitch(new)
    }
  }

  /// The one record that says whether a service is on: so that switching it twice makes two
  /// versions and not two switches.
  private func switchID(_ service: PracticeService, _ practitioner: RecordID?) -> RecordID {
    ServiceSwitch.id(of: service, practitioner)
  }

  // MARK: - Staff

  /// Who works there or has worked there, in the order of their ids.
  package func staff() throws(ServiceError) -> [(id: RecordID, content: StaffMember)] {
    try contents { if case .staffMember(let member) = $0 { member } else { nil } }
  }

  /// Adds somebody, or changes what is known of them; nil where nothing is new.
  @discardableResult
  package func put(_ member: StaffMember, as id: RecordID) throws(ServiceError) -> Receipt? {
    try change(id, .manage(.staff)) { before in
      // An id that means something else stays what it is.
      if let before, before.kind != .staffMember { return nil }
      return .staffMember(member)
    }
  }
}

extension OpenPractice {
  // MARK: - Times

  /// The times that begin in a span, the earliest first.
  package func slots(in span: Range<Instant>) throws(ServiceError) -> [SlotView] {
    let slots = try contents { content -> AppointmentSlot? in
      guard case .appointmentSlot(let slot) = content, span.contains(slot.start) else { return nil }
      return slot
    }
    return slots.map(view).sorted { ($0.start, $0.id) < ($1.start, $1.id) }
  }

  /// Offers a time; its id was made before, so that trying twice offers one.
  @discardableResult
  package func offer(
    _ id: RecordID,
    at start: Instant,
    minutes: Int,
    practitioner: RecordID? = nil
  ) throws(ServiceError) -> Receipt? {
    let slot = AppointmentSlot(start: start, minutes: minutes, practitioner: practitioner)
    return try change(id, .manage(.times)) { before in before == nil ? .appointmentSlot(slot) : nil
    }
  }

  /// Takes a time for a person: of several who try exactly one gets it.
  ///
  /// `appointment` is the id that the appointment will have in the person's own journal, made
  /// before: the line here names both, so that a line missing there can be derived, and a second
  /// try for the same appointment finds that it has been made.
  package func claim(
    _ slot: RecordID,
    for person: Person.ID,
    appointment: RecordID
  ) throws(ServiceError) -> ClaimOutcome {
    let claim = AppointmentSlot.Claim(person: person, appointment: appointment)
    let receipt = try change(slot, .book(person)) { before in
      guard case .appointmentSlot(var slot)? = before, slot.claim == nil else { return nil }
      slot.claim = claim
      return .appointmentSlot(slot)
    }
    if let receipt { return .claimed(receipt) }
    try refresh()
    guard case .appointmentSlot(let now)? = try content(of: slot) else { throw .noSuchRecord }
    guard now.claim == claim, let earlier = self.receipt(of: slot) else { return .taken }
    return .claimed(earlier)
  }

  /// Gives a time back; nothing happens where it is not that appointment's any more.
  @discardableResult
  package func free(
    _ slot: RecordID,
    for person: Person.ID,
    appointment: RecordID
  ) throws(ServiceError) -> Receipt? {
    let claim = AppointmentSlot.Claim(person: person, appointment: appointment)
    return try change(slot, .book(person)) { before in
      guard case .appointmentSlot(var slot)? = before, slot.claim == claim else { return nil }
      slot.claim = nil
      return .appointmentSlot(slot)
    }
  }

  private func view(_ id: RecordID, _ slot: AppointmentSlot) -> SlotView {
    SlotView(
      id: id,
      start: slot.start,
      minutes: slot.minutes,
      practitioner: slot.practitioner,
      state: state(of: slot)
    )
  }

  private func state(of slot: AppointmentSlot) -> SlotView.State {
    guard let claim = slot.claim else { return .free }
    return isOwn(claim.person) ? .own(appointment: claim.appointment) : .taken
  }
}
