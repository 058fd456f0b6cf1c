import Glibc
import Testing

@testable import PortalCore

/// Both sides are told of every change, once, whatever fails in between.
struct ProxyReceiptTests {
  private func told(_ home: ProxyHousehold, _ id: Person.ID) throws -> [String] {
    try home.own(id).accessNotices().map(\.content).sorted { $0.time < $1.time }
      .map(\.event.rawValue)
  }

  @Test func `giving, changing and ending stand in both inboxes`() throws {
    let home = try ProxyHousehold()
    let record = try home.own(home.grandmother)
    let first = try record.giveProxy(to: home.daughter, areas: [.registered]).grant
    home.test.clock.advance(bySeconds: 60)
    let second = try record.changeProxy(first, base: 1, areas: [.patientRecord], lastDay: nil).grant
    home.test.clock.advance(bySeconds: 60)
    // At once, and not only as the session ends.
    #expect(try told(home, home.daughter) == ["given", "changed"])
    try record.endProxy(second)
    for id in [home.grandmother, home.daughter] {
      #expect(try told(home, id) == ["given", "changed", "ended"])
    }
    let notice = try #require(try home.own(home.daughter).accessNotices().first?.content)
    #expect(notice.person == home.grandmother && notice.personName == "Gro Bestemor")
    #expect(notice.right?.areas == [.patientRecord] && notice.right?.ended == .byGrantor)
    #expect(notice.otherName(for: home.daughter) == "Gro Bestemor")
    #expect(notice.otherName(for: home.grandmother) == "Dina Datter")
    #expect(notice.copies == nil)
    try record.end()
  }

  @Test func `who gives it back is told, and so is the other`() throws {
    let home = try ProxyHousehold()
    try home.give()
    home.test.clock.advance(bySeconds: 60)
    let record = try home.represent()
    try record.resign()
    try record.end()
    for id in [home.grandmother, home.daughter] {
      #expect(try told(home, id) == ["given", "ended"])
      let notice = try #require(try home.own(id).accessNotices().first?.content)
      #expect(notice.right?.ended == .byProxy)
    }
  }

  @Test func `receipts are listed with the messages, and seen by nobody who acts`() throws {
    let home = try ProxyHousehold()
    try home.give()
    let own = try home.own(home.grandmother)
    #expect(try own.section(.messages).map(\.kind) == [.accessNotice])
    let id = try #require(try own.accessNotices().first?.id)
    let record = try home.represent()
    #expect(try record.section(.messages).isEmpty && record.accessNotices().isEmpty)
    #expect(throws: ServiceError.noSuchRecord) { _ = try record.record(id, of: .accessNotice) }
    #expect(throws: ServiceError.noSuchRecord) { _ = try record.history(of: id) }
    #expect(try !record.history(of: nil).contains { $0.record.kind == .accessNotice })
  }

  @Test func `delivering again, in any process, changes nothing`() throws {
    let home = try ProxyHousehold()
    let id = try home.give()
    try home.own(home.grandmother).endProxy(id)
    try home.portal().completeDeliveries()
    let before = try home.test.journalBytes(of: home.daughter)
    for _ in 1...3 {
      try home.portal().completeDeliveries()
      _ = try home.portal().rebuildDeliveries()
    }
    #expect(try home.test.journalBytes(of: home.daughter) == before)
  }

  @Test func `doctor makes the same of what the holder's record has lost`() throws {
    let home = try ProxyHousehold()
    let before = try home.test.journalBytes(of: home.daughter)
    let id = try home.give(lastDay: home.today.later(5))
    func holders() throws -> [RecordID: RecordContent] {
      let contents = try home.test.store().journal(of: home.daughter).contents
      var found: [RecordID: RecordContent] = [:]
      for listed in try contents.entries(of: [.accessNotice, .representation]) {
        found[listed.entry.id] = try contents.record(listed).content
      }
      return found
    }
    let delivered = try holders()
    #expect(delivered.count == 2)
    // As after a backup from before was put back.
    try home.test.writeJournal(before, of: home.daughter)
    #expect(try holders().isEmpty)
    _ = try home.portal().rebuildDeliveries()
    #expect(try holders() == delivered)
    #expect(try home.represent().attribution.basis.grant == id)
  }

  // MARK: - Failures

  /// A session that gives a proxy and takes it back; gives what was acknowledged.
  private func session(_ home: ProxyHousehold) -> (given: RecordID?, isEnded: Bool) {
    guard let record = try? home.own(home.grandmother) else { return (nil, false) }
    let given = try? record.giveProxy(to: home.daughter, areas: [.registered]).grant
    var isEnded = false
    if let given { isEnded = ((try? record.endProxy(given)) ?? nil) != nil }
    try? record.end()
    return (given, isEnded)
  }

  /// Dying between the two journals is one of these calls; a call may also have done its work
  /// before it says that it failed.
  @Test(arguments: [
    (EIO, isLasting: false, isDone: false), (EIO, isLasting: false, isDone: true),
    (ENOSPC, isLasting: true, isDone: false),
  ])
  func `whatever call fails, both are told of all that stands, once`(
    code: Int32,
    isLasting: Bool,
    isDone: Bool
  ) throws {
    let model = try ProxyHousehold()
    model.test.disk.plan(nil)
    #expect(session(model).isEnded)
    for call in 1...model.test.disk.count {
      let home = try ProxyHousehold()
      let plan = FailingFileSystem.Fault(
        call: call,
        code: code,
        isLasting: isLasting,
        isDone: isDone
      )
      home.test.disk.plan(plan)
      let (given, isEnded) = session(home)
      home.test.disk.plan(nil)
      try home.portal().completeDeliveries()
      let own = try home.test.store().journal(of: home.grandmother).contents
      let grants = try own.entries(of: [.proxyGrant])
      if let given { #expect(grants.map(\.entry.id) == [given], "call \(call)") }
      let versions = grants.first?.entry.version ?? 0
      if isEnded { #expect(versions == 2, "call \(call)") }
      let theirs = try home.test.store().journal(of: home.daughter).contents
      #expect(try own.entries(of: [.accessNotice]).count == versions, "call \(call)")
      #expect(try theirs.entries(of: [.accessNotice]).count == versions, "call \(call)")
      #expect(
        try theirs.entries(of: [.representation]).count == min(versions, 1),
        "call \(call)"
      )
      #expect(try home.portal().verify().isSound, "call \(call)")
    }
  }

  @Test func `who is stopped with the holder's lock holds up no start, and it comes later`() throws
  {
    let home = try ProxyHousehold()
    let directory = try home.test.store().personDirectory(home.daughter)
    let lock = try OwnerLock.take(directory, surroundings: home.test.surroundings)
    try home.give()
    #expect(try home.portal().completeDeliveries().due == 1)
    lock.release()
    #expect(try home.portal().completeDeliveries().completed == 1)
    #expect(try told(home, home.daughter) == ["given"])
  }

  @Test func `two who give each other one are both told`() throws {
    let home = try ProxyHousehold()
    let (one, two) = (try home.own(home.grandmother), try home.own(home.daughter))
    _ = try one.giveProxy(to: home.daughter, areas: [.registered])
    _ = try two.giveProxy(to: home.grandmother, areas: [.registered])
    try one.end()
    try two.end()
    for id in [home.grandmother, home.daughter] {
      #expect(try told(home, id) == ["given", "given"])
      #expect(try home.portal().representations(of: home.own(id)).map(\.isOpen) == [true])
    }
  }
}
