import Testing

@testable import PortalCore

@Suite struct MessageReadingTests {
  private func messages(_ resources: [String]) throws -> [(id: RecordID, message: Message)] {
    try FHIRFixture.records(resources).compactMap { record in
      guard case .message(let message) = record.content else { return nil }
      return (record.id, message)
    }
  }

  private static func communication(_ id: String, _ members: String) -> String {
    FHIRFixture.resource("Communication", #""id":"\#(id)","# + members)
  }

  @Test func `a message has its texts, its attachments and its parties`() throws {
    let messages = try messages([
      MessageReadingTests.communication(
        "a",
        """
        "status":"completed","topic":{"text":"Resept"},"category":[{"text":"Melding"}],
        "sender":{"reference":"Patient/p"},"recipient":[{"display":"Dr A"}],
        "sent":"2020-03-04T05:06:07Z","received":"2020-03-04T05:06:08Z",
        "payload":[{"contentString":"Hei"},{"contentString":"Kari"},
        {"contentAttachment":{"title":"bilde","contentType":"image/png"}},
        {"contentReference":{"display":"Prøvesvar"}}]
        """
      )
    ])
    let message = try #require(messages.first)
    #expect(message.message.subject == "Resept" && message.message.text == "Hei\n\nKari")
    #expect(message.message.kind == .imported && message.message.status == .received)
    #expect(message.message.isFromPerson && message.message.thread == message.id)
    #expect(message.message.attachments.map(\.title) == ["bilde", "Prøvesvar"])
    #expect(message.message.recipients.map(\.display) == ["Dr A"])
    #expect(message.message.date?.text == "2020-03-04T05:06:07Z")
  }

  @Test(arguments: [
    (#""reasonCode":[{"text":"Grunn"}],"category":[{"text":"Kat"}]"#, "Grunn"),
    (#""category":[{"coding":[{"display":"Kat"}]}]"#, "Kat"),
    (#""status":"completed""#, ""),
  ])
  func `the subject is the topic, the reason or the category`(
    members: String,
    subject: String
  ) throws {
    let messages = try messages([MessageReadingTests.communication("a", members)])
    #expect(messages.first?.message.subject == subject)
  }

  @Test(arguments: [
    ("completed", Message.Status.received), ("in-progress", .received), ("not-done", .notDone),
    ("preparation", .notDone), ("entered-in-error", .enteredInError), ("unknown", .received),
  ])
  func `what never was sent is said not to be`(code: String, status: Message.Status) throws {
    let messages = try messages([MessageReadingTests.communication("a", #""status":"\#(code)""#)])
    #expect(messages.first?.message.status == status)
  }

  @Test(arguments: [
    (#"{"reference":"Patient/p"}"#, true),
    (#"{"reference":"RelatedPerson/r"}"#, true),
    (#"{"reference":"Practitioner/d"}"#, false),
    (#"{"display":"Kari Prøve"}"#, false),
  ])
  func `a message is from the person where the sender is`(sender: String, isFrom: Bool) throws {
    let messages = try messages([
      #"{"resourceType":"RelatedPerson","id":"r","patient":{"reference":"Patient/p"}}"#,
      #"{"resourceType":"Practitioner","id":"d"}"#,
      MessageReadingTests.communication("a", #""sender":\#(sender)"#),
    ])
    #expect(messages.first?.message.isFromPerson == isFrom)
  }

  @Test func `answers belong to the thread of the first message, whatever their order`() throws {
    let messages = try messages([
      MessageReadingTests.communication(
        "c",
        #""inResponseTo":[{"reference":"Communication/b"}]"#
      ),
      MessageReadingTests.communication("a", #""status":"completed""#),
      MessageReadingTests.communication(
        "b",
        #""partOf":[{"display":"x"},{"reference":"Communication/a"}]"#
      ),
    ])
    let first = messages[1].id
    #expect(messages.map(\.message.thread) == [first, first, first])
    #expect(messages[0].message.inResponseTo == messages[2].id)
  }

  @Test func `answers to a message that comes in another file share its thread`() throws {
    let answer = MessageReadingTests.communication(
      "b",
      #""inResponseTo":[{"reference":"Communication/a"}]"#
    )
    let patient =
      #"{"resourceType":"Patient","id":"p","identifier":[{"system":"urn:x:y","value":"17-4"}]}"#
    func records(_ resources: [String]) throws -> [ImportBatch.ImportedRecord] {
      try #require(FHIRFixture.read(FHIRFixture.bundle([patient] + resources)).subjects.first)
        .records
    }
    let question = MessageReadingTests.communication("a", #""status":"completed""#)
    guard case .message(let message)? = try records([answer]).last?.content else { return }
    #expect(message.thread == (try records([question]).last?.id))
    #expect(message.inResponseTo == message.thread)
  }

  @Test func `messages that answer each other end`() throws {
    let messages = try messages([
      MessageReadingTests.communication("a", #""partOf":[{"reference":"Communication/b"}]"#),
      MessageReadingTests.communication("b", #""partOf":[{"reference":"Communication/a"}]"#),
    ])
    #expect(messages.count == 2)
  }
}
