import Testing

@testable import PortalCore

/// Broken copies of a document: never a trap, and what is read reads the same again.
struct JSONMutationTests {
  /// A small generator with a seed (SplitMix64, https://prng.di.unimi.it/splitmix64.c).
  private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let fixture = Array(
    #"""
    {"resourceType": "Observation", "id": "ø-1", "value\u0051": {"value": -1.50e+2, "unit": "µg"},
      "note": [{"text": "to \"linjer\"\n\ud83d\ude00 漢 😀"}, null, true, false, [], {}, 0],
      "": {"a": [[1, 2.0], [3]]}}
    """#.utf8
  )

  /// Bytes that mean something to a parser, to be put in more often than others.
  private static let telling =
    Array("{}[]\",:\\/u0019eE+-. \n\r\t".utf8) + [0, 0x80, 0xC3, 0xED, 0xFF]

  private static func mutated(with generator: inout SeededGenerator) -> [UInt8] {
    var bytes = fixture
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      guard let index = bytes.indices.randomElement(using: &generator) else { break }
      let byte = telling.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: bytes.remove(at: index)
      case 2: bytes.insert(byte, at: index)
      case 3: bytes[index] = byte
      default: bytes.removeSubrange(index..<min(bytes.count, index + 9))
      }
    }
    return bytes
  }

  /// The value written anew without white space: keys, kinds and texts.
  private static func rewritten(_ node: JSONNode) -> String {
    switch node.kind {
    case .object:
      let members = node.members.map { quoted($0.key) + ":" + rewritten($0.value) }
      return "{" + members.joined(separator: ",") + "}"
    case .array: return "[" + node.elements.map(rewritten).joined(separator: ",") + "]"
    case .string: return quoted(node.text ?? "")
    case .number: return node.numberText ?? ""
    case .boolean: return node.boolean == true ? "true" : "false"
    case .null: return "null"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  @Test(arguments: 1...4)
  func `a damaged document is refused at a place in it or reads the same again`(
    seed: Int
  ) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    var accepted = 0
    for _ in 0..<1500 {
      let bytes = Self.mutated(with: &generator)
      do throws(JSONError) {
        let first = Self.rewritten(try JSONDocument(parsing: bytes).root)
        let second = Self.rewritten(try JSONDocument(parsing: Array(first.utf8)).root)
        #expect(first.utf8.elementsEqual(second.utf8))
        accepted += 1
      } catch {
        let end = JSONPlace(line: 1, column: 1).moved(over: bytes.span)
        #expect(error.place.line <= end.line && error.place.line > 0 && error.place.column > 0)
      }
    }
    #expect(accepted > 150 && accepted < 1350)
  }

  @Test func `every cut of a document is refused, and the whole is read`() {
    for end in 0..<Self.fixture.count {
      #expect(throws: JSONError.self) { try JSONDocument(parsing: Self.fixture, range: 0..<end) }
    }
    #expect(throws: Never.self) { try JSONDocument(parsing: Self.fixture) }
  }
}
