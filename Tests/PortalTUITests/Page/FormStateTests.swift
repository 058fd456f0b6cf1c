import Testing

@testable import PortalTUI

struct FormStateTests {
  private func visit() -> Visit {
    Visit(.writing, columns: 80, rows: 24)
  }

  @Test func `a form is filled in from the top and handed in on its last line`() {
    var visit = visit()
    #expect(visit.state.takesChoice && !visit.state.takesText)
    visit.press(.edit(.insert("2")), .nextField)
    visit.type("Question")
    #expect(visit.state.takesText && !visit.state.takesChoice)
    visit.press(.open, .move(.end), .edit(.newline))
    visit.type("Bye.")
    visit.press(.nextField)
    #expect(!visit.state.takesText && !visit.state.takesChoice)
    #expect(visit.cursorLine == "> [ Send ]")
    let values = ["to": "1", "subject": "Question", "text": "Hello,\nI have a question.\nBye."]
    #expect(visit.press(.open) == .submit(values))
    #expect(visit.press(.submit) == .submit(values))
  }

  @Test func `going through a choice changes nothing until an option is taken`() {
    var visit = visit()
    visit.press(.move(.down))
    #expect(visit.cursorLine == "> ( ) 2 Your doctor")
    visit.press(.move(.down))
    #expect(visit.cursorLine.hasPrefix("> ["))
    #expect(!visit.state.hasUnsentChanges)
    visit.press(.move(.up), .edit(.insert(" ")))
    #expect(visit.state.values["to"] == "1")
    visit.press(.edit(.insert("1")))
    #expect(visit.state.values["to"] == "0")
    #expect(visit.press(.edit(.insert("3"))) == .none)
    visit.press(.move(.down), .open)
    #expect(visit.state.values["to"] == "1")
    #expect(visit.state.hasUnsentChanges)
    visit.type("now in the next field")
    #expect(visit.state.values["subject"] == "now in the next field")
  }

  @Test func `the cursor is where the next letter goes`() {
    var visit = visit()
    visit.press(.nextField)
    visit.type("Æ漢")
    #expect(visit.frame.cursor == (9, 6))
    visit.press(.move(.left))
    #expect(visit.frame.cursor == (9, 4))
    visit.press(.nextField)
    #expect(visit.cursorLine.hasPrefix("> [I have a question. "))
    #expect(visit.frame.cursor.column == 21)
  }

  @Test func `a full field says so and keeps what it has`() {
    var visit = visit()
    visit.press(.nextField)
    let long = String(repeating: "x", count: 60)
    #expect(visit.press(.edit(.insert(long))) == .limitReached(50))
    #expect(visit.state.values["subject"]?.count == 50)
    #expect(visit.frame.lines[8] == "  Subject  50 of 50")
  }

  @Test func `what is typed stays when the page is made anew`() {
    var visit = visit()
    visit.press(.nextField)
    visit.type("abc")
    visit.press(.move(.left))
    var page = Page.writing
    page.blocks[1] = .form(page.changed("subject") { $0.value = "from another window" })
    visit.state.show(page)
    visit.type("X")
    #expect(visit.state.values["subject"] == "abXc")
  }

  @Test func `a saved draft is no unsent change, and the cursor stays`() {
    var visit = visit()
    visit.press(.nextField)
    visit.type("abc")
    visit.press(.move(.left))
    var page = Page.writing
    page.blocks[1] = .form(page.changed("subject") { $0.value = "abc" })
    visit.state.show(page)
    #expect(!visit.state.hasUnsentChanges)
    visit.type("X")
    #expect(visit.state.values["subject"] == "abXc")
  }

  @Test func `a field that nobody has touched takes what the page gives, one with another id too`()
  {
    var visit = visit()
    visit.press(.nextField)
    visit.type("abc")
    var page = Page.writing
    page.blocks[1] = .form(page.changed("text") { $0.value = "new" })
    visit.state.show(page)
    #expect(visit.state.values["text"] == "new")
    page.blocks[1] = .form(page.changed("subject") { $0.id = "subject-2" })
    visit.state.show(page)
    #expect(visit.state.values["subject-2"] == "")
  }

  @Test func `what the page gives is neither cut nor counted as typed`() {
    let long = String(repeating: "long text\r\n\t", count: 2_000)
    let form = Form(
      fields: [Field(id: "t", label: "T", kind: .text, value: long)],
      submitLabel: "S"
    )
    let visit = Visit(Page(title: "T", blocks: [.form(form)]))
    #expect(!visit.state.hasUnsentChanges)
    #expect(visit.state.values["t"]?.count == 22_000)
  }

  @Test func `after handing in the cursor goes to the first problem`() {
    var visit = visit()
    visit.press(.submit)
    visit.state.show(.writing)
    #expect(visit.state.form?.focus == 2)
    visit.press(.previousField)
    visit.state.show(.writing)
    #expect(visit.state.form?.focus == 1)
  }

  @Test func `text above a form is reached by going up, and typing comes back`() {
    var page = Page.writing
    page.blocks[0] = .text((0..<30).map { "Row \($0)" }.joined(separator: "\n"))
    var visit = Visit(page)
    #expect(visit.frame.lines[1] == "  Row 0")
    #expect(visit.press(.open) == .changed)
    #expect(visit.cursorLine == "> (x) 1 The office")
    visit.press(.nextField, .move(.up), .move(.up), .move(.up), .move(.pageUp))
    #expect(!visit.showsSelection)
    visit.press(.edit(.insert("2")))
    #expect(visit.showsSelection)
  }

  @Test func `a long text scrolls with its cursor, in both directions`() {
    let text = (0..<40).map { "Row \($0)" }.joined(separator: "\n")
    let form = Form(
      fields: [Field(id: "t", label: "Text", kind: .text, value: text)],
      submitLabel: "Send"
    )
    var visit = Visit(Page(title: "T", blocks: [.form(form)]))
    visit.press(.nextField, .previousField)
    #expect(visit.cursorLine.contains("Row 39"))
    visit.press(.move(.up), .move(.up))
    #expect(visit.cursorLine.contains("Row 37"))
    #expect(visit.frame.lines.contains { $0.contains("Row 39") })
    for _ in 0..<37 { visit.press(.move(.up)) }
    #expect(visit.cursorLine.contains("Row 0"))
  }
}

extension Page {
  /// The page's form with one field changed.
  fileprivate func changed(_ id: String, _ change: (inout Field) -> Void) -> Form {
    var form = form ?? Form(fields: [], submitLabel: "")
    for index in form.fields.indices where form.fields[index].id == id {
      change(&form.fields[index])
    }
    return form
  }
}
