/// The person themselves: what they have consented to, and before sixteen what they are old enough for.
extension AccessQuestion {
  var answerToOneself: Decision {
    guard actor == .person(subject) else { return .refuse(.notTheirRecord) }
    guard action != .importing else { return .refuse(.roleNotGranted(.importer)) }
    guard action != .resign else { return .refuse(.roleNotGranted(.proxy)) }
    // Who has no birth date is not kept from their own record.
    if let age, age.surely < AgeLimit.ownHealth { return answerToYouth(age.surely) }
    let needed = neededConsent(for: action, in: area)
    guard facts.consentLevel >= needed else { return .refuse(.consentLevel(needed: needed)) }
    return allowing { isWithheld($0) }
  }

  /// Before sixteen the parents' consent stands in the place of one's own (`rules.md` 2.4).
  private func answerToYouth(_ age: Int) -> Decision {
    guard age >= AgeLimit.youthLogin else {
      return .refuse(.tooYoung(years: AgeLimit.youthLogin))
    }
    guard facts.isYouthLoginAllowed else { return .refuse(.parentalConsentMissing) }
    if !isLooking, isAboutPractitioner { return .refuse(.tooYoung(years: AgeLimit.ownHealth)) }
    guard isOpenToYouth else { return .refuse(.tooYoung(years: AgeLimit.ownHealth)) }
    return allowing { isWithheld($0) || isClosedToYouth($0) }
  }

  private var isOpenToYouth: Bool {
    switch area {
    case .overview: true
    case .messages: facts.policy.includesYouthMessages
    case .vaccinations, .prescriptions, .appointments, .accessLog, .proxies, .privacy: isLooking
    case .results, .medications, .coreJournal, .documents: false
    }
  }

  /// What a parent wrote, and prescriptions that are both used up and older than a year.
  private func isClosedToYouth(_ item: AccessItem) -> Bool {
    switch item.kind {
    case .message, .threadStatus: return item.isParentsThread
    case .prescription, .dispensing:
      guard !item.isInUse else { return false }
      guard let date = item.date else { return true }
      return OsloTime.date(date).adding(years: 1) < OsloTime.date(now)
    case .person, .consent, .youthLogin, .proxyGrant, .representation, .accessNotice, .testResult,
      .resultReport,
      .medicationListEntry, .medication, .vaccination, .allergy, .healthCondition, .document,
      .unmappedResource, .practitioner, .practitionerRole, .organization, .importReceipt, .repair,
      .erasure, .renewal, .appointment, .practitionerChange, .waitingListPlace,
      .notificationProfile:
      return false
    }
  }

  /// Whether it is about which general practitioner the person has.
  var isAboutPractitioner: Bool {
    item?.kind == .practitionerChange || item?.kind == .waitingListPlace
  }

  /// Whether a label keeps it from the person themselves (kv 9603).
  func isWithheld(_ item: AccessItem) -> Bool {
    item.labels.contains { code in
      switch code {
      case .fromParents, .barredForStaff: false
      case .fromYouth: (age?.surely ?? 0) < AgeLimit.ownHealth
      case .dangerToLife, .inadvisable, .ownWish, .allDocuments, .beforeAccessBegan, .protectsStaff,
        .soundTreatment, .duplicate, .other, .delayed:
        true
      }
    }
  }
}
