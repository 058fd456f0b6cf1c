extension FeeSchedule {
  /// What `fees.json` says, which is part of the program.
  package static let standard = DataFile.own { try FeeSchedule(file: PackageResources.fees_json) }

  private struct File: Decodable {
    var freeUnderAgeInYears: Int
    var fees: [UserFee]
    var exemptionCaps: [Cap]
  }

  init(file bytes: [UInt8]) throws {
    let file: File = try DataFile.read(bytes)
    self.init(
      fees: file.fees,
      caps: file.exemptionCaps,
      freeUnderAgeInYears: file.freeUnderAgeInYears
    )
  }
}
