/// What a person pays for a contact with a practice (no: egenandel), or another fee of a practice's.
package struct UserFee: Codable, Hashable, Sendable {
  /// What is paid for.
  package enum Contact: String, Codable, Sendable, CaseIterable {
    /// A message about holidays or parking: no health care.
    case office
    case consultation
    /// A health question in writing (no: e-konsultasjon, tariff 2ae).
    case eConsultation = "e-consultation"
    /// What leads to a prescription or a referral without more (no: enkel pasientkontakt).
    case simpleContact = "simple-contact"
    /// For samples, in addition to the contact itself.
    case laboratory
    /// An appointment not kept, or cancelled less than 24 hours before (no: ikke møtt).
    case missedAppointment = "missed-appointment"

    /// Whether those who are exempt need not pay it.
    ///
    /// What somebody pays for not having come is no user fee: neither age nor card exempts from it.
    package var isUserFee: Bool {
      switch self {
      case .office, .consultation, .eConsultation, .simpleContact, .laboratory: true
      case .missedAppointment: false
      }
    }
  }

  package enum Hours: String, Codable, Sendable, CaseIterable {
    case day
    /// Answered or seen after 16 (no: kveldstakst).
    case evening
  }

  package enum Doctor: String, Codable, Sendable, CaseIterable {
    case general
    /// A specialist in general practice (no: spesialist i allmennmedisin).
    case specialist
  }

  package let contact: Contact
  /// At whatever time where nil.
  package let hours: Hours?
  /// With whichever doctor where nil.
  package let doctor: Doctor?
  /// The whole amount; no list has øre.
  package let kroner: Int
  package let validFrom: CivilDate
  /// The last day, that day included; still holding where nil.
  package let validTo: CivilDate?

  package init(
    contact: Contact,
    hours: Hours? = nil,
    doctor: Doctor? = nil,
    kroner: Int,
    validFrom: CivilDate,
    validTo: CivilDate? = nil
  ) {
    self.contact = contact
    self.hours = hours
    self.doctor = doctor
    self.kroner = kroner
    self.validFrom = validFrom
    self.validTo = validTo
  }

  /// The year from which the figure is, as a person is told it.
  package var year: Int { validFrom.year }

  package func holds(on day: CivilDate) -> Bool {
    day >= validFrom && validTo.map { day <= $0 } ?? true
  }
}

/// That somebody has paid what is paid in a year, and pays no more (no: frikort).
package struct FeeExemptionCard: Codable, Hashable, Sendable {
  /// The first day it holds; the last is 31 December of the same year.
  package var validFrom: CivilDate

  package init(validFrom: CivilDate) {
    self.validFrom = validFrom
  }

  package func holds(on day: CivilDate) -> Bool {
    day >= validFrom && day.year == validFrom.year
  }
}

extension PracticeService {
  /// What using it is paid as; nil where it is not known.
  package var contact: UserFee.Contact? {
    switch self {
    case .office: .office
    case .eConsultation: .eConsultation
    case .prescriptionRenewal: .simpleContact
    case .appointmentBooking: .consultation
    case .influenzaVaccine: nil
    }
  }
}
