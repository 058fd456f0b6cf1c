import Testing

@testable import PortalCore

/// What a citizen sends comes to the practice's queue: once, whoever delivers it, and how often.
struct DeliveryServiceTests {
  private let test: TestStore
  private let id: Person.ID

  init() throws {
    test = try TestStore()
    id = try test.person()
  }

  private func message(_ text: String, thread: RecordID? = nil) -> OutgoingMessage {
    OutgoingMessage(kind: .office, thread: thread, subject: "Timer", text: text)
  }

  private func practice() throws -> Practice.ID {
    try #require(try test.store().practices().first)
  }

  private func waiting() throws -> [RecordID] {
    let portal = try test.portal()
    return try portal.store.practices().flatMap { try portal.queueEntries($0).map(\.id) }
  }

  private func pending() throws -> [String] {
    try test.scratch.tree().keys.filter { $0.hasPrefix("/data/pending/") }.sorted()
  }

  @Test func `a sent message waits at the practice, and the session leaves no marker`() throws {
    let record = try test.portal().openOwn(id)
    _ = try record.send(message("Hei"), id: .test(1))
    _ = try record.send(message("Hallo"), id: .test(2))
    #expect(try pending().count == 1)
    try record.end()
    #expect(try pending().isEmpty)
    let entries = try test.portal().queueEntries(try practice())
    #expect(entries.map(\.id) == [.test(1), .test(2)])
    #expect(entries.map(\.message.text) == ["Hei", "Hallo"])
    #expect(entries.allSatisfy { $0.person == id })
  }

  @Test func `a queue holds references only`() throws {
    let record = try test.portal().openOwn(id)
    _ = try record.send(message("hemmelig"), id: .test(1))
    try record.end()
    let names = try test.scratch.tree().keys.filter { $0.contains("/queue/") }
    #expect(names.count == 1)
    for name in names {
      let text = String(decoding: try test.scratch.read(name), as: UTF8.self)
      #expect(!text.contains("hemmelig") && !text.contains("Testesen") && !text.contains("Fast"))
      #expect(text.contains(RecordID.test(1).text))
    }
  }

  @Test func `reading alone makes no marker`() throws {
    let record = try test.portal().openOwn(id)
    _ = try record.messageThreads()
    try record.keepDraft(message("unsent"))
    try record.end()
    let tree = try test.scratch.tree().keys
    #expect(!tree.contains("/data/pending") && !tree.contains("/data/practices"))
  }

  @Test func `a session that died is completed by the next start`() throws {
    do {
      let record = try test.portal().openOwn(id)
      _ = try record.send(message("Hei"), id: .test(1))
    }
    #expect(try pending().count == 1)
    #expect(try test.store().practices().isEmpty)
    let report = try test.portal().completeDeliveries()
    #expect(report == DeliveryReport(completed: 1))
    #expect(try pending().isEmpty)
    #expect(try waiting() == [.test(1)])
    #expect(try test.portal().completeDeliveries() == DeliveryReport())
  }

  @Test func `nobody takes the marker of a session that lives, but the queue has its messages`()
    throws
  {
    let record = try test.portal().openOwn(id)
    _ = try record.send(message("Hei"), id: .test(1))
    #expect(try test.portal().completeDeliveries() == DeliveryReport(alive: 1))
    #expect(try pending().count == 1)
    // Brought by whoever looks at the queue, without fighting the session for its marker.
    _ = try test.portal().practice(of: record)
    #expect(try waiting() == [.test(1)])
    #expect(try pending().count == 1)
    _ = try record.send(message("Hallo"), id: .test(2))
    try record.end()
    #expect(try waiting() == [.test(1), .test(2)])
    #expect(try pending().isEmpty)
  }

