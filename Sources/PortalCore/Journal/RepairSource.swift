/// Where a repair may take missing lines and content from: a backup.
package struct RepairSource: Sendable {
  /// A file of an owner's by its path from their directory on; nil where it is not there.
  let read: @Sendable (_ file: String, _ owner: RecordOwner) throws(StoreError) -> [UInt8]?
}
