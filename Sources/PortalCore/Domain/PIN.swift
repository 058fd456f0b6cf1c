/// A secret number to sign in with: at least six digits, and none that is tried first.
///
/// Never part of an error, a log line or a `description`.
package struct PIN: Sendable, CustomStringConvertible, CustomReflectable {
  package static let allowedCount = 6...64

  /// Why a number will not do.
  package enum Weakness: Error, Hashable, Sendable, CaseIterable {
    case tooShort
    case tooLong
    case notDigits
    /// One digit over and over, a row of digits, a short pattern, or one of the most used.
    case tooSimple
    /// The birth date, or a part of the national number.
    case personal
    /// The one that was there before.
    case unchanged
  }

  let digits: String

  package init(_ text: String) throws(Weakness) {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { throw .notDigits }
    guard text.utf8.count >= PIN.allowedCount.lowerBound else { throw .tooShort }
    guard text.utf8.count <= PIN.allowedCount.upperBound else { throw .tooLong }
    if PIN.isSimple(text) { throw .tooSimple }
    digits = text
  }

  package var description: String { "PIN" }
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// Whether it can be read off what is known of a person.
  package func isPersonal(birthDate: CivilDate?, number: NationalIdentityNumber?) -> Bool {
    if let number {
      if number.text.contains(digits) { return true }
      if digits.contains(number.text.suffix(5)) || digits.contains(number.text.prefix(6)) {
        return true
      }
    }
    guard let parts = birthDate?.description.split(separator: "-"), parts.count == 3 else {
      return false
    }
    let (year, month, day) = (String(parts[0]), String(parts[1]), String(parts[2]))
    let short = String(year.suffix(2))
    let forms = [
      day + month + short, short + month + day, month + day + short, day + month + year,
      year + month + day, month + day + year, year + day + month,
    ]
    return forms.contains { digits.contains($0) || $0.contains(digits) }
  }

  private static func isSimple(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 0x30 }
    let steps = Set(zip(digits, digits.dropFirst()).map { ($1 - $0 + 10) % 10 })
    // 000000, 123456, 987654, 246802: the same step all along.
    if steps.count == 1 { return true }
    // 121212, 123123: a pattern of two or three that repeats.
    for period in 2...3
    where (period..<digits.count).allSatisfy({ digits[$0] == digits[$0 - period] }) {
      return true
    }
    // 112233, 111222: pairs or triples of one digit each.
    if Set(digits).count <= 2 { return true }
    return mostUsed.contains(text) || mostUsed.contains(String(text.reversed()))
  }

  private static let mostUsed: Set = [
    "112233", "445566", "778899", "123321", "123654", "147258", "147369", "159357", "159753",
    "258456", "142536", "789456", "456123", "741852", "852963", "123789", "100200", "010203",
    "102030", "112358", "314159", "271828", "1234567890", "0123456789", "11223344", "12344321",
    "12341234", "20252025", "20262026", "121314", "131415", "101112", "102938", "129834",
  ]
}
