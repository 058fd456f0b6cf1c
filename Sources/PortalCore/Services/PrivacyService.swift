/// What a person has consented to, with the version that a change of it is made on.
package struct ConsentState: Hashable, Sendable {
  package let level: ConsentLevel
  /// Since when; nil where nothing was ever chosen.
  package let chosen: Instant?
  /// 0 where nothing was ever chosen.
  package let version: Int
}

/// What a change of the consent level does.
package struct ConsentEffect: Hashable, Sendable {
  package let level: ConsentLevel
  /// What opens and closes for the person themselves; proxies never have more.
  package let changes: [AccessChange]
  /// Whether the record's content is to be erased: after a withdrawal only the choices stay
  /// (`rules.md` 2.1).
  package let erasesContent: Bool
}

extension OpenRecord {
  // MARK: - The consent level

  /// What the person has consented to.
  package func consent() throws(ServiceError) -> ConsentState {
    try look(in: .privacy) { contents, visibility throws(StoreError) in
      guard let entry = try contents.entry(of: ConsentChoice.recordID), visibility.sees(entry),
        case .consent(let choice)? = try contents[ConsentChoice.recordID]?.content
      else { return ConsentState(level: .none, chosen: nil, version: 0) }
      return ConsentState(level: choice.level, chosen: choice.chosen, version: entry.version)
    }
  }

  /// What another level would open and close, before it is chosen.
  package func effect(of level: ConsentLevel) throws(ServiceError) -> ConsentEffect {
    let current = try consent().level
    var changes: [AccessChange] = []
    for area in Area.allCases {
      for action in [Action.read, .write] {
        let (before, after) = (
          try answer(action, in: area) == .allow,
          try answer(action, in: area, assuming: level) == .allow
        )
        guard before != after else { continue }
        let count = before && action == .read ? try self.count(in: area) : nil
        changes.append(
          AccessChange(area: area, isWriting: action == .write, isOpening: after, count: count)
        )
      }
    }
    return ConsentEffect(
      level: level,
      changes: changes,
      erasesContent: level == .none && current != .none
    )
  }

  /// Chooses another level, as it was in a version; only the person themselves.
  ///
  /// A withdrawal closes everything at once. What it erases is no part of this: whoever calls asks
  /// `effect(of:)` first, and calls `erase` with `.consentWithdrawn` after the withdrawal is stored.
  package func setConsent(
    to level: ConsentLevel,
    base: Int
  ) throws(ServiceError) -> EditOutcome {
    let choice = ConsentChoice(level: level, chosen: now)
    return try choose(ConsentChoice.recordID, base: base, .consent(choice)) {
      if case .consent(let before) = $0 { before.level == level } else { false }
    }
  }

  /// Stores a choice of privacy as its next version, unless it was so or has moved on.
  func choose(
    _ id: RecordID,
    base: Int,
    _ content: RecordContent,
    reaching reach: Reach = .recordOnly,
    telling notice: AccessNotice? = nil,
    unless isSame: (RecordContent) -> Bool
  ) throws(ServiceError) -> EditOutcome {
    var newest = base
    do throws(ServiceError) {
      let item = AccessItem(kind: content.kind)
      let receipt = try append(.write, in: .privacy, of: item, reaching: reach) {
        contents throws(StoreError) in
        let known = try contents[id]
        newest = known?.version ?? 0
        guard newest == base else { throw .conflict(id, newest: newest) }
        if let known, isSame(known.content) { return [] }
        let next = known?.next(content) ?? Record(id: id, version: 1, content: content)
        guard var notice else { return [next] }
        notice.personName = try contents.ownName()
        notice.copies = try contents.parents(at: now)
        let told = AccessNotice.id("\(id.text)|\(next.version)")
        return [next, Record(id: told, version: 1, content: .accessNotice(notice))]
      }
      guard let receipt else { return .unchanged(version: newest) }
      return .saved(receipt, version: newest + 1)
    } catch {
      guard case .store(.conflict(id, _)) = error, let found = try? record(id, in: .privacy),
        let revision = try? history(of: found.id).last
      else { throw error }
      return .conflict(EditConflict(base: base, mine: content, newest: revision))
    }
  }

  // MARK: - A young person's own signing in

  /// Whether the parents let a young person of 13 to 15 sign in themselves, with the version that a
  /// change of it is made on; nil where nobody has chosen.
  package func youthLogin() throws(ServiceError) -> SectionEntry<YouthLogin>? {
    try records([.youthLogin], in: .privacy).lazy.compactMap { record in
      guard case .youthLogin(let choice) = record.content else { return nil }
      return SectionEntry(
        id: record.id,
        content: choice,
        version: record.version,
        hasOriginal: false
      )
    }.first
  }

  /// A parent lets a young person of 13 to 15 sign in, or does so no more; the newest choice of the
  /// parents holds, and the young person and both parents are told.
  package func setYouthLogin(
    allowed isAllowed: Bool,
    base: Int
  ) throws(ServiceError) -> EditOutcome {
    guard attribution.basis.role == .parent else { throw .refused(.roleNotGranted(.parent)) }
    let time = now
    let event: AccessNotice.Event = isAllowed ? .youthLoginAllowed : .youthLoginWithdrawn
    var notice = AccessNotice(event, at: time, about: subject, named: "")
    notice.chooserName = try ownGrant()?.content.proxyName
    let outcome = try choose(
      YouthLogin.recordID,
      base: base,
      .youthLogin(YouthLogin(isAllowed: isAllowed, chosen: time)),
      reaching: .others,
      telling: notice
    ) {
      if case .youthLogin(let before) = $0 { before.isAllowed == isAllowed } else { false }
    }
    // It stands. Where this fails the end of the session, or the next process, delivers.
    if case .saved = outcome { try? deliver() }
    return outcome
  }
}

extension Contents {
  /// The parents who have their right now, each once, in the order of their ids.
  fileprivate func parents(at now: Instant) throws(StoreError) -> [Person.ID] {
    var parents: Set<Person.ID> = []
    for listed in try entries(of: [.proxyGrant]) {
      guard case .proxyGrant(let grant) = try record(listed).content, grant.role == .parent,
        grant.state(at: now) == .active
      else { continue }
      parents.insert(grant.proxy)
    }
    return parents.sorted { $0.text < $1.text }
  }
}
