/// One right to act for the person, as a list of them shows it.
package struct GivenProxy: Sendable {
  package let id: RecordID
  /// What a change of it is made on.
  package let version: Int
  package let grant: ProxyGrant
  package let state: ProxyGrant.State
  /// The last day on which an assigned one that ran out still shows what came before.
  package let readableUntil: CivilDate?

  init(_ record: Record, _ grant: ProxyGrant, at now: Instant) {
    (id, version) = (record.id, record.version)
    self.grant = grant
    state = grant.state(at: now)
    readableUntil = grant.lastReadableDay(at: now)
  }

  /// Whether it holds or will hold.
  package var isStanding: Bool {
    switch state {
    case .notBegun, .active: true
    case .ended: false
    }
  }
}

/// What came of giving or changing a right.
package enum ProxyOutcome: Sendable {
  /// Stored; the receipt proves it. After a change the right has a new id.
  case saved(grant: RecordID, Receipt)
  /// It was so already: nothing was written.
  case unchanged(grant: RecordID)
  /// It has moved on: nothing was written, and a person has to choose.
  case conflict(EditConflict)
}

extension ProxyGrant {
  /// The last day on which an assigned one that ran out still shows what came before; nil where it
  /// is not over, was ended, or is of another kind.
  package func lastReadableDay(at now: Instant) -> CivilDate? {
    guard role == .assignedProxy, ending == nil, let end, now >= end else { return nil }
    let days = OsloTime.date(end).daysSinceEpoch + AccessQuestion.daysAfterAssignment - 1
    return CivilDate(daysSinceEpoch: days)
  }
}

extension OpenRecord {
  // MARK: - Seeing

  /// The rights to act for the person that this reader may see, also those that are over, the
  /// newest first: all of them for the person, one's own for who acts for them.
  package func proxies() throws(ServiceError) -> [GivenProxy] {
    try recordsAskedOneByOne(.proxyGrant).compactMap { record in
      guard case .proxyGrant(let grant) = record.content else { return nil }
      return GivenProxy(record, grant, at: now)
    }
  }

  /// One of them; throws `noSuchRecord`.
  package func proxy(_ id: RecordID) throws(ServiceError) -> GivenProxy {
    let record = try record(id, of: .proxyGrant)
    guard case .proxyGrant(let grant) = record.content else { throw .noSuchRecord }
    return GivenProxy(record, grant, at: now)
  }

  /// The right that this reader acts by; nil for the person themselves.
  func ownGrant() throws(ServiceError) -> SectionEntry<ProxyGrant>? {
    guard let id = attribution.basis.grant else { return nil }
    let record = try record(id, in: .proxies)
    guard case .proxyGrant(let grant) = record.content else { throw .noSuchRecord }
    return SectionEntry(id: id, content: grant, version: record.version, hasOriginal: false)
  }

  /// What has been told of rights, and of a young person's own signing in, the newest first.
  package func accessNotices() throws(ServiceError) -> [SectionEntry<AccessNotice>] {
    try records([.accessNotice], in: .messages).compactMap { record in
      guard case .accessNotice(let notice) = record.content else { return nil }
      return SectionEntry(
        id: record.id,
        content: notice,
        version: record.version,
        hasOriginal: false
      )
    }
  }

  // MARK: - Giving

  /// A proxy that the person could give as things are: for a preview, and to be given.
  ///
  /// From now on where no day is named to begin with. Throws why it cannot be given.
  package func proxyDraft(
    to holder: Person.ID,
    areas: Set<ProxyArea>,
    start: CivilDate? = nil,
    lastDay: CivilDate? = nil
  ) throws(ServiceError) -> ProxyGrant {
    try allow(.write, in: .proxies, AccessItem(givenTo: holder))
    try checkGrantor(minimumAge: AgeLimit.ownHealth)
    let checked = try checkedHolder(holder)
    let start = try self.start(start)
    try check(areas: areas, from: start, to: lastDay)
    return ProxyGrant(
      role: .proxy,
      proxy: holder,
      proxyName: checked.name,
      areas: areas,
      start: start,
      lastDay: lastDay
    )
  }

  /// Gives somebody a proxy; both are told.
  ///
  /// Throws `alreadyGiven` where they have one: then that one is to be changed.
  package func giveProxy(
    to holder: Person.ID,
    areas: Set<ProxyArea>,
    start: CivilDate? = nil,
    lastDay: CivilDate? = nil
  ) throws(ServiceError) -> ProxyOutcome {
    let draft = try proxyDraft(to: holder, areas: areas, start: start, lastDay: lastDay)
    return try give(draft)
  }

  /// Stores a right that was checked; `alreadyGiven` where its holder has one of its kind.
  func give(_ grant: ProxyGrant) throws(ServiceError) -> ProxyOutcome {
    let id = newID()
    var known: RecordID?
    do throws(ServiceError) {
      let receipt = try changeGrants(.write, AccessItem(grant)) {
        contents,
        time throws(StoreError) in
        if let found = try contents.standingGrant(grant.role, of: grant.proxy, at: time) {
          known = found.id
          throw .conflict(found.id, newest: found.version)
        }
        return try contents.giving(grant, as: id, for: subject, at: time)
      }
      guard let receipt else { return .unchanged(grant: id) }
      return .saved(grant: id, receipt)
    } catch {
      if let known { throw .proxy(.alreadyGiven(known)) }
      throw error
    }
  }

