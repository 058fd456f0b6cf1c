import Testing

@testable import PortalCore

struct JSONNodeTests {
  /// A document of literal text, which every test here expects to be sound.
  private func root(_ text: String) throws(JSONError) -> JSONNode {
    try JSONDocument(parsing: Array(text.utf8)).root
  }

  @Test func `a member is found by its key, also the last and also by an escaped key`() throws {
    let root = try root(#"{"a":1,"ab":{"a":2},"":3,"\u0062":4,"ø":5,"x\\":6}"#)
    #expect(root["a"]?.numberText == "1")
    #expect(root["ab"]?["a"]?.numberText == "2")
    #expect(root[""]?.numberText == "3")
    #expect(root["b"]?.numberText == "4")
    #expect(root["ø"]?.numberText == "5")
    #expect(root["x\\"]?.numberText == "6")
    #expect(root["x"] == nil)
    #expect(root["abc"] == nil)
    #expect(root["a"]?["a"] == nil)
  }

  @Test func `members and elements come in the order of the text`() throws {
    let root = try root(#"{"b":[1,[2,3],{"x":4}],"a":{},"c\n":[]}"#)
    #expect(root.members.map(\.key) == ["b", "a", "c\n"])
    #expect(root.members.map(\.value.kind) == [.array, .object, .array])
    let elements = Array(try #require(root["b"]).elements)
    #expect(elements.map(\.kind) == [.number, .array, .object])
    #expect(elements[1].elements.compactMap(\.numberText) == ["2", "3"])
    #expect(Array(root.elements).isEmpty)
    #expect(Array(elements[1].members).isEmpty)
    #expect(Array(try #require(root["a"]).members).isEmpty)
    #expect(root.key == nil)
    #expect(elements[0].key == nil)
  }

  @Test(arguments: ["1.50", "-0", "0.000", "1E+5", "10e-2", "123456789012345678901234567890"])
  func `a number keeps its digits`(text: String) throws {
    #expect(try root("[\(text)]").elements.map(\.numberText) == [text])
    #expect(try root(text).numberText == text)
  }

  @Test func `each kind gives its own value and no other`() throws {
    let elements = Array(try root(#"["text",1,true,false,null,{},[]]"#).elements)
    #expect(elements.map(\.text) == ["text", nil, nil, nil, nil, nil, nil])
    #expect(elements.map(\.numberText) == [nil, "1", nil, nil, nil, nil, nil])
    #expect(elements.map(\.boolean) == [nil, nil, true, false, nil, nil, nil])
    #expect(elements.map(\.isNull) == [false, false, false, false, true, false, false])
  }

  @Test(
    arguments: zip(
      [
        #""""#, #""plain ø 漢 😀""#, #""\"\\\/\b\f\n\r\t""#, #""\u00e6\u00C6\u6f22""#,
        #""a\uD83D\uDE00b""#, #""\\u0041""#, #""\u007f\u001b""#,
      ],
      [
        "", "plain ø 漢 😀", "\"\\/\u{8}\u{c}\n\r\t", "æÆ漢", "a😀b", "\\u0041", "\u{7f}\u{1b}",
      ]
    )
  )
  func `a string is decoded`(written: String, text: String) throws {
    #expect(try root(written).text == text)
    #expect(try root("{\(written):0}").members.map(\.key) == [text])
  }

  @Test func `a value's bytes are the slice of the source as it was written`() throws {
    let source = "\u{FEFF} {\"a\": [ 1.50 ,\n {\"b\" :\t\"ø\"} ] }\n"
    let bytes = Array(source.utf8)
    let root = try JSONDocument(parsing: bytes).root
    let array = try #require(root["a"])
    #expect(
      String(decoding: bytes[array.byteRange], as: UTF8.self) == "[ 1.50 ,\n {\"b\" :\t\"ø\"} ]"
    )
    #expect(root.byteRange == 4..<(bytes.count - 1))
  }

  @Test func `a value's place is counted in lines and scalars`() throws {
    let root = try root("{\"æ\":1,\r\n \"😀\":[ \"å\", null],\n\n\"é\":\ttrue}")
    #expect(root.place == JSONPlace(line: 1, column: 1))
    #expect(root["æ"]?.place == JSONPlace(line: 1, column: 6))
    let array = try #require(root["😀"])
    #expect(array.place == JSONPlace(line: 2, column: 6))
    #expect(array.elements.map(\.place.column) == [8, 13])
    #expect(root["é"]?.place == JSONPlace(line: 4, column: 6))
  }
}
