/// What a register says of somebody's right to act for another: the population register of parents,
/// the county governor's of guardians.
package struct RegisterEntry: Hashable, Sendable {
  package enum Right: Hashable, Sendable {
    case parent(ProxyGrant.Parenthood)
    /// What the decision covers, and its last day.
    case guardian(areas: Set<ProxyArea>, lastDay: CivilDate?)
  }

  package var holder: Person.ID
  package var right: Right

  package init(holder: Person.ID, right: Right) {
    self.holder = holder
    self.right = right
  }
}

extension Portal {
  /// Enters what a register says; what it said before of the same two ends with it.
  ///
  /// By the directory's owner, in a store that is open to them: no file that is imported says who
  /// may act for whom. The same said twice changes nothing.
  @discardableResult
  package func register(
    _ entry: RegisterEntry,
    for person: Person.ID
  ) throws(ServiceError) -> ProxyOutcome {
    let record = try openForRegister(person)
    defer { record.settleOutbox() }
    let grant = try record.registered(entry)
    let known = try record.prepare(.write, in: .proxies, of: AccessItem(grant)) {
      contents throws(StoreError) in
      try contents.standingGrant(grant.role, of: grant.proxy, at: record.now)
    }
    guard let known else { return try record.give(grant) }
    return try record.replace(known.id, base: known.version, with: grant) {
      $0.parenthood == grant.parenthood && $0.areas == grant.areas && $0.lastDay == grant.lastDay
    }
  }

  /// Ends what a register said, at once; nil where it was over already.
  @discardableResult
  package func endRegistration(
    _ id: RecordID,
    of person: Person.ID
  ) throws(ServiceError) -> Receipt? {
    let record = try openForRegister(person)
    defer { record.settleOutbox() }
    let found = try record.prepare(.write, in: .proxies, of: .fromRegister) {
      contents throws(StoreError) in try contents[id]
    }
    guard case .proxyGrant(let grant)? = found?.content else { throw .noSuchRecord }
    guard grant.role.isFromRegister else { throw .proxy(.notFromRegister(grant.role)) }
    return try record.end(id, grant, .write, .register)
  }

  private func openForRegister(_ person: Person.ID) throws(ServiceError) -> OpenRecord {
    // As they are now: people may sign in by now.
    let settings = try serving { () throws(StoreError) in try store.currentSettings() }
    guard settings.signIn == .open else { throw .refused(.roleNotGranted(.system)) }
    let attribution = Attribution(
      actor: .system,
      subject: .person(person),
      basis: Basis(role: .system)
    )
    return try OpenRecord(store: store, subject: person, attribution: attribution)
  }
}

extension OpenRecord {
  /// The right that an entry makes, from now on; throws why it cannot be.
  fileprivate func registered(_ entry: RegisterEntry) throws(ServiceError) -> ProxyGrant {
    switch entry.right {
    case .parent(let parenthood):
      let holder = try checkedRegisterHolder(entry.holder, isAdult: false)
      try checkChild()
      var grant = ProxyGrant(
        role: .parent,
        proxy: entry.holder,
        proxyName: holder.name,
        areas: Set(ProxyArea.allCases),
        start: now
      )
      grant.parenthood = parenthood
      return grant
    case .guardian(let areas, let lastDay):
      let holder = try checkedRegisterHolder(entry.holder, isAdult: true)
      try check(areas: areas, from: now, to: lastDay)
      return ProxyGrant(
        role: .guardian,
        proxy: entry.holder,
        proxyName: holder.name,
        areas: areas,
        start: now,
        lastDay: lastDay
      )
    }
  }

  /// A register enters also those whom the gate will not let in, as long as they are that.
  private func checkedRegisterHolder(
    _ id: Person.ID,
    isAdult: Bool
  ) throws(ServiceError) -> ProxyHolder {
    guard id != subject else { throw .proxy(.oneself) }
    guard let holder = try holder(id) else { throw .proxy(.unknownHolder) }
    guard isAdult else { return holder }
    return try checkedHolder(id)
  }

  private func checkChild() throws(ServiceError) {
    let content = try prepare(.write, in: .proxies, of: .fromRegister) {
      contents throws(StoreError) in try contents[Person.recordID]?.content
    }
    guard case .person(let person)? = content, let birth = person.birthDate else {
      throw .refused(.ageUnknown)
    }
    guard Age(bornOn: birth, on: today).perhaps < AgeLimit.ownHealth else {
      throw .refused(.childTurned(years: AgeLimit.ownHealth))
    }
  }
}

extension AccessItem {
  /// What a register says of somebody.
  fileprivate static let fromRegister = AccessItem(kind: .proxyGrant, proxyRole: .parent)
}
