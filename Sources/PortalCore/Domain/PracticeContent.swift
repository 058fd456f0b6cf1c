/// What a practice offers its patients (`rules.md` 2.5).
package enum PracticeService: String, Codable, Sendable, CaseIterable {
  /// Messages to the office: holidays, parking; no health care.
  case office
  case eConsultation = "e-consultation"
  case prescriptionRenewal = "prescription-renewal"
  case appointmentBooking = "appointment-booking"
  case influenzaVaccine = "influenza-vaccine"
}

/// Whether a service is there to be used.
package enum ServiceState: Hashable, Sendable {
  case on
  /// Switched off, and why, in the practice's own words.
  case off(reason: String)
}

/// A service switched on or off, for a practice or for one who works there.
struct ServiceSwitch: Codable, Hashable, Sendable {
  var service: PracticeService
  /// The member of staff it is about; all who have no switch of their own where nil.
  var practitioner: RecordID?
  /// Why it is off; on where nil.
  var reasonWhenOff: String?

  static func id(of service: PracticeService, _ practitioner: RecordID?) -> RecordID {
    let text = "switch|\(service.rawValue)|\(practitioner?.text ?? "")"
    return RecordID(bytes: SHA256.digest(Array(text.utf8)).bytes)
  }
}

/// Somebody who works at a practice (no: ansatt).
package struct StaffMember: Codable, Hashable, Sendable {
  package enum Work: String, Codable, Sendable, CaseIterable {
    case doctor
    case nurse
    case reception
  }

  package var name: String
  package var work: Work
  /// Whom they sign in as; nil for who has no record in the store.
  package var person: Person.ID?
  /// Whether a doctor's education for general practice is approved: it sets the fee.
  package var isSpecialist: Bool?
  /// The number in the register of health personnel (no: HPR-nummer).
  package var personnelNumber: String?
  /// When they stopped working there.
  package var ended: Instant?

  package init(name: String, work: Work, personnelNumber: String? = nil, ended: Instant? = nil) {
    self.name = name
    self.work = work
    self.personnelNumber = personnelNumber
    self.ended = ended
  }
}

/// A time that can be booked (no: ledig time; FHIR `Slot`).
struct AppointmentSlot: Codable, Hashable, Sendable {
  /// Who has taken a slot, and the id that the appointment has, or will have, in their own journal.
  struct Claim: Codable, Hashable, Sendable {
    var person: Person.ID
    var appointment: RecordID
  }

  var start: Instant
  var minutes: Int
  /// The member of staff whose time it is.
  var practitioner: RecordID?
  /// Free where nil.
  var claim: Claim?
}

/// What a practice is called and where it is.
package struct PracticeProfile: Codable, Hashable, Sendable {
  package var name: String
  package var organisationNumber: String?
  /// The municipality's number and name.
  package var municipality: String?
  package var municipalityName: String?
  package var address: String?
  package var phone: String?
  /// The working days within which it answers (`rules.md` 2.5); five where nil.
  package var answerDays: Int?

  package init(name: String) {
    self.name = name
  }

  /// There is one in a practice's journal.
  package static let recordID = RecordID(bytes: Array("practice-profile\0".utf8))
}

/// Something a practice offers beside the services that all have (no: andre tjenester).
package struct OfferedService: Codable, Hashable, Sendable {
  package var name: String
  package var description: String?
  package var isOffered: Bool

  package init(name: String, description: String? = nil, isOffered: Bool = true) {
    self.name = name
    self.description = description
    self.isOffered = isOffered
  }
}

