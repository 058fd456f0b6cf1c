extension Contents {
  /// The records of one line that gives a right: the right itself, and the notice of it.
  func giving(
    _ grant: ProxyGrant,
    as id: RecordID,
    for person: Person.ID,
    at time: Instant
  ) throws(StoreError) -> [Record] {
    let told = try notice(.given, of: grant, id, version: 1, person, time)
    return [Record(id: id, version: 1, content: .proxyGrant(grant)), told]
  }

  /// The records of one line that puts a right in another's place.
  func replacing(
    _ old: Record,
    with grant: ProxyGrant,
    as id: RecordID,
    for person: Person.ID,
    at time: Instant
  ) throws(StoreError) -> [Record] {
    guard case .proxyGrant(var before) = old.content else { return [] }
    var grant = grant
    grant.predecessor = old.id
    before.ending = ProxyGrant.Ending(time: time, reason: .replaced)
    let told = try notice(.changed, of: grant, id, version: 1, person, time)
    return [
      old.next(.proxyGrant(before)), Record(id: id, version: 1, content: .proxyGrant(grant)), told,
    ]
  }

  /// The records of one line that ends a right; none where it is over already.
  func ending(
    _ old: Record,
    _ reason: ProxyGrant.Ending.Reason,
    for person: Person.ID,
    at time: Instant
  ) throws(StoreError) -> [Record] {
    guard case .proxyGrant(var grant) = old.content, grant.isStanding(at: time) else { return [] }
    grant.ending = ProxyGrant.Ending(time: time, reason: reason)
    let next = old.next(.proxyGrant(grant))
    return [next, try notice(.ended, of: grant, old.id, version: next.version, person, time)]
  }

  /// The right of a kind that somebody has or will have; nil where they have none.
  func standingGrant(
    _ role: ProxyRole,
    of holder: Person.ID,
    at time: Instant
  ) throws(StoreError) -> Record? {
    for listed in try entries(of: [.proxyGrant]) {
      let record = try record(listed)
      if case .proxyGrant(let grant) = record.content, grant.role == role, grant.proxy == holder,
        grant.isStanding(at: time)
      {
        return record
      }
    }
    return nil
  }

  /// The name of the person whose journal it is; empty where no file says it.
  func ownName() throws(StoreError) -> String {
    guard case .person(let person)? = try self[Person.recordID]?.content else { return "" }
    return person.displayName ?? ""
  }

  /// What is told of a right in its person's own journal; the other one is owed a copy.
  private func notice(
    _ event: AccessNotice.Event,
    of grant: ProxyGrant,
    _ id: RecordID,
    version: Int,
    _ person: Person.ID,
    _ time: Instant
  ) throws(StoreError) -> Record {
    var notice = AccessNotice(event, at: time, about: person, named: try ownName())
    notice.right = AccessNotice.Right(grant, id)
    notice.copies = [grant.proxy]
    return Record(
      id: AccessNotice.id("\(id.text)|\(version)"),
      version: 1,
      content: .accessNotice(notice)
    )
  }
}

extension AccessNotice {
  /// The id of a notice in the journal of the person whom it is about, by what it tells of.
  static func id(_ topic: String) -> RecordID {
    RecordID(bytes: SHA256.digest(Array("notice|\(topic)".utf8)).bytes)
  }
}

extension ProxyGrant {
  /// Whether it holds or will hold.
  func isStanding(at now: Instant) -> Bool {
    switch state(at: now) {
    case .notBegun, .active: true
    case .ended: false
    }
  }
}
