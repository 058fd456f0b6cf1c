/// What somebody wants to do at a practice.
package enum PracticeAction: Hashable, Sendable {
  /// See which services there are and which times are free.
  case read
  /// Take a time for somebody, or give theirs back.
  case book(Person.ID)
  /// Change staff, switches and times.
  case manage
}

/// Who may do what at a practice.
///
/// Pure, asked at each call and again under the lock. Staff are refused until they can sign in:
/// until then the owner of an open store, who acts as the program, does what is theirs to do.
package func decide(actor: Actor, action: PracticeAction) -> Decision {
  switch (actor, action) {
  case (.system, .read), (.system, .book), (.system, .manage): .allow
  case (.person, .read): .allow
  case (.person(let person), .book(let other)):
    person == other ? .allow : .refuse(.notTheirRecord)
  case (.person, .manage), (.staff, _), (.importer, _): .refuse(.roleNotGranted(.staff))
  }
}
