/// Those who act for another: by parental responsibility, by a decision, by a proxy that was given
/// or assigned.
extension AccessQuestion {
  /// What all of them have in common; `rest` is asked when nothing of it speaks against.
  func answer(to role: ProxyRole, rest: (AccessQuestion) -> Decision) -> Decision {
    // A clock set back must not revive a right that has run out.
    if facts.isClockBehind { return .refuse(.clockBehind) }
    guard case .person(let proxy) = actor, proxy != subject, let grant = facts.grant,
      grant.role == role, grant.proxy == proxy, let holder = facts.proxy
    else { return .refuse(.roleNotGranted(role.role)) }
    if action == .importing { return .refuse(.roleNotGranted(.importer)) }
    if facts.isDeceased || holder.isDeceased { return .refuse(.deceased) }
    if facts.hasUnlistedAddress || holder.hasUnlistedAddress { return .refuse(.unlistedAddress) }
    switch grant.state(at: now) {
    case .notBegun: return .refuse(.grantNotBegun)
    case .active: return rest(self)
    case .ended(let end): return answer(to: role, since: end, grant)
    }
  }

  /// For thirty days after its last day an assigned proxy still shows what came before
  /// (`rules.md` 2.3); one that was ended shows nothing.
  private func answer(to role: ProxyRole, since end: Instant, _ grant: ProxyGrant) -> Decision {
    let last = OsloTime.date(end).daysSinceEpoch + AccessQuestion.daysAfterAssignment
    guard role == .assignedProxy, grant.ending == nil, isLooking,
      OsloTime.date(now).daysSinceEpoch < last
    else { return .refuse(.grantEnded) }
    let before = answerToAssignedProxy
    guard before == .allow, let item else { return before }
    guard let recorded = item.recorded else { return .hide }
    return recorded < end ? .allow : .hide
  }

  /// How many days an assigned proxy is kept after its end.
  package static let daysAfterAssignment = 30

  // MARK: - Parents

  var answerToParent: Decision {
    guard let parenthood = facts.grant?.parenthood, let age else {
      return .refuse(facts.birthDate == nil ? .ageUnknown : .roleNotGranted(.parent))
    }
    if age.perhaps >= AgeLimit.ownHealth {
      return .refuse(.childTurned(years: AgeLimit.ownHealth))
    }
    if parenthood.isFosterParent, !facts.policy.includesFosterParents {
      return .refuse(.fosterParent)
    }
    switch facts.policy.parents {
    case .oneParentAtAddress:
      guard facts.livesWithAParent else { return .refuse(.addressRule) }
    case .onlyThoseAtAddress:
      guard parenthood.sharesAddress else { return .refuse(.addressRule) }
    }
    return age.perhaps < AgeLimit.partlyOwn ? answerToParentOfChild : answerToParentOfYouth(age)
  }

  private var answerToParentOfChild: Decision {
    switch area {
    case .proxies: return answerAboutOwnGrant
    case .privacy:
      return isLooking ? allowing { $0.kind == .consent } : .refuse(.onlyThePerson)
    case .overview, .messages, .results, .prescriptions, .medications, .vaccinations, .coreJournal,
      .appointments, .documents, .accessLog:
      if action == .resign { return .refuse(.onlyThePerson) }
      if let answer = answerAboutPractitioner { return answer }
      return allowing { isKeptFromParents($0) }
    }
  }

  /// A child's general practitioner is chosen by a parent who lives with it (`rules.md` 2.4); nil where
  /// something else is asked.
  private var answerAboutPractitioner: Decision? {
    guard !isLooking, isAboutPractitioner else { return nil }
    return facts.grant?.parenthood?.sharesAddress == true ? .allow : .refuse(.addressRule)
  }

  private func answerToParentOfYouth(_ age: Age) -> Decision {
    switch area {
    case .proxies: return answerAboutOwnGrant
    case .privacy: return answerAboutYouthLogin(age)
    case .results, .medications, .coreJournal, .documents, .accessLog:
      return .refuse(.childTurned(years: AgeLimit.partlyOwn))
    case .overview, .vaccinations, .prescriptions, .appointments:
      if area == .overview, !isLooking {
        if action == .write, let answer = answerAboutPractitioner { return answer }
        return .refuse(.childTurned(years: AgeLimit.partlyOwn))
      }
    case .messages: break
    }
    if action == .resign { return .refuse(.onlyThePerson) }
    return allowing {
      isKeptFromParents($0) || $0.isOfSpecialistCare
        || (($0.kind == .message || $0.kind == .threadStatus) && !$0.isParentsThread)
    }
  }

