import Testing

@testable import PortalCore

/// What stands at a limit is read, and one more is refused.
struct JSONLimitTests {
  private func error(_ text: String, _ limits: JSONLimits) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONDocument(parsing: Array(text.utf8), limits: limits)
      return nil
    } catch {
      return error
    }
  }

  private func refusal(_ reason: JSONError.Reason, column: Int) -> JSONError {
    JSONError(reason: reason, place: JSONPlace(line: 1, column: column))
  }

  @Test func `the size of the document`() {
    let limits = JSONLimits(documentBytes: 5)
    #expect(error(" [1] ", limits) == nil)
    #expect(
      error(" [1]  ", limits) == refusal(.documentTooLarge(limitInBytes: 5), column: 1)
    )
    #expect(JSONLimits(documentBytes: .max).documentBytes == 256 << 20)
    #expect(JSONLimits(documentBytes: -1).documentBytes == 0)
  }

  @Test func `the depth`() {
    let limits = JSONLimits(depth: 3)
    #expect(error(#"[{"a":[]},[[]]]"#, limits) == nil)
    #expect(error(#"[{"a":[[]]}]"#, limits) == refusal(.tooDeep(limit: 3), column: 8))
    #expect(error("1", JSONLimits(depth: 0)) == nil)
    #expect(error("[]", JSONLimits(depth: 0)) == refusal(.tooDeep(limit: 0), column: 1))
  }

  @Test func `the length of a string and of a key, as written`() {
    let limits = JSONLimits(stringBytes: 6)
    #expect(error(#"{"123456":"\u0041"}"#, limits) == nil)
    let reason = JSONError.Reason.stringTooLong(limitInBytes: 6)
    #expect(error(#"["","1234567"]"#, limits) == refusal(reason, column: 5))
    #expect(error(#"{"1234567":1}"#, limits) == refusal(reason, column: 2))
    #expect(error(#"["æøåæ"]"#, limits) == refusal(reason, column: 2))
  }

  @Test func `the length of a number`() {
    let limits = JSONLimits(numberCharacters: 5)
    let reason = JSONError.Reason.numberTooLong(limitInCharacters: 5)
    #expect(error("[-1.50,1e+10]", limits) == nil)
    #expect(error("[1, -1.500]", limits) == refusal(reason, column: 5))
  }

  @Test func `a number of 400 digits is refused, and read where the limit allows it`() throws {
    let digits = String(repeating: "1234567890", count: 40)
    let reason = JSONError.Reason.numberTooLong(limitInCharacters: 64)
    #expect(error("[\(digits)]", .standard) == refusal(reason, column: 2))
    let limits = JSONLimits(numberCharacters: 400)
    let root = try JSONDocument(parsing: Array(digits.utf8), limits: limits).root
    #expect(root.numberText == digits)
  }

  @Test func `the number of values`() {
    let limits = JSONLimits(values: 4)
    #expect(error(#"{"a":[1],"b":2}"#, limits) == nil)
    #expect(
      error(#"{"a":[1],"b":{},"c":0}"#, limits) == refusal(.tooManyValues(limit: 4), column: 21)
    )
  }

  @Test(arguments: [10_000, 100_000])
  func `any depth ends at the limit, whatever stands there`(levels: Int) {
    let arrays = String(repeating: "[", count: levels)
    let reason = JSONError.Reason.tooDeep(limit: 128)
    #expect(error(arrays, .standard) == refusal(reason, column: 129))
    let objects = String(repeating: #"{"":"#, count: levels)
    #expect(error(objects, .standard) == refusal(reason, column: 128 * 4 + 1))
  }

  @Test(arguments: [10_000, 100_000])
  func `any depth is read without recursion where the limit allows it`(levels: Int) throws {
    let text = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    let bytes = Array(text.utf8)
    let document = try JSONDocument(parsing: bytes, limits: JSONLimits(depth: levels))
    #expect(document.nodes.count == levels)
    let innermost = JSONNode(document: document, index: levels - 1)
    #expect(innermost.byteRange == (levels - 1)..<(levels + 1))
  }
}
