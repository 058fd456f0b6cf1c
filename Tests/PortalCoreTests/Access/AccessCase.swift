@testable import PortalCore

/// A question to the gate, made of what a test wants to be so; the rest is as it is as a rule.
struct AccessCase {
  static let subject = Person.ID(bytes: Array(repeating: 1, count: 17))
  static let other = Person.ID(bytes: Array(repeating: 2, count: 17))
  static let noon = OsloTime.noon(CivilDate("2026-11-21") ?? CivilDate(daysSinceEpoch: 0))

  var actor: Actor
  var role: Role
  var facts = AccessFacts(consentLevel: .full, birthDate: PartialDate("1980-01-01"))
  var item: AccessItem?
  var now = AccessCase.noon

  static func oneself(born: String? = "1980-01-01", _ level: ConsentLevel = .full) -> AccessCase {
    var made = AccessCase(actor: .person(subject), role: .oneself)
    made.facts = AccessFacts(consentLevel: level, birthDate: born.flatMap { PartialDate($0) })
    return made
  }

  /// Somebody of 46 with a right that began a year ago, of this role.
  static func acting(
    _ role: ProxyRole,
    areas: Set<ProxyArea> = Set(ProxyArea.allCases),
    born: String? = "1980-01-01"
  ) -> AccessCase {
    var made = AccessCase(actor: .person(other), role: role.role)
    made.facts.birthDate = born.flatMap { PartialDate($0) }
    made.facts.proxy = AccessFacts.Proxy(birthDate: PartialDate("1980-05-05"))
    made.facts.livesWithAParent = true
    var grant = ProxyGrant(
      role: role,
      proxy: other,
      proxyName: "Test Testesen",
      areas: areas,
      start: noon.advanced(bySeconds: -365 * 86_400)
    )
    if role == .parent { grant.parenthood = ProxyGrant.Parenthood(sharesAddress: true) }
    made.facts.grant = grant
    return made
  }

  static func staff(_ work: StaffMember.Work, treatsPerson: Bool = true) -> AccessCase {
    let place = RecordID(bytes: Array(repeating: 3, count: 17))
    var made = AccessCase(actor: .staff(practice: place, member: place), role: .staff)
    made.facts.staff = AccessFacts.Staff(work: work, treatsPerson: treatsPerson)
    return made
  }

  func asked(_ action: Action, _ area: Area) -> Decision {
    decide(
      actor: actor,
      role: role,
      subject: AccessCase.subject,
      area: area,
      action: action,
      item: item,
      facts: facts,
      now: now
    )
  }

  /// What is allowed in a section: o(pen), r(ead), s(earch), e(xport), w(rite), x (give back),
  /// i(mport).
  func allowed(in area: Area) -> String {
    let letters: [(Action, String)] = [
      (.open, "o"), (.read, "r"), (.search, "s"), (.export, "e"), (.write, "w"), (.resign, "x"),
      (.importing, "i"),
    ]
    return letters.filter { asked($0.0, area) == .allow }.map(\.1).joined()
  }

  /// What is allowed in each section, those alike together.
  var table: [Area: String] {
    Dictionary(uniqueKeysWithValues: Area.allCases.map { ($0, allowed(in: $0)) })
  }

  /// The same, written by hand: sections with their letters; those not named allow nothing.
  static func expected(_ rows: [(String, [Area])]) -> [Area: String] {
    var table = Dictionary(uniqueKeysWithValues: Area.allCases.map { ($0, "") })
    for (letters, areas) in rows { for area in areas { table[area] = letters } }
    return table
  }
}
