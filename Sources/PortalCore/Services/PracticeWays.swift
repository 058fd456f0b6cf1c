/// One way to the practice of the person's general practitioner (`rules.md` 2.5).
package struct PracticeWay: Hashable, Sendable {
  package enum Service: Hashable, Sendable {
    case common(PracticeService)
    /// Something this practice offers beside what all have.
    case other(RecordID, OfferedService)
  }

  package let service: Service
  /// Whether it is there to be used, and why not.
  package let state: ServiceState

  /// What a message that goes this way is.
  package var kind: Message.Kind {
    switch service {
    case .common(.office): .office
    case .common(.eConsultation): .eConsultation
    case .common(.prescriptionRenewal): .renewal
    case .common(.appointmentBooking): .appointmentRequest
    case .common(.influenzaVaccine), .other: .otherService
    }
  }

  /// Which of the practice's other services it is; nil for what all have.
  package var offered: RecordID? {
    if case .other(let id, _) = service { id } else { nil }
  }
}

/// The practice that a person writes to.
package struct PracticeOffice: Sendable {
  /// The general practitioner, as the record names them.
  package let practitioner: RecordReference
  /// What the practice says of itself; nil where it has said nothing.
  package let profile: PracticeProfile?
  package let ways: [PracticeWay]

  /// The working days within which it answers.
  package var answerDays: Int { profile?.answerDays ?? PracticeOffice.usualAnswerDays }

  /// `rules.md` 2.5.
  package static let usualAnswerDays = 5

  /// The state of what a kind of message needs; on for what needs nothing.
  package func state(for kind: Message.Kind, service: RecordID? = nil) -> ServiceState {
    let way = ways.first { way in
      guard way.kind == kind else { return false }
      guard case .other(let id, _) = way.service else { return service == nil }
      return id == service
    }
    return way?.state ?? .on
  }
}

extension OpenRecord {
  /// The practice of the person's general practitioner, and the ways to it; throws
  /// `noGeneralPractitioner`.
  ///
  /// A practice that has said nothing offers what all offer.
  package func practiceOffice() throws(ServiceError) -> PracticeOffice {
    let current = try currentPractitioner()
    let (practitioner, id) = (current.reference, current.practice)
    guard let practice = try outbox.openPractice(id, as: attribution.actor) else {
      let ways = PracticeService.allCases.map { PracticeWay(service: .common($0), state: .on) }
      return PracticeOffice(practitioner: practitioner, profile: nil, ways: ways)
    }
    var ways: [PracticeWay] = []
    for service in PracticeService.allCases {
      ways.append(PracticeWay(service: .common(service), state: try practice.state(of: service)))
    }
    let others = try practice.contents { content -> OfferedService? in
      if case .offeredService(let service) = content, service.isOffered { service } else { nil }
    }
    ways += others.map { PracticeWay(service: .other($0.id, $0.content), state: .on) }
    let profile = try practice.contents { content -> PracticeProfile? in
      if case .profile(let profile) = content { profile } else { nil }
    }
    return PracticeOffice(
      practitioner: practitioner,
      profile: profile.first?.content,
      ways: ways
    )
  }

  /// Throws where the practice does not offer what a message needs now.
  ///
  /// What answers in a conversation needs nothing: it was begun.
  package func checkOffered(
    _ kind: Message.Kind,
    service: RecordID? = nil
  ) throws(ServiceError) {
    if case .off(let reason) = try practiceOffice().state(for: kind, service: service) {
      throw .dialogue(.serviceOff(reason: reason))
    }
  }
}
