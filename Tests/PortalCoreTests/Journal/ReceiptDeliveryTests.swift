import Glibc
import Testing

@testable import PortalCore

/// A receipt stands once in its recipient's journal, however often it is delivered.
struct ReceiptDeliveryTests {
  private let test: TestStore
  private let giver: Person.ID
  private let proxy: Person.ID

  init() throws {
    test = try TestStore()
    (giver, proxy) = (try test.person(1), try test.person(2))
  }

  private func receipt(_ sequence: Int, to recipient: Person.ID? = nil) -> ReceiptDelivery {
    ReceiptDelivery(
      source: .person(giver),
      sequence: sequence,
      recipient: recipient ?? proxy,
      content: Record.note("receipt \(sequence)", 1).content
    )
  }

  private func notes(of id: Person.ID) throws -> [String] {
    try test.store().journal(of: id).notes
  }

  @Test func `it is delivered once, by whoever and whenever`() throws {
    #expect(try test.store().deliver(receipt(1)) != nil)
    let bytes = try test.journalBytes(of: proxy)
    for _ in 1...3 { #expect(try test.store().deliver(receipt(1)) == nil) }
    #expect(try test.journalBytes(of: proxy) == bytes)
    let line = try #require(try test.store().journal(of: proxy).head)
    #expect(line.attribution?.actor == .system && line.attribution?.subject == .person(proxy))
  }

  @Test func `each line and each recipient has its own`() throws {
    let other = try test.person(3)
    for delivery in [receipt(1), receipt(2), receipt(1, to: other), receipt(2)] {
      try test.store().deliver(delivery)
    }
    #expect(try notes(of: proxy).sorted() == ["receipt 1", "receipt 2"])
    #expect(try notes(of: other) == ["receipt 1"])
    var fromPractice = receipt(1)
    let practice = try #require(Practice.ID(giver.text))
    fromPractice = ReceiptDelivery(
      source: .practice(practice),
      sequence: 1,
      recipient: proxy,
      content: fromPractice.content
    )
    #expect(fromPractice.id != receipt(1).id)
  }

  @Test func `two who deliver at once deliver one`() throws {
    let disk = test.disk
    let first = try test.store()
    let (delivery, path, surroundings) = (receipt(1), test.path, test.surroundings)
    // Just before the first takes the lock, the second has done it all.
    disk.before { call in
      guard call == .lock else { return }
      disk.before(nil)
      _ = try? Store(at: path, surroundings: surroundings).deliver(delivery)
    }
    #expect(try first.deliver(delivery) == nil)
    disk.before(nil)
    #expect(try notes(of: proxy) == ["receipt 1"])
  }

  @Test(arguments: [EIO, ENOSPC], [false, true])
  func `a delivery that fails at any call is made whole by the next`(
    code: Int32,
    isLasting: Bool
  ) throws {
    test.disk.plan(nil)
    try test.store().deliver(receipt(0))
    for call in 1...test.disk.count {
      for isDone in [false, true] {
        let delivery = receipt(call * 2 + (isDone ? 1 : 0))
        test.disk.plan(.init(call: call, code: code, isLasting: isLasting, isDone: isDone))
        _ = try? test.store().deliver(delivery)
        test.disk.plan(nil)
        try test.store().deliver(delivery)
        let notes = try notes(of: proxy)
        #expect(Set(notes).count == notes.count, "call \(call)")
        #expect(notes.contains("receipt \(delivery.sequence)"), "call \(call)")
      }
    }
  }
}
