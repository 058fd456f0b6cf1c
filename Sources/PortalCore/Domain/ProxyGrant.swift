/// The four ways to act for somebody else (kv 7611, no: representasjonsrolle).
package enum ProxyRole: String, Codable, Sendable, CaseIterable {
  /// Parental responsibility (no: foreldreansvar).
  case parent = "FO"
  /// Guardian by decision (no: verge).
  case guardian = "VE"
  /// Proxy that the person gave (no: fullmakt).
  case proxy = "FU"
  /// Assigned for somebody lacking competence to consent (no: tildelt fullmakt).
  case assignedProxy = "TD"

  package var role: Role {
    switch self {
    case .parent: .parent
    case .guardian: .guardian
    case .proxy: .proxy
    case .assignedProxy: .assignedProxy
    }
  }
}

extension ProxyRole {
  /// Whether a register says who has it, and neither the person nor a practice.
  package var isFromRegister: Bool {
    switch self {
    case .parent, .guardian: true
    case .proxy, .assignedProxy: false
    }
  }
}

extension Role {
  /// The way to act for somebody else that it is; nil for the others.
  package var proxyRole: ProxyRole? {
    ProxyRole.allCases.first { $0.role == self }
  }
}

/// What a proxy is given: services by area, new ones in an area with it (`rules.md` 2.2).
package enum ProxyArea: String, Codable, Sendable, CaseIterable {
  /// Insight in what is registered about the person.
  case registered
  /// Insight in the patient record.
  case patientRecord = "patient-record"
  /// Messages, appointments, test results and what else is done digitally.
  case digitalServices = "digital-services"
}

/// One person's right to act for another (no: fullmakt; FHIR `Consent`).
///
/// Stands in the journal of the person whose record it opens, and only there is it believed. Nothing
/// that is imported makes one. A change ends the old one and makes a new one.
package struct ProxyGrant: Codable, Hashable, Sendable {
  /// How it was ended before its time.
  package struct Ending: Codable, Hashable, Sendable {
    package enum Reason: String, Codable, Sendable {
      /// By the one whose record it opens.
      case byGrantor = "grantor"
      /// By the one who acts.
      case byProxy = "proxy"
      /// Another came in its place.
      case replaced
      /// By whoever keeps the register it came from.
      case register
      /// By the practice that had assigned it.
      case byPractice = "practice"
    }

    /// From this moment on it opens nothing.
    package var time: Instant
    package var reason: Reason

    package init(time: Instant, reason: Reason) {
      self.time = time
      self.reason = reason
    }
  }

  /// What the population register says of a parent (no: Folkeregisteret).
  package struct Parenthood: Codable, Hashable, Sendable {
    /// Whether parent and child are registered at one address.
    package var sharesAddress: Bool
    package var isFosterParent: Bool

    package init(sharesAddress: Bool, isFosterParent: Bool = false) {
      self.sharesAddress = sharesAddress
      self.isFosterParent = isFosterParent
    }
  }

  /// Who assigned a proxy, and why (`rules.md` 2.3).
  package struct Assignment: Codable, Hashable, Sendable {
    package var practice: Practice.ID
    package var staffName: String
    package var reason: String

    package init(practice: Practice.ID, staffName: String, reason: String) {
      self.practice = practice
      self.staffName = staffName
      self.reason = reason
    }
  }

  package var role: ProxyRole
  /// Who may act (no: fullmektig).
  package var proxy: Person.ID
  /// Their name as it was then.
  package var proxyName: String
  /// In the order of `ProxyArea.allCases`, each once.
  package let areas: [ProxyArea]
  package var start: Instant
  /// The last day it holds, in Norway, that day included; without limit where nil.
  package var lastDay: CivilDate?
  package var ending: Ending?
  /// The one that it came in the place of.
  package var predecessor: RecordID?
  package var parenthood: Parenthood?
  package var assignment: Assignment?

  package init(
    role: ProxyRole,
    proxy: Person.ID,
    proxyName: String,
    areas: Set<ProxyArea>,
    start: Instant,
    lastDay: CivilDate? = nil
  ) {
    self.role = role
    self.proxy = proxy
    self.proxyName = proxyName
    self.areas = ProxyArea.allCases.filter(areas.contains)
    self.start = start
    self.lastDay = lastDay
  }
}

extension ProxyGrant {
  /// Where it stands at a moment.
  package enum State: Hashable, Sendable {
    case notBegun
    case active
    /// Over; since when.
    case ended(Instant)
  }

  /// Judged by the day in Norway; ended from the very moment that `ending` names.
  package func state(at now: Instant) -> State {
    if let ending, now >= ending.time { return .ended(ending.time) }
    if let end, now >= end { return .ended(end) }
    return now < start ? .notBegun : .active
  }

  /// The first moment after the last day; an assigned one lasts no longer than the law lets it.
  package var end: Instant? {
    let limit = role == .assignedProxy ? ProxyGrant.longestAssignment(from: start) : nil
    guard let last = [lastDay, limit].compactMap(\.self).min() else { return nil }
    return OsloTime.instant(last.next, TimeOfDay(milliseconds: 0))
  }

  /// The last day that an assigned proxy can have: five years from its first (`rules.md` 2.3).
  package static func longestAssignment(from start: Instant) -> CivilDate {
    CivilDate(daysSinceEpoch: OsloTime.date(start).adding(years: 5).daysSinceEpoch - 1)
  }
}

/// That somebody may act for another, told in their own journal so that they find it there.
///
/// Derived from the other's `ProxyGrant`, which alone decides: this opens nothing.
package struct Representation: Codable, Hashable, Sendable {
  package var person: Person.ID
  /// The name of the one whose record it is, as it was then.
  package var personName: String
  package var role: ProxyRole
  /// The grant in the other's journal.
  package var grant: RecordID

  package init(person: Person.ID, personName: String, role: ProxyRole, grant: RecordID) {
    self.person = person
    self.personName = personName
    self.role = role
    self.grant = grant
  }
}

/// Whether the parents let a young person of 13 to 15 sign in themselves (`rules.md` 2.4).
package struct YouthLogin: Codable, Hashable, Sendable {
  package var isAllowed: Bool
  package var chosen: Instant

  package init(isAllowed: Bool, chosen: Instant) {
    self.isAllowed = isAllowed
    self.chosen = chosen
  }

  /// The id of the one record in a journal that says so.
  package static let recordID = RecordID(bytes: Array("youth-login\0\0\0\0\0\0".utf8))
}
