import Testing

@testable import PortalCore

/// A practice with a doctor, a nurse, a reception and one who has left; and a patient of theirs.
struct DeskFixture {
  static let (doctor, nurse, reception, former) = (1, 2, 3, 4)

  let test: TestStore
  let patient: Person.ID
  let practice: Practice.ID

  init() throws {
    test = try TestStore()
    patient = try test.person(1, born: "1945-03-02")
    let portal = try test.portal()
    practice = try portal.practice(of: try portal.openOwn(patient))
    let office = try portal.openPractice(practice, as: .system)
    try office.put(StaffMember(name: "Lege Legesen", work: .doctor), as: .test(1))
    try office.put(StaffMember(name: "Syke Pleiersen", work: .nurse), as: .test(2))
    try office.put(StaffMember(name: "Ressa Resepsjon", work: .reception), as: .test(3))
    var former = StaffMember(name: "Sluttet Sluttesen", work: .doctor)
    former.ended = test.clock.instant
    try office.put(former, as: .test(4))
  }

  /// The desk, opened anew as another process would.
  func desk(_ member: Int = doctor) throws -> OpenDesk {
    let portal = try test.portal()
    return try portal.openDesk(by: try portal.chooseStaff(.test(member), at: practice))
  }

  /// What the patient writes, brought to the practice.
  @discardableResult
  func write(
    _ text: String,
    _ number: Int,
    in thread: Int? = nil,
    kind: Message.Kind = .eConsultation
  ) throws -> RecordID {
    let record = try test.portal().openOwn(patient)
    let message = OutgoingMessage(
      kind: kind,
      thread: thread.map { .test($0) },
      subject: "Emne",
      text: text
    )
    _ = try record.send(message, id: .test(number))
    try record.end()
    return .test(number)
  }

  func conversation(_ thread: Int, by member: Int = doctor) throws -> DeskConversation {
    try desk(member).conversation(.test(thread), of: patient)
  }

  /// Puts a prescription, and the wish to renew it, in the patient's journal.
  func askForRenewal(_ prescription: Int, in message: Int, atc: String = "C07AB02") throws {
    let asked = RecordID.test(prescription)
    let journal = try test.store().journal(of: patient)
    let code = CodeableConcept(
      text: "Testmedisin \(prescription)",
      codings: [Coding(system: CodeSystem.atc, code: atc)]
    )
    var old = Prescription(medication: Medication(code: code), status: .active)
    old.dosages = ["1 tablett daglig"]
    old.repeatsAllowed = 3
    _ = try journal.append(.importing(for: patient)) { _ in
      [Record(id: asked, version: 1, content: .prescription(old))]
    }
    let time = test.clock.instant
    let renewal = PrescriptionRenewal(
      prescription: asked,
      message: .test(message),
      requested: time
    )
    var text = Message(
      thread: .test(message),
      kind: .renewal,
      status: .sent,
      subject: "Fornye",
      text: "Kan disse fornyes?",
      isFromPerson: true
    )
    text.practice = practice
    text.renewals = [asked]
    text.sent = PartialDate(time)
    _ = try journal.append(.own(patient)) { contents throws(StoreError) in
      var records = [
        Record(id: PrescriptionRenewal.id(of: asked), version: 1, content: .renewal(renewal))
      ]
      if try contents.version(of: .test(message)) == 0 {
        records.append(Record(id: .test(message), version: 1, content: .message(text)))
      } else if case .message(var known)? = try contents[.test(message)]?.content {
        known.renewals = (known.renewals ?? []) + [asked]
        let version = try contents.version(of: .test(message)) + 1
        records.append(Record(id: .test(message), version: version, content: .message(known)))
      }
      return records
    }
    _ = try test.portal().rebuildDeliveries()
  }

  func message(_ number: Int, _ text: String = "Svar") -> DeskMessage {
    DeskMessage(id: .test(number), text: text)
  }

  func renewal(of prescription: Int) throws -> PrescriptionRenewal? {
    let id = PrescriptionRenewal.id(of: .test(prescription))
    guard case .renewal(let found)? = try test.store().journal(of: patient).contents[id]?.content
    else { return nil }
    return found
  }
}
