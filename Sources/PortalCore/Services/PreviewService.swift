/// What a reader may do in a section.
package struct SectionAccess: Hashable, Sendable {
  package let area: Area
  package let canRead: Bool
  package let canWrite: Bool
  /// How much there is to be seen; nil where nothing may be read.
  package let count: Int?
  /// Why nothing may be read; nil where it may.
  package let refusal: RefusalReason?
}

/// Something that opens or closes in a section.
package struct AccessChange: Hashable, Sendable {
  package let area: Area
  /// Whether it is about writing; else about reading.
  package let isWriting: Bool
  package let isOpening: Bool
  /// How much comes to be seen, or is not seen any more; nil where it is about writing, and where
  /// nobody counts.
  package let count: Int?
}

extension OpenRecord {
  /// The record as somebody will see it who is given a right: whatever reads this one reads that.
  ///
  /// The gate answers as for them, with the right as if it held by now. Nothing is written and
  /// nothing is logged. Only for the person themselves, and a proxy that they can give: whoever has
  /// one never sees more than they do, which of a parent's right is not so.
  package func preview(_ draft: ProxyGrant) throws(ServiceError) -> OpenRecord {
    guard draft.role == .proxy, attribution.basis.role == .oneself else {
      throw .proxy(.notPreviewable)
    }
    try allow(.write, in: .proxies, AccessItem(draft))
    try checkGrantor(minimumAge: AgeLimit.ownHealth)
    _ = try checkedHolder(draft.proxy)
    var assumed = draft
    (assumed.start, assumed.ending) = (min(draft.start, now), nil)
    return try OpenRecord(previewing: self, with: assumed)
  }

  /// What this reader may do, section by section, in the portal's order.
  package func sectionAccess() throws(ServiceError) -> [SectionAccess] {
    var sections: [SectionAccess] = []
    for area in Area.allCases {
      let reading = try answer(.read, in: area)
      let writing = try answer(.write, in: area)
      let refusal: RefusalReason? = if case .refuse(let reason) = reading { reason } else { nil }
      sections.append(
        SectionAccess(
          area: area,
          canRead: reading == .allow,
          canWrite: writing == .allow,
          count: reading == .allow ? try count(in: area) : nil,
          refusal: refusal
        )
      )
    }
    return sections
  }

  /// What opens and closes for the one who may act when a proxy is put in another's place, or
  /// given where there was none.
  package func difference(
    from old: ProxyGrant?,
    to new: ProxyGrant
  ) throws(ServiceError) -> [AccessChange] {
    let after = try preview(new).sectionAccess()
    let before = try old.map { old throws(ServiceError) in try preview(old).sectionAccess() } ?? []
    return after.flatMap { now in
      changes(from: before.first { $0.area == now.area }, to: now)
    }
  }

  /// The gate's answer for a section, as if the person had consented to another level.
  ///
  /// Nobody is told of the question.
  func answer(
    _ action: Action,
    in area: Area,
    _ item: AccessItem? = nil,
    assuming level: ConsentLevel? = nil
  ) throws(ServiceError) -> Decision {
    var moment = try moment()
    if let level { moment.facts.consentLevel = level }
    return gate.decision(action, in: area, item, at: moment)
  }

  private func changes(from before: SectionAccess?, to now: SectionAccess) -> [AccessChange] {
    var changes: [AccessChange] = []
    if (before?.canRead ?? false) != now.canRead {
      changes.append(
        AccessChange(
          area: now.area,
          isWriting: false,
          isOpening: now.canRead,
          count: now.count ?? before?.count
        )
      )
    }
    if (before?.canWrite ?? false) != now.canWrite {
      changes.append(
        AccessChange(area: now.area, isWriting: true, isOpening: now.canWrite, count: nil)
      )
    }
    return changes
  }
}
