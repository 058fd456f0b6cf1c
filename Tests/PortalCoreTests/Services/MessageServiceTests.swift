import Glibc
import Testing

@testable import PortalCore

/// Messages, threads and drafts of one person.
struct MessageServiceTests {
  private let test: TestStore
  private let id: Person.ID
  private let record: OpenRecord

  init() throws {
    test = try TestStore()
    id = try test.person()
    record = try test.portal().openOwn(id)
  }

  private func message(_ text: String, thread: RecordID? = nil) -> OutgoingMessage {
    OutgoingMessage(kind: .office, thread: thread, subject: "Timer", text: text)
  }

  @Test func `a message is stored with who wrote it to whom, and its receipt proves it`() throws {
    let receipt = try record.send(message("Hei"), id: .test(1))
    let journal = try test.store().journal(of: id)
    #expect(try journal.contains(sequence: receipt.sequence, hash: receipt.hash))
    let threads = try test.portal().openOwn(id).messageThreads()
    #expect(threads.map(\.id) == [.test(1)])
    let sent = try #require(threads.first?.newest?.message)
    #expect(sent.text == "Hei")
    #expect(sent.status == .sent && sent.isFromPerson)
    #expect(sent.sender?.display == "Test Testesen 1")
    #expect(sent.recipients.map(\.display) == ["Fastlege Oppdiktet"])
    #expect(sent.sent == PartialDate(test.clock.instant))
  }

