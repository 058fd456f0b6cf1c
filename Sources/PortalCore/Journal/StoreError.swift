/// Why the store could not do what it was asked.
package enum StoreError: Error, Hashable, Sendable {
  /// The data directory is not there.
  case noDataDirectory(String)
  /// The data directory is somebody else's, or others may read it.
  case unsafeDataDirectory(String)
  /// Nothing is written on this file system: it does not keep what it is given, or is not known to.
  case unsafeFileSystem(FileSystemKind)
  /// The directory holds something that is not a store.
  case notAStore(String)
  /// Written by a newer program; left untouched.
  case unknownFormat(Int)
  /// `store.json` or the identity key cannot be believed.
  case damagedSettings(file: String)
  case noSuchPerson
  case noSuchRecord
  /// Bytes that were good when written are not any more; nothing is written until it is repaired.
  case damaged(Damage)
  /// A file of the store is not a regular file of ours with one name.
  case unsafeFile(String)
  /// Somebody else held the lock for five seconds.
  case busy
  /// The record has moved on since the version that the change was made on.
  case conflict(RecordID, newest: Int)
  /// The gate said no, asked again under the lock.
  case notPermitted
  /// The change is not on disk, and will not be.
  case notSaved(SystemError)
  case system(SystemError)
  /// A line that is sound holds something this program cannot read.
  case unreadable(sequence: Int)
}

/// Where a file of the store is broken, and how.
package struct Damage: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The bytes of a line do not fit its hash, or the chain has a gap.
    case brokenLine
    /// What a line holds does not fit its sum.
    case brokenPayload
    case brokenHeader
    /// A blob is missing or does not fit its name.
    case brokenBlob
    /// A head known elsewhere is not in the chain: cut, or replaced by an older copy.
    case cutOrReplaced
    /// Longer than any line that the store writes.
    case lineTooLong
    /// The file belongs to another person or another store.
    case foreign
  }

  package let kind: Kind
  package let file: String
  /// The line's number where it has one (1 is the header), and the byte it begins at.
  package let line: Int?
  package let offset: Int

  package init(kind: Kind, file: String, line: Int?, offset: Int) {
    self.kind = kind
    self.file = file
    self.line = line
    self.offset = offset
  }
}
