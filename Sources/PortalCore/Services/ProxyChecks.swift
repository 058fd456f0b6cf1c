/// Whoever is to act for somebody, as their own journal has them.
struct ProxyHolder {
  let name: String
  let facts: AccessFacts.Proxy

  /// As their own record says.
  init(_ contents: Contents) throws(StoreError) {
    guard case .person(let person)? = try contents[Person.recordID]?.content else {
      (name, facts) = ("", AccessFacts.Proxy(birthDate: nil))
      return
    }
    name = person.displayName ?? ""
    facts = AccessFacts.Proxy(
      birthDate: person.birthDate,
      hasUnlistedAddress: person.hasUnlistedAddress == true,
      isDeceased: person.hasDied
    )
  }
}

extension OpenRecord {
  /// Somebody who is to act for the person; nil where they have no record here.
  func holder(_ id: Person.ID) throws(ServiceError) -> ProxyHolder? {
    try serving { () throws(StoreError) in try gate.holder(id) }
  }

  /// Who of a practice's staff this is; nil for anybody else.
  func staffMember() throws(ServiceError) -> StaffMember? {
    try serving { () throws(StoreError) in try gate.staffMember() }
  }

  /// Whoever is to act, if they may act for others at all; throws why not.
  ///
  /// One answer for the dead and for those at a secret address: nobody learns of such an address by
  /// trying.
  func checkedHolder(
    _ id: Person.ID,
    isAdult: Bool = true
  ) throws(ServiceError) -> ProxyHolder {
    guard id != subject else { throw .proxy(.oneself) }
    guard let holder = try holder(id) else { throw .proxy(.unknownHolder) }
    guard !holder.facts.isDeceased, !holder.facts.hasUnlistedAddress else {
      throw .proxy(.holderCannotAct)
    }
    guard isAdult else { return holder }
    guard let birth = holder.facts.birthDate else { throw .proxy(.holderAgeUnknown) }
    guard Age(bornOn: birth, on: today).surely >= AgeLimit.proxy else {
      throw .proxy(.holderTooYoung(years: AgeLimit.proxy))
    }
    return holder
  }

  /// Whether somebody can be acted for who must be so old; throws why not.
  func checkGrantor(minimumAge years: Int) throws(ServiceError) {
    let person = try person()
    if person.hasDied { throw .refused(.deceased) }
    if person.hasUnlistedAddress == true { throw .refused(.unlistedAddress) }
    guard let birth = person.birthDate else { throw .refused(.ageUnknown) }
    guard Age(bornOn: birth, on: today).surely >= years else {
      throw .refused(.tooYoung(years: years))
    }
  }

  /// The day in Norway by which rights are judged.
  var today: CivilDate { OsloTime.date(now) }

  /// From when a right holds that begins on a day; from now on where that is today or not said.
  func start(_ day: CivilDate?) throws(ServiceError) -> Instant {
    guard let day, day != today else { return now }
    guard day > today else { throw .proxy(.startsInThePast) }
    return OsloTime.instant(day, TimeOfDay(milliseconds: 0))
  }

  /// That a right opens something, and for a day at least.
  func check(
    areas: Set<ProxyArea>,
    from start: Instant,
    to lastDay: CivilDate?
  ) throws(ServiceError) {
    guard !areas.isEmpty else { throw .proxy(.noArea) }
    if let lastDay, lastDay < max(today, OsloTime.date(start)) { throw .proxy(.endsBeforeStart) }
  }
}
