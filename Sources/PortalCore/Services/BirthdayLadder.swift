/// What changes on a birthday for the young person and for their parents (`rules.md` 2.4).
package struct BirthdayStep: Hashable, Sendable {
  /// How old they become.
  package let years: Int
  package let date: CivilDate
  /// Sections that they can read from that day on themselves, as far as they consent to it.
  package let opensForOneself: [Area]
  /// Sections that the parents can read no more from that day on.
  package let closesForParents: [Area]
  /// Whether it was before today, or is today.
  package let isPast: Bool
}

extension BirthdayStep {
  /// The steps to being an adult of somebody born on a day: asked of the gate for the day before
  /// each birthday and for the day itself, so that they say what will hold.
  package static func ladder(
    born: CivilDate,
    today: CivilDate,
    policy: AccessPolicy
  ) -> [BirthdayStep] {
    [AgeLimit.partlyOwn, AgeLimit.youthLogin, AgeLimit.ownHealth, AgeLimit.proxy].map { years in
      let date = born.adding(years: years)
      let before = CivilDate(daysSinceEpoch: date.daysSinceEpoch - 1)
      func areas(_ role: Role, on day: CivilDate) -> [Area] {
        Area.allCases.filter { isOpen($0, to: role, on: day, born, policy) }
      }
      let own = areas(.oneself, on: before)
      let stillOpen = areas(.parent, on: date)
      return BirthdayStep(
        years: years,
        date: date,
        opensForOneself: areas(.oneself, on: date).filter { !own.contains($0) },
        closesForParents: areas(.parent, on: before).filter { !stillOpen.contains($0) },
        isPast: date <= today
      )
    }
  }

  /// Of a person with full consent whose parents say yes, for a parent who lives with them.
  private static func isOpen(
    _ area: Area,
    to role: Role,
    on day: CivilDate,
    _ born: CivilDate,
    _ policy: AccessPolicy
  ) -> Bool {
    let person = Person.ID(bytes: Array(repeating: 1, count: 17))
    let parent = Person.ID(bytes: Array(repeating: 2, count: 17))
    let noon = OsloTime.noon(day)
    var facts = AccessFacts(consentLevel: .full, birthDate: PartialDate(born))
    facts.policy = policy
    facts.isYouthLoginAllowed = true
    facts.livesWithAParent = true
    facts.proxy = AccessFacts.Proxy(birthDate: nil)
    var grant = ProxyGrant(
      role: .parent,
      proxy: parent,
      proxyName: "",
      areas: [],
      start: noon.advanced(bySeconds: -1)
    )
    grant.parenthood = ProxyGrant.Parenthood(sharesAddress: true)
    facts.grant = grant
    let decision = decide(
      actor: .person(role == .oneself ? person : parent),
      role: role,
      subject: person,
      area: area,
      action: .read,
      item: nil,
      facts: facts,
      now: noon
    )
    return decision == .allow
  }
}

extension OpenRecord {
  /// The birthdays on which something changes; nil for an adult, and where no day of birth is known.
  package func birthdayLadder() throws(ServiceError) -> [BirthdayStep]? {
    guard let birth = try person().birthDate, birth.precision >= .day else { return nil }
    let today = OsloTime.date(now)
    guard birth.date.years(until: today) < AgeLimit.proxy, birth.date <= today else { return nil }
    return BirthdayStep.ladder(
      born: birth.date,
      today: today,
      policy: settings.accessPolicy ?? AccessPolicy()
    )
  }
}
