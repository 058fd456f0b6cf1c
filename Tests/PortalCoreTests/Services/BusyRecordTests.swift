import Testing

@testable import PortalCore

/// A record whose lock somebody holds who does not go on: stopped while saving.
struct BusyRecordTests {
  private let test: TestStore
  private let id: Person.ID
  private let live = LiveFileSystem()

  init() throws {
    test = try TestStore()
    id = try test.person()
  }

  /// Holds the lock as another process would, and says how many milliseconds that cost others.
  private func whileLocked(_ body: () throws -> Void) throws -> Int64 {
    let folder = try live.openRoot(test.scratch[TestStore.folder(of: id)])
    let lock = try live.openFile("lock", in: folder, .append)
    #expect(try live.tryLock(lock))
    let start = test.clock.instant.milliseconds
    try body()
    live.unlock(lock)
    return test.clock.instant.milliseconds - start
  }

  private func events() throws -> [AccessLogEntry.Event] {
    try test.portal().openOwn(id).accessLogLines().lines.dropFirst().reversed().map(\.entry.event)
  }

  @Test func `a person reads their record at once, and its log is told as they leave`() throws {
    let portal = try test.portal()
    var record: OpenRecord?
    let waited = try whileLocked {
      let opened = try portal.openOwn(id)
      _ = try opened.sectionCounts()
      _ = try opened.person()
      _ = try opened.refresh()
      record = opened
    }
    #expect((50..<60).contains(waited))
    try record?.end()
    #expect(try events() == [.sessionStart, .sessionEnd])
  }

  @Test func `who reads and leaves while somebody is stopped waits a second for the log`() throws {
    let portal = try test.portal()
    let waited = try whileLocked { try portal.openOwn(id).end() }
    #expect((1050..<1100).contains(waited))
    #expect(try events() == [])
  }

  @Test func `who wants to save waits five seconds, once, and is told`() throws {
    let record = try test.portal().openOwn(id)
    let before = try test.journalBytes(of: id)
    let waited = try whileLocked {
      #expect(throws: ServiceError.store(.busy)) {
        _ = try record.editContact(base: 1, [.language: "nn"])
      }
      try record.end()
    }
    #expect((5000..<5050).contains(waited))
    #expect(try test.journalBytes(of: id) == before)
  }

  @Test func `the visit before this one is known also while this one is not in the log`() throws {
    try test.portal().openOwn(id).end()
    let first = test.clock.instant
    test.clock.advance(bySeconds: 3600)
    _ = try whileLocked {
      let record = try test.portal().openOwn(id)
      #expect(try record.lastVisit() == first)
    }
  }

  @Test func `whoever acts for others is not let in where the log cannot be told`() throws {
    let portal = try test.portal()
    let waited = try whileLocked {
      #expect(throws: ServiceError.store(.busy)) {
        _ = try portal.open(id, as: .importer, basis: Basis(role: .importer))
      }
    }
    #expect((5000..<5050).contains(waited))
  }
}