  @Test func `a draft that is sent comes to the practice at once`() throws {
    let record = try test.portal().openOwn(id)
    _ = try record.sendDraft(message("Hei"), id: .test(1))
    let directory = try #require(try test.store().practiceDirectory(try practice()))
    let queue = PracticeQueueStore(directory, surroundings: test.surroundings)
    #expect(
      try queue.read(PracticeQueue.Part(id, sequence: 0))?.waiting.map(\.message) == [.test(1)]
    )
    let thread = try #require(try record.messageThreads().first)
    #expect(try record.progress(in: thread) == [.test(1): .atPractice])
  }

  @Test func `a message is on its way until it is delivered, and answered when it is`() throws {
    let record = try test.portal().openOwn(id)
    _ = try record.send(message("Hei"), id: .test(1))
    var thread = try #require(try record.messageThreads().first)
    #expect(try record.progress(in: thread) == [.test(1): .stored])
    try record.end()
    #expect(try record.progress(in: thread) == [.test(1): .atPractice])
    test.clock.advance(bySeconds: 60)
    try answer(thread: .test(1), as: .test(2))
    _ = try record.refresh()
    thread = try #require(try record.messageThreads().first)
    #expect(try record.progress(in: thread) == [.test(1): .answered])
    // Not delivered again, and gone from what waits.
    #expect(try waiting().isEmpty)
  }

  private func answer(thread: RecordID, as answer: RecordID) throws {
    var message = Message(
      thread: thread,
      kind: .office,
      status: .received,
      subject: "",
      text: "Svar",
      isFromPerson: false
    )
    message.inResponseTo = thread
    message.sent = PartialDate(test.clock.instant)
    let attribution = Attribution(
      actor: .system,
      subject: .person(id),
      basis: Basis(role: .system)
    )
    _ = try test.store().journal(of: id).append(attribution) { _ in
      [Record(id: answer, version: 1, content: .message(message))]
    }
  }

  @Test func `delivering any number of times changes nothing more`() throws {
    let record = try test.portal().openOwn(id)
    for number in 1...3 { _ = try record.send(message("\(number)"), id: .test(number)) }
    try record.end()
    try answer(thread: .test(2), as: .test(9))
    let store = try test.store()
    let delivery = Delivery(store: store, person: id)
    let lines = try test.lines(of: id)
    try delivery.run(from: .beginning)
    let before = try test.scratch.tree()
    for line in lines {
      let anchor = JournalAnchor(sequence: line.sequence, hash: line.hash.hexadecimal)
      #expect(try delivery.run(from: .after(anchor)) == 0, "after \(line.sequence)")
      #expect(try delivery.run(from: .beginning) == 0)
    }
    #expect(try test.scratch.tree() == before)
    #expect(try waiting() == [.test(1), .test(3)])
  }

  @Test func `what one practice has answered is not in the queue of another, however it is made`()
    throws
  {
    let store = try test.store()
    let practices = ["name|en", "name|to", "name|tre"].map(store.practice)
    let journal = try store.journal(of: id)
    let delivery = Delivery(store: store, person: id)
    func head() throws -> JournalAnchor {
      let head = try #require(journal.head)
      return JournalAnchor(sequence: head.sequence, hash: head.hash.hexadecimal)
    }
    var anchors = [try head()]
    // A conversation that moves on with the person from one practice to the next, and one at each.
    for (number, practice) in practices.enumerated() {
      for thread in [1, 10 * (number + 2)] {
        let question = thread == 1 ? 1 + number : thread
        for (id, isFromPerson) in [(question, true), (question + 5, false)] {
          var message = Message(
            thread: .test(thread),
            kind: .office,
            status: isFromPerson ? .sent : .received,
            subject: "",
            text: "Hei",
            isFromPerson: isFromPerson
          )
          message.practice = practice
          if !isFromPerson { (message.inResponseTo, message.act) = (.test(question), .answer) }
          let made = message
          _ = try journal.append(.own(self.id)) { _ in
            [Record(id: .test(id), version: 1, content: .message(made))]
          }
          // Line by line, as sessions that follow each other do.
          try delivery.run(from: .after(anchors[anchors.count - 1]))
          anchors.append(try head())
        }
      }
    }
    let whole = try test.scratch.tree()
    #expect(try delivery.run(from: .beginning) == 0)
    for (part, start) in anchors.enumerated() {
      #expect(try delivery.run(from: .after(start)) == 0, "after \(part)")
    }
    #expect(try test.scratch.tree() == whole)
    for (number, practice) in practices.enumerated() {
      let directory = try #require(try store.practiceDirectory(practice))
      let queue = PracticeQueueStore(directory, surroundings: test.surroundings)
      let found = try queue.read(PracticeQueue.Part(id, sequence: 0))
      // The conversation that moved on is where it was answered last.
      let own = RecordID.test(10 * (number + 2))
      #expect(found?.answered.map(\.thread) == (number == 2 ? [.test(1), own] : [own]))
      #expect(found?.waiting.isEmpty == true)
    }
  }

  @Test func `a queue that was deleted is made anew with the same answer`() throws {
    let other = try test.person(2)
    for (person, number) in [(id, 1), (other, 2), (id, 3)] {
      let record = try test.portal().openOwn(person)
      _ = try record.send(message("\(number)"), id: .test(number))
      try record.end()
    }
    let expected = Set(try waiting())
    #expect(expected == [.test(1), .test(2), .test(3)])
    let before = try test.scratch.tree()
    // By whoever looks at it.
    try test.removeQueues()
    #expect(Set(try waiting()) == expected)
    #expect(try test.scratch.tree() == before)
    // By `doctor`.
    try test.removeQueues()
    #expect(try test.portal().rebuildDeliveries().mended == 2)
    #expect(try test.scratch.tree() == before)
    // With a message that comes in between.
    try test.removeQueues()
    let record = try test.portal().openOwn(other)
    _ = try record.send(message("4"), id: .test(4))
    try record.end()
    #expect(Set(try waiting()) == expected.union([.test(4)]))
  }

  @Test func `a queue that is cut or filled with noise changes no answer`() throws {
    let record = try test.portal().openOwn(id)
    _ = try record.send(message("Hei"), id: .test(1))
    try record.end()
    let name = try #require(test.scratch.tree().keys.first { $0.contains("/queue/") })
    let bytes = try test.scratch.read(name)
    for index in stride(from: 0, to: bytes.count, by: 3) {
      var changed = bytes
      changed[index] ^= 4
      for poison in [changed, Array(bytes.prefix(index))] {
        try test.scratch.write(poison, to: name)
        #expect(try waiting() == [.test(1)], "byte \(index)")
        #expect(try test.scratch.read(name) == bytes)
      }
    }
  }

  @Test func `messages of before practices had names of their own are delivered too`() throws {
    _ = try test.store().journal(of: id).append(.own(id)) { _ in
      var message = Message(
        thread: .test(1),
        kind: .office,
        status: .sent,
        subject: "",
        text: "old",
        isFromPerson: true
      )
      message.recipients = [RecordReference(display: "Fastlege  OPPDIKTET")]
      return [Record(id: .test(1), version: 1, content: .message(message))]
    }
    #expect(try test.portal().rebuildDeliveries().mended == 1)
    let record = try test.portal().openOwn(id)
    _ = try record.send(message("new"), id: .test(2))
    try record.end()
    #expect(try test.store().practices().count == 1)
    #expect(try waiting() == [.test(1), .test(2)])
  }
}
