/// The one decision about who may do what with whose record.
///
/// Pure and never cached: asked at every service call, and again under the lock by every append.
/// `now` is the later of the clock and the newest time in the journal. The default is no.
/// Source: `rules.md` 2.1 and kv 9603.
package func decide(
  actor: Actor,
  role: Role,
  subject: Person.ID,
  area: Area,
  action: Action,
  item: AccessItem?,
  facts: AccessFacts,
  now: Instant
) -> Decision {
  switch role {
  case .oneself:
    guard actor == .person(subject) else { return .refuse(.notTheirRecord) }
    guard action != .importing else { return .refuse(.roleNotGranted(.importer)) }
    let needed = neededConsent(for: action, in: area)
    guard facts.consentLevel >= needed else { return .refuse(.consentLevel(needed: needed)) }
    let labels = item?.labels ?? []
    return labels.contains { isWithheld($0, fromPersonBorn: facts.birthDate, now) } ? .hide : .allow
  case .importer:
    guard actor == .importer else { return .refuse(.roleNotGranted(role)) }
    return action == .importing || action == .open ? .allow : .refuse(.importerMayOnlyImport)
  case .system:
    // To say what waits at a practice; who looks at it there is asked about when staff sign in.
    guard actor == .system, action == .open || (action == .read && area == .messages) else {
      return .refuse(.roleNotGranted(role))
    }
    return .allow
  case .parent, .guardian, .proxy, .assignedProxy, .staff:
    // A clock set back must not revive a right that has run out.
    if facts.isClockBehind { return .refuse(.clockBehind) }
    return .refuse(.roleNotGranted(role))
  }
}

/// How much a person must have consented to before they can use a service themselves.
func neededConsent(for action: Action, in area: Area) -> ConsentLevel {
  switch (area, action) {
  // One's own log and the front page stay open whatever one has consented to.
  case (.accessLog, _), (.overview, _): .none
  case (.messages, .write): .full
  case (.messages, _), (.prescriptions, _), (.medications, _), (.vaccinations, _),
    (.coreJournal, _), (.proxies, _):
    .basis
  case (.documents, _): .basisPlus
  case (.results, _), (.appointments, _): .full
  }
}

/// Whether a label keeps a record from the person themselves (kv 9603).
private func isWithheld(
  _ label: WithholdingCode,
  fromPersonBorn birthDate: CivilDate?,
  _ now: Instant
) -> Bool {
  switch label {
  case .fromParents, .barredForStaff: return false
  case .fromYouth:
    guard let age = birthDate?.years(until: OsloTime.date(now)) else { return true }
    return age < 16
  case .dangerToLife, .inadvisable, .ownWish, .allDocuments, .beforeAccessBegan, .protectsStaff,
    .soundTreatment, .duplicate, .other, .delayed:
    return true
  }
}
