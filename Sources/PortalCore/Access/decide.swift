/// The one decision about who may do what with whose record.
///
/// Pure and never cached: asked at every service call, and again under the lock by every append.
/// `now` is the later of the clock and the newest time in the journal; days are Norway's. The
/// default is no. Without an `item` the answer is for the section: allowed is what could be there.
/// Source: `rules.md` 2.1 to 2.4 and kv 7611 and 9603; the whole of it as a table is `docs/access.md`.
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
  if action == .write || action == .resign {
    switch area {
    // The log writes itself.
    case .accessLog: return .refuse(.roleNotGranted(.system))
    case .results, .medications, .vaccinations, .documents:
      return .refuse(.onlyHealthService)
    case .prescriptions:
      // One asks for a renewal; what is prescribed the health service writes.
      let isOfThePerson = role == .oneself || role.proxyRole != nil
      if isOfThePerson, let item, item.kind != .renewal { return .refuse(.onlyHealthService) }
    case .overview, .messages, .coreJournal, .appointments, .proxies, .privacy: break
    }
  }
  let question = AccessQuestion(
    actor: actor,
    subject: subject,
    area: area,
    action: action,
    item: item,
    facts: facts,
    now: now
  )
  switch role {
  case .oneself: return question.answerToOneself
  case .importer:
    guard actor == .importer else { return .refuse(.roleNotGranted(role)) }
    return action == .importing || action == .open ? .allow : .refuse(.importerMayOnlyImport)
  case .system: return question.answerToSystem
  case .parent: return question.answer(to: .parent) { $0.answerToParent }
  case .guardian: return question.answer(to: .guardian) { $0.answerToProxy }
  case .proxy: return question.answer(to: .proxy) { $0.answerToProxy }
  case .assignedProxy: return question.answer(to: .assignedProxy) { $0.answerToAssignedProxy }
  case .staff: return question.answerToStaff
  }
}

/// What the gate is asked, all in one.
struct AccessQuestion {
  let actor: Actor
  let subject: Person.ID
  let area: Area
  let action: Action
  let item: AccessItem?
  let facts: AccessFacts
  let now: Instant

  /// Whether nothing is changed by it.
  var isLooking: Bool {
    switch action {
    case .open, .read, .search, .export: true
    case .write, .resign, .importing: false
    }
  }

  /// How old the person is; nil where nobody knows.
  var age: Age? {
    facts.birthDate.map { Age(bornOn: $0, on: OsloTime.date(now)) }
  }

  /// What is left once nothing speaks against the section: the thing itself.
  func allowing(unless isHidden: (AccessItem) -> Bool) -> Decision {
    guard let item else { return .allow }
    return isHidden(item) ? .hide : .allow
  }

  /// The program completes what a crash left, says what waits at a practice, and enters what the
  /// registers say of parents and guardians.
  ///
  /// Nobody sees what it reads: what is shown of it to somebody is asked about for them.
  fileprivate var answerToSystem: Decision {
    guard actor == .system else { return .refuse(.roleNotGranted(.system)) }
    switch (action, area) {
    case (.open, _), (.read, .messages): return .allow
    case (.write, .proxies):
      guard item?.kind == .proxyGrant, item?.proxyRole?.isFromRegister == true else {
        return .refuse(.roleNotGranted(.system))
      }
      return .allow
    case (.read, _), (.search, _), (.export, _), (.write, _), (.resign, _), (.importing, _):
      return .refuse(.roleNotGranted(.system))
    }
  }
}

/// How much a person must have consented to before they can use a service (`rules.md` 2.1).
func neededConsent(for action: Action, in area: Area) -> ConsentLevel {
  switch (area, action) {
  // One's own log, choices and front page stay open whatever one has consented to.
  case (.accessLog, _), (.overview, _), (.privacy, _): .none
  case (.messages, .write), (.prescriptions, .write): .full
  case (.messages, _), (.prescriptions, _), (.medications, _), (.vaccinations, _),
    (.coreJournal, _), (.proxies, _):
    .basis
  case (.documents, _): .basisPlus
  case (.results, _), (.appointments, _): .full
  }
}

/// The birthdays that the rules go by (`rules.md` 2.2 to 2.4).
package enum AgeLimit {
  /// From now on much is closed to the parents, and a proxy can be assigned.
  package static let partlyOwn = 12
  /// A young person may sign in, if the parents let them.
  package static let youthLogin = 13
  /// Adult in matters of health.
  package static let ownHealth = 16
  /// May act for others.
  package static let proxy = 18
}
