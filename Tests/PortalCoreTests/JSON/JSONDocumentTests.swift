import Testing

@testable import PortalCore

struct JSONDocumentTests {
  @Test func `a leading byte order mark is skipped and told`() throws {
    let marked = try JSONDocument(parsing: Array("\u{FEFF}{\"a\":1}".utf8))
    #expect(marked.hadByteOrderMark)
    #expect(marked.root["a"]?.numberText == "1")
    #expect(marked.root["a"]?.byteRange == 8..<9)
    #expect(marked.root["a"]?.place == JSONPlace(line: 1, column: 6))
    #expect(try JSONDocument(parsing: Array("{}".utf8)).hadByteOrderMark == false)
  }

  @Test func `a part of the bytes is a document whose places are those of the file`() throws {
    let bytes = Array("{\"a\":1}\n{\"å\":[2, x]}\n[3]".utf8)
    let last = try JSONDocument(parsing: bytes, range: 22..<25, line: 3)
    #expect(last.root.byteRange == 22..<25)
    #expect(last.root.elements.map(\.place) == [JSONPlace(line: 3, column: 2)])
    #expect(throws: JSONError(reason: .unexpectedCharacter, place: JSONPlace(line: 2, column: 10)))
    {
      try JSONDocument(parsing: bytes, range: 8..<21, line: 2)
    }
  }

  @Test(arguments: [-5..<3, 2..<99, 50..<60, -9..<(-3), 3..<3])
  func `a range beyond the bytes is cut to them`(range: Range<Int>) {
    #expect(throws: JSONError.self) { try JSONDocument(parsing: Array("[12]".utf8), range: range) }
  }

  @Test func `a byte order mark and another encoding are only looked for on the first line`() {
    let marked = Array("\u{FEFF}1".utf8)
    #expect(throws: JSONError(reason: .unexpectedCharacter, place: JSONPlace(line: 2, column: 1))) {
      try JSONDocument(parsing: marked, line: 2)
    }
    #expect(throws: JSONError(reason: .nulCharacter, place: JSONPlace(line: 2, column: 2))) {
      try JSONDocument(parsing: [0x5B, 0x00, 0x5D, 0x00], line: 2)
    }
  }

  @Test(
    arguments: zip(
      ["{\"a\":1}", " [1]\r\n ", "{}\n{}\n", "1 2", "\"a\"x", "[]]", "\u{FEFF}1\n2"],
      [7..<7, 7..<7, 3..<6, 2..<3, 3..<4, 2..<3, 5..<6]
    )
  )
  func `the first value tells what follows it`(text: String, remainder: Range<Int>) throws {
    let document = try JSONDocument(parsingFirstValueOf: Array(text.utf8))
    #expect(document.remainder == remainder)
  }

  @Test func `only the first value has to be sound and within the limit`() throws {
    let limits = JSONLimits(documentBytes: 10)
    let lines = Array("[1,\n2]\n[3,\n".utf8) + [0xFF]
    let document = try JSONDocument(parsingFirstValueOf: lines, limits: limits)
    #expect(document.root.elements.compactMap(\.numberText) == ["1", "2"])
    #expect(document.remainder == 7..<12)
    let reason = JSONError.Reason.documentTooLarge(limitInBytes: 10)
    for text in ["[1,\n2,\n3,4,\n5]", "[1,2,3,4,5,6]", "\n\n           1", "1234567890123"] {
      #expect(throws: JSONError(reason: reason, place: JSONPlace(line: 1, column: 1))) {
        try JSONDocument(parsingFirstValueOf: Array(text.utf8), limits: limits)
      }
    }
    let blank = Array("[1]\n                \n ".utf8)
    #expect(try JSONDocument(parsingFirstValueOf: blank, limits: limits).remainder.isEmpty)
  }

  @Test func `the tape is 16 bytes a value, and its room is taken once`() throws {
    #expect(MemoryLayout<JSONDocument.Node>.stride == 16)
    let text = #"{"a":[1,2,{"b":[]}],"c":"1,2,3"}"#
    #expect(JSONParser.mostValues(in: Array(text.utf8).span) == 10)
    #expect(try JSONDocument(parsing: Array(text.utf8)).nodes.count == 7)
  }

  @Test func `places far into a large text are right on either side of every mark`() throws {
    let row = "\"æ😀\",\r\n"
    let count = 30_000
    let bytes = Array(("[" + String(repeating: row, count: count) + "\"\"]").utf8)
    let document = try JSONDocument(parsing: bytes)
    for mark in [1 << 16, 2 << 16, 3 << 16] {
      for position in (mark - 13)...(mark + 13) {
        let counted = JSONPlace(line: 1, column: 1)
          .moved(over: bytes.span.extracting(0..<position))
        #expect(document.place(at: position) == counted)
      }
    }
    #expect(document.place(at: bytes.count) == JSONPlace(line: count + 1, column: 4))
    #expect(document.place(at: .max) == JSONPlace(line: count + 1, column: 4))
    #expect(document.place(at: -1) == JSONPlace(line: 1, column: 1))
  }
}
