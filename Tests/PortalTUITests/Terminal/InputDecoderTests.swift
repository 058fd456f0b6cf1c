import Testing

@testable import PortalTUI

struct InputDecoderTests {
  private static let keys: [(String, Key)] = [
    ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}OD", .left),
    ("\u{1B}[H", .home), ("\u{1B}OF", .end), ("\u{1B}[1~", .home), ("\u{1B}[8~", .end),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[2~", .insert),
    ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab), ("\t", .tab), ("\r", .enter),
    ("\n", .enter), ("\u{8}", .backspace), ("\u{7F}", .backspace), ("\u{1B}OM", .enter),
    ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;3D", .wordLeft), ("\u{1B}Od", .wordLeft),
    ("\u{1B}[1;2C", .right), ("\u{1B}[1;5H", .textStart), ("\u{1B}[1;5F", .textEnd),
    ("\u{1B}OP", .function(1)), ("\u{1B}[[E", .function(5)), ("\u{1B}[15~", .function(5)),
    ("\u{1B}[24;2~", .function(12)), ("\u{1B}[1;2S", .function(4)),
    ("\u{1B}[34~", .function(20)), ("\u{3}", .control("c")), ("\0", .control("@")),
    ("\u{1C}", .control("\\")), ("\u{1B}x", .alt("x")), ("\u{1B}å", .alt("å")),
    ("\u{1B}\u{7F}", .alt("\u{7F}")),
  ]

  @Test(arguments: keys) func `a sequence is one key`(sequence: String, key: Key) {
    var decoder = InputDecoder()
    #expect(decoder.decode(sequence.utf8) == [.key(key)])
    #expect(decoder.pending == .nothing)
  }

  @Test(arguments: keys) func `a sequence may arrive byte by byte`(sequence: String, key: Key) {
    var decoder = InputDecoder()
    let events = sequence.utf8.flatMap { decoder.decode(CollectionOfOne($0)) }
    #expect(events == [.key(key)])
  }

  @Test(arguments: [
    "\u{1B}[?62;22c", "\u{1B}[24;80R", "\u{1B}[I", "\u{1B}[<0;10;5M", "\u{1B}[M !!",
    "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]0;title\u{7}", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}[99999999999999999999~", "\u{1B}[27;5;13~", "\u{1B}[201~", "\u{1B}[1;5Q\u{1B}[200;2u",
  ]) func `what is nobody's key types nothing`(sequence: String) {
    var decoder = InputDecoder()
    let events = decoder.decode("a\(sequence)b".utf8).filter { $0 != .key(.function(2)) }
    #expect(events == [.text("a"), .text("b")])
  }

  @Test func `Esc alone is a key when its time is over`() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.pending == .escape)
    #expect(decoder.flush() == [.key(.escape)])
    #expect(decoder.pending == .nothing)
  }

  @Test(arguments: zip(["\u{1B}[", "\u{1B}O", "\u{1B}]"], ["[", "O", "]"] as [Character]))
  func `Alt with a sign that begins sequences is that key when its time is over`(
    sequence: String,
    character: Character
  ) {
    var decoder = InputDecoder()
    #expect(decoder.decode(sequence.utf8) == [])
    #expect(decoder.flush() == [.key(.alt(character))])
  }

  @Test func `a torn sequence that goes no further is forgotten`() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\u{1B}[1;".utf8) == [])
    #expect(decoder.flush() == [])
    #expect(decoder.decode("q".utf8) == [.text("q")])
  }

  @Test func `Esc before an arrow is Esc and the arrow`() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\u{1B}\u{1B}[A".utf8) == [.key(.escape), .key(.up)])
  }

  @Test func `characters that follow each other are one text`() {
    var decoder = InputDecoder()
    let expected: [TerminalEvent] = [.text("æøå e\u{301} 👩‍⚕️"), .key(.enter), .text("7")]
    #expect(decoder.decode("æøå e\u{301} 👩‍⚕️\r7".utf8) == expected)
  }

  @Test func `a character may arrive in pieces`() {
    var decoder = InputDecoder()
    let bytes = Array("å👍".utf8)
    #expect(decoder.decode(bytes[..<1]) == [])
    #expect(decoder.pending == .nothing)
    #expect(decoder.decode(bytes[1..<4]) == [.text("å")])
    #expect(decoder.decode(bytes[4...]) == [.text("👍")])
  }

  @Test func `broken and invisible bytes are not typed`() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x61, 0xFF, 0x62, 0xC2, 0x9B]) == [.text("a\u{FFFD}b")])
  }

  @Test func `the terminal's own sequences come before the common ones`() {
    var decoder = InputDecoder(ownSequences: [
      Array("\u{1B}[P".utf8): .delete, Array("\u{1B}[214z".utf8): .home,
      Array("\u{1B}A".utf8): .up,
    ])
    let events = decoder.decode("\u{1B}[P\u{1B}[214z\u{1B}A".utf8)
    #expect(events == [.key(.delete), .key(.home), .key(.up)])
  }

  @Test func `the numeric keypad types`() {
    var decoder = InputDecoder()
    #expect(
      decoder.decode("\u{1B}Op\u{1B}Oy\u{1B}On".utf8) == [.text("0"), .text("9"), .text(".")]
    )
  }
}
