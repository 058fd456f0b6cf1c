/// Those who work at the practice of the person's general practitioner.
extension AccessQuestion {
  var answerToStaff: Decision {
    if facts.isClockBehind { return .refuse(.clockBehind) }
    guard case .staff = actor, let staff = facts.staff else {
      return .refuse(.roleNotGranted(.staff))
    }
    if action == .importing { return .refuse(.roleNotGranted(.importer)) }
    guard staff.treatsPerson else { return answerToFormerPractice(staff.ownThreads) }
    switch area {
    case .privacy, .accessLog: return .refuse(.onlyThePerson)
    case .proxies: return answerAboutAssignment(staff.work)
    case .overview, .messages, .appointments: break
    case .prescriptions:
      guard staff.work == .doctor || isLooking else { return .refuse(.notTheirWork) }
    case .results, .medications, .vaccinations, .coreJournal, .documents:
      guard staff.work != .reception, isLooking else { return .refuse(.notTheirWork) }
    }
    if action == .resign || action == .export { return .refuse(.onlyThePerson) }
    if area == .overview, !isLooking { return .refuse(.onlyThePerson) }
    return allowing { $0.labels.contains(.barredForStaff) }
  }

  /// A practice that the person has left answers and ends what they wrote to it while it was
  /// theirs, and sees whose it is; nothing else.
  private func answerToFormerPractice(_ threads: Set<RecordID>) -> Decision {
    guard !threads.isEmpty else { return .refuse(.noCareRelation) }
    switch (area, action) {
    case (.overview, .open): return .allow
    case (.overview, .read): return allowing { $0.kind != .person }
    case (.messages, .read):
      return allowing { item in
        item.labels.contains(.barredForStaff) || !(item.thread.map(threads.contains) ?? false)
      }
    case (.messages, .write):
      guard let thread = item?.thread, threads.contains(thread) else {
        return .refuse(.noCareRelation)
      }
      return .allow
    case (_, _): return .refuse(.noCareRelation)
    }
  }

  /// A doctor assigns a proxy to somebody lacking competence, and sees those that were assigned.
  private func answerAboutAssignment(_ work: StaffMember.Work) -> Decision {
    guard work == .doctor, action == .read || action == .write || action == .open else {
      return .refuse(.notTheirWork)
    }
    return allowing { $0.kind != .proxyGrant || $0.proxyRole != .assignedProxy }
  }
}
