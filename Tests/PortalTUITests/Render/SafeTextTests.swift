import FoundationEssentials
import Testing

@testable import PortalTUI

struct SafeTextTests {
  @Test(arguments: [
    ("Blåbærsyltetøy – «godt» …", "Blåbærsyltetøy – «godt» …"),
    ("\u{1B}]0;title\u{07}", "␛]0;title␇"),
    ("\u{9B}31m", "⟨009B⟩31m"),
    ("a\u{7F}b\u{0}", "a␡b␀"),
    ("tab\there", "tab here"),
    ("line\nline\r\n", "line␊line␍␊"),
    ("abc\u{202E}fdp.exe", "abc⟨202E⟩fdp.exe"),
    ("\u{2066}x\u{2069}\u{200E}\u{61C}", "⟨2066⟩x⟨2069⟩⟨200E⟩⟨061C⟩"),
    ("\u{2028}\u{2029}\u{FEFF}\u{FFF9}", "⟨2028⟩⟨2029⟩⟨FEFF⟩⟨FFF9⟩"),
    ("\u{E0041}\u{E000}\u{F0000}\u{378}\u{10FFFF}", "⟨E0041⟩⟨E000⟩⟨F0000⟩⟨0378⟩⟨10FFFF⟩"),
    // Newer than Unicode 14: terminals do not know how wide it is.
    ("\u{1FAE8}", "⟨1FAE8⟩"),
    ("\u{3164}\u{115F}", "⟨3164⟩⟨115F⟩"),
    ("soft\u{AD}hyphen zero\u{200B}width", "softhyphen zerowidth"),
    ("12\u{202F}345\u{2003}kr", "12\u{A0}345 kr"),
    (
      "e\u{301}e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "e\u{301}e\u{301}\u{302}\u{303}\u{304}"
    ),
    ("\u{301}x", "◌\u{301}x"),
    ("a \u{301}", "a ◌\u{301}"),
    ("❤\u{FE0F}", "❤"),
    ("a\u{FE0F}\u{FE0F}\u{FE0F}", "a⟨FE0F⟩⟨FE0F⟩"),
    ("👩\u{200D}⚕\u{FE0F}!", "👩!"),
    ("👨\u{200D}👩\u{200D}👧\u{200D}👦", "👨"),
    ("👍\u{1F3FD}", "👍"),
    ("🇳🇴", "NO"),
    ("a\u{200D}b", "a⟨200D⟩b"),
    ("می\u{200C}خواهم", "میخواهم"),
  ])
  func `foreign text is shown, not obeyed`(raw: String, shown: String) {
    #expect(SafeText(raw).text == shown)
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("æøå", 3), ("漢字", 4), ("ﬁ", 1), ("ＡＢ", 4), ("한국", 4),
    ("e\u{301}", 1), ("👍", 2), ("⚕", 1), ("⌚", 2), ("…–“”", 4), ("─│", 2), ("\u{1100}\u{1161}", 2),
    ("⟨202E⟩", 6), ("नमस्ते", 4), ("𠀋", 2),
  ])
  func `width is counted in cells`(text: String, width: Int) {
    #expect(SafeText(text).width == width)
  }

  @Test func `the short way for simple text gives what the filter gives`() throws {
    for value in UInt32(0x20)..<0x2100 {
      let scalar = try #require(Unicode.Scalar(value))
      let text = SafeText(String(scalar))
      var filter = SafeTextFilter()
      filter.add(scalar)
      if text.isSimple {
        // No-break spaces differ in kind but not in looks.
        let isSpace = scalar.properties.isWhitespace
        #expect(isSpace || filter.text == text.text, "\(value)")
        #expect(filter.width == text.width, "\(value)")
      } else {
        #expect(filter.text == text.text, "\(value)")
      }
    }
  }

  @Test func `no scalar becomes a control character or has another width than its glyphs`() {
    for value in UInt32(0)..<0x3_0000 where value < 0x3000 || value % 5 == 0 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      Self.expectSafe("a\(scalar)b")
      Self.expectSafe("\(scalar)")
    }
    for value in UInt32(0xE_0000)..<0xE_0200 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      Self.expectSafe("a\(scalar)b")
    }
  }

  @Test func `any mixture is safe, whole and in parts`() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<300 {
      let raw = String.hostile(using: &random)
      let text = SafeText(raw)
      Self.expectSafe(raw)
      for columns in [0, 1, 2, 7] {
        let prefix = TextLayout.prefix(text, columns: columns)
        let suffix = TextLayout.suffix(text, columns: columns)
        #expect(
          prefix.width <= columns
            && text.text.unicodeScalars.starts(with: prefix.text.unicodeScalars)
        )
        #expect(suffix.width <= columns)
        Self.expectSafe(suffix.text)
      }
    }
  }

  @Test(.enabled(if: NaughtyStrings.url != nil))
  func `the big list of naughty strings is safe`() throws {
    for string in try NaughtyStrings.load() {
      for line in TextLayout.lines(of: string) {
        Self.expectSafe(line)
      }
    }
  }

  /// Holds for all text: nothing that acts, marks few, and the width that its glyphs have.
  static func expectSafe(_ raw: String) {
    let text = SafeText(raw)
    var width = 0
    text.forEachGlyph { glyph in
      width += glyph.width
      let scalars = glyph.text.unicodeScalars
      if glyph.width < 1 || glyph.width > 2 || scalars.count > 5 {
        Issue.record("glyph \(glyph) of \(raw.unicodeScalars.map(\.value))")
      }
      return true
    }
    if width != text.width { Issue.record("width of \(raw.unicodeScalars.map(\.value))") }
    for scalar in text.text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
        .paragraphSeparator:
        Issue.record("\(scalar.value) of \(raw.unicodeScalars.map(\.value))")
      default: break
      }
    }
  }
}
