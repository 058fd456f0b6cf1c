extension Portal {
  /// Opens a record for one of a practice's staff, on the word of the directory's owner: only in an
  /// open store, until staff can sign in themselves.
  package func open(
    _ subject: Person.ID,
    asStaff member: RecordID,
    of practice: RecordID
  ) throws(ServiceError) -> OpenRecord {
    let settings = try serving { () throws(StoreError) in try store.currentSettings() }
    guard settings.signIn == .open else { throw .signIn(.needed) }
    return try open(
      subject,
      as: .staff(practice: practice, member: member),
      basis: Basis(role: .staff)
    )
  }
}

/// Assigning a proxy to somebody who lacks competence to consent (no: tildelt fullmakt;
/// `rules.md` 2.3): by a doctor of the practice that treats them.
///
/// That whoever is to act is their nearest relative, and that the lack is lasting, the doctor
/// vouches for with the reason that is written down.
extension OpenRecord {
  /// Assigns a proxy from now on to a day, at most five years ahead; both are told.
  package func assignProxy(
    to holder: Person.ID,
    reason: String,
    lastDay: CivilDate
  ) throws(ServiceError) -> ProxyOutcome {
    try give(try assignmentDraft(to: holder, reason: reason, lastDay: lastDay))
  }

  /// Lengthens an assigned proxy before it ends: another one comes in its place, for at most five
  /// years from now on.
  package func renewAssignment(
    _ id: RecordID,
    base: Int,
    reason: String,
    lastDay: CivilDate
  ) throws(ServiceError) -> ProxyOutcome {
    let old = try assignment(id)
    guard old.isStanding || old.version != base else { throw .proxy(.alreadyEnded) }
    let draft = try assignmentDraft(to: old.grant.proxy, reason: reason, lastDay: lastDay)
    return try replace(id, base: base, with: draft) {
      $0.lastDay == draft.lastDay && $0.assignment == draft.assignment
    }
  }

  /// Ends an assigned proxy at once; nil where it was over already.
  @discardableResult
  package func endAssignment(_ id: RecordID) throws(ServiceError) -> Receipt? {
    try end(id, try assignment(id).grant, .write, .byPractice)
  }

  private func assignment(_ id: RecordID) throws(ServiceError) -> GivenProxy {
    guard let found = try proxies().first(where: { $0.id == id }),
      found.grant.role == .assignedProxy
    else { throw .noSuchRecord }
    return found
  }

  private func assignmentDraft(
    to holder: Person.ID,
    reason: String,
    lastDay: CivilDate
  ) throws(ServiceError) -> ProxyGrant {
    let item = AccessItem(kind: .proxyGrant, proxy: holder, proxyRole: .assignedProxy)
    try allow(.write, in: .proxies, item)
    guard let member = try staffMember(), case .staff(let practice, _) = attribution.actor,
      let place = Practice.ID(practice.text)
    else { throw .refused(.roleNotGranted(.staff)) }
    guard reason.contains(where: { !$0.isWhitespace }) else { throw .proxy(.reasonMissing) }
    try checkGrantor(minimumAge: AgeLimit.partlyOwn)
    let checked = try checkedHolder(holder)
    let areas = Set(ProxyArea.allCases)
    let start = now
    try check(areas: areas, from: start, to: lastDay)
    let latest = ProxyGrant.longestAssignment(from: start)
    guard lastDay <= latest else { throw .proxy(.lastsTooLong(latest: latest)) }
    var grant = ProxyGrant(
      role: .assignedProxy,
      proxy: holder,
      proxyName: checked.name,
      areas: areas,
      start: start,
      lastDay: lastDay
    )
    grant.assignment = ProxyGrant.Assignment(
      practice: place,
      staffName: member.name,
      reason: reason
    )
    return grant
  }
}
