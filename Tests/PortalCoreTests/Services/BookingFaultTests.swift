import Glibc
import Testing

@testable import PortalCore

/// Booking, moving and cancelling, with the disk failing or the process dying at every call.
struct BookingFaultTests {
  private enum Act: CaseIterable {
    case book
    case move
    case cancel
  }

  /// A store with two free times, and an appointment in the first of them where there is one.
  private func store(_ act: Act) throws -> (TestStore, Person.ID, Practice.ID) {
    let test = try TestStore()
    let id = try test.person()
    let portal = try test.portal()
    let practice = try portal.practice(of: try portal.openOwn(id))
    let office = try portal.openPractice(practice, as: .system)
    for number in 1...2 {
      let start = test.clock.instant.advanced(bySeconds: Int64(number) * 86_400)
      try office.offer(.test(number), at: start, minutes: 20)
    }
    if act != .book {
      let record = try portal.openOwn(id)
      try record.book(BookingRequest(slot: .test(1)), as: .test(10))
      try record.end()
    }
    return (test, id, practice)
  }

  /// One session that does it and ends; whether it was said to be done.
  private func run(_ act: Act, _ test: TestStore, _ id: Person.ID) -> Bool {
    guard let record = try? test.portal().openOwn(id) else { return false }
    var isDone = false
    do {
      switch act {
      case .book: isDone = try record.book(BookingRequest(slot: .test(1)), as: .test(10)) != nil
      case .move: isDone = try record.move(.test(10), base: 1, to: .test(2)) != nil
      case .cancel: isDone = try record.cancel(.test(10), base: 1) != nil
      }
    } catch {}
    try? record.end()
    return isDone
  }

  /// The times that are taken agree with the appointments; nothing is left pending.
  private func check(
    _ test: TestStore,
    _ id: Person.ID,
    _ practice: Practice.ID,
    _ label: String,
    isVerified: Bool = true
  ) throws -> [RecordID] {
    let report = try test.portal().completeDeliveries()
    #expect(report.due == 0 && report.alive == 0, "\(label)")
    let held = try test.portal().openOwn(id).appointments()
      .filter { $0.content.status.holdsTime }.compactMap(\.content.slot)
    let claimed = try test.store().practiceJournal(practice).claims.map(\.id)
    #expect(held.sorted() == claimed, "\(label)")
    let pending = try test.scratch.tree().keys.filter { $0.hasPrefix("/data/pending/") }
    #expect(pending.filter { !$0.hasSuffix(".tmp") }.isEmpty, "\(label)")
    if isVerified {
      let verified = try test.portal().verify()
      #expect(verified.isSound, "\(label): \(verified.problems)")
    }
    return claimed
  }

  @Test(arguments: [
    (EIO, isLasting: false, isDone: false), (EIO, isLasting: false, isDone: true),
    (ENOSPC, isLasting: true, isDone: false),
  ])
  func `whatever call fails, no time is held without an appointment, and none lacks its time`(
    code: Int32,
    isLasting: Bool,
    isDone: Bool
  ) throws {
    for act in Act.allCases {
      let (model, modelID, _) = try store(act)
      model.disk.plan(nil)
      #expect(run(act, model, modelID))
      for call in 1...model.disk.count {
        let (test, id, practice) = try store(act)
        test.disk.plan(.init(call: call, code: code, isLasting: isLasting, isDone: isDone))
        let isAcknowledged = run(act, test, id)
        test.disk.plan(nil)
        let claimed = try check(
          test,
          id,
          practice,
          "\(act) \(call)",
          isVerified: call.isMultiple(of: 7)
        )
        guard isAcknowledged else { continue }
        switch act {
        case .book: #expect(claimed == [.test(1)], "\(call)")
        case .move: #expect(claimed == [.test(2)], "\(call)")
        case .cancel: #expect(claimed.isEmpty, "\(call)")
        }
      }
    }
  }

  @Test func `what was tried and failed is done by trying again with the same id`() throws {
    let (model, modelID, _) = try store(.book)
    model.disk.plan(nil)
    #expect(run(.book, model, modelID))
    for call in 1...model.disk.count {
      let (test, id, practice) = try store(.book)
      test.disk.plan(.init(call: call, code: EIO))
      _ = run(.book, test, id)
      test.disk.plan(nil)
      let again = try test.portal().openOwn(id)
      _ = try again.book(BookingRequest(slot: .test(1)), as: .test(10))
      try again.end()
      #expect(try check(test, id, practice, "\(call)") == [.test(1)])
      #expect(try test.portal().openOwn(id).appointments().count == 1, "\(call)")
    }
  }

