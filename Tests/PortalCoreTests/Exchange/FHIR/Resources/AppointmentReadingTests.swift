import Testing

@testable import PortalCore

/// Appointments as hospitals, municipalities and Helsenorge's own profile write them.
struct AppointmentReadingTests {
  private static let patient = """
    {"resourceType":"Patient","id":"p","name":[{"text":"Kari Prøve"}],
      "generalPractitioner":[{"reference":"PractitionerRole/gp"}]}
    """
  private static let role = """
    {"resourceType":"PractitionerRole","id":"gp","practitioner":{"reference":"Practitioner/d"},
      "organization":{"reference":"Organization/o"}}
    """
  private static let office = #"{"resourceType":"Organization","id":"o","name":"Legekontoret"}"#
  private static let doctor =
    #"{"resourceType":"Practitioner","id":"d","name":[{"text":"Lege Legesen"}]}"#

  /// The last of some resources about somebody who has a general practitioner.
  private func records(_ resources: String...) throws -> [ImportBatch.ImportedRecord] {
    let all = [Self.patient, Self.role, Self.office, Self.doctor] + resources
    return try #require(FHIRFixture.read(FHIRFixture.bundle(all)).subjects.first).records
  }

  private func appointment(_ members: String, _ others: String...) throws -> Appointment {
    let resource = """
      {"resourceType":"Appointment","id":"a","participant":[
        {"actor":{"reference":"Patient/p"},"status":"accepted"}],\(members)}
      """
    let all = [Self.patient, Self.role, Self.office, Self.doctor] + others + [resource]
    let batch = try FHIRFixture.read(FHIRFixture.bundle(all))
    let content = try #require(batch.subjects.first?.records.last).content
    guard case .appointment(let appointment) = content else {
      Issue.record("not an appointment: \(content.kind)")
      return Appointment(status: .pending, care: .specialist)
    }
    return appointment
  }

  @Test func `everything that a citizen reads is kept`() throws {
    let read = try appointment(
      """
      "status":"cancelled","start":"2026-12-01T09:00:00+01:00","end":"2026-12-01T09:45:00+01:00",
      "appointmentType":{"coding":[{"system":"urn:oid:2.16.578.1.12.4.1.1.7617","code":"Video"}]},
      "serviceType":[{"text":"Fysioterapi"},{"text":"Hjerte"}],"description":"Kontroll",
      "patientInstruction":"Møt fastende","comment":"Inngang B","created":"2026-11-01",
      "reasonCode":[{"text":"Kne"}],"reasonReference":[{"reference":"Condition/c"}],
      "cancelationReason":{"coding":[{"system":"urn:oid:2.16.578.1.12.4.1.1.7621","code":"AAT"}]}
      """,
      #"{"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"},"code":{"text":"Slitasje"}}"#
    )
    #expect(read.status == .cancelled && read.minutes == 45)
    #expect(read.start?.start == Instant("2026-12-01T08:00:00Z"))
    #expect(read.type?.title == "Video" && read.serviceType?.title == "Fysioterapi, Hjerte")
    #expect(read.description == "Kontroll" && read.patientInstruction == "Møt fastende")
    #expect(read.comment == "Inngang B" && read.created?.text == "2026-11-01")
    #expect(read.reasons.map(\.title) == ["Kne", "Slitasje"])
    #expect(read.cancellationReason?.codings.first?.code == "AAT")
    // The person themselves is nobody they meet.
    #expect(read.participants.isEmpty)
    // Nothing says what it is with: it is shown to fewer.
    #expect(read.care == .specialist)
  }

  @Test func `how long it takes is said, else reckoned, and never guessed`() throws {
    let start = #""status":"booked","start":"2026-12-01T09:00:00Z""#
    #expect(try appointment(start + #","minutesDuration":20"#).minutes == 20)
    #expect(try appointment(start).minutes == nil)
    #expect(try appointment(start + #","end":"2026-12-01T08:00:00Z""#).minutes == nil)
    #expect(try appointment(#""status":"proposed""#).start == nil)
  }

