import Glibc
import Testing

@testable import PortalCore

/// What `verify` tells of practices, of their queues and of what is pending.
struct VerifyPracticeTests {
  private let test: TestStore
  private let id: Person.ID
  private let practice: Practice.ID

  /// Two messages delivered, a switch and a time at the practice.
  init() throws {
    test = try TestStore()
    id = try test.person()
    let portal = try test.portal()
    let record = try portal.openOwn(id)
    for number in 1...2 {
      let message = OutgoingMessage(kind: .office, subject: "", text: "\(number)")
      _ = try record.send(message, id: .test(number))
    }
    try record.end()
    practice = try portal.practice(of: record)
    let office = try portal.openPractice(practice, as: .system)
    try office.set(.office, to: .off(reason: "Ferie"))
    try office.offer(.test(1), at: test.clock.instant, minutes: 20)
  }

  private var folder: String { "data/practices/\(practice.folder)/\(practice.text)" }
  private var queueFile: String { "\(folder)/queue/\(id.text)-0" }

  private func leavePending() throws -> String {
    let message = OutgoingMessage(kind: .office, subject: "", text: "pending")
    _ = try test.portal().openOwn(id).send(message, id: .test(9))
    return try #require(test.scratch.tree().keys.first { $0.hasPrefix("/data/pending/") })
  }

  @Test func `a store with practices is sound and has nothing to say, and is left as it is`() throws
  {
    let before = try test.scratch.tree()
    let report = try test.portal().verify()
    #expect(report.isSound && report.remarks.isEmpty, "\(report.remarks)")
    #expect(report.persons.flatMap(\.remarks).isEmpty)
    #expect(try test.scratch.tree() == before)
  }

  @Test func `a journal cut behind a queue's reference is noticed, the access log cut with it`()
    throws
  {
    let cut = try test.journalBytes(of: id).prefix(test.lines(of: id)[2].offset)
    // The access log as it was before the session's end anchored the messages.
    let log = try test.scratch.read(test.file(AccessLog.fileName, of: id))
    let lines = log.split(separator: 0x0A, omittingEmptySubsequences: false)
    try test.writeJournal(Array(cut), of: id)
    try test.scratch.write(
      Array(lines.prefix(2).joined(separator: [0x0A])) + [0x0A],
      to: test.file(AccessLog.fileName, of: id)
    )
    #expect(try test.portal().openOwn(id).damage == nil)
    let person = try #require(try test.portal().verify().persons.first)
    #expect(person.problems == [.damage(Damage(lostLine: JournalAnchor(sequence: 3, hash: "")))])
    // A repair knows the same, and gives the lines up by name.
    guard case .repaired(let repairs) = try test.portal().repair(id) else {
      Issue.record("not repaired")
      return
    }
    #expect(repairs.map { $0.givenUp.map(\.sequence) } == [[2, 3]])
    #expect(try test.portal().verify().isSound)
    #expect(try test.portal().repair(id) == .nothingToRepair)
  }

  @Test func `a journal cut behind a marker's head is noticed, and the marker stays`() throws {
    let name = try leavePending()
    try test.writeJournal(
      Array(try test.journalBytes(of: id).prefix(test.lines(of: id)[3].offset)),
      of: id
    )
    #expect(try test.portal().completeDeliveries().due == 1)
    #expect(try test.scratch.tree().keys.contains(name))
    #expect(try !test.portal().verify().isSound)
    guard case .repaired(let repairs) = try test.portal().repair(id) else {
      Issue.record("not repaired")
      return
    }
    #expect(repairs.last?.givenUp.last?.hash.count == 64)
    #expect(try test.portal().verify().isSound)
    // What came after the line that is gone is not known to have been delivered: all of it is.
    #expect(try test.portal().completeDeliveries() == DeliveryReport(completed: 1))
    #expect(try !test.scratch.tree().keys.contains(name))
    #expect(try test.portal().verify().isSound)
  }

  @Test func `what is pending is a remark until it is completed`() throws {
    let name = String(try leavePending().dropFirst("/data/".utf8.count))
    #expect(try test.portal().verify().remarks == [.undelivered(file: name)])
    #expect(try test.portal().verify().isSound)
    try test.portal().completeDeliveries()
    #expect(try test.portal().verify().remarks.isEmpty)
  }

  @Test func `every flipped bit is told, or changes no answer`() throws {
    let marker = try leavePending()
    for name in ["\(folder)/journal.jsonl", queueFile, String(marker.dropFirst())] {
      let bytes = try test.scratch.read(name)
      for index in stride(from: 0, to: bytes.count, by: 11) {
        var flipped = bytes
        flipped[index] ^= 1 << (index % 8)
        try test.scratch.write(flipped, to: name)
        let report = try test.portal().verify()
        let isTold =
          !report.isSound || report.remarks.contains { $0 != .undelivered(file: marker) }
        #expect(isTold, "\(name) byte \(index)")
      }
      try test.scratch.write(bytes, to: name)
    }
    #expect(try test.portal().verify().isSound)
  }

  @Test func `a marker that is damaged loses nothing`() throws {
    let marker = try leavePending()
    try test.scratch.write([1, 2, 3], to: marker)
    #expect(try test.portal().completeDeliveries() == DeliveryReport(completed: 1))
    let waiting = try test.portal().queueEntries(practice).map(\.id)
    #expect(waiting == [.test(1), .test(2), .test(9)])
  }

  @Test func `a queue of nobody, and what is none of the store's, are told`() throws {
    let nobody = Person.ID(bytes: Array(repeating: 77, count: 17))
    let bytes = try test.scratch.read(queueFile)
    try test.scratch.write(bytes, to: "\(folder)/queue/\(nobody.text)-0")
    try test.scratch.write([], to: "\(folder)/note")
    try test.scratch.write([], to: "\(folder)/queue/note")
    let report = try test.portal().verify()
    let inner = folder.dropFirst("data/".utf8.count)
    #expect(report.problems == [.recordOfNobody(file: "\(inner)/queue/\(nobody.text)-0")])
    #expect(report.remarks == [.stray(file: "\(inner)/note"), .stray(file: "\(inner)/queue/note")])
  }

  @Test func `what others can read is told of practices too`() throws {
    for name in [folder, "\(folder)/queue", queueFile, "\(folder)/journal.jsonl"] {
      let old = name == folder || name.hasSuffix("queue") ? 0o700 : 0o600
      try #require(chmod(test.scratch[name], mode_t(old | 0o4)) == 0)
      #expect(try !test.portal().verify().isSound, "\(name)")
      try #require(chmod(test.scratch[name], mode_t(old)) == 0)
    }
    #expect(try test.portal().verify().isSound)
  }

  @Test(arguments: StoreFilesTests.Impostor.allCases)
  func `nothing else in a queue's or a marker's place is read`(
    impostor: StoreFilesTests.Impostor
  ) throws {
    let marker = String(try leavePending().dropFirst())
    for name in [queueFile, marker] {
      try StoreFilesTests.replace(name, by: impostor, in: test.scratch)
    }
    #expect(try test.portal().completeDeliveries().completed == 0)
    #expect(throws: ServiceError.self) { _ = try test.portal().queueEntries(practice) }
    #expect(try !test.portal().verify().isSound)
  }
}
