/// How long the texts of an appointment may be, in characters (Helsenorge's profile; `rules.md` 2.5).
package enum AppointmentLimits {
  package static let text = 1000
  /// How far ahead times are shown, in days.
  package static let days = 90
}

/// A free time of the person's practice.
package struct BookableTime: Hashable, Sendable {
  package let id: RecordID
  package let start: Instant
  package let minutes: Int
  package let practitioner: RecordID?
  /// Whose time it is; nil where the practice does not say.
  package let practitionerName: String?
}

/// What the person's practice offers to be booked.
package struct BookingPlan: Sendable {
  package let practice: Practice.ID
  /// What the practice is called.
  package let practiceName: String?
  /// Whether booking is offered at all, and why not.
  package let state: ServiceState
  /// The free times of those who take bookings, the earliest first.
  package let times: [BookableTime]
}

/// A time that somebody wants to have.
package struct BookingRequest: Hashable, Sendable {
  package var slot: RecordID
  /// What it is about, in the person's own words.
  package var about: String
  /// The conversation that it comes of.
  package var thread: RecordID?

  package init(slot: RecordID, about: String = "", thread: RecordID? = nil) {
    (self.slot, self.about, self.thread) = (slot, about, thread)
  }
}

extension OpenRecord {
  /// The practice whose times the person books: that of the general practitioner they have now.
  func bookingPractice() throws(ServiceError) -> Practice.ID {
    try currentPractitioner().practice
  }

  /// What can be booked from now on; without times where the practice is not in the store.
  package func bookingPlan(days: Int = AppointmentLimits.days) throws(ServiceError) -> BookingPlan {
    try checkMayRead(.appointments)
    return try bookingPlan(at: try bookingPractice(), days: days)
  }

  /// Where an appointment that was booked here can be moved to.
  package func bookingPlan(
    moving id: RecordID,
    days: Int = AppointmentLimits.days
  ) throws(ServiceError) -> BookingPlan {
    guard case .appointment(let appointment) = try record(id, in: .appointments).content,
      let practice = appointment.practice
    else { throw .appointment(.notPossible(.notAllowed)) }
    return try bookingPlan(at: practice, days: days)
  }

  private func bookingPlan(
    at practice: Practice.ID,
    days: Int
  ) throws(ServiceError) -> BookingPlan {
    let name = self.name(of: try? generalPractitioner())
    let times = try serving { () throws(StoreError) in try outbox.times(at: practice, attribution) }
    guard let times else {
      return BookingPlan(practice: practice, practiceName: name, state: .on, times: [])
    }
    let span = now..<now.advanced(bySeconds: Int64(days) * 86_400)
    var free: [BookableTime] = []
    for (id, slot) in times.slots(in: span) where slot.claim == nil {
      guard times.state(of: .appointmentBooking, slot.practitioner) == .on else { continue }
      free.append(
        BookableTime(
          id: id,
          start: slot.start,
          minutes: slot.minutes,
          practitioner: slot.practitioner,
          practitionerName: times.member(slot.practitioner)?.name
        )
      )
    }
    // One practitioner may take bookings though the practice as a whole does not.
    let state = free.isEmpty ? times.state(of: .appointmentBooking, nil) : .on
    return BookingPlan(
      practice: practice,
      practiceName: times.name ?? name,
      state: state,
      times: free
    )
  }
}

extension PracticeJournal {
  /// Whether a service is there; the practitioner's own switch goes before the practice's.
  func state(of service: PracticeService, _ practitioner: RecordID?) -> ServiceState {
    let own = practitioner.map { ServiceSwitch.id(of: service, $0) }
    for id in [own, ServiceSwitch.id(of: service, nil)].compactMap(\.self) {
      guard case .serviceSwitch(let found)? = newest[id]?.record.content else { continue }
      return found.reasonWhenOff.map { .off(reason: $0) } ?? .on
    }
    return .on
  }
}
