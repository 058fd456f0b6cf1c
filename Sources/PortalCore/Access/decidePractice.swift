/// What of a practice's own is changed.
package enum PracticeMatter: String, Sendable, CaseIterable {
  /// Who works there.
  case staff
  /// Which services there are, and why one is off.
  case services
  /// The times that can be booked.
  case times
  /// What it is called and where it is, and its lists of patients.
  case practice
}

/// What somebody wants to do at a practice.
package enum PracticeAction: Hashable, Sendable {
  /// See which services there are and which times are free.
  case read
  /// Take a time for somebody, or give theirs back.
  case book(Person.ID)
  case manage(PracticeMatter)
}

/// Who may do what at a practice.
///
/// Pure, asked at each call and again under the lock. `work` is what whoever asks does at this
/// practice, as its own journal has it at that moment; nil for who does not work there, or not any
/// more. The owner of an open store, who acts as the program, does what is the staff's to do there,
/// and sets a practice up that nobody can sign in to yet.
package func decide(
  actor: Actor,
  action: PracticeAction,
  work: StaffMember.Work? = nil
) -> Decision {
  switch (actor, action) {
  case (.system, .read), (.system, .book), (.system, .manage): return .allow
  case (.person, .read): return .allow
  case (.person(let person), .book(let other)):
    return person == other ? .allow : .refuse(.notTheirRecord)
  case (.person, .manage), (.importer, _): return .refuse(.roleNotGranted(.staff))
  case (.staff, _):
    guard let work else { return .refuse(.roleNotGranted(.staff)) }
    return answer(to: work, action)
  }
}

/// Reception keeps times and services; who works there is the doctors' to say.
private func answer(to work: StaffMember.Work, _ action: PracticeAction) -> Decision {
  switch (work, action) {
  case (.doctor, _): .allow
  case (.nurse, .read), (.nurse, .book), (.reception, .read), (.reception, .book): .allow
  case (.nurse, .manage(let matter)), (.reception, .manage(let matter)):
    switch matter {
    case .times, .services: .allow
    case .staff, .practice: .refuse(.notTheirWork)
    }
  }
}
