import Testing

@testable import PortalCore

/// What the reader refuses, with the reason and the exact place.
struct JSONRefusalTests {
  /// A text with what is wrong in it.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let error: JSONError

    init(_ bytes: [UInt8], _ reason: JSONError.Reason, _ line: Int, _ column: Int) {
      self.bytes = bytes
      error = JSONError(reason: reason, place: JSONPlace(line: line, column: column))
    }

    init(_ text: String, _ reason: JSONError.Reason, _ line: Int, _ column: Int) {
      self.init(Array(text.utf8), reason, line, column)
    }

    var testDescription: String { String(decoding: bytes, as: UTF8.self).debugDescription }
  }

  private static let structure = [
    Refusal("", .empty, 1, 1),
    Refusal(" \r\n\t", .empty, 2, 2),
    Refusal("\u{FEFF}", .empty, 1, 1),
    Refusal("[1,]", .unexpectedCharacter, 1, 4),
    Refusal("[,1]", .unexpectedCharacter, 1, 2),
    Refusal("[1 2]", .unexpectedCharacter, 1, 4),
    Refusal("[1}", .unexpectedCharacter, 1, 3),
    Refusal("{\"a\":1,}", .unexpectedCharacter, 1, 8),
    Refusal("{\"a\" 1}", .unexpectedCharacter, 1, 6),
    Refusal("{\"a\":}", .unexpectedCharacter, 1, 6),
    Refusal("{\"a\":1]", .unexpectedCharacter, 1, 7),
    Refusal("{\"a\":1 \"b\":2}", .unexpectedCharacter, 1, 8),
    Refusal("{a:1}", .unexpectedCharacter, 1, 2),
    Refusal("{1:1}", .unexpectedCharacter, 1, 2),
    Refusal("'a'", .unexpectedCharacter, 1, 1),
    Refusal("/* */ 1", .unexpectedCharacter, 1, 1),
    Refusal("[NaN]", .unexpectedCharacter, 1, 2),
    Refusal("[nul]", .unexpectedCharacter, 1, 5),
    Refusal("[True]", .unexpectedCharacter, 1, 2),
    Refusal("[truer]", .unexpectedCharacter, 1, 6),
    Refusal("[\u{A0}1]", .unexpectedCharacter, 1, 2),
    Refusal("[\u{0C}1]", .unexpectedCharacter, 1, 2),
    Refusal("[\u{FEFF}1]", .unexpectedCharacter, 1, 2),
    Refusal("[\0]", .nulCharacter, 1, 2),
    Refusal("\0", .nulCharacter, 1, 1),
    Refusal("[", .unexpectedEnd, 1, 2),
    Refusal("[1", .unexpectedEnd, 1, 3),
    Refusal("[1,\n", .unexpectedEnd, 2, 1),
    Refusal("{\"a\"", .unexpectedEnd, 1, 5),
    Refusal("{\"a\":", .unexpectedEnd, 1, 6),
    Refusal("{\"a\":1", .unexpectedEnd, 1, 7),
    Refusal("tru", .unexpectedEnd, 1, 4),
    Refusal("1 2", .trailingData, 1, 3),
    Refusal("{}\n\n {}", .trailingData, 3, 2),
    Refusal("[]]", .trailingData, 1, 3),
    Refusal("null\0", .nulCharacter, 1, 5),
    Refusal("\"\"\u{FEFF}", .trailingData, 1, 3),
  ]

  private static let numbers = [
    Refusal("01", .invalidNumber, 1, 2),
    Refusal("[-012]", .invalidNumber, 1, 4),
    Refusal("[-]", .invalidNumber, 1, 3),
    Refusal("[-a]", .invalidNumber, 1, 3),
    Refusal("[1.]", .invalidNumber, 1, 4),
    Refusal("[1.e1]", .invalidNumber, 1, 4),
    Refusal("[1e]", .invalidNumber, 1, 4),
    Refusal("[1E+]", .invalidNumber, 1, 5),
    Refusal("[1e--1]", .invalidNumber, 1, 5),
    Refusal("-", .unexpectedEnd, 1, 2),
    Refusal("1.", .unexpectedEnd, 1, 3),
    Refusal("1e-", .unexpectedEnd, 1, 4),
    Refusal("[+1]", .unexpectedCharacter, 1, 2),
    Refusal("[.5]", .unexpectedCharacter, 1, 2),
    Refusal("[0x1]", .unexpectedCharacter, 1, 3),
    Refusal("[1.5.2]", .unexpectedCharacter, 1, 5),
    Refusal("[１]", .unexpectedCharacter, 1, 2),
  ]

  private static let strings = [
    Refusal(#""abc"#, .unexpectedEnd, 1, 5),
    Refusal(#"["a\"#, .unexpectedEnd, 1, 5),
    Refusal(#"["a\u00"#, .unexpectedEnd, 1, 8),
    Refusal(#"["\uD83D\u"#, .unexpectedEnd, 1, 11),
    Refusal(#"["a\x"]"#, .invalidEscape, 1, 4),
    Refusal(#"["\U0041"]"#, .invalidEscape, 1, 3),
    Refusal(#"["\u00G0"]"#, .invalidEscape, 1, 3),
    Refusal(#"["\u 041"]"#, .invalidEscape, 1, 3),
    Refusal(#"["\u+041"]"#, .invalidEscape, 1, 3),
    Refusal(#"["\ø"]"#, .invalidEscape, 1, 3),
    Refusal(#"["a\uD83D"]"#, .loneSurrogate, 1, 4),
    Refusal(#"["a\uDE00b"]"#, .loneSurrogate, 1, 4),
    Refusal(#"["\uD83D\uD83D\uDE00"]"#, .loneSurrogate, 1, 3),
    Refusal(#"["\uDE00\uD83D"]"#, .loneSurrogate, 1, 3),
    Refusal(#"["\uD83D\n"]"#, .loneSurrogate, 1, 3),
    Refusal(#"["\uD83D\u0041"]"#, .loneSurrogate, 1, 3),
    Refusal(#"{"\uD83D":1}"#, .loneSurrogate, 1, 3),
    Refusal(#"["ø\u0000"]"#, .nulCharacter, 1, 4),
    Refusal(#"{"\u0000":1}"#, .nulCharacter, 1, 3),
    Refusal("[\"a\0\"]", .nulCharacter, 1, 4),
    Refusal("[\"a\tb\"]", .controlCharacter, 1, 4),
    Refusal("[\"a\nb\"]", .controlCharacter, 1, 4),
    Refusal("[\"\u{1B}\"]", .controlCharacter, 1, 3),
    Refusal("{\"a\r\":1}", .controlCharacter, 1, 4),
  ]

  private static let encodings = [
    Refusal([0xFF, 0xFE, 0x5B, 0x00], .notUTF8ButUTF16, 1, 1),
    Refusal([0xFE, 0xFF, 0x00, 0x5B], .notUTF8ButUTF16, 1, 1),
    Refusal([0x5B, 0x00, 0x5D, 0x00], .notUTF8ButUTF16, 1, 1),
    Refusal([0x00, 0x5B, 0x00, 0x5D], .notUTF8ButUTF16, 1, 1),
    Refusal([0x31, 0x00], .notUTF8ButUTF16, 1, 1),
    Refusal([0x00, 0x31], .notUTF8ButUTF16, 1, 1),
    Refusal([0xFF, 0xFE], .notUTF8ButUTF16, 1, 1),
    Refusal([0xFF, 0xFE, 0x00, 0x00], .notUTF8ButUTF32, 1, 1),
    Refusal([0x00, 0x00, 0xFE, 0xFF], .notUTF8ButUTF32, 1, 1),
    Refusal([0x31, 0x00, 0x00, 0x00], .notUTF8ButUTF32, 1, 1),
    Refusal([0x00, 0x00, 0x00, 0x31], .notUTF8ButUTF32, 1, 1),
    Refusal([0x00, 0x00, 0x00, 0x00], .nulCharacter, 1, 1),
    Refusal([0xEF, 0xBB], .notUTF8, 1, 1),
    Refusal([0xEF, 0xBB, 0xBF, 0xFF, 0xFE], .notUTF8ButUTF16, 1, 1),
    Refusal([0x5B, 0xE5, 0x5D], .notUTF8, 1, 2),
  ]

  @Test(arguments: structure + numbers + strings + encodings)
  func `a broken text is refused with its reason at its place`(refusal: Refusal) {
    #expect(throws: refusal.error) { try JSONDocument(parsing: refusal.bytes) }
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0xBF],
      [0xE2, 0x82], [0xE2, 0x82, 0x41], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0x41],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
      [0xF8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]]
  )
  func `bytes that are not UTF-8 are refused in a string, in a key and at the end`(
    bytes: [UInt8]
  ) {
    let quoted = Array("\"å".utf8) + bytes
    let bracketed = [UInt8(ascii: "[")] + quoted + Array("\"]".utf8)
    let braced = [UInt8(ascii: "{")] + quoted + Array("\":1}".utf8)
    let error = JSONError(reason: .notUTF8, place: JSONPlace(line: 1, column: 4))
    #expect(throws: error) { try JSONDocument(parsing: bracketed) }
    #expect(throws: error) { try JSONDocument(parsing: braced) }
    #expect(throws: JSONError(reason: .notUTF8, place: JSONPlace(line: 1, column: 3))) {
      try JSONDocument(parsing: quoted)
    }
  }

  @Test(
    arguments: [
      "\u{7F}", "\u{80}", "\u{7FF}", "\u{800}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}",
      "\u{10FFFF}",
    ]
  )
  func `the first and last scalars of each length are read`(text: String) throws {
    #expect(try JSONDocument(parsing: Array("\"\(text)\"".utf8)).root.text == text)
  }

  @Test func `the first fault in the order of the text is the one that is told`() {
    let bytes = Array("{\"a\":1,\r\n\"a\":[01, \"".utf8) + [0xFF]
    #expect(throws: JSONError(reason: .duplicateKey, place: JSONPlace(line: 2, column: 1))) {
      try JSONDocument(parsing: bytes)
    }
  }
}
