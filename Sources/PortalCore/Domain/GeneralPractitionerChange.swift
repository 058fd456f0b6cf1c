/// That a person has chosen another general practitioner (no: bytte av fastlege; `rules.md` 2.6).
package struct GeneralPractitionerChange: Codable, Hashable, Sendable {
  /// Why it may be made.
  package enum Ground: String, Codable, Sendable, CaseIterable {
    /// One of the two a calendar year.
    case ordinary
    /// The population register has a new address: not counted.
    case moved
    /// The practitioner has left, or has made the list shorter: not counted.
    case practitionerLeft = "practitioner-left"
    case listReduced = "list-reduced"
    /// A place has come free on the list that was waited for.
    case waitingList = "waiting-list"
  }

  /// The whole machine: a change waits for its day, and until then it can be undone.
  package enum State: String, Sendable, CaseIterable {
    case pending
    case inEffect
    case undone
  }

  /// Whom the person had before.
  package var from: RecordReference?
  /// The new one's name as the practice has it.
  package var name: String
  package var practice: Practice.ID
  /// Their id in the practice's own journal.
  package var practitioner: RecordID
  package var practiceName: String?
  package var ground: Ground
  package var requested: Instant
  /// The first of a month.
  package var effective: CivilDate
  package var undone: Instant?

  package init(
    to practitioner: RecordID,
    named name: String,
    at practice: Practice.ID,
    _ ground: Ground,
    requested: Instant,
    effective: CivilDate
  ) {
    self.practitioner = practitioner
    self.name = name
    self.practice = practice
    self.ground = ground
    self.requested = requested
    self.effective = effective
  }

  /// What it is on a day in Norway.
  package func state(on day: CivilDate) -> State {
    if undone != nil { return .undone }
    return day < effective ? .pending : .inEffect
  }

  /// The first of the month after a day.
  package static func effect(of day: CivilDate) -> CivilDate {
    let (year, month) = day.month == 12 ? (day.year + 1, 1) : (day.year, day.month + 1)
    guard let first = CivilDate(year: year, month: month, day: 1) else {
      preconditionFailure("every month has a first day")
    }
    return first
  }
}

/// The one list that a person waits on (no: venteliste hos fastlege).
package struct WaitingListPlace: Codable, Hashable, Sendable {
  package enum Ending: String, Codable, Sendable {
    case left
    /// There was room.
    case joined
  }

  package var name: String
  package var practice: Practice.ID
  package var practitioner: RecordID
  package var practiceName: String?
  package var since: Instant
  package var ending: Ending?
  package var ended: Instant?

  package init(
    for practitioner: RecordID,
    named name: String,
    at practice: Practice.ID,
    since: Instant
  ) {
    self.practitioner = practitioner
    self.name = name
    self.practice = practice
    self.since = since
  }

  /// There is one at most: waiting for another is its next version.
  package static let recordID = RecordID(bytes: Array("waiting-list\0\0\0\0\0".utf8))
}
