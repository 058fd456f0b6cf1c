import Glibc
import Testing

@testable import PortalCore

/// A practice's own journal: services, staff and times, and who may do what with them.
struct OpenPracticeTests {
  private let test: TestStore
  private let practice: Practice.ID
  private let one: Person.ID
  private let two: Person.ID
  private let office: OpenPractice

  init() throws {
    test = try TestStore()
    (one, two) = (try test.person(1), try test.person(2))
    let portal = try test.portal()
    practice = try portal.practice(of: try portal.openOwn(one))
    office = try portal.openPractice(practice, as: .system)
  }

  private var morning: Instant { test.clock.instant }
  private var day: Range<Instant> {
    morning..<Instant(milliseconds: morning.milliseconds + 86_400_000)
  }

  private func patient(_ id: Person.ID) throws -> OpenPractice {
    try test.portal().openPractice(practice, as: .person(id))
  }

  @Test func `all patients of a practice reach the same one`() throws {
    let portal = try test.portal()
    #expect(try portal.practice(of: try portal.openOwn(two)) == practice)
    #expect(try test.store().practices() == [practice])
    // Made twice, also by another process at the same moment, it is one.
    let bytes = try test.practiceJournalBytes(practice)
    try test.store().makePractice(practice)
    #expect(try test.practiceJournalBytes(practice) == bytes)
  }

  @Test func `a service is on until somebody switches it off, and says why`() throws {
    for service in PracticeService.allCases { #expect(try office.state(of: service) == .on) }
    let why = ServiceState.off(reason: "Ferie til 3. august")
    #expect(try office.set(.eConsultation, to: why) != nil)
    #expect(try office.set(.eConsultation, to: why) == nil)
    #expect(try patient(two).state(of: .eConsultation) == why)
    #expect(try patient(two).state(of: .office) == .on)
    // A practitioner's own switch goes before the practice's.
    #expect(try office.state(of: .eConsultation, practitioner: .test(1)) == why)
    try office.set(.eConsultation, to: .on, practitioner: .test(1))
    try office.set(.office, to: .off(reason: "Bare timer"), practitioner: .test(2))
    let seen = try patient(one)
    #expect(try seen.state(of: .eConsultation, practitioner: .test(1)) == .on)
    #expect(try seen.state(of: .eConsultation) == why)
    #expect(try seen.state(of: .office, practitioner: .test(2)) == .off(reason: "Bare timer"))
    #expect(try seen.state(of: .office) == .on)
  }

  @Test func `staff are kept with their work, and each id stays what it is`() throws {
    var doctor = StaffMember(name: "Lege Legesen", work: .doctor, personnelNumber: "9999999")
    #expect(try office.put(doctor, as: .test(1)) != nil)
    doctor.ended = morning
    #expect(try office.put(doctor, as: .test(1)) != nil)
    #expect(try office.put(doctor, as: .test(1)) == nil)
    try office.offer(.test(2), at: morning, minutes: 20)
    #expect(try office.put(doctor, as: .test(2)) == nil)
    let staff = try patient(one).staff()
    #expect(staff.map(\.id) == [.test(1)] && staff.map(\.content) == [doctor])
  }

  @Test func `a time is taken by one person and given back by them`() throws {
    try office.offer(.test(1), at: morning, minutes: 20, practitioner: .test(7))
    #expect(try office.offer(.test(1), at: morning, minutes: 30) == nil)
    let (first, second) = (try patient(one), try patient(two))
    #expect(try first.slots(in: day).map(\.state) == [.free])
    let outcome = try first.claim(.test(1), for: one, appointment: .test(10))
    guard case .claimed(let receipt) = outcome else {
      Issue.record("not claimed")
      return
    }
    // Tried again, because the answer was lost: the same line proves it.
    #expect(try patient(one).claim(.test(1), for: one, appointment: .test(10)) == .claimed(receipt))
    #expect(try second.claim(.test(1), for: two, appointment: .test(11)) == .taken)
    #expect(try first.claim(.test(1), for: one, appointment: .test(12)) == .taken)
    #expect(try second.slots(in: day).map(\.state) == [.taken])
    #expect(try first.slots(in: day).map(\.state) == [.own(appointment: .test(10))])
    // Not theirs to give back.
    #expect(try second.free(.test(1), for: two, appointment: .test(10)) == nil)
    #expect(try first.free(.test(1), for: one, appointment: .test(12)) == nil)
    #expect(try first.free(.test(1), for: one, appointment: .test(10)) != nil)
    #expect(try first.free(.test(1), for: one, appointment: .test(10)) == nil)
    guard case .claimed = try second.claim(.test(1), for: two, appointment: .test(11)) else {
      Issue.record("not free again")
      return
    }
    #expect(throws: ServiceError.noSuchRecord) {
      _ = try first.claim(.test(99), for: one, appointment: .test(13))
    }
  }