  @Test func `doctor gives back a time that no appointment holds, also without a marker`() throws {
    let (test, id, practice) = try store(.book)
    let portal = try test.portal()
    _ = try portal.openPractice(practice, as: .person(id))
      .claim(.test(1), for: id, appointment: .test(77))
    #expect(portal.completeDeliveries().completed == 0)
    #expect(try test.store().practiceJournal(practice).claims.count == 1)
    #expect(try portal.rebuildDeliveries().mended == 1)
    #expect(try check(test, id, practice, "doctor").isEmpty)
    #expect(try portal.rebuildDeliveries().mended == 0)
  }

  @Test func `a time given back between taking and writing is taken once more`() throws {
    let (test, id, practice) = try store(.book)
    let record = try test.portal().openOwn(id)
    let (disk, path, surroundings) = (test.disk, test.path, test.surroundings)
    // Just before the record is locked for the appointment somebody mends the store.
    disk.before { call in
      guard call == .lock,
        let store = try? Store(
          at: path,
          creating: { StoreSettings(store: .test(1)) },
          surroundings: surroundings
        ),
        let journal = try? store.practiceJournal(practice), !journal.claims.isEmpty
      else { return }
      disk.before(nil)
      _ = try? ClaimSettlement(store: store, person: id).run(at: practice)
    }
    #expect(try record.book(BookingRequest(slot: .test(1)), as: .test(10)) != nil)
    disk.before(nil)
    try record.end()
    #expect(try check(test, id, practice, "given back") == [.test(1)])
    let taken = try test.store().practiceJournal(practice).newest[.test(1)]?.record.version
    // Offered, taken, given back, taken.
    #expect(taken == 4)
  }

  /// Four people, each with a session of their own that may die, do whatever comes.
  @Test(arguments: 1...12)
  func `whatever several do at once, each time is one person's, and each appointment has its time`(
    seed: UInt64
  ) throws {
    let (test, _, practice) = try store(.book)
    let people = try (20..<24).map { try test.person(UInt8($0)) }
    let office = try test.portal().openPractice(practice, as: .system)
    for number in 3...5 {
      let start = test.clock.instant.advanced(bySeconds: Int64(number) * 86_400)
      try office.offer(.test(number), at: start, minutes: 20)
    }
    let chance = Randomness.seeded(seed)
    func roll(_ count: Int) -> Int { Int(chance.bytes(1)[0]) % count }
    var sessions = try people.map { try test.portal().openOwn($0) }
    for turn in 0..<60 {
      let who = roll(people.count)
      let record = sessions[who]
      let slot = RecordID.test(1 + roll(5))
      let known = try record.appointments().filter { $0.content.status.isOpen }
      if roll(4) == 0 {
        test.disk.plan(.init(call: 1 + roll(60), code: EIO, isLasting: roll(2) == 0))
      }
      switch roll(4) {
      case 0: _ = try? record.book(BookingRequest(slot: slot), as: .test(100 + turn))
      case 1:
        if let one = known.first { _ = try? record.move(one.id, base: one.version, to: slot) }
      case 2: if let one = known.last { _ = try? record.cancel(one.id, base: one.version) }
      default:
        // Dies, or ends.
        if roll(2) == 0 { try? record.end() }
        test.disk.plan(nil)
        sessions[who] = try test.portal().openOwn(people[who])
      }
      test.disk.plan(nil)
    }
    for record in sessions { try record.end() }
    sessions = []
    let report = try test.portal().completeDeliveries()
    #expect(report.due == 0)
    var held: [RecordID] = []
    for person in people {
      held += try test.portal().openOwn(person).appointments()
        .filter { $0.content.status.holdsTime }.compactMap(\.content.slot)
    }
    #expect(Set(held).count == held.count)
    #expect(held.sorted() == (try test.store().practiceJournal(practice).claims.map(\.id)))
    #expect(try test.portal().verify().isSound)
  }
}
