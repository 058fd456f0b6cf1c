import Testing

@testable import PortalCore

/// What is unsent of new messages: one draft for each kind.
struct MessageDraftTests {
  private let test: TestStore
  private let id: Person.ID
  private let record: OpenRecord

  init() throws {
    test = try TestStore()
    id = try test.person()
    record = try test.portal().openOwn(id)
  }

  private func message(_ text: String, _ kind: Message.Kind = .office) -> OutgoingMessage {
    OutgoingMessage(kind: kind, subject: "", text: text)
  }

  private static let kinds: [Message.Kind] = [
    .office, .eConsultation, .renewal, .appointmentRequest, .otherService,
  ]

  @Test func `each kind has its own, found by the next process, the last one first`() throws {
    for kind in Self.kinds {
      try record.keepDraft(message(kind.rawValue, kind))
      test.clock.advance(bySeconds: 60)
    }
    let next = try test.portal().openOwn(id)
    #expect(try next.newMessageDrafts().map(\.kind) == Self.kinds.reversed())
    for kind in Self.kinds {
      #expect(try next.messageDraft(in: nil, kind: kind)?.text == kind.rawValue)
    }
    #expect(try next.messageDraft(in: nil)?.kind == .otherService)
  }

  @Test func `sending or throwing away one leaves the others`() throws {
    for kind in Self.kinds { try record.keepDraft(message("x", kind)) }
    _ = try record.sendDraft(message("x"), id: .test(1))
    try record.discardDraft(in: nil, kind: .renewal)
    let left = Set(try record.newMessageDrafts().map(\.kind))
    #expect(left == [.eConsultation, .appointmentRequest, .otherService])
    try record.keepDraft(message("", .eConsultation))
    #expect(try record.newMessageDrafts().count == 2)
    try record.discardDraft(in: nil)
    #expect(try record.newMessageDrafts().isEmpty)
  }

  @Test func `a file that lies with one stays when another is thrown away`() throws {
    try record.keepDraft(message("question", .eConsultation))
    let attached = try record.attach(Array("text".utf8), named: "a.txt", to: message("office"))
    try record.discardDraft(in: nil, kind: .eConsultation)
    #expect(try record.messageDraft(in: nil, kind: .office)?.attachments == [attached])
    #expect(record.drafts.bytes(attached.id) != nil)
    try record.discardDraft(in: nil, kind: .office)
    #expect(record.drafts.bytes(attached.id) == nil)
  }

  /// Keeps a draft as it was when there was one for new messages of every kind.
  private func keepFormerDraft(_ kind: Message.Kind) throws {
    let draft = Draft(
      kind: kind,
      thread: nil,
      subject: "",
      text: "before",
      saved: test.clock.instant
    )
    let name = RecordID(bytes: Array("new-message\0\0\0\0\0\0".utf8))
    try record.keep(draft, as: name, in: .messages)
  }

  @Test(arguments: kinds)
  func `one that was kept when there was one for all kinds is found as what it is`(
    kind: Message.Kind
  ) throws {
    try keepFormerDraft(kind)
    #expect(try record.newMessageDrafts().map(\.text) == ["before"])
    let other: Message.Kind = kind == .office ? .renewal : .office
    #expect(try record.messageDraft(in: nil, kind: other) == nil)
    // Another kind takes nothing from it.
    try record.keepDraft(message("another", other))
    #expect(try record.messageDraft(in: nil, kind: kind)?.text == "before")
    // It is replaced by what is written on, and gone with that.
    try record.keepDraft(message("after", kind))
    #expect(try record.messageDraft(in: nil, kind: kind)?.text == "after")
    try record.discardDraft(in: nil, kind: kind)
    #expect(try record.newMessageDrafts().map(\.kind) == [other])
  }

  @Test func `one that was kept so is gone once it is sent`() throws {
    try keepFormerDraft(.office)
    _ = try record.sendDraft(message("before"), id: .test(1))
    #expect(try record.newMessageDrafts().isEmpty)
  }
}
