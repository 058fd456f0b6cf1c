// What a journal says of the person's general practitioner.
extension Contents {
  /// Every change that was asked for.
  func practitionerChanges() throws(StoreError) -> [(
    id: RecordID, change: GeneralPractitionerChange
  )] {
    var changes: [(id: RecordID, change: GeneralPractitionerChange)] = []
    for listed in try entries(of: [.practitionerChange]) {
      guard case .practitionerChange(let change) = try record(listed).content else { continue }
      changes.append((listed.entry.id, change))
    }
    return changes
  }

  /// The change that has taken effect last by a day; nil where none has.
  func practitioner(on day: CivilDate) throws(StoreError) -> GeneralPractitionerChange? {
    try practitionerChanges().map(\.change).filter { $0.state(on: day) == .inEffect }
      .max { ($0.effective, $0.requested) < ($1.effective, $1.requested) }
  }

  /// Whether a change still has its place on a list: not undone, and followed by none that holds.
  func holdsPlace(_ id: RecordID, on day: CivilDate) throws(StoreError) -> Bool {
    guard case .practitionerChange(let change)? = try self[id]?.content else { return false }
    switch change.state(on: day) {
    case .undone: return false
    case .pending: return true
    case .inEffect: return try practitioner(on: day) == change
    }
  }

  /// Why a change may be made on a day; else why not.
  ///
  /// A new registered address since the year began, not used for a change yet, gives one that is not
  /// counted. That a practitioner has left or has shortened the list is not in a person's journal.
  func ground(
    on day: CivilDate
  ) throws(StoreError) -> (GeneralPractitionerChange.Ground?, PractitionerProblem?) {
    let changes = try practitionerChanges().map(\.change)
    if changes.contains(where: { $0.state(on: day) == .pending }) { return (nil, .pendingChange) }
    let counted = changes.filter {
      $0.undone == nil && OsloTime.date($0.requested).year == day.year
    }
    if counted.count(where: { $0.ground == .ordinary }) < 2 { return (.ordinary, nil) }
    let used = counted.filter { $0.ground == .moved }.map(\.requested).max()
    if let moved = try lastMove(in: day.year), used.map({ $0 < moved }) ?? true {
      return (.moved, nil)
    }
    return (nil, .tooMany(year: day.year))
  }

  /// When the register's address last became another, in a year.
  private func lastMove(in year: Int) throws(StoreError) -> Instant? {
    var before: [String]?
    var moved: Instant?
    for revision in try versions(of: Person.recordID) {
      guard case .person(let person) = revision.record.content else { continue }
      if let before, !before.isEmpty, !person.addresses.isEmpty, before != person.addresses,
        OsloTime.date(revision.time).year == year
      {
        moved = revision.time
      }
      before = person.addresses
    }
    return moved
  }

  /// The end of waiting; nil where nobody waits.
  func endedWait(_ ending: WaitingListPlace.Ending, at now: Instant) throws(StoreError) -> Record? {
    guard let record = try self[WaitingListPlace.recordID],
      case .waitingListPlace(var place) = record.content, place.ending == nil
    else { return nil }
    (place.ending, place.ended) = (ending, now)
    return record.next(.waitingListPlace(place))
  }
}
