/// Gives the free places of a practice's lists to those who wait, in the order in which they came.
///
/// The places are taken in the practice's journal, in one line, and then each change is written in its
/// person's journal; a marker for each, made before, has the next process complete what a death
/// between leaves. May run any number of times, by any process, with the same result.
struct WaitingListSettlement {
  let store: Store
  let practice: Practice.ID
  /// How long each person's lock is waited for, in milliseconds.
  var patience = OwnerLock.patienceInMilliseconds

  /// How many were given a place; where a person's journal cannot be written now, its marker stays.
  @discardableResult
  func run() throws(StoreError) -> Int {
    let journal: PracticeJournal
    do throws(StoreError) {
      journal = try store.practiceJournal(practice)
    } catch {
      if error == .noSuchRecord { return 0 }
      throw error
    }
    var given = 0
    for list in journal.lists where list.opensToWaiting {
      // Who has stopped working there takes nobody.
      guard journal.entry(of: list.practitioner, at: practice) != nil else { continue }
      given += try open(list, in: journal)
    }
    return given
  }

  private func open(_ list: PatientList, in journal: PracticeJournal) throws(StoreError) -> Int {
    var markers: [PendingMarker] = []
    var gone: Set<Person.ID> = []
    for waiting in list.waiting.prefix(list.freePlaces) {
      do throws(StoreError) {
        let head = try store.journal(of: waiting.person).head
        markers.append(try store.makeMarker(for: waiting.person, after: head, at: practice))
      } catch {
        guard error == .noSuchPerson else { throw error }
        gone.insert(waiting.person)
      }
    }
    let people = Set(markers.map(\.name.person))
    let now = store.surroundings.clock.now()
    let system = Attribution(actor: .system, subject: .system, basis: Basis(role: .system))
    var taken: Set<Person.ID> = []
    try journal.changeList(of: list.practitioner, system) { list in
      taken = []
      guard list.opensToWaiting else { return false }
      list.waiting.removeAll { gone.contains($0.person) }
      // In their order: nobody is passed over for one who is not ready to be written.
      while list.freePlaces > 0, let first = list.waiting.first, people.contains(first.person) {
        list.waiting.removeFirst()
        list.joining.removeAll { $0.person == first.person }
        list.joining.append(
          PatientList.Joining(first, list.practitioner, practice, on: OsloTime.date(now))
        )
        taken.insert(first.person)
      }
      return true
    }
    for marker in markers {
      do throws(StoreError) {
        try ClaimSettlement(store: store, person: marker.name.person, patience: patience)
          .run(at: practice)
        try store.remove(marker)
      } catch {
        // The marker stays, and the next process completes it: the others get theirs now.
        continue
      }
    }
    return taken.count
  }
}

extension PatientList {
  /// Whether those who wait for it get its places now.
  var opensToWaiting: Bool {
    !waiting.isEmpty && freePlaces >= PatientList.placesToOpen
  }
}

extension PatientList.Joining {
  /// The place of somebody who waited; the change has the same id however often this is tried.
  fileprivate init(
    _ waiting: PatientList.Waiting,
    _ practitioner: RecordID,
    _ practice: Practice.ID,
    on day: CivilDate
  ) {
    let since = waiting.since.milliseconds
    let text = "waited|\(practice.text)|\(practitioner.text)|\(waiting.person.text)|\(since)"
    self.init(
      person: waiting.person,
      change: RecordID(bytes: SHA256.digest(Array(text.utf8)).bytes),
      effective: GeneralPractitionerChange.effect(of: day),
      waitedSince: waiting.since
    )
  }
}

extension PersonJournal {
  /// Writes the change for a place that was given to somebody who waited, and ends their waiting;
  /// nothing where that stands here, or they wait no longer.
  func join(
    _ list: PatientList,
    in practices: PracticeJournal,
    at practice: Practice.ID,
    patience: Int64,
    _ surroundings: Surroundings
  ) throws(StoreError) {
    guard case .person(let person) = directory.owner else { return }
    for joining in list.joining where joining.person == person && joining.waitedSince != nil {
      // Looked at before: as a rule there is nothing to do, and then no lock is needed for it.
      guard try contents.version(of: joining.change) == 0 else { continue }
      let system = Attribution(
        actor: .system,
        subject: .person(person),
        basis: Basis(role: .system)
      )
      _ = try append(system, patience: patience) { contents throws(StoreError) in
        try practices.refresh()
        guard practices.list(of: list.practitioner)?.joining.contains(joining) == true else {
          return []
        }
        let now = max(surroundings.clock.now(), self.newestTime ?? surroundings.clock.now())
        return try contents.joined(joining, list.practitioner, at: practice, now)
      }
    }
  }
}

extension Contents {
  /// The change that a place is for, and the end of waiting for it.
  fileprivate func joined(
    _ joining: PatientList.Joining,
    _ practitioner: RecordID,
    at practice: Practice.ID,
    _ now: Instant
  ) throws(StoreError) -> [Record] {
    guard try version(of: joining.change) == 0,
      case .waitingListPlace(let place)? = try self[WaitingListPlace.recordID]?.content,
      place.ending == nil, place.practitioner == practitioner, place.practice == practice
    else { return [] }
    let today = OsloTime.date(now)
    let current = try self.practitioner(on: today)
    if current?.practitioner == practitioner, current?.practice == practice {
      return try endedWait(.left, at: now).map { [$0] } ?? []
    }
    // Where a death lay between, never from a day that is past.
    let first = GeneralPractitionerChange.effect(of: today)
    var change = GeneralPractitionerChange(
      to: practitioner,
      named: place.name,
      at: practice,
      .waitingList,
      requested: now,
      effective: joining.effective > today ? joining.effective : first
    )
    change.practiceName = place.practiceName
    if let current {
      let name = [current.name, current.practiceName].compactMap(\.self).joined(separator: ", ")
      change.from = RecordReference(display: name)
    } else if case .person(let person)? = try self[Person.recordID]?.content {
      change.from = person.generalPractitioners.first
    }
    var records = [
      Record(id: joining.change, version: 1, content: .practitionerChange(change))
    ]
    if let ended = try endedWait(.joined, at: now) { records.append(ended) }
    return records
  }
}
