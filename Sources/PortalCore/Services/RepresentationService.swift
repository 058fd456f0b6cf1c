/// Somebody for whom one may act, or might once.
package struct RepresentedPerson: Sendable {
  package let person: Person.ID
  /// Their name; as it was when the right was given where the gate does not let one in.
  package let name: String
  package let role: ProxyRole
  package let grant: RecordID
  /// Where the right stands; nil where the other's journal has none such.
  package let state: ProxyGrant.State?
  /// The last day on which an assigned one that ran out still shows what came before.
  package let readableUntil: CivilDate?
  /// Why the gate does not let one in; nil where it does.
  package let refusal: RefusalReason?

  /// Whether their record can be opened now.
  package var isOpen: Bool { refusal == nil }

  package var basis: Basis { Basis(role: role.role, grant: grant) }
}

extension Portal {
  /// For whom a person may act or might once, those that are open to them first, by name; asked of
  /// the gate anew for each, with what the other's journal says now.
  ///
  /// `record` is the person's own. Nothing is written in the others' logs: nobody has looked yet.
  package func representations(
    of record: OpenRecord
  ) throws(ServiceError) -> [RepresentedPerson] {
    guard record.attribution.basis.role == .oneself else { throw .refused(.onlyThePerson) }
    var found: [RepresentedPerson] = []
    for known in try record.records([.representation], in: .proxies) {
      guard case .representation(let right) = known.content else { continue }
      let person = try serving { () throws(StoreError) in
        try store.represented(right, by: record.subject)
      }
      if let person { found.append(person) }
    }
    return found.sorted {
      ($0.isOpen ? 0 : 1, $0.name, $0.grant.text) < ($1.isOpen ? 0 : 1, $1.name, $1.grant.text)
    }
  }

  /// On what ground somebody opens a record: their own; else the right that the gate lets them in
  /// by, a parent's before an assigned one, a guardian's and a proxy; else the one by which it says
  /// best why not: one that should hold, that has not begun, the newest that is over.
  package func basis(
    of actor: Person.ID,
    for subject: Person.ID
  ) throws(ServiceError) -> Basis {
    guard actor != subject else { return Basis(role: .oneself) }
    return try serving { () throws(StoreError) in try store.basis(of: actor, for: subject) }
  }

  /// Opens a record for the person themselves or for somebody who may act for them.
  package func openRecord(
    of subject: Person.ID,
    by person: SignedInPerson
  ) throws(ServiceError) -> OpenRecord {
    try open(subject, by: person, basis: try basis(of: person.id, for: subject))
  }
}

extension OpenRecord {
  /// Whether this reader may change anything in a section, as things are.
  package func mayWrite(in area: Area) -> Bool {
    (try? answer(.write, in: area)) == .allow
  }

  /// Why the gate does not let this reader choose the person's general practitioner, nor wait on a
  /// list; nil where it does.
  ///
  /// Nothing is noted in the access log: nobody has tried.
  package func refusalToChoosePractitioner() -> RefusalReason? {
    let item = AccessItem(kind: .practitionerChange)
    guard case .refuse(let reason)? = try? answer(.write, in: .overview, item) else { return nil }
    return reason
  }

  /// Why the gate does not let this reader in any more; nil where it does.
  package func refusal() -> RefusalReason? {
    do {
      try allow(.open, in: .overview)
      return nil
    } catch {
      if case .refused(let reason) = error { return reason }
      // Whatever else is wrong the page says that is read next.
      return nil
    }
  }
}

extension Store {
  /// A right that somebody was told of, as its person's journal has it now; nil where that is gone.
  fileprivate func represented(
    _ right: Representation,
    by actor: Person.ID
  ) throws(StoreError) -> RepresentedPerson? {
    let journal: PersonJournal
    do {
      journal = try self.journal(of: right.person)
    } catch {
      if error == .noSuchPerson { return nil }
      throw error
    }
    let answer = try answer(
      journal,
      right.person,
      actor,
      Basis(role: right.role.role, grant: right.grant)
    )
    var name = right.personName
    if answer.refusal == nil,
      case .person(let person)? = try journal.contents[Person.recordID]?.content
    {
      name = person.displayName ?? name
    }
    return RepresentedPerson(
      person: right.person,
      name: name,
      role: right.role,
      grant: right.grant,
      state: answer.grant?.state(at: answer.now),
      readableUntil: answer.grant?.lastReadableDay(at: answer.now),
      refusal: answer.refusal
    )
  }

  fileprivate func basis(
    of actor: Person.ID,
    for subject: Person.ID
  ) throws(StoreError) -> Basis {
    let journal = try self.journal(of: subject)
    var best: (rank: [Int64], basis: Basis)?
    for listed in try journal.contents.entries(of: [.proxyGrant]) {
      guard case .proxyGrant(let grant) = try journal.contents.record(listed).content,
        grant.proxy == actor
      else { continue }
      let basis = Basis(role: grant.role.role, grant: listed.entry.id)
      let answer = try answer(journal, subject, actor, basis)
      let rank = rank(grant, at: answer.now, isOpen: answer.refusal == nil)
      if best.map({ rank.lexicographicallyPrecedes($0.rank) }) ?? true { best = (rank, basis) }
    }
    return best?.basis ?? Basis(role: .proxy)
  }

  /// The lowest comes first.
  private func rank(_ grant: ProxyGrant, at now: Instant, isOpen: Bool) -> [Int64] {
    let role: Int64 =
      switch grant.role {
      case .parent: 0
      case .assignedProxy: 1
      case .guardian: 2
      case .proxy: 3
      }
    let first: Int64 = isOpen ? 0 : 1
    return switch grant.state(at: now) {
    case .active: [first, 0, role, 0]
    case .notBegun: [first, 1, role, 0]
    case .ended(let time): [first, 2, -time.milliseconds, role]
    }
  }

  /// What the gate says to opening a record, and the right it was asked with.
  private func answer(
    _ journal: PersonJournal,
    _ subject: Person.ID,
    _ actor: Person.ID,
    _ basis: Basis
  ) throws(StoreError) -> (refusal: RefusalReason?, grant: ProxyGrant?, now: Instant) {
    let attribution = Attribution(
      actor: .person(actor),
      subject: .person(subject),
      basis: basis
    )
    let gate = try RecordGate(journal, of: subject, attribution, self)
    let moment = try gate.moment()
    let refusal: RefusalReason? =
      switch gate.decision(.open, in: .overview, at: moment) {
      case .allow: nil
      case .hide: .onlyThePerson
      case .refuse(let reason): reason
      }
    return (refusal, moment.facts.grant, moment.now)
  }
}
