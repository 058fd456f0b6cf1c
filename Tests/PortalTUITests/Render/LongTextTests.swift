import Testing

@testable import PortalTUI

/// A page with a long text in it: what has to stay in sight while it is written.
struct LongTextTests {
  private static let urgent = Notice(
    severity: .danger,
    text: "Do not write if it is urgent. If life is in danger, call 113; else 116 117.",
    brief: "Call 113 or 116 117."
  )

  private static func page(
    _ text: String = "",
    notice: Notice = urgent,
    problem: String? = nil,
    label: String = "Text"
  ) -> Page {
    let field = Field(
      id: "text",
      label: label,
      kind: .text,
      value: text,
      hint: "All read it.",
      limit: 5000,
      problem: problem
    )
    return Page(
      title: "Write",
      blocks: [
        .notice(notice), .paragraph("It goes to the practice."),
        .form(Form(fields: [field], submitLabel: "Send")),
      ]
    )
  }

  /// So many lines, each with its number.
  private static func lines(_ count: Int) -> String {
    (1...count).map { "Line \($0)" }.joined(separator: "\n")
  }

  /// The frame with one space for each break and gap: a number may stand on two rows.
  private static func words(_ visit: Visit) -> String {
    visit.frame.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let sizes = [(80, 24), (60, 20), (40, 12), (40, 24), (132, 43)]

  @Test(arguments: sizes)
  func `after a long paste the numbers to call, the count and the cursor are in sight`(
    columns: Int,
    rows: Int
  ) {
    var visit = Visit(Self.page(), columns: columns, rows: rows)
    let text = Self.lines(200)
    visit.press(.edit(.insert(text)))
    let shown = Self.words(visit)
    #expect(shown.contains("113"))
    #expect(shown.contains("116 117"))
    #expect(shown.contains("Text \(text.count) of 5000"))
    #expect(visit.cursorLine.hasPrefix("> [Line 200"))
    #expect(visit.frame.cursor.column == 11)
    visit.press(.edit(.backspace))
    #expect(visit.frame.text.contains("Text  \(text.count - 1) of 5000"))
    #expect(visit.frame.cursor.column == 10)
  }

  @Test(arguments: sizes)
  func `wherever the cursor goes in a long text it is seen, and so is all the rest`(
    columns: Int,
    rows: Int
  ) {
    var visit = Visit(Self.page(Self.lines(60)), columns: columns, rows: rows)
    for move in [PageCommand.Move.up, .pageUp, .up, .down, .pageDown, .down] {
      for _ in 0..<25 {
        guard visit.state.form?.focus == 0 else { break }
        visit.press(.move(move))
        guard visit.state.form?.focus == 0, visit.showsSelection else { continue }
        let shown = Self.words(visit)
        #expect(visit.cursorLine.hasPrefix("> [Line "))
        #expect(shown.contains("116 117"))
        #expect(shown.contains(" of 5000"))
      }
    }
  }

  @Test func `at 40 by 12 the numbers are said in brief, and the text keeps six rows`() {
    var visit = Visit(Self.page())
    visit.press(.edit(.insert(Self.lines(30))))
    let expected = """
       DEMO  Write     Kari Testdal (yourself)
        !! Important: Call 113 or 116 117.

        Text  230 of 5000
        [Line 25                             ]
        [Line 26                             ]
        [Line 27                             ]
        [Line 28                             ]
        [Line 29                             ]
      > [Line 30                             ]
                                   28–34 of 36
      Enter Open  Esc Back  / Search  F1 Help
      """
    #expect(visit.frame.text == expected)
  }

  @Test func `a page that opens is the same as before, with the notice in full`() {
    let lines = Visit(Self.page(), columns: 80, rows: 24).frame.lines
    #expect(lines[2].hasPrefix("  !! Important: Do not write if it is urgent. If life"))
    #expect(lines[4].isEmpty)
    #expect(lines[5] == "  It goes to the practice.")
    #expect(lines[7] == "  Text  0 of 5000")
  }

  @Test func `a notice without brief words scrolls like the rest`() {
    var visit = Visit(Self.page(notice: Notice(severity: .danger, text: "Call 113.")))
    #expect(visit.frame.text.contains("Call 113."))
    visit.press(.edit(.insert(Self.lines(30))))
    #expect(!visit.frame.text.contains("Call 113."))
    #expect(visit.frame.text.contains("230 of 5000"))
  }

  @Test func `in a window of five rows the notice leaves its room to the text`() {
    var visit = Visit(Self.page(), columns: 20, rows: 5)
    visit.press(.edit(.insert(Self.lines(30))))
    #expect(!visit.frame.text.contains("117"))
    #expect(visit.frame.text.contains("Text  230 of 5000"))
    #expect(visit.cursorLine.hasPrefix(">[Line 30"))
  }

  @Test func `what is wrong with a long text stays in sight with its count`() {
    var visit = Visit(Self.page(Self.lines(60), problem: "Say less."), columns: 80, rows: 24)
    visit.press(.edit(.insert("!")))
    let lines = visit.frame.lines
    #expect(lines[5] == "  Text  471 of 5000")
    #expect(lines[6] == "  !! Error: Say less.")
    #expect(visit.cursorLine.hasPrefix("> [Line 60!"))
  }

  @Test func `a problem that would take half of the window scrolls away, the count does not`() {
    let problem = String(repeating: "Say less. ", count: 12)
    var visit = Visit(Self.page(Self.lines(60), problem: problem))
    visit.press(.edit(.insert("!")))
    #expect(!visit.frame.text.contains("Error"))
    #expect(visit.frame.text.contains("471 of 5000"))
  }

  @Test func `a long label gives way to the count`() {
    let label = "What you would like the practice to know"
    var visit = Visit(Self.page(Self.lines(60), label: label))
    visit.press(.edit(.insert("!")))
    #expect(visit.frame.text.contains("What you would like the …  471 of 5000"))
  }

  @Test func `a field of one line that fills the window keeps its count in sight too`() {
    let field = Field(id: "line", label: "E-mail", kind: .line, limit: 500)
    var visit = Visit(
      Page(title: "Edit", blocks: [.form(Form(fields: [field], submitLabel: "Save"))])
    )
    visit.press(.edit(.insert(String(repeating: "x", count: 400))))
    #expect(visit.frame.lines[1] == "  E-mail  400 of 500")
    #expect(visit.cursorLine.hasPrefix("> [x"))
  }

  @Test func `below the text its head is not held over what comes after it`() {
    var visit = Visit(Self.page(Self.lines(60)))
    visit.press(.edit(.insert("!")), .nextField)
    #expect(visit.cursorLine == "> [ Send ]")
    #expect(!visit.frame.text.contains(" of 5000"))
    #expect(visit.frame.text.contains("116 117"))
  }

  @Test func `beside a list the notice is no more than a block of its page`() {
    var visit = Visit(.messages, columns: 120, rows: 20)
    visit.chrome.detail = Self.page(Self.lines(60))
    #expect(visit.frame.text.contains("Do not write if it is urgent."))
  }
}
