/// Versions of FHIR in which something is possible.
struct FHIRVersions: OptionSet, Hashable {
  let rawValue: UInt8

  static let dstu2 = FHIRVersions(rawValue: 1)
  static let stu3 = FHIRVersions(rawValue: 2)
  /// R4 and R4B, which differ in nothing that is read here.
  static let r4 = FHIRVersions(rawValue: 4)
  static let r5 = FHIRVersions(rawValue: 8)

  static let all: FHIRVersions = [.dstu2, .stu3, .r4, .r5]
  static let beforeR4: FHIRVersions = [.dstu2, .stu3]
  static let fromR4: FHIRVersions = [.r4, .r5]
  static let toR4: FHIRVersions = [.dstu2, .stu3, .r4]
  static let fromSTU3: FHIRVersions = [.stu3, .r4, .r5]
  static let stu3AndR4: FHIRVersions = [.stu3, .r4]

  /// What a file of these versions is called where R4 is not among them.
  var name: FHIRVersion? {
    if isEmpty || contains(.r4) { return nil }
    if contains(.r5) { return .r5 }
    if self == .beforeR4 { return .beforeR4 }
    return contains(.dstu2) ? .dstu2 : .stu3
  }
}
