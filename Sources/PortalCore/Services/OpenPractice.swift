/// A time at a practice, as somebody sees it: never who has taken it.
package struct SlotView: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    case free
    /// Somebody has it.
    case taken
    /// Whoever looks has it, for the appointment of that id in their own journal.
    case own(appointment: RecordID)
  }

  package let id: RecordID
  package let start: Instant
  package let minutes: Int
  package let practitioner: RecordID?
  package let state: State
}

/// What became of taking a time.
package enum ClaimOutcome: Hashable, Sendable {
  /// The time is the person's: by the line that this receipt proves, now or by an earlier try.
  case claimed(Receipt)
  /// Somebody was faster.
  case taken
}

/// One practice's own matters, opened by somebody: services, staff and times.
///
/// Each reading and each change asks the gate. A class because screens share it. The journal inside
/// is private.
package final class OpenPractice {
  package let id: Practice.ID
  private let actor: Actor
  private let journal: PracticeJournal
  private let store: Store

  init(store: Store, id: Practice.ID, actor: Actor) throws(ServiceError) {
    self.id = id
    self.actor = actor
    self.store = store
    journal = try serving { () throws(StoreError) in try store.practiceJournal(id) }
    try allow(.read)
  }

  /// Where its journal is broken, if it is: then nothing is written.
  package var damage: Damage? { journal.damage }

  /// Takes in what other processes have added.
  package func refresh() throws(ServiceError) {
    try serving { () throws(StoreError) in try journal.refresh() }
  }

  /// What some kind of record holds, in the order of their ids.
  func contents<Content>(
    _ select: (PracticeContent) -> Content?
  ) throws(ServiceError) -> [(id: RecordID, content: Content)] {
    try allow(.read)
    return journal.newest.values.sorted { $0.record.id < $1.record.id }.compactMap { entry in
      select(entry.record.content).map { (entry.record.id, $0) }
    }
  }

  /// One record's content in its newest version.
  func content(of id: RecordID) throws(ServiceError) -> PracticeContent? {
    try allow(.read)
    return journal.newest[id]?.record.content
  }

  /// Whether somebody is who looks.
  func isOwn(_ person: Person.ID) -> Bool {
    actor == .person(person)
  }

  /// The line that holds a record's newest version.
  func receipt(of id: RecordID) -> Receipt? {
    journal.newest[id]?.receipt
  }

  /// Stores the next version of one record, durably; nil where there is nothing to change.
  ///
  /// `change` gets what the record holds now and is called under the lock, where the gate is asked
  /// again: of several who want the same one wins.
  func change(
    _ record: RecordID,
    _ action: PracticeAction,
    _ change: (PracticeContent?) -> PracticeContent?
  ) throws(ServiceError) -> Receipt? {
    try allow(action)
    return try serving { () throws(StoreError) in
      try journal.append(attribution) { newest throws(StoreError) in
        guard decide(actor: actor, action: action, work: work(newest)) == .allow else {
          throw .notPermitted
        }
        let before = newest[record]?.record
        guard let content = change(before?.content), content != before?.content else { return [] }
        return [PracticeRecord(id: record, version: (before?.version ?? 0) + 1, content: content)]
      }
    }
  }

  /// Gives free places to those who wait; best effort: where it fails whoever looks next does it.
  func openWaitingLists() {
    _ = try? WaitingListSettlement(store: store, practice: id).run()
    _ = try? refresh()
  }

  private var attribution: Attribution {
    switch actor {
    case .person: Attribution(actor: actor, subject: actor, basis: Basis(role: .oneself))
    case .staff: Attribution(actor: actor, subject: actor, basis: Basis(role: .staff))
    case .importer, .system:
      Attribution(actor: .system, subject: .system, basis: Basis(role: .system))
    }
  }

  private func allow(_ action: PracticeAction) throws(ServiceError) {
    // Who stopped working there a moment ago is stopped at the very next call.
    if case .staff = actor { try refresh() }
    switch decide(actor: actor, action: action, work: work(journal.newest)) {
    case .allow: return
    case .hide: throw .noSuchRecord
    case .refuse(let reason): throw .refused(reason)
    }
  }
}

extension OpenPractice {
  /// What whoever opened it does there, by these records; nil for anybody else than staff.
  private func work(_ records: [RecordID: PracticeJournal.Entry]) -> StaffMember.Work? {
    guard case .staff(let place, let member) = actor, place.text == id.text,
      case .staffMember(let staff)? = records[member]?.record.content, staff.ended == nil
    else { return nil }
    return staff.work
  }
}

extension Portal {
  /// Opens a practice's own matters for one of its staff.
  package func openPractice(by staff: SignedInStaff) throws(ServiceError) -> OpenPractice {
    guard staff.store == settings.store, let actor = staff.actor else { throw .signIn(.needed) }
    return try openPractice(staff.practice, as: actor)
  }

  /// Opens a practice's own matters for somebody who is there.
  package func openPractice(
    _ id: Practice.ID,
    by person: SignedInPerson
  ) throws(ServiceError) -> OpenPractice {
    guard person.store == settings.store else { throw .signIn(.needed) }
    return try openPractice(id, as: .person(person.id))
  }

  /// Opens a practice's own matters for the owner of the directory: in an open store, where they do
  /// what is the staff's to do, and elsewhere as long as no doctor of it can sign in.
  package func openPracticeAsOwner(_ id: Practice.ID) throws(ServiceError) -> OpenPractice {
    try openPractice(id, as: .system)
  }

  /// As `openPractice(_:by:)`, on nobody's word: only within the core.
  ///
  /// `system` is the owner of the directory.
  func openPractice(_ id: Practice.ID, as actor: Actor) throws(ServiceError) -> OpenPractice {
    let practice = try OpenPractice(store: store, id: id, actor: actor)
    guard actor == .system, settings.signIn != .open else { return practice }
    let hasDoctor = try practice.staff().contains { _, member in
      member.work == .doctor && member.ended == nil && member.person != nil
    }
    if hasDoctor { throw .refused(.roleNotGranted(.staff)) }
    return practice
  }
}