  /// Parents choose for a young person of 13 to 15 whether they may sign in, and nothing else.
  private func answerAboutYouthLogin(_ age: Age) -> Decision {
    guard action != .resign else { return .refuse(.onlyThePerson) }
    guard let item else {
      return isLooking || age.surely >= AgeLimit.youthLogin
        ? .allow : .refuse(.tooYoung(years: AgeLimit.youthLogin))
    }
    guard item.kind == .youthLogin else { return isLooking ? .hide : .refuse(.onlyThePerson) }
    return isLooking || age.surely >= AgeLimit.youthLogin
      ? .allow : .refuse(.tooYoung(years: AgeLimit.youthLogin))
  }

  /// Labels for the parents (kv 9603), and what is kept from the child for its own sake.
  ///
  /// `vergeinnsynsreservasjon` of a prescription comes as NORN_FORANS.
  private func isKeptFromParents(_ item: AccessItem) -> Bool {
    item.labels.contains { code in
      switch code {
      case .fromYouth, .barredForStaff: false
      case .fromParents, .dangerToLife, .inadvisable, .ownWish, .allDocuments, .beforeAccessBegan,
        .protectsStaff, .soundTreatment, .duplicate, .other, .delayed:
        true
      }
    }
  }

  // MARK: - Proxies and guardians

  /// Within the areas given, never more than the giver has and has consented to.
  var answerToProxy: Decision {
    guard let grant = facts.grant else { return .refuse(.roleNotGranted(.proxy)) }
    if let refusal = refusalByAge(of: grant) { return refusal }
    switch area {
    case .privacy, .accessLog: return .refuse(.onlyThePerson)
    case .proxies: return answerAboutOwnGrant
    case .overview, .messages, .results, .prescriptions, .medications, .vaccinations, .coreJournal,
      .appointments, .documents:
      if action == .resign || (area == .overview && !isLooking) { return .refuse(.onlyThePerson) }
    }
    // The front page says who it is; whoever has any area sees that.
    if let area = proxyArea(for: action, in: area), !grant.areas.contains(area) {
      return .refuse(.notInGrant(area))
    }
    let needed = max(neededConsent(for: action, in: area), .basis)
    guard facts.consentLevel >= needed else { return .refuse(.consentLevel(needed: needed)) }
    return allowing { isWithheld($0) }
  }

  /// Giver of sixteen, holder of eighteen; a guardian's ward may be of any age.
  private func refusalByAge(of grant: ProxyGrant) -> Decision? {
    guard let holder = holderAge else { return .refuse(.ageUnknown) }
    if holder.surely < AgeLimit.proxy { return .refuse(.tooYoung(years: AgeLimit.proxy)) }
    guard grant.role == .proxy else { return nil }
    guard let age else { return .refuse(.ageUnknown) }
    return age.surely < AgeLimit.ownHealth ? .refuse(.tooYoung(years: AgeLimit.ownHealth)) : nil
  }

  private var holderAge: Age? {
    facts.proxy?.birthDate.map { Age(bornOn: $0, on: OsloTime.date(now)) }
  }

  // MARK: - Assigned proxies

  /// For somebody lacking competence: all that they would see themselves, whatever they have
  /// consented to, but none of the choices that are theirs alone.
  var answerToAssignedProxy: Decision {
    guard let holder = holderAge, let age else { return .refuse(.ageUnknown) }
    if holder.surely < AgeLimit.proxy { return .refuse(.tooYoung(years: AgeLimit.proxy)) }
    if age.surely < AgeLimit.partlyOwn { return .refuse(.tooYoung(years: AgeLimit.partlyOwn)) }
    switch area {
    case .proxies: return answerAboutOwnGrant
    case .privacy: return .refuse(.onlyThePerson)
    case .overview, .messages, .results, .prescriptions, .medications, .vaccinations, .coreJournal,
      .appointments, .documents, .accessLog:
      if action == .resign { return .refuse(.onlyThePerson) }
      return allowing { isWithheld($0) }
    }
  }

  /// Nobody sees another's proxies but their own, which they may give back; nobody gives further.
  private var answerAboutOwnGrant: Decision {
    if action == .write { return .refuse(.onlyThePerson) }
    // Parental responsibility is not given back in a portal.
    if action == .resign, facts.grant?.role == .parent { return .refuse(.onlyThePerson) }
    return allowing { $0.proxy.map { .person($0) != actor } ?? true }
  }
}

/// The area of a proxy that a service belongs to (`rules.md` 2.2); nil for the front page.
package func proxyArea(for action: Action, in area: Area) -> ProxyArea? {
  switch (area, action) {
  case (.overview, _), (.proxies, _), (.privacy, _), (.accessLog, _): nil
  case (.coreJournal, .write), (.prescriptions, .write): .digitalServices
  case (.coreJournal, _), (.prescriptions, _), (.medications, _): .registered
  case (.documents, _): .patientRecord
  case (.messages, _), (.results, _), (.vaccinations, _), (.appointments, _): .digitalServices
  }
}