  @Test func `an answer joins its thread, and the newest thread comes first`() throws {
    _ = try record.send(message("first"), id: .test(1))
    test.clock.advance(bySeconds: 60)
    _ = try record.send(message("second"), id: .test(2))
    test.clock.advance(bySeconds: 60)
    var answer = message("answer", thread: .test(1))
    answer.subject = ""
    _ = try record.send(answer, id: .test(3))
    let threads = try record.messageThreads()
    #expect(threads.map(\.id) == [.test(1), .test(2)])
    #expect(threads[0].entries.map(\.message.text) == ["first", "answer"])
    #expect(threads[0].newest?.message.inResponseTo == .test(1))
    #expect(threads[0].newest?.message.subject == "Timer")
    #expect(throws: ServiceError.noSuchThread) {
      _ = try record.send(message("nowhere", thread: .test(9)), id: .test(4))
    }
  }

  @Test func `sending the same message twice stores it once`() throws {
    _ = try record.send(message("once"), id: .test(1))
    #expect(throws: ServiceError.store(.conflict(.test(1), newest: 1))) {
      _ = try record.send(message("once"), id: .test(1))
    }
    #expect(try record.messageThreads().flatMap(\.entries).count == 1)
  }

  @Test func `a message without text, or with too much, is not sent`() throws {
    #expect(throws: ServiceError.emptyMessage) {
      _ = try record.send(message(" \n\t"), id: .test(1))
    }
    let limit = MessageLimits.text
    let long = String(repeating: "å", count: limit)
    #expect(throws: ServiceError.messageTooLong(limit: limit)) {
      _ = try record.send(message(long + "x"), id: .test(1))
    }
    var titled = message("text")
    titled.subject = String(repeating: "x", count: MessageLimits.subject + 1)
    #expect(throws: ServiceError.messageTooLong(limit: MessageLimits.subject)) {
      _ = try record.send(titled, id: .test(1))
    }
    #expect(try record.messageThreads().isEmpty)
    _ = try record.send(message(long), id: .test(1))
  }

  @Test func `any text comes back as it was written`() throws {
    let texts = [
      "\u{18}\u{1b}[31m\n\r\u{7f}", "\"\\/}\n{\"seq\":0", "👩‍👩‍👧 e\u{301} \u{202e}", "\u{2028}",
    ]
    for (index, text) in texts.enumerated() {
      _ = try record.send(message("x" + text), id: .test(index))
    }
    let seen = try test.portal().openOwn(id)
    #expect(seen.damage == nil)
    for (index, text) in texts.enumerated() {
      guard case .message(let message) = try seen.record(.test(index), of: .message).content else {
        return
      }
      #expect(Array(message.text.utf8) == Array(("x" + text).utf8))
    }
    #expect(try !test.journalBytes(of: id).contains(0x18))
    #expect(try !test.journalBytes(of: id).contains(0))
  }

  @Test func `a NUL, which a record cannot hold, is shown as a replaced character`() throws {
    try record.keepDraft(message("a\0b"))
    #expect(try record.messageDraft(in: nil)?.text == "a\u{FFFD}b")
    _ = try record.sendDraft(message("a\0b\0"), id: .test(1))
    let thread = try #require(try test.portal().openOwn(id).messageThreads().first)
    #expect(thread.newest?.message.text == "a\u{FFFD}b\u{FFFD}")
  }

  @Test func `without a general practitioner nothing can be sent`() throws {
    _ = try test.store().journal(of: id).append(.own(id)) { _ in
      [Record(id: Person.recordID, version: 2, content: .person(Person()))]
    }
    _ = try record.refresh()
    #expect(throws: ServiceError.noGeneralPractitioner) {
      _ = try record.send(message("whom"), id: .test(1))
    }
    #expect(throws: ServiceError.noGeneralPractitioner) { try record.checkMayWrite() }
  }

  @Test func `a draft survives the session and is taken away by sending`() throws {
    try record.keepDraft(message("unfinished"))
    try record.end()
    let next = try test.portal().openOwn(id)
    let draft = try #require(try next.messageDraft(in: nil))
    #expect(draft.text == "unfinished" && draft.subject == "Timer" && draft.thread == nil)
    #expect(draft.saved == test.clock.instant)
    _ = try next.sendDraft(message("finished"), id: .test(1))
    #expect(try next.messageDraft(in: nil) == nil)
    #expect(try test.portal().openOwn(id).messageDraft(in: nil) == nil)
    // Each thread has its own.
    try next.keepDraft(message("answer", thread: .test(1)))
    try next.keepDraft(message("new"))
    #expect(try next.messageDraft(in: .test(1))?.text == "answer")
    #expect(try next.messageDraft(in: nil)?.text == "new")
    try next.discardDraft(in: .test(1))
    try next.discardDraft(in: .test(1))
    try next.keepDraft(OutgoingMessage(kind: .office, subject: "", text: ""))
    #expect(try next.messageDraft(in: .test(1)) == nil)
    #expect(try next.messageDraft(in: nil) == nil)
  }

  @Test func `a damaged draft is ignored and can be written over`() throws {
    try record.keepDraft(message("unfinished"))
    let path = try #require(test.scratch.tree().keys.first { $0.contains("/drafts/") })
    let bytes = try test.scratch.read(path)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 4
      try test.scratch.write(changed, to: path)
      #expect(try record.messageDraft(in: nil) == nil)
    }
    for count in 0..<bytes.count {
      try test.scratch.write(Array(bytes.prefix(count)), to: path)
      #expect(try record.messageDraft(in: nil) == nil)
    }
    try record.keepDraft(message("again"))
    #expect(try record.messageDraft(in: nil)?.text == "again")
  }

  @Test(arguments: [EIO, ENOSPC, EROFS], [false, true])
  func `a draft that cannot be kept leaves the one before`(code: Int32, isLasting: Bool) throws {
    try record.keepDraft(message("before"))
    test.disk.plan(nil)
    try record.keepDraft(message("before"))
    for call in 1...test.disk.count {
      test.disk.plan(.init(call: call, code: code, isLasting: isLasting))
      _ = try? record.keepDraft(message("after"))
      test.disk.plan(nil)
      let text = try record.messageDraft(in: nil)?.text
      #expect(text == "before" || text == "after", "call \(call)")
      try record.keepDraft(message("before"))
    }
  }

  @Test(arguments: [EIO, ENOSPC, EROFS], [false, true])
  func `sending a draft fails or sends, and never loses the text`(
    code: Int32,
    isLasting: Bool
  ) throws {
    try record.keepDraft(message("text 0"))
    test.disk.plan(nil)
    _ = try record.sendDraft(message("text 0"), id: .test(0))
    for call in 1...test.disk.count {
      try record.keepDraft(message("text \(call)"))
      test.disk.plan(.init(call: call, code: code, isLasting: isLasting))
      let receipt = try? record.sendDraft(message("text \(call)"), id: .test(call))
      test.disk.plan(nil)
      let next = try test.portal().openOwn(id)
      let isSent = try next.messageThreads().contains { $0.id == .test(call) }
      let draft = try next.messageDraft(in: nil)?.text
      if receipt != nil { #expect(isSent, "call \(call)") }
      #expect(isSent || draft == "text \(call)", "call \(call)")
    }
  }
}
