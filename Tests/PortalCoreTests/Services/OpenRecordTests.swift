import Glibc
import Testing

@testable import PortalCore

/// The gate around an open record, its log, and what is done when the disk or the files fail.
struct OpenRecordTests {
  private func opened(
    _ consent: ConsentLevel = .full
  ) throws -> (test: TestStore, id: Person.ID, record: OpenRecord) {
    let test = try TestStore()
    let id = try test.person(consent: consent)
    return (test, id, try test.portal().openOwn(id))
  }

  @Test func `consent withdrawn since the opening refuses the next append with its reason`() throws
  {
    let (test, id, record) = try opened()
    _ = try record.messageThreads()
    let journal = try test.store().journal(of: id)
    _ = try journal.append(.own(id)) { _ in [.consent(.basis, at: test.clock.instant, version: 2)] }
    let before = try test.journalBytes(of: id)
    let message = OutgoingMessage(kind: .office, subject: "", text: "late")
    #expect(throws: ServiceError.refused(.consentLevel(needed: .full))) {
      _ = try record.send(message, id: .test(1))
    }
    #expect(try test.journalBytes(of: id) == before)
  }

  @Test func `who may not open a record leaves nothing behind but that they tried`() throws {
    let (test, id, record) = try opened()
    try record.end()
    let before = try test.scratch.tree()
    let log = test.file(AccessLog.fileName, of: id)
    let portal = try test.portal()
    let other = Person.ID(bytes: Array(repeating: 8, count: 17))
    for (actor, role, reason) in [
      (Actor.person(other), Role.oneself, RefusalReason.notTheirRecord),
      (.person(other), .proxy, .roleNotGranted(.proxy)),
      (.system, .importer, .roleNotGranted(.importer)),
    ] {
      #expect(throws: ServiceError.refused(reason)) {
        _ = try portal.open(id, as: actor, basis: Basis(role: role))
      }
    }
    #expect(throws: ServiceError.store(.noSuchPerson)) { _ = try portal.openOwn(other) }
    let after = try test.scratch.tree()
    #expect(after.filter { !$0.key.hasSuffix(log) } == before.filter { !$0.key.hasSuffix(log) })
    let newest = try portal.openOwn(id).accessLogLines(newest: 2).lines
    #expect(newest.map(\.entry.event) == [.sessionStart, .refusal])
    #expect(newest.last?.attribution.actor == .person(other))
  }

  @Test func `the importer reads nothing, not even the past or an original`() throws {
    let (test, id, record) = try opened()
    _ = try test.store().journal(of: id).append(note: "secret", 1)
    _ = try record.refresh()
    let importer = try test.portal().open(id, as: .importer, basis: Basis(role: .importer))
    let refusal = ServiceError.refused(.importerMayOnlyImport)
    #expect(throws: refusal) { _ = try importer.messageThreads() }
    #expect(throws: refusal) { _ = try importer.person() }
    #expect(throws: refusal) { _ = try importer.history(of: nil) }
    #expect(throws: refusal) { _ = try importer.history(of: .test(1)) }
    #expect(throws: refusal) { _ = try importer.accessLogLines() }
    #expect(throws: refusal) { _ = try importer.original(of: .test(1)) }
    #expect(throws: refusal) { _ = try importer.record(.test(1), of: .message) }
    #expect(throws: refusal) { _ = try importer.messageDraft(in: nil) }
    #expect(importer.name(of: RecordReference(record: .test(1))) == nil)
  }

  @Test func `a hidden record leaves no trace, nor does its past`() throws {
    let (test, id, record) = try opened()
    let journal = try test.store().journal(of: id)
    try journal.append(note: "seen", 1)
    try journal.append(note: "shown at first", 2)
    _ = try journal.append(.own(id)) { _ in
      [.note("hidden later", 2, version: 2, labels: [.inadvisable])]
    }
    test.clock.advance(bySeconds: 60)
    let second = try test.portal().openOwn(id)
    #expect(try second.messageThreads().map(\.id) == [.test(1)])
    #expect(try second.section(.messages).count == 1)
    let count = try second.sectionCounts().first { $0.area == .messages }
    #expect(count?.count == 1)
    #expect(try !second.news(newest: .max).newest.contains { $0.id == .test(2) })
    #expect(throws: ServiceError.noSuchRecord) { _ = try second.record(.test(2), of: .message) }
    #expect(throws: ServiceError.noSuchRecord) { _ = try second.history(of: .test(2)) }
    #expect(throws: ServiceError.noSuchRecord) { _ = try second.original(of: .test(2)) }
    #expect(try !second.history(of: nil).contains { $0.record.id == .test(2) })
    #expect(second.name(of: RecordReference(record: .test(2))) == nil)
    let answer = OutgoingMessage(kind: .office, thread: .test(2), subject: "", text: "answer")
    #expect(throws: ServiceError.noSuchThread) { _ = try second.send(answer, id: .test(3)) }
    _ = record
  }

  @Test func `a record is judged by its own section, wherever it is asked for`() throws {
    let (test, id, _) = try opened(.basis)
    let result = TestResult(code: CodeableConcept(text: "Hemoglobin"), status: .final)
    _ = try test.store().journal(of: id).append(.importing(for: id)) { _ in
      [Record(id: .test(1), version: 1, content: .testResult(result))]
    }
    let record = try test.portal().openOwn(id)
    #expect(record.name(of: RecordReference(record: .test(1))) == nil)
    #expect(throws: ServiceError.noSuchRecord) { _ = try record.record(.test(1), in: .overview) }
    #expect(throws: ServiceError.noSuchRecord) { _ = try record.history(of: .test(1)) }
    #expect(try record.history(of: nil).allSatisfy { $0.record.kind != .testResult })
    #expect(throws: ServiceError.refused(.consentLevel(needed: .full))) {
      _ = try record.testResults()
    }
  }

  @Test func `a session's beginning and end anchor the newest head`() throws {
    let (test, id, record) = try opened()
    try test.store().journal(of: id).append(note: "meanwhile", 1)
    try record.end()
    try record.end()
    let lines = try test.portal().openOwn(id).accessLogLines().lines.reversed() as [AccessLogLine]
    #expect(lines.map(\.entry.event) == [.sessionStart, .sessionEnd, .sessionStart])
    #expect(lines.map(\.entry.journalSequence) == [1, 2, 2])
    #expect(lines.allSatisfy { $0.attribution == .own(id) })
  }

  @Test func `a journal replaced by an older copy is noticed and read only`() throws {
    let (test, id, record) = try opened()
    let old = try test.journalBytes(of: id)
    try test.store().journal(of: id).append(note: "new", 1)
    try record.end()
    let second = try test.portal().openOwn(id)
    #expect(second.damage == nil)
    try test.writeJournal(old, of: id)
    let message = OutgoingMessage(kind: .office, subject: "", text: "late")
    // In an open session, in a refreshed one, and in a new one.
    #expect(throws: ServiceError.self) { _ = try second.send(message, id: .test(2)) }
    #expect(second.damage?.kind == .cutOrReplaced)
    #expect(try test.journalBytes(of: id) == old)
    let third = try test.portal().openOwn(id)
    #expect(third.damage?.kind == .cutOrReplaced)
    #expect(try third.person().displayName == "Test Testesen 1")
    #expect(throws: ServiceError.self) { _ = try third.send(message, id: .test(2)) }
    #expect(try test.journalBytes(of: id) == old)
  }

  @Test func `what another writes while a record is opened is no damage`() throws {
    let model = try opened()
    model.test.disk.plan(nil)
    _ = try model.test.portal().openOwn(model.id)
    let calls = model.test.disk.count
    for call in 1...calls {
      let (test, id, _) = try opened()
      let (path, clock, disk) = (test.path, test.clock.clock, test.disk)
      disk.plan(nil)
      disk.before { kind in
        // Not while the lock is held: the other would wait for it, rightly.
        guard disk.count == call - 1, kind != .write, kind != .synchronize else { return }
        let other = Surroundings(
          fileSystem: LiveFileSystem(),
          clock: clock,
          randomness: .seeded(UInt64(call))
        )
        guard let store = try? Store(at: path, surroundings: other),
          (try? store.journal(of: id).append(note: "theirs", 1)) != nil
        else { return }
        try? Portal(at: path, surroundings: other).openOwn(id).end()
      }
      let record = try test.portal().openOwn(id)
      disk.before(nil)
      _ = try record.refresh()
      #expect(record.damage == nil, "call \(call)")
      _ = try record.accessLogLines()
      #expect(record.damage == nil, "call \(call)")
    }
  }

  @Test(arguments: [EIO, ENOSPC, EDQUOT, EROFS])
  func `on a disk that cannot be written the person still reads and leaves`(code: Int32) throws {
    let (test, id, first) = try opened()
    try first.end()
    let portal = try test.portal()
    test.disk.plan(.init(call: 1, code: code, isLasting: true, only: .write))
    let record = try portal.openOwn(id)
    #expect(try record.person().displayName == "Test Testesen 1")
    #expect(try record.messageThreads().isEmpty)
    let message = OutgoingMessage(kind: .office, subject: "", text: "lost")
    let error = #expect(throws: ServiceError.self) { _ = try record.send(message, id: .test(1)) }
    guard case .store(.notSaved(let cause)) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(cause.code == code)
    try record.end()
    // Nobody else may do anything that cannot be logged.
    #expect(throws: ServiceError.self) {
      _ = try portal.open(id, as: .importer, basis: Basis(role: .importer))
    }
  }

  @Test func `with a damaged access log the record is read only, for the person alone`() throws {
    let (test, id, first) = try opened()
    try first.end()
    let file = test.file(AccessLog.fileName, of: id)
    var bytes = try test.scratch.read(file)
    let index = try #require(
      bytes.indices.first { bytes[$0...].starts(with: "session-start".utf8) }
    )
    bytes[index] ^= 1
    try test.scratch.write(bytes, to: file)
    let record = try test.portal().openOwn(id)
    #expect(record.damage?.file == AccessLog.fileName)
    #expect(try record.person().displayName == "Test Testesen 1")
    #expect(try record.accessLogLines().lines.isEmpty)
    let message = OutgoingMessage(kind: .office, subject: "", text: "no")
    #expect(throws: ServiceError.self) { _ = try record.send(message, id: .test(1)) }
    #expect(throws: ServiceError.self) {
      _ = try test.portal().open(id, as: .importer, basis: Basis(role: .importer))
    }
    #expect(try test.scratch.read(file) == bytes)
  }

  @Test func `a clock set back does not make the record younger`() throws {
    let (test, id, record) = try opened()
    let before = record.now
    try test.store().journal(of: id).append(note: "at that time", 1)
    _ = try record.refresh()
    test.clock.advance(bySeconds: -86_400)
    #expect(record.now == before)
    test.clock.advance(bySeconds: 2 * 86_400)
    #expect(record.now == test.clock.instant)
  }

  @Test func `an open record sees what another process adds`() throws {
    let (test, id, record) = try opened()
    #expect(try !record.refresh())
    try test.store().journal(of: id).append(note: "new", 1)
    #expect(try record.refresh())
    #expect(try record.messageThreads().count == 1)
    #expect(try !record.refresh())
  }
}
