/// Whether somebody else waits for what is written.
enum Reach {
  case recordOnly
  case others
}

/// What one session of a record owes to others: one marker for all it writes.
///
/// A class because the session's record and its services share it.
final class Outbox {
  private let store: Store
  private let person: Person.ID
  private var marker: PendingMarker?
  /// The practice that was last asked for; a session's messages go to the same one as a rule.
  private var practice: (key: String, id: Practice.ID)?
  /// Up to where this session has delivered.
  private var delivered: Delivery.Start = .beginning

  init(store: Store, person: Person.ID) {
    self.store = store
    self.person = person
  }

  /// Makes the session's marker, before the first line that needs one; costs nothing afterwards.
  ///
  /// `head` is the newest line that the session knows: all that it will write comes after it.
  func open(after head: LineHead?) throws(StoreError) {
    guard marker == nil else { return }
    let made = try store.makeMarker(for: person, after: head)
    delivered = made.start
    marker = made
  }

  /// Delivers what has come since the last time; the marker stays.
  func deliver(
    _ journal: PersonJournal,
    patience: Int64 = OwnerLock.patienceInMilliseconds
  ) throws(StoreError) {
    guard marker != nil else { return }
    let delivery = Delivery(store: store, person: person, patience: patience)
    try delivery.run(from: delivered, journal: journal)
    guard let head = journal.head else { return }
    delivered = .after(JournalAnchor(sequence: head.sequence, hash: head.hash.hexadecimal))
  }

  /// Delivers and takes the marker away; where that fails, lets go of it for others to complete.
  func close(_ journal: PersonJournal, patience: Int64) throws(StoreError) {
    defer { marker = nil }
    guard let marker else { return }
    try deliver(journal, patience: patience)
    try store.remove(marker)
  }

  /// What waits at a practice of the messages of some lines, one of which is given; nil where it has
  /// nothing of them.
  func queue(at practice: Practice.ID, near line: Int) throws(StoreError) -> PracticeQueue? {
    guard let directory = try store.practiceDirectory(practice) else { return nil }
    return try PracticeQueueStore(directory, surroundings: store.surroundings).read(
      PracticeQueue.Part(person, sequence: line)
    )
  }

  /// A practice's own matters, for who has the record open; nil where there is no such practice.
  func openPractice(
    _ practice: Practice.ID,
    as actor: Actor
  ) throws(ServiceError) -> OpenPractice? {
    guard try serving({ () throws(StoreError) in try store.practiceDirectory(practice) != nil })
    else { return nil }
    return try OpenPractice(store: store, id: practice, actor: actor)
  }

  func practice(identifiedBy key: String) -> Practice.ID {
    if let practice, practice.key == key { return practice.id }
    let id = store.practice(identifiedBy: key)
    practice = (key, id)
    return id
  }
}
