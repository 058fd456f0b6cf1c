/// What the gate must know, read from the journals at the moment it is asked.
package struct AccessFacts: Hashable, Sendable {
  /// Who acts for another, as far as the rules ask.
  package struct Proxy: Hashable, Sendable {
    package var birthDate: PartialDate?
    package var hasUnlistedAddress: Bool
    package var isDeceased: Bool

    package init(
      birthDate: PartialDate?,
      hasUnlistedAddress: Bool = false,
      isDeceased: Bool = false
    ) {
      self.birthDate = birthDate
      self.hasUnlistedAddress = hasUnlistedAddress
      self.isDeceased = isDeceased
    }
  }

  /// Somebody at a practice, as the practice's own journal has them.
  package struct Staff: Hashable, Sendable {
    package var work: StaffMember.Work
    /// Whether it is the practice of the person's general practitioner.
    package var treatsPerson: Bool
    /// Where it is not: the threads that the person wrote to this practice while it was.
    package var ownThreads: Set<RecordID>

    package init(
      work: StaffMember.Work,
      treatsPerson: Bool,
      ownThreads: Set<RecordID> = []
    ) {
      self.work = work
      self.treatsPerson = treatsPerson
      self.ownThreads = ownThreads
    }
  }

  package var consentLevel: ConsentLevel
  package var birthDate: PartialDate?
  package var isDeceased = false
  package var hasUnlistedAddress = false
  /// Whether the parents let the young person sign in.
  package var isYouthLoginAllowed = false
  /// The right that whoever asks says they act by, where the journal has it and it is theirs.
  package var grant: ProxyGrant?
  /// Whether any parent is registered at the person's address.
  package var livesWithAParent = false
  package var proxy: Proxy?
  package var staff: Staff?
  package var policy = AccessPolicy()
  /// Whether the machine's clock is so far behind the record that a time cannot be believed.
  package var isClockBehind = false

  package init(consentLevel: ConsentLevel, birthDate: PartialDate? = nil) {
    self.consentLevel = consentLevel
    self.birthDate = birthDate
  }
}

/// Rules on which sources disagree, as a store's settings have them (`rules.md` 2.4).
package struct AccessPolicy: Codable, Hashable, Sendable {
  /// Which parents the population register's addresses let in.
  package enum AddressRule: String, Codable, Sendable {
    /// All, where one of them lives with the child: kv 7611.
    case oneParentAtAddress = "one-parent-at-address"
    /// Each who lives with the child: helsenorge.no in English.
    case onlyThoseAtAddress = "only-those-at-address"
  }

  package var parents: AddressRule
  /// Whether foster parents are let in as parents are.
  package var includesFosterParents: Bool
  /// Whether a young person of 13 to 15 reads and writes messages.
  package var includesYouthMessages: Bool

  package init(
    parents: AddressRule = .oneParentAtAddress,
    includesFosterParents: Bool = false,
    includesYouthMessages: Bool = true
  ) {
    self.parents = parents
    self.includesFosterParents = includesFosterParents
    self.includesYouthMessages = includesYouthMessages
  }
}

/// How old somebody is, as sure as their birth date is known.
struct Age {
  /// At least so old: rights that begin with a birthday go by this.
  let surely: Int
  /// At most so old: rights that end with a birthday go by this.
  let perhaps: Int

  /// Whole years on a day in Norway; the same twice where the day of birth is known.
  init(bornOn birth: PartialDate, on day: CivilDate) {
    let first = birth.date
    let last: CivilDate? =
      switch birth.precision {
      case .year: CivilDate(year: first.year, month: 12, day: 31)
      case .month:
        CivilDate(
          year: first.year,
          month: first.month,
          day: CivilDate.days(inMonth: first.month, of: first.year)
        )
      case .day, .instant: first
      }
    perhaps = first.years(until: day)
    surely = (last ?? first).years(until: day)
  }
}
