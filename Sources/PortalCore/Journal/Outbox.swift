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
  /// That of the session's record, which is private to it.
  private let journal: PersonJournal
  private var marker: PendingMarker?
  /// The practice that was last asked for; a session's messages go to the same one as a rule.
  private var practice: (key: String, id: Practice.ID)?
  /// Up to where this session has delivered.
  private var delivered: Delivery.Start = .beginning
  /// For the times and places it takes, one for each practice: markers of their own, so that messages
  /// cost no more.
  private var bookings: [(practice: Practice.ID, marker: PendingMarker)] = []

  init(store: Store, person: Person.ID, _ journal: PersonJournal) {
    self.store = store
    self.person = person
    self.journal = journal
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

  /// Makes the session's marker for times and places at a practice, before the first is taken or given
  /// up; costs nothing afterwards.
  func open(bookingAt practice: Practice.ID) throws(StoreError) {
    if bookings.contains(where: { $0.practice == practice }) { return }
    bookings.append(
      (practice, try store.makeMarker(for: person, after: journal.head, at: practice))
    )
  }

  /// Gives back the times that no appointment of this session's holds; the markers stay.
  func settleBooking() throws(StoreError) {
    for booking in bookings { try settle(at: booking.practice) }
  }

  private func closeBookings(patience: Int64) throws(StoreError) {
    while let booking = bookings.last {
      try ClaimSettlement(store: store, person: person, patience: patience)
        .run(at: booking.practice, journal: journal)
      try store.remove(booking.marker)
      bookings.removeLast()
    }
  }

  /// The times of a practice; nil where there is no such practice.
  func times(
    at practice: Practice.ID,
    _ attribution: Attribution
  ) throws(StoreError) -> SlotBook? {
    do throws(StoreError) {
      return SlotBook(practice, try store.practiceJournal(practice), of: person, attribution)
    } catch {
      if error == .noSuchRecord { return nil }
      throw error
    }
  }

  /// The journal of a practice with its lists; nil where there is no such practice.
  func lists(at practice: Practice.ID) throws(StoreError) -> PracticeJournal? {
    do throws(StoreError) {
      return try store.practiceJournal(practice)
    } catch {
      if error == .noSuchRecord { return nil }
      throw error
    }
  }

  /// Everybody in the store who has a list.
  func practitioners() throws(StoreError) -> [PractitionerEntry] {
    var entries: [PractitionerEntry] = []
    for practice in try store.practices() {
      guard let journal = try lists(at: practice) else { continue }
      entries += journal.lists.compactMap { journal.entry(of: $0.practitioner, at: practice) }
    }
    return entries
  }

  /// Gives the free places of some practices' lists to those who wait; true where anybody got one.
  func openWaitingLists(at practices: Set<Practice.ID>) -> Bool {
    var given = 0
    for practice in practices.sorted(by: { $0.text < $1.text }) {
      // One that is broken does not keep the others from opening.
      given += (try? WaitingListSettlement(store: store, practice: practice).run()) ?? 0
    }
    return given > 0
  }

  /// Gives back what the person has at a practice and nothing in their record holds.
  func settle(at practice: Practice.ID) throws(StoreError) {
    try ClaimSettlement(store: store, person: person).run(at: practice, journal: journal)
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

  /// Delivers where a good deal has come since the last time, so that whoever writes very much in one
  /// session does not keep others waiting for its end.
  ///
  /// Where it fails the marker stays, and the next time or the next process does it.
  func deliverMuch(_ journal: PersonJournal) {
    guard marker != nil, let head = journal.head, case .after(let anchor) = delivered,
      head.sequence - anchor.sequence >= Outbox.mostWaiting
    else { return }
    try? deliver(journal)
  }

  /// In lines: few enough for what they hold to be in memory still.
  private static let mostWaiting = 512

  /// Delivers and takes the marker away; where that fails, lets go of it for others to complete.
  func close(_ journal: PersonJournal, patience: Int64) throws(StoreError) {
    defer { (marker, bookings) = (nil, []) }
    // One that fails does not keep the other from being tried.
    var failure: StoreError?
    do throws(StoreError) {
      try closeBookings(patience: patience)
    } catch {
      failure = error
    }
    if let marker {
      try deliver(journal, patience: patience)
      try store.remove(marker)
    }
    if let failure { throw failure }
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