  @Test func `texts of any length are kept whole`() throws {
    let long = String(repeating: "æ", count: 2500)
    let read = try appointment(#""status":"booked","description":"\#(long)""#)
    #expect(read.description == long)
  }

  @Test func `with the general practitioner's office it is primary care`() throws {
    for actor in ["Practitioner/d", "PractitionerRole/gp", "Organization/o"] {
      let records = try records(
        """
        {"resourceType":"Appointment","id":"a","status":"booked","participant":[
          {"actor":{"reference":"Patient/p"}},{"actor":{"reference":"\(actor)"}}]}
        """
      )
      guard case .appointment(let read)? = records.last?.content else {
        Issue.record("not read: \(actor)")
        continue
      }
      #expect(read.care == .primary, "\(actor)")
      #expect(read.participants.count == 1)
    }
  }

  @Test(arguments: [
    ("http://helsenorge.no/fhir/CodeSystem/hn-appointment-service-category", "7", true),
    ("http://terminology.hl7.org/CodeSystem/service-category", "17", true),
    ("http://terminology.hl7.org/CodeSystem/service-category", "7", false),
    ("urn:unknown", "7", false),
  ])
  func `only a category that is known to be primary makes it so`(
    system: String,
    code: String,
    isPrimary: Bool
  ) throws {
    let read = try appointment(
      #""status":"booked","serviceCategory":[{"coding":[{"system":"\#(system)","code":"\#(code)"}]}]"#
    )
    #expect((read.care == .primary) == isPrimary)
  }

  @Test func `flags say what the citizen may do`() throws {
    func flag(_ id: String, _ code: String, _ status: String) -> String {
      #"{"resourceType":"Flag","id":"\#(id)","status":"\#(status)","code":{"coding":[{"code":"\#(code)"}]}}"#
    }
    let flags = [
      flag("1", "canChangeAppointment", "active"), flag("2", "cancel", "active"),
      flag("3", "canAcknowledge", "inactive"), flag("4", "noSuchFlag", "active"),
    ]
    let read = try appointment(
      #""status":"booked","contained":[\#(flags.joined(separator: ","))]"#
    )
    #expect(read.permissions == [.cancel, .change])
    #expect(try appointment(#""status":"booked""#).permissions.isEmpty)
  }

  @Test func `labels that hide it stay with it`() throws {
    let records = try records(
      """
      {"resourceType":"Appointment","id":"a","status":"booked",
        "meta":{"security":[{"system":"urn:oid:2.16.578.1.12.4.1.1.9603","code":"NORN_FORANS"}]},
        "participant":[{"actor":{"reference":"Patient/p"}}]}
      """
    )
    #expect(records.last?.labels == [.fromParents])
  }

  @Test func `a status that R4 does not know, or none, leaves it uninterpreted`() throws {
    for status in [#""status":"maybe""#, #""comment":"x""#] {
      let records = try records(
        """
        {"resourceType":"Appointment","id":"a",\(status),
          "participant":[{"actor":{"reference":"Patient/p"}}]}
        """
      )
      #expect(records.last?.content.kind == .unmappedResource, "\(status)")
    }
  }

  @Test func `what an older program kept uninterpreted is read at the next import, with its past`()
    throws
  {
    let file = FHIRFixture.bundle([
      Self.patient.replacing(
        #""id":"p","#,
        with: #""id":"p","identifier":[{"system":"urn:test","value":"1"}],"#
      ),
      #"{"resourceType":"Appointment","id":"a","status":"booked","participant":[{"actor":{"reference":"Patient/p"}}]}"#,
    ])
    let batch = try FHIRReader.read(Array(file.utf8)) { SHA256.digest($0).bytes }
    var older = batch
    for (index, record) in batch.subjects[0].records.enumerated()
    where record.content.kind == .appointment {
      let unread = UnmappedResource(resourceType: "Appointment")
      var old = ImportBatch.ImportedRecord(
        id: record.id,
        content: .unmappedResource(unread),
        resourceType: record.resourceType,
        digest: record.digest,
        range: record.range
      )
      old.labels = record.labels
      older.subjects[0].records[index] = old
    }
    let test = try TestStore()
    let portal = try test.portal()
    let person = try #require(portal.store(older).persons.first)
    #expect(try !portal.store(older).hasChanged)
    #expect(try portal.store(batch).hasChanged)
    #expect(try !portal.store(batch).hasChanged)
    // Nor does the older program undo it.
    #expect(try !portal.store(older).hasChanged)
    let record = try portal.openOwn(person)
    let read = try #require(record.section(.appointments).first)
    #expect(read.version == 2)
    #expect(
      try record.history(of: read.id).map(\.record.kind) == [.unmappedResource, .appointment]
    )
    #expect(try record.section(.documents).isEmpty)
    #expect(try portal.verify().isSound)
  }
}
