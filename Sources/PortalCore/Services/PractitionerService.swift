/// Who the person's general practitioner is on a day.
package struct CurrentPractitioner: Hashable, Sendable {
  package let reference: RecordReference
  package let practice: Practice.ID
  /// Their id in the practice's own journal; nil where only the register's files say who it is.
  package let practitioner: RecordID?
}

/// A general practitioner who has a list, as who looks for one sees them.
package struct PractitionerEntry: Hashable, Sendable {
  package let practice: Practice.ID
  package let practitioner: RecordID
  package let name: String
  package let practiceName: String?
  package let municipality: String?
  package let freePlaces: Int
  package let waiting: Int

  /// Whether anybody may choose it: there is room, and nobody has waited longer.
  package var isOpen: Bool { freePlaces > 0 && waiting == 0 }

  /// Whether those who wait get its places now.
  var opensToWaiting: Bool { waiting > 0 && freePlaces >= PatientList.placesToOpen }
}

/// Why a general practitioner cannot be changed, or waited for, as it was asked for.
package enum PractitionerProblem: Error, Hashable, Sendable {
  case noSuchPractitioner
  case noFreePlace
  /// There is room: no waiting is needed.
  case hasFreePlace
  case alreadyTheirs
  /// Another change waits for its day; it is to be undone first.
  case pendingChange
  /// Two have been made this year already.
  case tooMany(year: Int)
  /// It has taken effect, or was undone.
  case notPending
  case notWaiting
}

extension OpenRecord {
  /// Who the person's general practitioner is now: the change that has taken effect last, else what the
  /// files say; throws `noGeneralPractitioner`.
  package func currentPractitioner() throws(ServiceError) -> CurrentPractitioner {
    try currentPractitioner(of: nil)
  }

  /// The same for who has looked up the person already.
  func currentPractitioner(of known: Person?) throws(ServiceError) -> CurrentPractitioner {
    let day = OsloTime.date(now)
    let change = try look(in: .overview, isNoted: false) { contents, _ throws(StoreError) in
      try contents.practitioner(on: day)
    }
    if let change {
      let name = [change.name, change.practiceName].compactMap(\.self).joined(separator: ", ")
      return CurrentPractitioner(
        reference: RecordReference(display: name),
        practice: change.practice,
        practitioner: change.practitioner
      )
    }
    let person: Person
    if let known { person = known } else { person = try self.person() }
    guard let first = person.generalPractitioners.first else { throw .noGeneralPractitioner }
    let practice = try practice(of: first)
    return CurrentPractitioner(reference: first, practice: practice, practitioner: nil)
  }

  /// All changes, the newest request first.
  package func practitionerChanges() throws(ServiceError) -> [SectionEntry<
    GeneralPractitionerChange
  >] {
    try records([.practitionerChange], in: .overview).compactMap { record in
      guard case .practitionerChange(let change) = record.content else { return nil }
      return SectionEntry(
        id: record.id,
        content: change,
        version: record.version,
        hasOriginal: false
      )
    }
    .sorted { $0.content.requested > $1.content.requested }
  }

  /// The list that the person waits on; nil where they wait on none.
  package func waitingListPlace() throws(ServiceError) -> WaitingListPlace? {
    let found = try look(in: .overview, isNoted: false) { contents, _ throws(StoreError) in
      try contents[WaitingListPlace.recordID]
    }
    guard case .waitingListPlace(let place)? = found?.content, place.ending == nil else {
      return nil
    }
    return place
  }

  /// The general practitioners of the store whose name, office or municipality has all words of a text;
  /// those with free places first.
  package func practitioners(
    matching text: String = ""
  ) throws(ServiceError) -> [PractitionerEntry] {
    try allow(.read, in: .overview)
    let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
    var entries = try serving { () throws(StoreError) in try outbox.practitioners() }
    if !isPreview, openWaitingLists(of: entries) {
      entries = try serving { () throws(StoreError) in try outbox.practitioners() }
    }
    return entries.filter { entry in
      let said = [entry.name, entry.practiceName, entry.municipality].compactMap(\.self)
        .joined(separator: " ").lowercased()
      return words.allSatisfy(said.contains)
    }
    .sorted { ($0.freePlaces == 0 ? 1 : 0, $0.name) < ($1.freePlaces == 0 ? 1 : 0, $1.name) }
  }

