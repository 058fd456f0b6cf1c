/// A Norwegian number for a person: birth number, D-number or a help number (no: fødselsnummer,
/// D-nummer, hjelpenummer).
///
/// Checked as `fhir.md` 1 says, with both rules that hold from 2032. Whoever enters one is told of
/// a wrong check digit; a file's number is kept with a warning.
package struct NationalIdentityNumber: Hashable, Sendable {
  /// Eleven digits.
  package let text: String

  /// Nil unless it is eleven digits, spaces apart, with check digits that fit.
  package init?(_ text: String) {
    let digits = text.utf8.filter { $0 != 0x20 }
    guard digits.count == 11, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let numbers = digits.map { Int($0) - 0x30 }
    // Up to 2031 the first sum leaves 0; numbers given out from 2032 may leave 0 to 3.
    let first = NationalIdentityNumber.remainder(numbers, weights: [3, 7, 6, 1, 8, 9, 4, 5, 2, 1])
    let second = NationalIdentityNumber.remainder(
      numbers,
      weights: [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]
    )
    guard (0...3).contains(first), second == 0 else { return nil }
    self.text = String(decoding: digits, as: UTF8.self)
  }

  /// Whether it stands for nobody: a test number with its month raised by 80 or 65.
  package var isSynthetic: Bool {
    guard let month = decimal(text.utf8.dropFirst(2).prefix(2)) else { return false }
    return (81...92).contains(month) || (66...77).contains(month)
  }

  /// Whether the first digit marks a D-number: a day raised by 40.
  package var isDNumber: Bool {
    guard let day = decimal(text.utf8.prefix(2)) else { return false }
    return (41...71).contains(day)
  }

  /// The number for nine digits; nil where the check digits would be ten, which are never used.
  package init?(firstNine digits: [Int]) {
    guard digits.count == 9, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let first = NationalIdentityNumber.checkDigit(digits, weights: [3, 7, 6, 1, 8, 9, 4, 5, 2])
    guard let first else { return nil }
    let second = NationalIdentityNumber.checkDigit(
      digits + [first],
      weights: [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]
    )
    guard let second else { return nil }
    text = (digits + [first, second]).map(String.init).joined()
  }

  private static func remainder(_ digits: [Int], weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11
  }

  private static func checkDigit(_ digits: [Int], weights: [Int]) -> Int? {
    let remainder = remainder(digits, weights: weights)
    return remainder == 1 ? nil : (11 - remainder) % 11
  }
}
