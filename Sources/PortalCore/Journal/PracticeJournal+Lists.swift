// The lists of a practice's general practitioners.
extension PracticeJournal {
  /// The list of one of them; nil where they have none.
  func list(of practitioner: RecordID) -> PatientList? {
    guard
      case .patientList(let list)? = newest[PatientList.id(of: practitioner)]?.record.content
    else { return nil }
    return list
  }

  /// All lists, in the order of whose they are.
  var lists: [PatientList] {
    newest.values.compactMap { entry -> PatientList? in
      if case .patientList(let list) = entry.record.content { list } else { nil }
    }
    .sorted { $0.practitioner < $1.practitioner }
  }

  /// Stores what `change` makes of a list, under the lock; nothing where it says no, or changes
  /// nothing.
  func changeList(
    of practitioner: RecordID,
    _ attribution: Attribution,
    _ change: (inout PatientList) -> Bool
  ) throws(StoreError) {
    let id = PatientList.id(of: practitioner)
    _ = try append(attribution) { newest throws(StoreError) in
      guard let before = newest[id]?.record, case .patientList(var list) = before.content else {
        return []
      }
      guard change(&list), before.content != .patientList(list) else { return [] }
      return [PracticeRecord(id: id, version: before.version + 1, content: .patientList(list))]
    }
  }

  /// A practitioner who has a list and works there, as others see them.
  func entry(of practitioner: RecordID, at practice: Practice.ID) -> PractitionerEntry? {
    guard let list = list(of: practitioner),
      case .staffMember(let member)? = newest[practitioner]?.record.content, member.ended == nil
    else { return nil }
    var profile: PracticeProfile?
    if case .profile(let found)? = newest[PracticeProfile.recordID]?.record.content {
      profile = found
    }
    return PractitionerEntry(
      practice: practice,
      practitioner: practitioner,
      name: member.name,
      practiceName: profile?.name,
      municipality: profile?.municipalityName,
      freePlaces: list.freePlaces,
      waiting: list.waiting.count
    )
  }
}

extension PracticeJournal {
  /// Everybody who has a time, a place on a list, or waits for one.
  var concerned: Set<Person.ID> {
    lists.reduce(Set(claims.map(\.claim.person))) { $0.union($1.people) }
  }
}
