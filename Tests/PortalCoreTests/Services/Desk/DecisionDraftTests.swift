import Testing

@testable import PortalCore

/// What a doctor has begun to decide about prescriptions, and not decided.
struct DecisionDraftTests {
  private let fixture: DeskFixture

  init() throws {
    fixture = try DeskFixture()
    try fixture.askForRenewal(30, in: 10)
    try fixture.askForRenewal(31, in: 10)
  }

  private let begun = DecisionDraft(
    lines: [
      .init(prescription: .test(30), isApproved: false, reason: "Kom til kon"),
      .init(prescription: .test(31), isApproved: nil, reason: ""),
    ],
    message: "Hei"
  )

  @Test func `it is found by the next process of the same doctor, and by nobody else`() throws {
    try fixture.conversation(10).keep(begun)
    let found = try #require(try fixture.conversation(10).decisionDraft())
    #expect(found == begun)
    // Nothing is kept of what nothing is said about.
    #expect(found.lines.map(\.prescription) == [.test(30)])
    #expect(try fixture.conversation(10, by: DeskFixture.nurse).decisionDraft() == nil)
    #expect(try fixture.test.portal().openOwn(fixture.patient).newMessageDrafts().isEmpty)
  }

  @Test func `an unsent answer is apart from it`() throws {
    let conversation = try fixture.conversation(10)
    try conversation.keep(begun)
    #expect(conversation.draft() == nil)
    try conversation.keep("Et svar")
    #expect(conversation.draft() == "Et svar" && conversation.decisionDraft() == begun)
    conversation.discardDraft()
    #expect(conversation.decisionDraft() == begun)
  }

  @Test func `one that says nothing takes it away, and so does deciding`() throws {
    let conversation = try fixture.conversation(10)
    try conversation.keep(begun)
    try conversation.keep(DecisionDraft(lines: [], message: ""))
    #expect(conversation.decisionDraft() == nil)
    try conversation.keep(begun)
    let content = try conversation.content()
    let decisions = content.renewals.map {
      RenewalDecision(
        prescription: $0.prescription.id,
        base: $0.version,
        verdict: .decline(reason: "Kom til kontroll")
      )
    }
    _ = try conversation.decide(decisions, fixture.message(20), on: content.seen)
    #expect(conversation.decisionDraft() == nil)
  }

  @Test func `what could not be decided leaves it`() throws {
    let conversation = try fixture.conversation(10)
    try conversation.keep(begun)
    let seen = try conversation.content().seen
    let decision = RenewalDecision(
      prescription: .test(30),
      base: 1,
      verdict: .decline(reason: " ")
    )
    #expect(throws: ServiceError.desk(.reasonMissing)) {
      _ = try conversation.decide([decision], fixture.message(20), on: seen)
    }
    #expect(conversation.decisionDraft() == begun)
  }

  @Test func `a letter that JSON holds and FHIR does not is replaced, as in an answer`() throws {
    let conversation = try fixture.conversation(10)
    let line = DecisionDraft.Line(prescription: .test(30), isApproved: nil, reason: "a\0b")
    try conversation.keep(DecisionDraft(lines: [line], message: "c\0"))
    let found = try #require(conversation.decisionDraft())
    #expect(found.lines[0].reason == "a\u{FFFD}b" && found.message == "c\u{FFFD}")
  }
}
