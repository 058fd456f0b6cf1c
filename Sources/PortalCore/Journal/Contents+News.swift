// What has come to a journal since somebody last looked.
extension Contents {
  /// The newest versions of some kinds that came with a line after this one and that others wrote than
  /// whoever looks.
  ///
  /// Looks at the head of each line once, and reads only renewals.
  func news(
    of kinds: Set<RecordKind>,
    after sequence: Int,
    to reader: Attribution
  ) throws(StoreError) -> [Listed] {
    var news: [Listed] = []
    var own: [Int: Bool] = [:]
    for listed in try entries(after: sequence) {
      let entry = listed.entry
      guard kinds.contains(entry.kind), !entry.flags.contains(.fromPerson) else {
        continue
      }
      if own[entry.sequence] == nil {
        let line = try journal.line(entry.sequence)
        own[entry.sequence] = line?.attribution?.actor == reader.actor
      }
      guard own[entry.sequence] == false, try isTold(listed) else { continue }
      news.append(listed)
    }
    return news
  }

  /// Of renewals only what was declined: what was approved is there as the new prescription.
  private func isTold(_ listed: Listed) throws(StoreError) -> Bool {
    guard listed.entry.kind == .renewal else { return true }
    guard case .renewal(let renewal) = try record(listed).content else { return false }
    return renewal.state == .declined
  }

  /// Changes of the general practitioner that took effect on one of some days but the first, whoever
  /// asked for them: time made them news.
  func practitionersInEffect(_ days: ClosedRange<CivilDate>) throws(StoreError) -> [Listed] {
    var found: [Listed] = []
    for listed in try entries(of: [.practitionerChange]) {
      guard case .practitionerChange(let change) = try record(listed).content,
        change.state(on: days.upperBound) == .inEffect, change.effective > days.lowerBound
      else { continue }
      found.append(listed)
    }
    return found
  }
}
