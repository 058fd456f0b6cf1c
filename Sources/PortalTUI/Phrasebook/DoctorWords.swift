import PortalCore

/// What `doctor` says of where a store lies.
protocol DoctorWords: Sendable {
  var fileSystemLabel: String { get }
  var encryptionLabel: String { get }
  var permissionsLabel: String { get }
  var recordsLabel: String { get }
  var memoryDumpsLabel: String { get }
  /// What a file system guarantees, and whether the store may be written there.
  func text(for kind: FileSystemKind, isAllowed: Bool) -> String
  func text(for encryption: DiskEncryption) -> String
  func mended(_ examination: StoreExamination) -> String
  func dueWork(records: Int, broken: Int, isAll: Bool) -> String
  func memoryDumps(areOff: Bool) -> String
}
