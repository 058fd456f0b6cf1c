import Testing

@testable import PortalCore

/// What somebody has written and not sent is theirs alone.
struct PreviewDraftTests {
  @Test func `a preview does not show what the one who acts has not sent`() throws {
    let home = try ProxyHousehold()
    let id = try home.give()
    let draft = OutgoingMessage(kind: .office, subject: "", text: "ikke sendt")
    let acting = try home.represent()
    try acting.keepDraft(draft)
    #expect(try acting.messageDraft(in: nil) != nil)
    let own = try home.own(home.grandmother)
    let preview = try own.preview(try own.proxy(id).grant)
    #expect(try preview.messageDraft(in: nil) == nil)
    #expect(try own.messageDraft(in: nil) == nil)
  }
}
