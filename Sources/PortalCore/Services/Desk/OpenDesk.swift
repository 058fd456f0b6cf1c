/// The desk of a practice, opened by one of its staff: what waits, what was answered, and the way to
/// each conversation.
///
/// Each person's record is opened as staff, through the gate, for as long as it is read: who looked,
/// and why, stands in that person's access log. A class because screens share it.
package final class OpenDesk {
  package let staff: SignedInStaff
  package let office: OpenPractice
  /// What the practice called itself when the desk was opened.
  package let practiceName: String?
  let portal: Portal
  private let actor: Actor
  private var known: [Person.ID: Known] = [:]
  /// The directory of the queue, which tells of changes.
  private var queue: OwnerDirectory?
  private var watch: ChangeWatch?

  package var practice: Practice.ID { staff.practice }

  /// What was read of a person, as long as neither the queue nor their record says anything new.
  private struct Known {
    let queued: QueuedPerson
    let head: Digest?
    let entries: DeskQueue
  }

  init(_ portal: Portal, _ staff: SignedInStaff) throws(ServiceError) {
    guard let actor = staff.actor else { throw .signIn(.needed) }
    (self.portal, self.staff, self.actor) = (portal, staff, actor)
    office = try portal.openPractice(by: staff)
    practiceName = try office.profile()?.name
    // Where it fails whoever looks next does it.
    _ = try? WaitingListSettlement(store: portal.store, practice: staff.practice).run()
    try office.noteDesk(staff, at: portal.surroundings.clock.now())
  }

  /// What waits and what is answered, read again where anything has changed.
  package func entries() throws(ServiceError) -> DeskQueue {
    // What comes from now on is news.
    _ = startWatching().map { _ in takeNews() }
    // Who does not work here any more sees nothing more of it.
    _ = try office.staff()
    var all = DeskQueue()
    var now: [Person.ID: Known] = [:]
    for queued in try portal.queued(at: practice)
    where !(queued.waiting.isEmpty && queued.answered.isEmpty) {
      let found = try read(queued)
      now[queued.person] = found
      all.waiting += found.entries.waiting
      all.answered += found.entries.answered
      all.closed += found.entries.closed
    }
    known = now
    all.waiting.sort { $0.isBefore($1) }
    all.answered.sort {
      ($0.sent?.start.milliseconds ?? 0, $0.thread) > ($1.sent?.start.milliseconds ?? 0, $1.thread)
    }
    return all
  }

  private func read(_ queued: QueuedPerson) throws(ServiceError) -> Known {
    var head: Digest?
    do throws(ServiceError) {
      let store = portal.store
      let journal = try serving { () throws(StoreError) in try store.journal(of: queued.person) }
      head = journal.head?.hash
      if let known = known[queued.person], known.queued == queued, known.head == head,
        try isUnchanged(known, journal)
      {
        return known
      }
      let record = try open(queued.person)
      defer { try? record.end() }
      return Known(queued: queued, head: head, entries: try record.deskEntries(queued))
    } catch {
      var entries = DeskQueue()
      if !queued.waiting.isEmpty {
        entries.closed.append(
          DeskQueue.Closed(person: queued.person, count: queued.waiting.count, problem: error)
        )
      }
      return Known(queued: queued, head: head, entries: entries)
    }
  }

  /// Whether the gate answers as it did: a right that has ended takes its names off the page.
  private func isUnchanged(
    _ known: Known,
    _ journal: PersonJournal
  ) throws(ServiceError) -> Bool {
    let attribution = Attribution(
      actor: actor,
      subject: .person(known.queued.person),
      basis: Basis(role: .staff)
    )
    let (store, person) = (portal.store, known.queued.person)
    let decision = try serving { () throws(StoreError) in
      let gate = try RecordGate(journal, of: person, attribution, store)
      return gate.decision(.read, in: .messages, at: try gate.moment())
    }
    return (decision == .allow) == known.entries.closed.isEmpty
  }

  /// A person's record, opened by whoever is at the desk.
  func open(_ person: Person.ID) throws(ServiceError) -> OpenRecord {
    try portal.open(person, as: actor, basis: Basis(role: .staff))
  }

  // MARK: - News

  /// Begins to notice what comes to the queue; its descriptor is to be waited on.
  package func startWatching() -> ChangeWatch? {
    if watch == nil {
      let (store, practice) = (portal.store, practice)
      guard
        let directory = try? store.practiceDirectory(practice),
        let folder = try? directory.openDirectoryIfThere(PracticeQueueStore.name)
      else { return nil }
      let queue = OwnerDirectory(
        owner: .practice(practice),
        descriptor: folder,
        fileSystem: portal.surroundings.fileSystem
      )
      self.queue = queue
      watch = ChangeWatch(anythingIn: queue.descriptor, fileSystem: queue.fileSystem)
    }
    return watch
  }

  /// Whether anything may have come since this was last asked.
  package func takeNews() -> Bool {
    guard let watch, let queue else { return true }
    return watch.hasChanged(in: queue.descriptor, fileSystem: queue.fileSystem)
  }

  /// Lets go of the watch; the desk can be used again.
  package func close() {
    (watch, queue, known) = (nil, nil, [:])
  }
}

extension OpenPractice {
  /// That somebody opened the desk: stands in the practice's journal before anything is shown.
  func noteDesk(_ staff: SignedInStaff, at time: Instant) throws(ServiceError) {
    let session = DeskSession(member: staff.member, started: time, isChosen: staff.isChosen)
    _ = try change(DeskSession.id(of: staff.member), .read) { _ in .deskSession(session) }
  }
}

extension Portal {
  /// Opens the desk of a practice for one of its staff.
  package func openDesk(by staff: SignedInStaff) throws(ServiceError) -> OpenDesk {
    try OpenDesk(self, staff)
  }
}