  /// Changes to another general practitioner from the first of next month; nil where this change was
  /// made before, by a try whose answer was lost.
  @discardableResult
  package func changePractitioner(
    to practitioner: RecordID,
    at practice: Practice.ID,
    as id: RecordID
  ) throws(ServiceError) -> Receipt? {
    let item = AccessItem(kind: .practitionerChange)
    let today = OsloTime.date(now)
    let effective = GeneralPractitionerChange.effect(of: today)
    let current = try? currentPractitioner()
    let joining = PatientList.Joining(person: subject, change: id, effective: effective)
    var left: Practice.ID?
    let receipt = try claimingPlace(at: practice, of: practitioner, item) { list in
      if list.joining.contains(joining) { return nil }
      if list.joining.contains(where: { $0.person == joining.person }) { return .alreadyTheirs }
      // Also where there is room, those who wait come first.
      guard list.isOpen else { return .noFreePlace }
      list.joining.append(joining)
      return nil
    } write: { entry, contents throws(StoreError) -> ([Record], PractitionerProblem?) in
      if try contents.version(of: id) > 0 { return ([], nil) }
      if current?.practitioner == practitioner, current?.practice == practice {
        return ([], .alreadyTheirs)
      }
      let (ground, problem) = try contents.ground(on: today)
      guard let ground else { return ([], problem) }
      var change = GeneralPractitionerChange(
        to: practitioner,
        named: entry.name,
        at: practice,
        ground,
        requested: self.now,
        effective: effective
      )
      change.practiceName = entry.practiceName
      change.from = current?.reference
      var records = [Record(id: id, version: 1, content: .practitionerChange(change))]
      left = try self.leaving(contents)
      if let ended = try contents.endedWait(.left, at: self.now) { records.append(ended) }
      return (records, nil)
    }
    if let left { settle(at: left) }
    return receipt
  }

  /// Takes a change back that has not taken effect; the place is free again.
  @discardableResult
  package func undoChange(_ id: RecordID) throws(ServiceError) -> Receipt? {
    let item = AccessItem(kind: .practitionerChange)
    guard case .practitionerChange(let before) = try record(id, in: .overview).content else {
      throw .noSuchRecord
    }
    try allow(.write, in: .overview, item)
    if isPreview { throw .proxy(.onlyPreview) }
    try serving { () throws(StoreError) in try outbox.open(bookingAt: before.practice) }
    let today = OsloTime.date(now)
    var isPending = true
    let receipt = try append(.write, in: .overview, of: item) { contents throws(StoreError) in
      guard let record = try contents[id], case .practitionerChange(var change) = record.content
      else { return [] }
      isPending = change.state(on: today) == .pending
      guard isPending else { return [] }
      change.undone = self.now
      return [record.next(.practitionerChange(change))]
    }
    guard isPending else { throw .practitioner(.notPending) }
    abandonProposal()
    return receipt
  }

  /// Begins to wait for a place; whoever waited on another list waits there no longer.
  @discardableResult
  package func wait(
    for practitioner: RecordID,
    at practice: Practice.ID
  ) throws(ServiceError) -> Receipt? {
    let item = AccessItem(kind: .waitingListPlace)
    let earlier = try waitingListPlace()
    if earlier?.practitioner == practitioner, earlier?.practice == practice { return nil }
    var left: Practice.ID?
    let since = now
    let person = subject
    let receipt = try claimingPlace(at: practice, of: practitioner, item) { list in
      if list.isOpen { return .hasFreePlace }
      if !list.waiting.contains(where: { $0.person == person }) {
        list.waiting.append(PatientList.Waiting(person: person, since: since))
      }
      return nil
    } write: { entry, contents throws(StoreError) -> ([Record], PractitionerProblem?) in
      var place = WaitingListPlace(
        for: practitioner,
        named: entry.name,
        at: practice,
        since: since
      )
      place.practiceName = entry.practiceName
      left = try self.leaving(contents)
      let version = try contents.version(of: WaitingListPlace.recordID) + 1
      return (
        [
          Record(
            id: WaitingListPlace.recordID,
            version: version,
            content: .waitingListPlace(place)
          )
        ], nil
      )
    }
    if let left { settle(at: left) }
    return receipt
  }

