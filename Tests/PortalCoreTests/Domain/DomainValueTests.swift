import FoundationEssentials
import Testing

@testable import PortalCore

struct DomainValueTests {
  @Test(arguments: ["1.50", "-0.0", "0e1", "12345678901234567890.123"])
  func `a decimal keeps its digits through the store`(text: String) throws {
    let decimal = try #require(ExactDecimal(text))
    let bytes = try JSONEncoder().encode([decimal])
    #expect(try JSONDecoder().decode([ExactDecimal].self, from: bytes)[0].text == text)
  }

  @Test(arguments: [
    "", "nan", "inf", "0x10", "1e999", " 1", "--1", String(repeating: "1", count: 65),
  ])
  func `what is no decimal is refused`(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(arguments: [
    ("12855810016", true), ("128558 10016", true), ("12855810017", false), ("1285581001", false),
    ("abcdefghijk", false), ("", false),
  ])
  func `check digits are checked`(text: String, isValid: Bool) {
    #expect((NationalIdentityNumber(text) != nil) == isValid)
  }

  @Test func `every number made from nine digits passes its own check`() throws {
    var made = 0
    for individual in 0..<1000 {
      let digits = [1, 2, 8, 5, 8, 0] + [individual / 100, individual / 10 % 10, individual % 10]
      guard let number = NationalIdentityNumber(firstNine: digits) else { continue }
      made += 1
      #expect(NationalIdentityNumber(number.text) == number)
      #expect(number.isSynthetic)
    }
    #expect(made > 800)
  }

  @Test func `an id takes all of its 130 bits from the bytes`() {
    let zero = RecordID(bytes: Array(repeating: 0, count: 17))
    let ones = RecordID(bytes: Array(repeating: 255, count: 17))
    #expect(zero.text == String(repeating: "0", count: 26))
    #expect(ones.text == String(repeating: "z", count: 26))
    #expect(RecordID(zero.text) == zero)
    #expect(RecordID("short") == nil)
  }
}
