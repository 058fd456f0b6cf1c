import Testing

@testable import PortalCore

/// What sending costs does not grow with what the record holds.
struct DeliveryCostTests {
  private func message(_ text: String) -> OutgoingMessage {
    OutgoingMessage(kind: .office, subject: "", text: text)
  }

  /// The calls that the first and the second message of a session cost, delivered at once, in a
  /// record with so many messages before.
  private func costs(_ count: Int, by attribution: (Person.ID) -> Attribution) throws -> [Int] {
    let test = try TestStore()
    let id = try test.person()
    _ = try test.store().journal(of: id).append(attribution(id)) { _ in
      (1...count).map { .note("before", 1000 + $0) }
    }
    let record = try test.portal().openOwn(id)
    return try (1...2).map { number in
      test.disk.plan(nil)
      _ = try record.sendDraft(message("\(number)"), id: .test(number))
      return test.disk.count
    }
  }

  @Test func `what a file brought is not looked at, not even the first time`() throws {
    let few = try costs(10, by: Attribution.importing)
    let many = try costs(3000, by: Attribution.importing)
    // A search in a sorted table; ten thousand times as many cost ten more.
    #expect(zip(few, many).allSatisfy { $1 <= $0 + 16 }, "\(few) \(many)")
  }

  @Test func `what waits is not written again with each message`() throws {
    let test = try TestStore()
    let id = try test.person()
    let record = try test.portal().openOwn(id)
    for number in 1...600 { _ = try record.send(message("\(number)"), id: .test(number)) }
    try record.end()
    let queues = { try test.scratch.tree().filter { $0.key.contains("/queue/") } }
    let before = try queues()
    let next = try test.portal().openOwn(id)
    _ = try next.sendDraft(message("601"), id: .test(601))
    let after = try queues()
    #expect(before.count == 3 && after.count == 3)
    #expect(before.filter { after[$0.key] != $0.value }.count == 1)
    let practice = try #require(try test.store().practices().first)
    #expect(try test.portal().queueEntries(practice).map(\.id) == (1...601).map { .test($0) })
    let before2 = try test.scratch.tree()
    try test.removeQueues()
    #expect(try test.portal().rebuildDeliveries().mended == 3)
    #expect(try test.scratch.tree() == before2)
  }

  @Test func `a long session delivers on its way, and what is left at its end`() throws {
    let test = try TestStore()
    let record = try test.portal().openOwn(try test.person())
    let queues = { try test.scratch.tree().filter { $0.key.contains("/queue/") } }
    for number in 1...511 { _ = try record.send(message("\(number)"), id: .test(number)) }
    #expect(try queues().isEmpty)
    for number in 512...600 { _ = try record.send(message("\(number)"), id: .test(number)) }
    #expect(try !queues().isEmpty)
    try record.end()
    let practice = try #require(try test.store().practices().first)
    #expect(try test.portal().queueEntries(practice).map(\.id) == (1...600).map { .test($0) })
  }

  @Test func `what cannot be delivered on the way is at the end, and hinders no message`() throws {
    let test = try TestStore()
    let record = try test.portal().openOwn(try test.person())
    _ = try record.send(message("1"), id: .test(1))
    // A file where the folder of the practices is to be.
    try test.scratch.write([1], to: "data/practices")
    for number in 2...600 { _ = try record.send(message("\(number)"), id: .test(number)) }
    ScratchCopy.removeTree(test.scratch["data/practices"])
    try record.end()
    let practice = try #require(try test.store().practices().first)
    #expect(try test.portal().queueEntries(practice).map(\.id) == (1...600).map { .test($0) })
  }

  @Test func `what was sent before is not looked at again`() throws {
    let few = try costs(10, by: Attribution.own)
    let many = try costs(3000, by: Attribution.own)
    #expect(many[1] <= few[1] + 8, "\(few) \(many)")
  }
}
