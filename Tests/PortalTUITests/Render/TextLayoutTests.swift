import Testing

@testable import PortalTUI

struct TextLayoutTests {
  private func wrap(_ text: String, _ columns: Int, keepsLines: Bool = false) -> [String] {
    TextLayout.wrap(text, columns: columns, keepsLines: keepsLines).map(\.text)
  }

  @Test func `rows break at spaces`() {
    #expect(wrap("one two three", 7) == ["one two", "three"])
    #expect(wrap("one two   three", 7) == ["one two", "three"])
    #expect(wrap("én blå ærlig", 6) == ["én blå", "ærlig"])
    #expect(wrap("", 7) == [""])
  }

  @Test func `a word longer than a row is broken inside`() {
    #expect(wrap("an allergivaksinasjon", 8) == ["an", "allergiv", "aksinasj", "on"])
    #expect(wrap("æøåæøå", 4) == ["æøåæ", "øå"])
  }

  @Test func `wide characters break anywhere and are never cut in half`() {
    #expect(wrap("漢字漢字", 5) == ["漢字", "漢字"])
    #expect(wrap("漢", 1) == ["漢"])
    #expect(wrap("a漢字 b", 4) == ["a漢", "字 b"])
  }

  @Test func `marks stay with their bases`() {
    #expect(wrap("e\u{301}e\u{301}e\u{301}", 2) == ["e\u{301}e\u{301}", "e\u{301}"])
  }

  @Test func `a no-break space does not break`() {
    #expect(wrap("costs 12\u{A0}345 kr", 11) == ["costs", "12\u{A0}345 kr"])
  }

  @Test func `line feeds are spaces in a paragraph and kept in a text`() {
    #expect(wrap("a\nb\r\nc", 9) == ["a b c"])
    #expect(wrap("a\n\n  b\r\nc\n", 9, keepsLines: true) == ["a", "", "  b", "c"])
    #expect(wrap("  indented text", 10, keepsLines: true) == ["  indented", "text"])
  }

  @Test func `what does not fit ends with a sign`() {
    func truncate(_ text: String, _ columns: Int) -> String {
      TextLayout.truncate(SafeText(text), columns: columns, ellipsis: SafeText("…")).text
    }
    #expect(truncate("abcdef", 6) == "abcdef")
    #expect(truncate("abcdef", 4) == "abc…")
    #expect(truncate("漢字漢字", 4) == "漢…")
    #expect(truncate("abcdef", 1) == "a")
    #expect(truncate("abcdef", 0) == "")
  }

  @Test func `no row is wider than asked, and nothing is lost`() {
    var random = SeededRandom(seed: 5)
    for _ in 0..<200 {
      let text = SafeText(String.hostile(using: &random))
      for columns in [2, 3, 9] {
        let rows = TextLayout.wrap(text, columns: columns)
        #expect(rows.allSatisfy { $0.width <= columns })
        let words = { (text: String) in text.unicodeScalars.filter { $0 != " " } }
        #expect(rows.flatMap { words($0.text) } == Array(words(text.text)))
      }
    }
  }
}