/// The people of one general practitioner, as numbers (no: fastlegeliste; `rules.md` 2.6).
package struct PatientList: Codable, Hashable, Sendable {
  /// Somebody who has been given a place, and the change in their own journal that it is for.
  package struct Joining: Codable, Hashable, Sendable {
    package var person: Person.ID
    package var change: RecordID
    package var effective: CivilDate
    /// Since when they waited for it; nil for who found the list open.
    package var waitedSince: Instant?
  }

  package struct Waiting: Codable, Hashable, Sendable {
    package var person: Person.ID
    package var since: Instant
  }

  /// The member of staff whose list it is.
  package var practitioner: RecordID
  package var capacity: Int
  /// How many the register has on it, without those who join.
  package var members: Int
  /// In the order in which they came.
  package var joining: [Joining] = []
  package var waiting: [Waiting] = []

  package init(of practitioner: RecordID, capacity: Int, members: Int) {
    self.practitioner = practitioner
    self.capacity = capacity
    self.members = members
  }

  package var freePlaces: Int { max(0, capacity - members - joining.count) }

  /// So many places have to be free before a list that people wait for opens (`rules.md` 2.6, an older
  /// page of helsenorge.no).
  package static let placesToOpen = 10

  /// Whether anybody may choose it: there is room, and nobody has waited longer.
  package var isOpen: Bool { freePlaces > 0 && waiting.isEmpty }

  package static func id(of practitioner: RecordID) -> RecordID {
    RecordID(bytes: SHA256.digest(Array("patient-list|\(practitioner.text)".utf8)).bytes)
  }
}

/// That somebody of the staff opened the desk; the versions of one record for each of them.
package struct DeskSession: Codable, Hashable, Sendable {
  package var member: RecordID
  package var started: Instant
  /// Whether the store's owner acts as them, without a PIN.
  package var isChosen: Bool

  static func id(of member: RecordID) -> RecordID {
    RecordID(bytes: SHA256.digest(Array("desk-session|\(member.text)".utf8)).bytes)
  }
}

/// What a record of a practice's own journal holds, by kind.
enum PracticeContent: Hashable, Sendable {
  /// The word that stands in the journal.
  enum Kind: String, Codable, Sendable {
    case staffMember
    case serviceSwitch
    case appointmentSlot
    case profile
    case offeredService
    case patientList
    case deskSession
  }

  case staffMember(StaffMember)
  case serviceSwitch(ServiceSwitch)
  case appointmentSlot(AppointmentSlot)
  case profile(PracticeProfile)
  case offeredService(OfferedService)
  case patientList(PatientList)
  case deskSession(DeskSession)

  var kind: Kind {
    switch self {
    case .staffMember: .staffMember
    case .serviceSwitch: .serviceSwitch
    case .appointmentSlot: .appointmentSlot
    case .profile: .profile
    case .offeredService: .offeredService
    case .patientList: .patientList
    case .deskSession: .deskSession
    }
  }
}

/// One version of one thing in a practice's journal.
struct PracticeRecord: Hashable, Sendable {
  let id: RecordID
  /// 1 for the first; the newest holds.
  let version: Int
  let content: PracticeContent
}

extension PracticeRecord: Codable {
  private enum Key: String, CodingKey {
    case id, version, kind, content
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let content: PracticeContent =
      switch try values.decode(PracticeContent.Kind.self, forKey: .kind) {
      case .staffMember: .staffMember(try values.decode(StaffMember.self, forKey: .content))
      case .serviceSwitch: .serviceSwitch(try values.decode(ServiceSwitch.self, forKey: .content))
      case .appointmentSlot:
        .appointmentSlot(try values.decode(AppointmentSlot.self, forKey: .content))
      case .profile: .profile(try values.decode(PracticeProfile.self, forKey: .content))
      case .offeredService:
        .offeredService(try values.decode(OfferedService.self, forKey: .content))
      case .patientList: .patientList(try values.decode(PatientList.self, forKey: .content))
      case .deskSession: .deskSession(try values.decode(DeskSession.self, forKey: .content))
      }
    self.init(
      id: try values.decode(RecordID.self, forKey: .id),
      version: try values.decode(Int.self, forKey: .version),
      content: content
    )
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(id, forKey: .id)
    try values.encode(version, forKey: .version)
    try values.encode(content.kind, forKey: .kind)
    switch content {
    case .staffMember(let value): try values.encode(value, forKey: .content)
    case .serviceSwitch(let value): try values.encode(value, forKey: .content)
    case .appointmentSlot(let value): try values.encode(value, forKey: .content)
    case .profile(let value): try values.encode(value, forKey: .content)
    case .offeredService(let value): try values.encode(value, forKey: .content)
    case .patientList(let value): try values.encode(value, forKey: .content)
    case .deskSession(let value): try values.encode(value, forKey: .content)
    }
  }
}
