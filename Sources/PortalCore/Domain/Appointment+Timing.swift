// When an appointment is to come, and what is still possible.
extension Appointment {
  /// Until when it can be cancelled without a fee: 24 hours before, with a hospital on a Monday until
  /// Friday 12:00 (`rules.md` 2.12); nil where its time is not known.
  package var feeDeadline: Instant? {
    guard let start, start.precision == .instant else { return nil }
    let (date, _) = OsloTime.civil(start.start)
    if care == .specialist, date.weekday == 1 {
      return OsloTime.noon(CivilDate(daysSinceEpoch: date.daysSinceEpoch - 3))
    }
    return start.start.advanced(bySeconds: -86_400)
  }

  /// Whether it has begun, or its day is over where only the day is known.
  package func hasBegun(at now: Instant) -> Bool {
    guard let start else { return false }
    if start.precision == .instant { return start.start <= now }
    return start.norwegianDate < OsloTime.date(now)
  }

  /// Whether it belongs among those to come: not over, and not called off.
  package func isComing(at now: Instant) -> Bool {
    guard status.isOpen else { return false }
    guard let start else { return true }
    if start.precision == .instant {
      return start.start.advanced(bySeconds: Int64(minutes ?? 0) * 60) > now
    }
    return start.norwegianDate >= OsloTime.date(now)
  }

  /// The days in Norway until it; 0 today, negative when over; nil where no day is known.
  package func days(from today: CivilDate) -> Int? {
    guard let start, start.precision >= .day else { return nil }
    return start.norwegianDate.daysSinceEpoch - today.daysSinceEpoch
  }

  /// Whether it was booked here, in a practice's own times.
  package var isBookedHere: Bool { practice != nil && slot != nil }
}

extension Appointment.Status {
  /// Whether somebody is still to come.
  package var isOpen: Bool {
    switch self {
    case .proposed, .pending, .booked, .arrived, .checkedIn, .waitlist: true
    case .fulfilled, .cancelled, .noShow, .enteredInError: false
    }
  }

  /// Whether a time of the practice is taken by it.
  var holdsTime: Bool {
    switch self {
    case .proposed, .pending, .booked, .arrived, .checkedIn, .fulfilled, .noShow: true
    case .cancelled, .waitlist, .enteredInError: false
    }
  }
}

/// What the person, or who acts for them, may do with an appointment now, and why not the rest.
package struct AppointmentOptions: Hashable, Sendable {
  package enum Obstacle: Hashable, Sendable {
    /// It has begun or is over.
    case begun
    /// It has been called off, has been, or was a mistake.
    case ended
    /// Nothing has been proposed that would be answered.
    case notProposed
    /// A proposed time is accepted or declined, not moved.
    case onlyProposed
    /// Whoever made it lets it be done by asking them only.
    case byAsking
    /// Whoever made it does not let it be done.
    case notAllowed
  }

  package var cancel: Obstacle?
  package var move: Obstacle?
  package var accept: Obstacle?
  /// Whether words must be given with cancelling.
  package var needsComment: Bool
  /// Whether cancelling now may cost a fee.
  package var isLate: Bool

  package var mayCancel: Bool { cancel == nil }
  package var mayMove: Bool { move == nil }
  package var mayAccept: Bool { accept == nil }
}

extension Appointment {
  /// What may be done with it at a moment: by its state, its time, and what whoever made it allows.
  package func options(at now: Instant) -> AppointmentOptions {
    AppointmentOptions(
      cancel: obstacle(to: .cancel, at: now),
      move: obstacle(to: .move, at: now),
      accept: obstacle(to: .book, at: now),
      needsComment: !isBookedHere && permissions.contains(.cancelWithComment)
        && !permissions.contains(.cancel),
      isLate: status == .booked && feeDeadline.map { now > $0 } ?? false
    )
  }

  private func obstacle(to act: Act, at now: Instant) -> AppointmentOptions.Obstacle? {
    guard status.isOpen else { return .ended }
    if hasBegun(at: now) { return .begun }
    guard status.after(act) != nil else {
      return act == .book ? .notProposed : status == .proposed ? .onlyProposed : .ended
    }
    if isBookedHere { return nil }
    switch act {
    case .cancel:
      let allows = permissions.contains(.cancel) || permissions.contains(.cancelWithComment)
      return allows ? nil : asking
    // There are no times here to move it to.
    case .move: return permissions.contains(.change) ? .byAsking : asking
    case .book: return permissions.contains(.acknowledge) ? nil : asking
    case .fulfil, .miss: return .notAllowed
    }
  }

  private var asking: AppointmentOptions.Obstacle {
    permissions.contains(.changeByDialogue) || permissions.contains(.initiateDialogue)
      ? .byAsking : .notAllowed
  }
}
