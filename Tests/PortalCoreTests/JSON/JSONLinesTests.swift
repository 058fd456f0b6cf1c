import Testing

@testable import PortalCore

struct JSONLinesTests {
  private func contents(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return JSONLines(bytes).map {
      "\($0.number):" + String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test(
    arguments: zip(
      [
        "", "\n", "a", "a\n", "a\nb", "a\r\nb\r\n", "\n\na\n \t\r\n\nb\n\n", "a\rb\n",
        "\u{FEFF}\na",
        "\u{FEFF}a\nb", "\u{FEFF}", " a ", "a\r\r\n", "\r",
      ],
      [
        [], [], ["1:a"], ["1:a"], ["1:a", "2:b"], ["1:a", "2:b"], ["3:a", "6:b"], ["1:a\rb"],
        ["2:a"], ["1:\u{FEFF}a", "2:b"], [], ["1: a "], ["1:a\r"], [],
      ]
    )
  )
  func `lines that are not blank come with their numbers`(text: String, lines: [String]) {
    #expect(contents(text) == lines)
  }

  @Test func `a part of a longer text is split with the numbers of the file`() {
    let bytes = Array("1\n2\n\n3\n4\n".utf8)
    let lines = Array(JSONLines(bytes, range: 2..<6, line: 2))
    #expect(lines == [JSONLine(range: 2..<3, number: 2), JSONLine(range: 5..<6, number: 4)])
    #expect(Array(JSONLines(bytes, range: 90..<99)).isEmpty)
  }

  @Test func `each line is a document whose faults have the places of the file`() throws {
    let bytes = Array("\u{FEFF}{\"a\":1}\r\n\r\n{\"b\":01}\r\n[\"å\"]".utf8)
    var errors: [JSONError] = []
    var kinds: [JSONKind] = []
    for line in JSONLines(bytes) {
      do throws(JSONError) {
        let document = try JSONDocument(parsing: bytes, range: line.range, line: line.number)
        kinds.append(document.root.kind)
      } catch {
        errors.append(error)
      }
    }
    #expect(kinds == [.object, .array])
    #expect(errors == [JSONError(reason: .invalidNumber, place: JSONPlace(line: 3, column: 7))])
  }
}
