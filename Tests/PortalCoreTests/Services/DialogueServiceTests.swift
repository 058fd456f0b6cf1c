import Testing

@testable import PortalCore

/// Conversations and renewals as the person and the practice leave them.
struct DialogueServiceTests {
  private let test: TestStore
  private let id: Person.ID
  private let record: OpenRecord

  init() throws {
    test = try TestStore()
    id = try test.person()
    record = try test.portal().openOwn(id)
  }

  private let author = StaffAuthor(
    name: "Lise Lege",
    work: .doctor,
    member: .test(70),
    practice: Practice.ID(bytes: Array(repeating: 8, count: 17))
  )

  private func send(_ text: String, _ id: RecordID, in thread: RecordID? = nil) throws {
    let message = OutgoingMessage(kind: .eConsultation, thread: thread, subject: "", text: text)
    _ = try record.send(message, id: id)
  }

  /// What the practice does, written as it stands in the journal.
  private func act(_ act: ThreadAct, through: RecordID) throws {
    test.clock.advance(bySeconds: 60)
    let journal = try test.store().journal(of: id)
    let statusID = ThreadStatus.id(of: .test(1))
    var status = ThreadStatus(thread: .test(1), kind: .eConsultation)
    var version = 0
    if let known = try journal.contents[statusID], case .threadStatus(let found) = known.content {
      (status, version) = (found, known.version)
    }
    try status.take(
      ThreadStatus.Step(act, at: test.clock.instant, by: author, through: through),
      newestFromPerson: through
    )
    let next = Record(id: statusID, version: version + 1, content: .threadStatus(status))
    _ = try journal.append(.own(id)) { _ in [next] }
    _ = try record.refresh()
  }

  private var thread: MessageThread { get throws { try record.messageThread(.test(1)) } }

  @Test func `a conversation says how far it has come, and begins anew with each message`() throws {
    try send("first", .test(1))
    #expect(try thread.state == .sent)
    try act(.read, through: .test(1))
    #expect(try thread.state == .read)
    try act(.answer, through: .test(1))
    #expect(try thread.state == .answered)
    try send("second", .test(2), in: .test(1))
    #expect(try thread.state == .sent)
    #expect(try thread.kind == .eConsultation)
  }

