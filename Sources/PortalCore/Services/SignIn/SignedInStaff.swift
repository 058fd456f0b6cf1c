/// Somebody of a practice's staff of whom it is known that they are there: what the desk is opened
/// by.
///
/// Made in this file only: of a person who has signed in and works there, or in an open store by its
/// owner's choice. That they still work there the gates ask at each call.
package struct SignedInStaff: Hashable, Sendable {
  package let practice: Practice.ID
  /// Their id in the practice's own journal.
  package let member: RecordID
  package let name: String
  package let work: StaffMember.Work
  /// Whether the store's owner chose them, without a PIN.
  package let isChosen: Bool
  /// The store it was proved to.
  let store: RecordID

  fileprivate init(
    _ member: (id: RecordID, content: StaffMember),
    at practice: Practice.ID,
    of store: RecordID,
    isChosen: Bool
  ) {
    self.practice = practice
    self.member = member.id
    name = member.content.name
    work = member.content.work
    self.isChosen = isChosen
    self.store = store
  }

  /// As the journals name them.
  var actor: Actor? {
    RecordID(practice.text).map { .staff(practice: $0, member: member) }
  }

  /// As a person's journal names who wrote or decided something.
  package var author: StaffAuthor {
    StaffAuthor(name: name, work: work, member: member, practice: practice)
  }
}

extension Portal {
  /// Who somebody who has signed in is at a practice; throws where they do not work there.
  package func staff(
    _ person: SignedInPerson,
    at practice: Practice.ID
  ) throws(ServiceError) -> SignedInStaff {
    guard person.store == settings.store else { throw .signIn(.needed) }
    guard
      let found = try workingStaff(at: practice).first(where: { $0.content.person == person.id })
    else { throw .refused(.roleNotGranted(.staff)) }
    return SignedInStaff(found, at: practice, of: settings.store, isChosen: false)
  }

  /// Lets whoever owns the directory act as one of a practice's staff; only in an open store.
  ///
  /// As it is now. That they did stands in the practice's journal once they open the desk.
  package func chooseStaff(
    _ member: RecordID,
    at practice: Practice.ID
  ) throws(ServiceError) -> SignedInStaff {
    let settings = try serving { () throws(StoreError) in try store.currentSettings() }
    guard settings.signIn == .open else { throw .signIn(.needed) }
    guard let found = try workingStaff(at: practice).first(where: { $0.id == member }) else {
      throw .refused(.roleNotGranted(.staff))
    }
    return SignedInStaff(found, at: practice, of: settings.store, isChosen: true)
  }

  /// Who works at a practice now, by name; only for the owner of an open store.
  package func staffToChoose(
    at practice: Practice.ID
  ) throws(ServiceError) -> [(id: RecordID, content: StaffMember)] {
    let settings = try serving { () throws(StoreError) in try store.currentSettings() }
    guard settings.signIn == .open else { throw .signIn(.needed) }
    return try workingStaff(at: practice)
      .sorted { ($0.content.name, $0.id) < ($1.content.name, $1.id) }
  }

  private func workingStaff(
    at practice: Practice.ID
  ) throws(ServiceError) -> [(id: RecordID, content: StaffMember)] {
    let journal = try serving { () throws(StoreError) in try store.practiceJournal(practice) }
    return journal.newest.values.compactMap { entry in
      guard case .staffMember(let member) = entry.record.content, member.ended == nil else {
        return nil
      }
      return (entry.record.id, member)
    }
  }
}