  /// Waits no longer.
  @discardableResult
  package func stopWaiting() throws(ServiceError) -> Receipt? {
    guard try waitingListPlace() != nil else { throw .practitioner(.notWaiting) }
    let item = AccessItem(kind: .waitingListPlace)
    var left: Practice.ID?
    let receipt = try append(.write, in: .overview, of: item) { contents throws(StoreError) in
      left = try self.leaving(contents)
      return try contents.endedWait(.left, at: self.now).map { [$0] } ?? []
    }
    if let left { settle(at: left) }
    return receipt
  }

  /// Gives free places to those who wait, of whom the person may be one; true where anybody got one.
  ///
  /// Best effort: where it fails whoever looks next does it.
  private func openWaitingLists(of entries: [PractitionerEntry]) -> Bool {
    let practices = Set(entries.filter(\.opensToWaiting).map(\.practice))
    guard !practices.isEmpty, outbox.openWaitingLists(at: practices) else { return false }
    _ = try? refresh()
    return true
  }

  /// The practice at which the person waits until now, with a marker of it: whoever comes after a death
  /// takes them off its list.
  ///
  /// For who has the lock and is about to end the waiting: another session may have begun it since.
  private func leaving(_ contents: Contents) throws(StoreError) -> Practice.ID? {
    guard case .waitingListPlace(let place)? = try contents[WaitingListPlace.recordID]?.content,
      place.ending == nil
    else { return nil }
    try outbox.open(bookingAt: place.practice)
    return place.practice
  }

  /// Best effort: where it fails the session's end does it, or the next process.
  private func settle(at practice: Practice.ID) {
    try? serving { () throws(StoreError) in try outbox.settle(at: practice) }
  }

  // MARK: - Parts

  /// Takes a place in a practice's list and writes what it is for; without the line the place is given
  /// back.
  private func claimingPlace(
    at practice: Practice.ID,
    of practitioner: RecordID,
    _ item: AccessItem,
    _ claim: (inout PatientList) -> PractitionerProblem?,
    write: (PractitionerEntry, Contents) throws(StoreError) -> ([Record], PractitionerProblem?)
  ) throws(ServiceError) -> Receipt? {
    try allow(.write, in: .overview, item)
    if isPreview { throw .proxy(.onlyPreview) }
    if let damage { throw .store(.damaged(damage)) }
    let lists = try serving { () throws(StoreError) in try outbox.lists(at: practice) }
    guard let lists, let entry = lists.entry(of: practitioner, at: practice) else {
      throw .practitioner(.noSuchPractitioner)
    }
    try serving { () throws(StoreError) in try outbox.open(bookingAt: practice) }
    do throws(ServiceError) {
      for _ in 1...3 {
        var problem: PractitionerProblem?
        try serving { () throws(StoreError) in
          try lists.changeList(of: practitioner, attribution) { list in
            problem = claim(&list)
            return problem == nil
          }
        }
        if let problem { throw ServiceError.practitioner(problem) }
        var isLost = false
        let receipt = try append(.write, in: .overview, of: item) { contents throws(StoreError) in
          try lists.refresh()
          // What would still have to be taken has been given back meanwhile.
          if var list = lists.list(of: practitioner) {
            let before = list
            isLost = claim(&list) == nil && list != before
          }
          if isLost { return [] }
          let (records, found) = try write(entry, contents)
          problem = found
          return records
        }
        if let problem { throw ServiceError.practitioner(problem) }
        if !isLost { return receipt }
      }
      throw ServiceError.store(.busy)
    } catch {
      abandonProposal()
      throw error
    }
  }
}