  /// Changes what a proxy opens and how long: ends it and makes another in its place, in one step.
  package func changeProxy(
    _ id: RecordID,
    base: Int,
    areas: Set<ProxyArea>,
    lastDay: CivilDate?
  ) throws(ServiceError) -> ProxyOutcome {
    let old = try proxy(id)
    guard old.grant.role == .proxy else { throw .proxy(.notOnesOwnToEnd(old.grant.role)) }
    guard old.isStanding || old.version != base else { throw .proxy(.alreadyEnded) }
    let begins: CivilDate? = old.state == .notBegun ? OsloTime.date(old.grant.start) : nil
    let draft = try proxyDraft(
      to: old.grant.proxy,
      areas: areas,
      start: begins,
      lastDay: lastDay
    )
    return try replace(id, base: base, with: draft) {
      $0.areas == draft.areas && $0.lastDay == draft.lastDay
    }
  }

  /// Puts a right that was checked in another's place, as that was in a version.
  func replace(
    _ id: RecordID,
    base: Int,
    with grant: ProxyGrant,
    unless isSame: (ProxyGrant) -> Bool
  ) throws(ServiceError) -> ProxyOutcome {
    let new = newID()
    do throws(ServiceError) {
      let receipt = try changeGrants(.write, AccessItem(grant)) {
        contents,
        time throws(StoreError) in
        guard let record = try contents[id], case .proxyGrant(let old) = record.content else {
          throw .noSuchRecord
        }
        guard record.version == base else { throw .conflict(id, newest: record.version) }
        // It may have run out by itself, which is no new version.
        guard old.isStanding(at: time) else { throw .noSuchRecord }
        if isSame(old) { return [] }
        return try contents.replacing(record, with: grant, as: new, for: subject, at: time)
      }
      guard let receipt else { return .unchanged(grant: id) }
      return .saved(grant: new, receipt)
    } catch {
      guard case .store(.conflict(id, _)) = error,
        let conflict = try? conflict(id, base: base, { _ in .proxyGrant(grant) })
      else { throw error }
      return .conflict(conflict)
    }
  }

  // MARK: - Ending

  /// Ends a proxy that the person gave, at once; nil where it was over already.
  @discardableResult
  package func endProxy(_ id: RecordID) throws(ServiceError) -> Receipt? {
    let grant = try proxy(id).grant
    guard grant.role == .proxy else { throw .proxy(.notOnesOwnToEnd(grant.role)) }
    return try end(id, grant, .write, .byGrantor)
  }

  /// Gives back the right that this reader acts by, at once; both are told.
  ///
  /// From then on the gate refuses everything else. Nil where it was over already.
  @discardableResult
  package func resign() throws(ServiceError) -> Receipt? {
    guard case .person(let holder) = attribution.actor, let id = attribution.basis.grant,
      let role = attribution.basis.role.proxyRole
    else { throw .refused(.roleNotGranted(.proxy)) }
    let item = AccessItem(kind: .proxyGrant, proxy: holder, proxyRole: role)
    return try changeGrants(.resign, item) { contents, time throws(StoreError) in
      guard let record = try contents[id] else { throw .noSuchRecord }
      return try contents.ending(record, .byProxy, for: subject, at: time)
    }
  }

  /// Ends a right; nil where it was over already.
  func end(
    _ id: RecordID,
    _ grant: ProxyGrant,
    _ action: Action,
    _ reason: ProxyGrant.Ending.Reason
  ) throws(ServiceError) -> Receipt? {
    try changeGrants(action, AccessItem(grant)) { contents, time throws(StoreError) in
      guard let record = try contents[id] else { throw .noSuchRecord }
      return try contents.ending(record, reason, for: subject, at: time)
    }
  }

  /// Stores a change of rights and brings the notice of it to whoever else is owed one.
  private func changeGrants(
    _ action: Action,
    _ item: AccessItem,
    _ changes: (Contents, Instant) throws(StoreError) -> [Record]
  ) throws(ServiceError) -> Receipt? {
    let receipt = try append(action, in: .proxies, of: item, reaching: .others) {
      contents throws(StoreError) in try changes(contents, now)
    }
    // It stands. Where this fails the end of the session, or the next process, delivers.
    if receipt != nil { try? deliver() }
    return receipt
  }
}

extension AccessItem {
  /// What the gate asks of a right.
  init(_ grant: ProxyGrant) {
    self.init(kind: .proxyGrant, proxy: grant.proxy, proxyRole: grant.role)
  }

  /// A proxy that somebody is to be given.
  init(givenTo holder: Person.ID) {
    self.init(kind: .proxyGrant, proxy: holder, proxyRole: .proxy)
  }
}
