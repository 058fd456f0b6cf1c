/// The fees of general practice over the years, and the cap on what a person pays in a year.
///
/// Says what it knows and from when: where the newest figure is older than the day asked about, that
/// figure with its year, and never as if it still held.
package struct FeeSchedule: Hashable, Sendable {
  /// The cap in one calendar year (no: egenandelstak).
  package struct Cap: Codable, Hashable, Sendable {
    package let year: Int
    package let kroner: Int
  }

  /// What is to be paid for, by whom and when.
  package struct Question: Hashable, Sendable {
    package var contact: UserFee.Contact
    package var hours: UserFee.Hours
    package var doctor: UserFee.Doctor
    package var day: CivilDate
    /// Nobody is exempt by age where nil, or where the date is too vague to be sure.
    package var birthDate: PartialDate?
    package var card: FeeExemptionCard?

    package init(
      contact: UserFee.Contact,
      hours: UserFee.Hours = .day,
      doctor: UserFee.Doctor = .general,
      day: CivilDate,
      birthDate: PartialDate? = nil,
      card: FeeExemptionCard? = nil
    ) {
      self.contact = contact
      self.hours = hours
      self.doctor = doctor
      self.day = day
      self.birthDate = birthDate
      self.card = card
    }
  }

  /// Why somebody pays nothing.
  package enum FreeReason: Hashable, Sendable {
    /// The contact costs nobody anything.
    case always
    case child(underAgeInYears: Int)
    case exemptionCard
  }

  package enum Answer: Hashable, Sendable {
    case free(FreeReason)
    /// The figure that holds on the day.
    case known(UserFee)
    /// No figure for the day is known; the newest from before it, to be told with its year.
    case outdated(UserFee)
    case unknown
  }

  package enum CapAnswer: Hashable, Sendable {
    case known(Cap)
    /// That of an earlier year, the last that is known.
    case outdated(Cap)
    case unknown
  }

  package let fees: [UserFee]
  package let caps: [Cap]
  package let freeUnderAgeInYears: Int

  package init(fees: [UserFee], caps: [Cap], freeUnderAgeInYears: Int) {
    self.fees = fees
    self.caps = caps
    self.freeUnderAgeInYears = freeUnderAgeInYears
  }

  /// What a kind of contact costs a person on a day.
  ///
  /// Without what a practice takes for an invoice or for materials.
  package func cost(_ question: Question) -> Answer {
    let begun = fees.filter { $0.fits(question) && $0.validFrom <= question.day }
    let holding = begun.filter { $0.holds(on: question.day) }.newest
    if holding?.kroner == 0 { return .free(.always) }
    if let reason = exemption(question) { return .free(reason) }
    if let holding { return .known(holding) }
    return begun.newest.map(Answer.outdated) ?? .unknown
  }

  /// What a person pays at most in a year.
  package func cap(in year: Int) -> CapAnswer {
    guard let newest = caps.filter({ $0.year <= year }).max(by: { $0.year < $1.year }) else {
      return .unknown
    }
    return newest.year == year ? .known(newest) : .outdated(newest)
  }

  /// Why somebody need not pay a user fee; nil where they must, and for every other fee.
  private func exemption(_ question: Question) -> FreeReason? {
    guard question.contact.isUserFee else { return nil }
    // Of a vague date the first day: who was born as early as it can mean is as old as can be.
    if let birth = question.birthDate?.date, birth <= question.day,
      birth.years(until: question.day) < freeUnderAgeInYears
    {
      return .child(underAgeInYears: freeUnderAgeInYears)
    }
    return question.card?.holds(on: question.day) == true ? .exemptionCard : nil
  }
}

extension UserFee {
  fileprivate func fits(_ question: FeeSchedule.Question) -> Bool {
    contact == question.contact && hours.map { $0 == question.hours } ?? true
      && doctor.map { $0 == question.doctor } ?? true
  }
}

extension [UserFee] {
  /// The one that began last.
  fileprivate var newest: UserFee? {
    self.max { $0.validFrom < $1.validFrom }
  }
}
