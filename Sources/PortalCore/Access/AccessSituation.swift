/// A typical case that the gate is asked about: whoever asks, and what is known of the two.
///
/// The rows of the table of rights that `help access` prints; what stands in it is asked of
/// `decide`, so that it cannot say anything else than what holds.
package enum AccessSituation: String, CaseIterable, Sendable {
  case child
  case youthWithoutParentsConsent
  case youth
  case adultWithNone
  case adultWithBasis
  case adultWithBasisPlus
  case adultWithFull
  case parentOfChild
  case parentOfTwelve
  case parentOfYouth
  case parentOfSixteen
  case proxyForRegistered
  case proxyForPatientRecord
  case proxyForDigitalServices
  case proxyForAll
  case proxyForAllOfBasis
  case guardianForAll
  case assignedProxy
  case assignedProxyThatEnded
  case doctor
  case nurse
  case reception

  package var role: Role {
    switch self {
    case .child, .youthWithoutParentsConsent, .youth, .adultWithNone, .adultWithBasis,
      .adultWithBasisPlus, .adultWithFull:
      .oneself
    case .parentOfChild, .parentOfTwelve, .parentOfYouth, .parentOfSixteen: .parent
    case .proxyForRegistered, .proxyForPatientRecord, .proxyForDigitalServices, .proxyForAll,
      .proxyForAllOfBasis:
      .proxy
    case .guardianForAll: .guardian
    case .assignedProxy, .assignedProxyThatEnded: .assignedProxy
    case .doctor, .nurse, .reception: .staff
    }
  }

  /// Whether the section is open for an action; of what is in it labels may still hide some.
  package func allows(_ action: Action, in area: Area) -> Bool {
    decide(
      actor: actor,
      role: role,
      subject: AccessSituation.subject,
      area: area,
      action: action,
      item: nil,
      facts: facts,
      now: AccessSituation.now
    ) == .allow
  }

  // MARK: - The case

  private static let subject = Person.ID(bytes: Array(repeating: 1, count: 17))
  private static let other = Person.ID(bytes: Array(repeating: 2, count: 17))
  private static let practice = RecordID(bytes: Array(repeating: 3, count: 17))
  private static let now = OsloTime.noon(CivilDate(daysSinceEpoch: 20_000))
  private static let begun = now.advanced(bySeconds: -86_400)

  private var actor: Actor {
    switch role {
    case .oneself: .person(AccessSituation.subject)
    case .staff: .staff(practice: AccessSituation.practice, member: AccessSituation.practice)
    case .parent, .guardian, .proxy, .assignedProxy: .person(AccessSituation.other)
    case .importer: .importer
    case .system: .system
    }
  }

  private var facts: AccessFacts {
    var facts = AccessFacts(consentLevel: consentLevel, birthDate: AccessSituation.born(years))
    facts.isYouthLoginAllowed = self == .youth || self == .parentOfYouth
    facts.proxy = AccessFacts.Proxy(birthDate: AccessSituation.born(45))
    facts.livesWithAParent = true
    facts.grant = grant
    switch self {
    case .doctor: facts.staff = AccessFacts.Staff(work: .doctor, treatsPerson: true)
    case .nurse: facts.staff = AccessFacts.Staff(work: .nurse, treatsPerson: true)
    case .reception: facts.staff = AccessFacts.Staff(work: .reception, treatsPerson: true)
    case .child, .youthWithoutParentsConsent, .youth, .adultWithNone, .adultWithBasis,
      .adultWithBasisPlus, .adultWithFull, .parentOfChild, .parentOfTwelve, .parentOfYouth,
      .parentOfSixteen, .proxyForRegistered, .proxyForPatientRecord, .proxyForDigitalServices,
      .proxyForAll, .proxyForAllOfBasis, .guardianForAll, .assignedProxy, .assignedProxyThatEnded:
      break
    }
    return facts
  }

  private var years: Int {
    switch self {
    case .child, .parentOfChild: 11
    case .parentOfTwelve: 12
    case .youthWithoutParentsConsent, .youth, .parentOfYouth: 13
    case .parentOfSixteen: 16
    case .adultWithNone, .adultWithBasis, .adultWithBasisPlus, .adultWithFull, .proxyForRegistered,
      .proxyForPatientRecord, .proxyForDigitalServices, .proxyForAll, .proxyForAllOfBasis,
      .guardianForAll, .assignedProxy, .assignedProxyThatEnded, .doctor, .nurse, .reception:
      40
    }
  }

  private var consentLevel: ConsentLevel {
    switch self {
    case .adultWithNone: .none
    case .adultWithBasis, .proxyForAllOfBasis: .basis
    case .adultWithBasisPlus: .basisPlus
    case .child, .youthWithoutParentsConsent, .youth, .adultWithFull, .parentOfChild,
      .parentOfTwelve, .parentOfYouth, .parentOfSixteen, .proxyForRegistered,
      .proxyForPatientRecord, .proxyForDigitalServices, .proxyForAll, .guardianForAll,
      .assignedProxy, .assignedProxyThatEnded, .doctor, .nurse, .reception:
      .full
    }
  }

  private var areas: Set<ProxyArea> {
    switch self {
    case .proxyForRegistered: [.registered]
    case .proxyForPatientRecord: [.patientRecord]
    case .proxyForDigitalServices: [.digitalServices]
    case .child, .youthWithoutParentsConsent, .youth, .adultWithNone, .adultWithBasis,
      .adultWithBasisPlus, .adultWithFull, .parentOfChild, .parentOfTwelve, .parentOfYouth,
      .parentOfSixteen, .proxyForAll, .proxyForAllOfBasis, .guardianForAll, .assignedProxy,
      .assignedProxyThatEnded, .doctor, .nurse, .reception:
      Set(ProxyArea.allCases)
    }
  }

  private var grant: ProxyGrant? {
    guard let role = role.proxyRole else { return nil }
    let yesterday = OsloTime.date(AccessSituation.begun)
    var grant = ProxyGrant(
      role: role,
      proxy: AccessSituation.other,
      proxyName: "",
      areas: areas,
      start: AccessSituation.begun,
      lastDay: self == .assignedProxyThatEnded ? yesterday : nil
    )
    if role == .parent { grant.parenthood = ProxyGrant.Parenthood(sharesAddress: true) }
    return grant
  }

  private static func born(_ years: Int) -> PartialDate {
    PartialDate(OsloTime.date(now).adding(years: -years))
  }
}