  @Test(arguments: [ThreadAct.close, .reject])
  func `nothing is sent in a conversation that is over`(_ end: ThreadAct) throws {
    try send("first", .test(1))
    try act(end, through: .test(1))
    let state = try #require(try thread.state)
    let head = try test.store().journal(of: id).head
    #expect(throws: ServiceError.dialogue(.thread(.notPossible(.write, state)))) {
      try send("late", .test(2), in: .test(1))
    }
    #expect(try test.store().journal(of: id).head == head)
  }

  @Test func `what was put away comes back when something is written in it`() throws {
    try send("first", .test(1))
    test.clock.advance(bySeconds: 60)
    #expect(try record.setArchived(true, thread) != nil)
    #expect(try thread.isArchived)
    #expect(try record.setArchived(true, thread) == nil)
    test.clock.advance(bySeconds: 60)
    try send("second", .test(2), in: .test(1))
    #expect(try !thread.isArchived)
    // Also put away anew, and taken out by hand.
    test.clock.advance(bySeconds: 60)
    #expect(try record.setArchived(true, thread) != nil)
    #expect(try thread.isArchived)
    #expect(try record.setArchived(false, thread) != nil)
    #expect(try !thread.isArchived)
  }

  @Test func `what looks short and is endless is too long`() throws {
    let marks = "e" + String(repeating: "\u{301}", count: 40_000)
    #expect(marks.count == 1)
    #expect(throws: ServiceError.messageTooLong(limit: MessageLimits.text)) {
      try send(marks, .test(1))
    }
    #expect(throws: ServiceError.messageTooLong(limit: MessageLimits.subject)) {
      let message = OutgoingMessage(kind: .office, subject: marks, text: "Hei")
      _ = try record.send(message, id: .test(1))
    }
    // As many of the largest usual characters as there is room for are let through.
    let family = "👨‍👩‍👧"
    try send(String(repeating: family, count: 3000), .test(2))
    #expect(try record.messageThread(.test(2)).newest?.message.text.count == 3000)
  }

  @Test func `a file is known by its content, sent with the message, and taken out again`() throws {
    var outgoing = OutgoingMessage(kind: .office, subject: "", text: "See this")
    let bytes = Array("%PDF-1.7\nhello".utf8)
    let attached = try record.attach(bytes, named: "../../etc/x.txt", to: outgoing)
    #expect(attached.type == .pdf)
    #expect(!attached.name.contains("/") && attached.name.hasSuffix(".pdf"))
    // Found again with the draft.
    let draft = try #require(try test.portal().openOwn(id).messageDraft(in: nil))
    #expect(draft.attachments == [attached])
    outgoing.attachments = [attached]
    _ = try record.sendDraft(outgoing, id: .test(1))
    let saved = try record.attachment(0, of: .test(1))
    #expect(saved.bytes == bytes)
    #expect(try record.messageDraft(in: nil) == nil)
    #expect(try test.portal().verify(id).isSound)
    #expect(try test.portal().verify(id).persons[0].remarks.isEmpty)
    // What lay with the draft is gone with it.
    #expect(throws: ServiceError.dialogue(.attachmentLost(name: attached.name))) {
      _ = try record.send(outgoing, id: .test(2))
    }
    #expect(throws: ServiceError.dialogue(.attachment(.notTaken(.zip)))) {
      _ = try record.attach([0x50, 0x4B, 3, 4, 20, 0, 0, 0], named: "x.pdf", to: outgoing)
    }
  }

  @Test func `an attachment survives what is erased beside it, and goes with its own message`()
    throws
  {
    var outgoing = OutgoingMessage(kind: .office, subject: "", text: "See this")
    outgoing.attachments = [
      try record.attach(Array("secret words".utf8), named: "a.txt", to: outgoing)
    ]
    _ = try record.sendDraft(outgoing, id: .test(1))
    try send("other", .test(2))
    _ = try record.erase(ErasureSelection(records: [.test(2)]), reason: .ownEntry)
    #expect(try record.attachment(0, of: .test(1)).bytes == Array("secret words".utf8))
    _ = try record.erase(ErasureSelection(records: [.test(1)]), reason: .ownEntry)
    #expect(try !ErasureTests.stands("secret words", in: test, id))
    #expect(try test.portal().verify(id).isSound)
  }

  // MARK: - Renewals

  private func prescribe(
    _ number: Int,
    _ status: Prescription.Status = .active,
    written: String = "2026-01-01",
    labels: [WithholdingCode] = []
  ) throws {
    let code = CodeableConcept(text: "Medicine \(number)")
    var prescription = Prescription(medication: Medication(code: code), status: status)
    prescription.authoredOn = PartialDate(written)
    let content = RecordContent.prescription(prescription)
    let written = Record(id: .test(number), version: 1, content: content, labels: labels)
    _ = try test.store().journal(of: id).append(.importing(for: id)) { _ in [written] }
    _ = try record.refresh()
  }

  private func renew(_ prescriptions: [RecordID], _ message: RecordID) throws {
    var outgoing = OutgoingMessage(kind: .renewal, subject: "", text: "")
    outgoing.renewals = prescriptions
    _ = try record.send(outgoing, id: message)
  }

  @Test func `several are asked for with one message, and none of them twice`() throws {
    try prescribe(11)
    try prescribe(12)
    try renew([.test(11), .test(12)], .test(1))
    #expect(
      try record.renewals().mapValues(\.state) == [.test(11): .requested, .test(12): .requested]
    )
    #expect(try record.renewablePrescriptions().map(\.refusal) == [.asked, .asked])
    try prescribe(13)
    #expect(throws: ServiceError.dialogue(.notRenewable(.test(12), .asked))) {
      try renew([.test(13), .test(12)], .test(2))
    }
    // Of a message that is not sent nothing is asked for.
    #expect(try record.renewals()[.test(13)] == nil)
    #expect(try record.messageThreads().count == 1)
  }

  @Test func `what was asked for can be taken back, once, and asked for anew`() throws {
    try prescribe(11)
    try renew([.test(11)], .test(1))
    #expect(try record.waitingRenewals(askedWith: [.test(1), .test(9)]) == [.test(11)])
    #expect(try record.waitingRenewals(askedWith: [.test(9)]).isEmpty)
    #expect(try record.withdrawRenewals(of: [.test(11)]) != nil)
    #expect(try record.renewals()[.test(11)]?.state == .withdrawn)
    #expect(try record.waitingRenewals(askedWith: [.test(1)]).isEmpty)
    #expect(throws: ServiceError.self) { try record.withdrawRenewals(of: [.test(11)]) }
    try renew([.test(11)], .test(2))
    #expect(try record.renewals()[.test(11)]?.state == .requested)
    #expect(try record.renewals()[.test(11)]?.message == .test(2))
  }

  @Test func `of several none is taken back where one was not there to be`() throws {
    try prescribe(11)
    try prescribe(12)
    try renew([.test(11), .test(12)], .test(1))
    try record.withdrawRenewals(of: [.test(12)])
    #expect(throws: ServiceError.dialogue(.notRenewable(.test(12), .missing))) {
      try record.withdrawRenewals(of: [.test(11), .test(12)])
    }
    #expect(try record.renewals()[.test(11)]?.state == .requested)
  }

  @Test func `nothing chosen, or what cannot be renewed, sends nothing`() throws {
    #expect(throws: ServiceError.dialogue(.nothingToRenew)) { try renew([], .test(1)) }
    try prescribe(11, .stopped)
    try prescribe(12, .completed, written: "2020-01-01")
    #expect(throws: ServiceError.dialogue(.notRenewable(.test(11), .notInUse))) {
      try renew([.test(11)], .test(1))
    }
    #expect(throws: ServiceError.dialogue(.notRenewable(.test(12), .tooOld))) {
      try renew([.test(12)], .test(1))
    }
    #expect(throws: ServiceError.noSuchRecord) { try renew([.test(99)], .test(1)) }
    #expect(try record.messageThreads().isEmpty)
    #expect(try record.renewablePrescriptions().isEmpty)
  }

  @Test func `what is asked for is kept from those from whom the prescription is kept`() throws {
    try prescribe(11, labels: [.fromParents])
    try renew([.test(11)], .test(1))
    let message = try record.record(.test(1), of: .message)
    let request = try record.record(PrescriptionRenewal.id(of: .test(11)), of: .renewal)
    #expect(message.labels == [.fromParents])
    #expect(request.labels == [.fromParents])
  }

  // MARK: - What has been read

  @Test func `what is read stays read, for the one who has read it`() throws {
    try send("first", .test(1))
    try record.end()
    test.clock.advance(bySeconds: 60)
    let journal = try test.store().journal(of: id)
    var answer = Message(
      thread: .test(1),
      kind: .eConsultation,
      status: .received,
      subject: "",
      text: "answer",
      isFromPerson: false
    )
    answer.author = author
    _ = try journal.append(.importing(for: id)) { _ in
      [Record(id: .test(2), version: 1, content: .message(answer))]
    }
    let later = try test.portal().openOwn(id)
    let unread = try later.messageThread(.test(1))
    #expect(unread.hasNews)
    #expect(try later.news(newest: 5).counts[.messages] == 1)
    try later.markRead(unread)
    #expect(try !later.messageThread(.test(1)).hasNews)
    let again = try test.portal().openOwn(id)
    #expect(try !again.messageThread(.test(1)).hasNews)
    #expect(try again.news(newest: 5).counts[.messages] == nil)
  }
}
