import CNcurses
import Testing

@testable import PortalTUI

struct GlyphTests {
  init() {
    portal_choose_locale()
  }

  @Test func `an emoji of several is its first`() {
    let glyph = Glyph("👩‍⚕️", columns: 2)
    #expect(glyph.base == 0x1F469)
    #expect(glyph.marks == [0, 0, 0, 0])
    #expect(glyph.isWide)
  }

  @Test func `a base has at most four marks`() {
    let glyph = Glyph("a" + String(repeating: "\u{301}", count: 40), columns: 1)
    #expect(glyph.marks == [0x301, 0x301, 0x301, 0x301])
  }

  @Test func `marks of direction do not ride on a letter`() {
    #expect(Glyph("a\u{202E}\u{FE0F}", columns: 1).marks == [0, 0, 0, 0])
  }

  @Test(arguments: ["漢", "\u{301}", "\u{E000}", "\u{200B}", "\u{378}", "\u{2028}"])
  func `what has not one column is unknown in one`(text: String) {
    #expect(Glyph(text, columns: 1) == .unknown)
  }

  @Test func `an empty cell is blank`() {
    #expect(Glyph("", columns: 1) == .blank)
  }
}
