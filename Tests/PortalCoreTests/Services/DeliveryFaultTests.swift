import Glibc
import Testing

@testable import PortalCore

/// Sending and delivering, with the disk failing or the process dying at every call.
struct DeliveryFaultTests {
  private func message(_ text: String) -> OutgoingMessage {
    OutgoingMessage(kind: .office, subject: "", text: text)
  }

  /// A session that sends two messages and ends; gives the receipts that were said.
  private func session(_ test: TestStore, _ id: Person.ID) -> [RecordID] {
    var acknowledged: [RecordID] = []
    guard let record = try? test.portal().openOwn(id) else { return [] }
    for number in 1...2 where (try? record.send(message("\(number)"), id: .test(number))) != nil {
      acknowledged.append(.test(number))
    }
    try? record.end()
    return acknowledged
  }

  /// What the store holds once every call works again: all acknowledged, all that stands is
  /// delivered once, nothing is left pending.
  private func check(
    _ test: TestStore,
    _ id: Person.ID,
    _ acknowledged: [RecordID],
    _ call: Int
  ) throws {
    let report = test.portalReport()
    #expect(report?.due == 0 && report?.alive == 0, "call \(call)")
    let portal = try test.portal()
    let standing = try portal.openOwn(id).messageThreads().flatMap(\.entries).map(\.id)
    #expect(Set(acknowledged).isSubset(of: standing), "call \(call)")
    // By the start alone: looking at the queue would complete it itself.
    var queued: [RecordID] = []
    for practice in try portal.store.practices() {
      guard let directory = try portal.store.practiceDirectory(practice) else { continue }
      let files = PracticeQueueStore(directory, surroundings: test.surroundings)
      for part in try files.parts() where part.person == id {
        queued += try files.read(part)?.waiting.map(\.message) ?? []
      }
    }
    #expect(queued.sorted() == standing.sorted(), "call \(call)")
    #expect(
      try test.scratch.tree().keys.filter { $0.hasPrefix("/data/pending/") }
        .filter { !$0.hasSuffix(".tmp") }.isEmpty,
      "call \(call)"
    )
    let verified = try portal.verify()
    #expect(verified.isSound, "call \(call): \(verified.problems)")
  }

  private func calls() throws -> Int {
    let model = try TestStore()
    let id = try model.person()
    model.disk.plan(nil)
    #expect(session(model, id).count == 2)
    return model.disk.count
  }

  /// A disk that answers nothing any more is also what dying is; a call may also have done its work
  /// before it says that it failed.
  @Test(arguments: [
    (EIO, isLasting: false, isDone: false), (EIO, isLasting: false, isDone: true),
    (EROFS, isLasting: false, isDone: false), (ENOSPC, isLasting: true, isDone: false),
  ])
  func `whatever call fails, nothing is lost and nothing comes twice`(
    code: Int32,
    isLasting: Bool,
    isDone: Bool
  ) throws {
    for call in 1...(try calls()) {
      let test = try TestStore()
      let id = try test.person()
      test.disk.plan(.init(call: call, code: code, isLasting: isLasting, isDone: isDone))
      let acknowledged = session(test, id)
      test.disk.plan(nil)
      try check(test, id, acknowledged, call)
    }
  }

  @Test func `the next start may die at any call too`() throws {
    let model = try TestStore()
    try leavePending(in: model)
    model.disk.plan(nil)
    _ = try model.portal().completeDeliveries()
    for call in 1...model.disk.count {
      for isLasting in [false, true] {
        let test = try TestStore()
        let id = try leavePending(in: test)
        test.disk.plan(.init(call: call, code: EIO, isLasting: isLasting))
        _ = try? test.portal().completeDeliveries()
        test.disk.plan(nil)
        try check(test, id, [.test(1)], call)
      }
    }
  }

  /// A session that has sent one message and died.
  @discardableResult
  private func leavePending(in test: TestStore) throws -> Person.ID {
    let id = try test.person()
    _ = try test.portal().openOwn(id).send(message("1"), id: .test(1))
    return id
  }

  @Test func `an acknowledgement from the second on costs one write and one sync`() throws {
    let test = try TestStore()
    let record = try test.portal().openOwn(try test.person())
    for number in 1...4 {
      test.disk.plan(nil)
      _ = try record.send(message("\(number)"), id: .test(number))
      let costs = test.disk.calls.filter {
        $0.hasPrefix("write") || $0.hasPrefix("synchronize") || $0.hasPrefix("create")
      }
      if number > 1 { #expect(costs == ["write journal.jsonl", "synchronize journal.jsonl"]) }
    }
  }

  @Test func `nobody writes between the reading and the writing of a delivery`() throws {
    let test = try TestStore()
    let id = try test.person()
    let record = try test.portal().openOwn(id)
    _ = try record.send(message("1"), id: .test(1))
    let (disk, path, surroundings) = (test.disk, test.path, test.surroundings)
    let other = message("2")
    // Just before the queue takes its name, another session sends and delivers.
    disk.before { call in
      guard call == .rename else { return }
      disk.before(nil)
      let portal = try? Portal(at: path, surroundings: surroundings)
      let second = try? portal?.openOwn(id)
      #expect(throws: ServiceError.store(.busy)) { try second?.send(other, id: .test(2)) }
      try? second?.end()
    }
    try record.end()
    disk.before(nil)
    let next = try test.portal().openOwn(id)
    _ = try next.send(other, id: .test(2))
    try next.end()
    try check(test, id, [.test(1), .test(2)], 0)
  }

  @Test func `a start does not wait for somebody who is stopped with the lock`() throws {
    let test = try TestStore()
    let id = try leavePending(in: test)
    let directory = try test.store().personDirectory(id)
    let lock = try OwnerLock.take(directory, surroundings: test.surroundings)
    let before = test.clock.instant
    #expect(try test.portal().completeDeliveries() == DeliveryReport(due: 1))
    #expect(test.clock.instant.milliseconds - before.milliseconds < 100)
    lock.release()
    try check(test, id, [.test(1)], 0)
  }

  @Test func `no marker, no message`() throws {
    let test = try TestStore()
    let id = try test.person()
    let record = try test.portal().openOwn(id)
    let disk = test.disk
    for call in [SystemError.Call.makeDirectory, .create, .rename] {
      disk.plan(.init(call: 1, code: ENOSPC, only: call))
      #expect(throws: ServiceError.self, "\(call)") {
        _ = try record.send(message("1"), id: .test(1))
      }
      disk.plan(nil)
      #expect(try test.store().journal(of: id).notes.isEmpty)
    }
  }

  @Test(arguments: 1...6)
  func `deliveries by several processes in any order come to the same`(seed: Int) throws {
    let test = try TestStore(seed: UInt64(seed))
    let people = try (1...3).map { try test.person(UInt8($0)) }
    let choice = Randomness.seeded(UInt64(seed) * 7919)
    let below = { (limit: Int) in
      choice.bytes(2).reduce(0) { $0 << 8 | Int($1) } % limit
    }
    var records: [OpenRecord] = []
    var sent: [RecordID] = []
    for step in 0..<60 {
      switch below(6) {
      case 0: records.append(try test.portal().openOwn(people[below(3)]))
      case 1, 2:
        guard !records.isEmpty else { continue }
        _ = try records[below(records.count)].send(message("\(step)"), id: .test(step))
        sent.append(.test(step))
      case 3:
        guard !records.isEmpty else { continue }
        // Ends, or dies.
        let record = records.remove(at: below(records.count))
        if below(2) == 0 { try record.end() }
      case 4: try test.portal().completeDeliveries()
      default:
        for practice in try test.store().practices() {
          _ = try test.portal().queueEntries(practice)
        }
      }
    }
    records = []
    try test.portal().completeDeliveries()
    let practices = try test.store().practices()
    let portal = try test.portal()
    let waiting = try practices.flatMap { try portal.queueEntries($0).map(\.id) }
    #expect(waiting.sorted() == sent.sorted() && practices.count == 1)
    let before = try test.scratch.tree()
    #expect(try test.portal().rebuildDeliveries().mended == 0)
    #expect(try test.scratch.tree() == before)
    #expect(try test.portal().verify().isSound)
  }
}

extension TestStore {
  /// What a start of a process finds and does.
  fileprivate func portalReport() -> DeliveryReport? {
    try? portal().completeDeliveries()
  }
}
