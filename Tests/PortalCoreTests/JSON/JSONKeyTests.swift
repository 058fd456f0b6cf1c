import Testing

@testable import PortalCore

/// No object has a key twice.
struct JSONKeyTests {
  /// The place of the refusal; nil where the text is read.
  private func duplicate(in text: String) -> JSONPlace? {
    do throws(JSONError) {
      _ = try JSONDocument(parsing: Array(text.utf8))
      return nil
    } catch {
      #expect(error.reason == .duplicateKey)
      return error.place
    }
  }

  /// An object with the members `k0` and on, and then one member more.
  private func object(of count: Int, and last: String) -> String {
    "{" + (0..<count).map { "\"k\($0)\":0,\n" }.joined() + "\"\(last)\":0}"
  }

  @Test(
    arguments: zip(
      [
        #"{"a":1,"a":2}"#, #"{"":1,"b":2,"":3}"#, #"{"a":1,"\u0061":2}"#, #"{"\u0061":1,"a":2}"#,
        #"{"\u0061":1,"\u0061":2}"#, #"{"ø":1, "\u00f8":2}"#, #"{"\ud83d\ude00":1,"😀":2}"#,
        #"{"a":{"a":{},"b":[{"a":1}]},"a":2}"#, #"[{"a":1},{"b":{"c":1,"c":1}}]"#,
        #"{"\/":{"\"":1},"/":2}"#,
      ],
      [8, 13, 8, 13, 13, 9, 19, 29, 22, 16]
    )
  )
  func `a key that stands twice is refused at its second place`(text: String, column: Int) {
    #expect(duplicate(in: text) == JSONPlace(line: 1, column: column))
  }

  @Test(
    arguments: [
      #"{"a":{"a":{"a":1}},"b":{"a":1}}"#, #"[{"a":1},{"a":1}]"#, #"{"a":1,"A":2,"aa":3,"":4}"#,
      // The same letter to a reader, two keys to RFC 8259.
      #"{"é":1,"e\u0301":2}"#,
      // Equal in length, first, middle and last byte.
      #"{"abcde":1,"axcye":2,"aacae":3}"#,
      #"{"\\":1,"\\\\":2,"\"":3}"#,
    ]
  )
  func `equal keys of different objects, and different keys of one, are read`(text: String) {
    #expect(duplicate(in: text) == nil)
  }

  @Test(arguments: [1, 15, 16, 17, 63, 64, 65, 300])
  func `objects of every size find a duplicate of any member`(count: Int) {
    #expect(duplicate(in: object(of: count, and: "k\(count)")) == nil)
    for key in ["k0", "k\(count / 2)", "k\(count - 1)", "\\u006b0"] {
      #expect(duplicate(in: object(of: count, and: key)) == JSONPlace(line: count + 1, column: 1))
    }
  }

  @Test func `large objects inside large objects keep their keys apart`() {
    let inner = object(of: 20, and: "last")
    let members = (0..<20).map { "\"k\($0)\":\(inner)" }.joined(separator: ",")
    #expect(duplicate(in: "{\(members)}") == nil)
    #expect(duplicate(in: "{\(members),\"k19\":\(inner)}") == JSONPlace(line: 401, column: 11))
    #expect(duplicate(in: "[{\(members)},{\(members)}]") == nil)
  }

  @Test func `an object with a hundred thousand keys is read in one go`() throws {
    let place = JSONPlace(line: 100_001, column: 1)
    #expect(duplicate(in: object(of: 100_000, and: "k99999")) == place)
  }
}