  @Test func `of many who want one time exactly one gets it`() throws {
    let people = try (10..<30).map { try test.person(UInt8($0)) }
    try office.offer(.test(1), at: morning, minutes: 20)
    // Each has read the time as free before any of them claims it.
    let claimers = try people.map { ($0, try patient($0)) }
    for (person, view) in claimers {
      #expect(try view.slots(in: day).map(\.state) == [.free], "\(person)")
    }
    var winners = 0
    for (index, (person, view)) in claimers.enumerated().reversed() {
      let outcome = try view.claim(.test(1), for: person, appointment: .test(100 + index))
      if case .claimed = outcome { winners += 1 }
    }
    #expect(winners == 1)
    #expect(try patient(people[19]).slots(in: day).map(\.state) == [.own(appointment: .test(119))])
  }

  @Test func `patients read and book for themselves; staff are refused until they can sign in`()
    throws
  {
    let patient = try patient(one)
    try office.offer(.test(1), at: morning, minutes: 20)
    #expect(throws: ServiceError.refused(.roleNotGranted(.staff))) {
      _ = try patient.set(.office, to: .on)
    }
    #expect(throws: ServiceError.refused(.roleNotGranted(.staff))) {
      _ = try patient.offer(.test(2), at: morning, minutes: 20)
    }
    #expect(throws: ServiceError.refused(.notTheirRecord)) {
      _ = try patient.claim(.test(1), for: two, appointment: .test(3))
    }
    for actor in [Actor.importer, .staff(practice: .test(1), member: .test(2))] {
      #expect(throws: ServiceError.refused(.roleNotGranted(.staff))) {
        _ = try test.portal().openPractice(practice, as: actor)
      }
    }
    #expect(throws: ServiceError.store(.noSuchRecord)) {
      let nobody = Practice.ID(bytes: Array(repeating: 1, count: 17))
      _ = try test.portal().openPractice(nobody, as: .system)
    }
  }

  @Test(arguments: WriteFaultTests.codes, [false, true])
  func `a claim that fails at any call is made or not made, and can be tried again`(
    code: Int32,
    isLasting: Bool
  ) throws {
    try office.offer(.test(0), at: morning, minutes: 20)
    let patient = try patient(one)
    test.disk.plan(nil)
    _ = try patient.claim(.test(0), for: one, appointment: .test(0))
    for call in 1...test.disk.count {
      test.disk.plan(nil)
      try office.offer(.test(call), at: morning, minutes: 20)
      test.disk.plan(.init(call: call, code: code, isLasting: isLasting))
      let outcome = try? patient.claim(.test(call), for: one, appointment: .test(call))
      test.disk.plan(nil)
      if let outcome { #expect(outcome != .taken) }
      let again = try self.patient(one).claim(.test(call), for: one, appointment: .test(call))
      #expect(again != .taken, "call \(call)")
      #expect(office.damage == nil)
      #expect(try self.patient(two).claim(.test(call), for: two, appointment: .test(1)) == .taken)
    }
  }

  @Test func `a practice's journal does not grow into a person's, nor the other way`() throws {
    let name = "data/practices/\(practice.folder)/\(practice.text)/journal.jsonl"
    try test.scratch.write(try test.journalBytes(of: one), to: name)
    #expect(throws: StoreError.self) { _ = try test.store().practiceJournal(practice) }
    #expect(try !test.portal().verify().isSound)
  }
}
