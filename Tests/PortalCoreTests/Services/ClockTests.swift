import Testing

@testable import PortalCore

/// A wall clock that jumps back: the record goes on, and nobody begins to act for others by it.
struct ClockTests {
  private let test: TestStore
  private let id: Person.ID
  private let start: Instant

  init() throws {
    test = try TestStore()
    id = try test.person()
    start = test.clock.instant
  }

  private func events() throws -> [AccessLogEntry.Event] {
    try test.portal().openOwn(id).accessLogLines().lines.dropFirst().reversed().map(\.entry.event)
  }

  @Test(arguments: [(0, nil), (299, nil), (300, nil), (301, 301_000), (86_400, 86_400_000)])
  func `a clock more than five minutes behind the newest line is behind`(
    seconds: Int64,
    lag: Int64?
  ) throws {
    test.clock.advance(bySeconds: -seconds)
    #expect(try test.portal().openOwn(id).clockLag == lag)
  }

  @Test func `a clock that is ahead is not behind`() throws {
    test.clock.advance(bySeconds: 1_000_000)
    #expect(try test.portal().openOwn(id).clockLag == nil)
  }

  @Test func `nobody acts for others by a clock that is behind, and the person goes on`() throws {
    test.clock.advance(bySeconds: -3600)
    let portal = try test.portal()
    let other = Person.ID(bytes: Array(repeating: 8, count: 17))
    for role in [Role.parent, .guardian, .proxy, .assignedProxy, .staff] {
      #expect(throws: ServiceError.refused(.clockBehind)) {
        _ = try portal.open(id, as: .person(other), basis: Basis(role: role))
      }
    }
    _ = try portal.open(id, as: .importer, basis: Basis(role: .importer)).end()
    let record = try portal.openOwn(id)
    let message = OutgoingMessage(kind: .office, subject: "", text: "still here")
    _ = try record.send(message, id: .test(1))
    #expect(try record.messageThreads().count == 1)
  }

  @Test func `the order is that of the lines, whatever the clock said`() throws {
    let journal = try test.store().journal(of: id)
    for number in 1...3 {
      test.clock.advance(bySeconds: -7200)
      try journal.append(note: "note", 7, version: number)
    }
    let record = try test.portal().openOwn(id)
    let history = try record.history(of: .test(7))
    #expect(history.map(\.record.version) == [1, 2, 3])
    #expect(history.map(\.time) == history.map(\.time).sorted().reversed())
    #expect(try record.record(.test(7), of: .message).version == 3)
    // What has run out stays so: time is that of the newest line.
    #expect(record.now == start)
    #expect(try test.portal().verify(nil).isSound)
  }

  @Test func `the access log says once a session that the clock was behind`() throws {
    test.clock.advance(bySeconds: -3600)
    let record = try test.portal().openOwn(id)
    _ = try record.sectionCounts()
    _ = try record.refresh()
    try record.end()
    #expect(try events() == [.sessionStart, .clockBehind, .sessionEnd, .sessionStart])
  }

  @Test func `a clock set back while the session lasts is in the log too`() throws {
    let record = try test.portal().openOwn(id)
    #expect(record.clockLag == nil)
    test.clock.advance(bySeconds: -3600)
    #expect(record.clockLag != nil)
    try record.end()
    test.clock.set(start)
    #expect(try events() == [.sessionStart, .clockBehind, .sessionEnd])
  }

  @Test func `a rehearsal begins at the same moment every time, and that is no fault`() throws {
    let portal = try Portal(
      at: test.scratch["rehearsal"],
      rehearsal: start,
      surroundings: test.surroundings
    )
    let identity = ImportBatch.Identity.identifier(system: "urn:x", value: "1")
    let person = try #require(try portal.store(.file([identity])).persons.first)
    test.clock.advance(bySeconds: -3600)
    #expect(try portal.openOwn(person).clockLag == nil)
  }
}
