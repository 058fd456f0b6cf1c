import PortalCore
import Testing

@testable import PortalTUI

struct RangePositionTests {
  @Test(arguments: [
    ("3.5", RangePosition.within), ("5.0", .within), ("5.01", .above), ("3.49", .below),
    ("<3.5", .below), ("<=3.5", .undecided), ("<3.0", .below), ("<4", .undecided),
    (">5.0", .above), (">=5.0", .undecided), (">6", .above), (">4", .undecided),
  ])
  func `a value lies within its limits, and an operator is heeded`(
    value: String,
    position: RangePosition
  ) {
    let range = ReferenceRange.between("3.5", "5.0", "mmol/L")
    #expect(RangePosition(.quantity(.amount(value, "mmol/L")), in: [range]) == position)
  }

  @Test(arguments: [
    ("<60", RangePosition.below), (">90", .within), (">=60", .within), (">60", .within),
    (">50", .undecided), ("60", .within),
  ])
  func `an open range is decided as far as the operator allows`(
    value: String,
    position: RangePosition
  ) {
    #expect(RangePosition(.quantity(.amount(value)), in: [.between("60", nil)]) == position)
  }

  @Test func `another unit, no number or several ranges leave it open`() {
    let range = ReferenceRange.between("1", "2", "g/L")
    #expect(RangePosition(.quantity(.amount("9", "mg/L")), in: [range]) == .undecided)
    #expect(RangePosition(.text("9"), in: [range]) == .undecided)
    #expect(RangePosition(nil, in: [range]) == .undecided)
    #expect(RangePosition(.quantity(.amount("9", "g/L")), in: [range, range]) == .undecided)
    #expect(RangePosition(.quantity(.amount("9", "g/L")), in: []) == .undecided)
    #expect(RangePosition(.quantity(.amount("9")), in: [range]) == .above)
    #expect(RangePosition(.integer(9), in: [.between("1", "2")]) == .above)
  }

  @Test func `a range for treatment is not taken for the normal one`() {
    var treatment = ReferenceRange.between("1", "2")
    treatment.type = CodeableConcept(codings: [Coding(code: "therapeutic")])
    var normal = ReferenceRange.between("3", "5")
    normal.type = CodeableConcept(codings: [Coding(code: "normal")])
    #expect(RangePosition(.integer(4), in: [treatment, normal]) == .within)
    #expect(RangePosition(.integer(4), in: [treatment]) == .undecided)
  }
}
