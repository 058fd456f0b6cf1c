import Testing

@testable import PortalTUI

/// Texts are written with `|` where the cursor is.
struct TextEditorTests {
  /// The text after some commands, with what the last one answered.
  private func after(
    _ text: String,
    limit: Int? = nil,
    takesLineFeeds: Bool = true,
    columns: Int = 8,
    _ commands: PageCommand...
  ) -> (String, TextEditor.Answer) {
    let cursor = text.firstIndex(of: "|").map { text.distance(from: text.startIndex, to: $0) }
    var editor = TextEditor(
      text.filter { $0 != "|" },
      limit: limit,
      takesLineFeeds: takesLineFeeds
    )
    if let cursor { editor.move(to: cursor) }
    var answer = TextEditor.Answer.nothing
    for command in commands {
      answer = editor.apply(command, columns: columns)
    }
    return (Self.marked(editor), answer)
  }

  private static func marked(_ editor: TextEditor) -> String {
    String(editor.characters[..<editor.cursor]) + "|" + String(editor.characters[editor.cursor...])
  }

  @Test func `text goes in at the cursor`() {
    #expect(after("a|d", .edit(.insert("bc"))) == ("abc|d", .done))
    #expect(after("a|d", .edit(.newline)) == ("a\n|d", .done))
    #expect(after("a|d", .open) == ("a\n|d", .done))
  }

  @Test func `a field of one line takes no line feed`() {
    #expect(after("a|d", takesLineFeeds: false, .edit(.newline)) == ("a|d", .nothing))
    #expect(after("a|d", takesLineFeeds: false, .open) == ("a|d", .nothing))
    #expect(
      after("|", takesLineFeeds: false, .edit(.insert("one\r\ntwo\n"))) == ("one two |", .done)
    )
  }

  @Test func `backspace and delete take one character, whatever it is made of`() {
    #expect(after("ae\u{301}👨‍👩‍👧|b", .edit(.backspace)) == ("ae\u{301}|b", .done))
    #expect(after("a|e\u{301}b", .edit(.delete)) == ("a|b", .done))
    #expect(after("|a", .edit(.backspace)) == ("|a", .nothing))
    #expect(after("a|", .edit(.delete)) == ("a|", .nothing))
  }

  @Test func `a mark typed after its base joins it`() {
    #expect(after("xe|", .edit(.insert("\u{301}"))) == ("xé|", .done))
    #expect(after("xe|", .edit(.insert("\u{301}")), .edit(.undo)) == ("xe|", .done))
  }

  @Test func `control characters are left out and line ends made one`() {
    let pasted = "a\u{1B}[31m\tb\r\nc\rd\u{7F}\u{9B}"
    #expect(after("|", .edit(.insert(pasted))) == ("a[31m b\nc\nd|", .done))
  }

  @Test func `no more than the limit is taken`() {
    #expect(after("ab|", limit: 4, .edit(.insert("cdefg"))) == ("abcd|", .full(4)))
    #expect(after("abcd|", limit: 4, .edit(.newline)) == ("abcd|", .full(4)))
    #expect(after("abcd|", limit: 4, .edit(.insert(""))) == ("abcd|", .done))
  }

  @Test func `a text longer than its limit can be shortened but not lengthened`() {
    #expect(after("abcdef|", limit: 4, .edit(.insert("x"))) == ("abcdef|", .full(4)))
    #expect(after("abcdef|", limit: 4, .edit(.backspace)) == ("abcde|", .done))
  }

  @Test func `a large paste ends at the limit`() {
    var editor = TextEditor("")
    let paste = String(repeating: "lang tekst ", count: 20_000)
    #expect(editor.apply(.insert(paste)) == .full(TextEditor.defaultLimit))
    #expect(editor.characters.count == TextEditor.defaultLimit)
  }

  @Test func `a character with endless marks is cut`() {
    var editor = TextEditor("")
    let marks = String(repeating: "\u{301}", count: 5_000)
    #expect(editor.apply(.insert("e" + marks)) == .done)
    #expect(editor.apply(.insert("\u{301}")) == .done)
    #expect(editor.text.unicodeScalars.count == 32)
  }

  @Test func `undo takes back word by word and deletion by deletion`() {
    var editor = TextEditor("")
    for character in "to words" { _ = editor.apply(.insert(String(character))) }
    _ = editor.apply(.backspace)
    var texts = [editor.text]
    while editor.apply(.undo) == .done { texts.append(editor.text) }
    #expect(texts == ["to word", "to words", "to ", ""])
  }

  @Test func `up and down keep to the column of the soft-wrapped rows`() {
    // one two / three / four
    #expect(after("one tw|o three four", .move(.down)) == ("one two three| four", .done))
    #expect(after("one two three fo|ur", .move(.up)) == ("one two th|ree four", .done))
    #expect(after("o|ne two three four", .move(.up)) == ("o|ne two three four", .nothing))
    #expect(after("one two three fo|ur", .move(.down)) == ("one two three fo|ur", .nothing))
    #expect(after("abc\n\nab|c", .move(.up), .move(.up)) == ("|abc\n\nabc", .done))
  }

  @Test func `pages move to the ends of a short text`() {
    #expect(after("one tw|o three four", .move(.pageDown)) == ("one two three four|", .done))
    #expect(after("one two three four|", .move(.pageUp)) == ("one |two three four", .done))
  }

  @Test func `home and end are those of the row`() {
    #expect(after("one two t|hree", .move(.home)) == ("one two |three", .done))
    #expect(after("one two t|hree", .move(.end)) == ("one two three|", .done))
    #expect(after("on|e two three", .move(.end)) == ("one two| three", .done))
  }

  @Test func `word by word`() {
    #expect(after("en|  to\ntre", .move(.wordRight)) == ("en  to|\ntre", .done))
    #expect(after("en  to\n|tre", .move(.wordLeft)) == ("en  |to\ntre", .done))
    #expect(after("|en", .move(.wordLeft)) == ("|en", .nothing))
    #expect(after("en|", .move(.wordRight)) == ("en|", .nothing))
  }

  @Test func `rows hold every character but line feeds, whatever is typed`() {
    var random = SeededRandom(seed: 11)
    var editor = TextEditor("", takesLineFeeds: true)
    for _ in 0..<300 {
      let columns = Int.random(in: 1...9, using: &random)
      _ = editor.apply(.random(using: &random), columns: columns)
      let rows = editor.rows(columns: columns)
      let held = rows.reduce(0) { $0 + $1.count }
      let row = rows[editor.cursorRow(in: rows)]
      #expect(held + editor.characters.count { $0 == "\n" } == editor.characters.count)
      #expect(row.lowerBound <= editor.cursor && editor.cursor <= row.upperBound)
    }
    #expect(Array(editor.text) == editor.characters)
  }
}
