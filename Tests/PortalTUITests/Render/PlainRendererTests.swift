import Testing

@testable import PortalTUI

struct PlainRendererTests {
  private let renderer = PlainRenderer(words: .english)
  private let hints = [KeyHint(key: "W", label: "Write")]

  @Test func `a list is numbered`() {
    let expected = """
      Messages

      What you and your doctor's office have written to each other.

      1. New: About the test last week, Testdal Medical Centre, 14 March 2025
      2. Renewal of prescription, 2 March 2025
      3. Unanswered: Your appointment has been moved to another day, and it is not yet confirmed, Testdal Medical Centre, 27 February 2025
      4. Welcome

      W: Write
      """
    #expect(renderer.lines(.messages, hints: hints).joined(separator: "\n") == expected)
  }

  @Test func `each row of a table is a line`() {
    let expected = """
      Test results

      Warning: One of the values is outside its range.

      1. Test: Haemoglobin, Value: 14.2, Unit: g/dL, Range: 11.7–15.3, Taken: 14 March 2025
      2. High: Test: LDL cholesterol, Value: 5.61, Unit: mmol/L, Range: 1.2–4.3, Taken: 14 March 2025
      3. Test: TSH, Value: 1.50, Unit: mIE/L

      W: Write
      """
    #expect(renderer.lines(.results, hints: hints).joined(separator: "\n") == expected)
  }

  @Test func `text, facts and a chart`() {
    let expected = """
      LDL cholesterol

      Result

      Taken: 14 March 2025
      Requested by: Doctor Ola Testmann, Testdal Medical Centre

      Three values; the last is above the range.

      Comment

      Dear Kari,

        the value has risen.
      We will talk about it.

      Important: Call 113 where it is urgent.

      W: Write
      """
    #expect(renderer.lines(.reading, hints: hints).joined(separator: "\n") == expected)
  }

  @Test func `a form`() {
    let expected = """
      Write

      The office answers within five days.

      1. To:
         1. The office (chosen)
         2. Your doctor
      2. Subject:
      0 of 50
      3. Text: Hello,
      I have a question.
      Everyone at the office may read it.
      Error: Say more.
      Send

      W: Write
      """
    #expect(renderer.lines(.writing, hints: hints).joined(separator: "\n") == expected)
  }

  @Test func `an empty list says why`() {
    #expect(renderer.lines(.numbered(0)) == ["Numbers", "", "Nothing here."])
  }

  @Test func `lines are whole, and broken where a width is set`() {
    var narrow = renderer
    narrow.columns = 30
    let text = String(repeating: "long ", count: 50)
    let page = Page(title: "T", blocks: [.paragraph(text)])
    #expect(renderer.lines(page) == ["T", "", text])
    #expect(narrow.lines(page).allSatisfy { $0.utf8.count <= 30 })
    #expect(narrow.lines(page).count == 11)
  }

  @Test func `foreign text cannot steer the terminal`() {
    let bad = "a\u{1B}[2J\u{202E}\u{9B}1m\r\nb\u{7}"
    let lines = renderer.lines(.made(of: bad))
    for line in lines {
      SafeTextTests.expectSafe(line)
      #expect(SafeText(line).text == line)
    }
  }

  @Test func `a notice between pages begins with how bad it is`() {
    #expect(renderer.lines(Notice(severity: .success, text: "Sent.")) == ["Done: Sent."])
  }
}
