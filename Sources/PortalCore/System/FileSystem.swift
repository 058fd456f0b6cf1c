/// The calls by which the store touches the disk, so that a test can make each of them fail.
///
/// Every name is one component within an open directory: nothing below the data directory is ever
/// reached by a path. Links are never followed.
package protocol FileSystem: Sendable {
  /// Whose files are ours: the process's own user (`getuid`).
  var user: UInt32 { get }
  /// Opens a directory by path, as a person gave it; links in the path are followed, the last
  /// component may not be one.
  func openRoot(_ path: String) throws(SystemError) -> FileDescriptor
  /// Makes a directory by path with mode 0700, its parents too, each durably.
  func makeRoot(_ path: String) throws(SystemError)
  func openDirectory(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> FileDescriptor
  func makeDirectory(_ name: String, in directory: borrowing FileDescriptor) throws(SystemError)
  func openFile(
    _ name: String,
    in directory: borrowing FileDescriptor,
    _ mode: OpenMode
  ) throws(SystemError) -> FileDescriptor
  /// What kind of file system a directory lies on (`fstatfs`).
  func kind(of directory: borrowing FileDescriptor) throws(SystemError) -> FileSystemKind
  /// Sets the permission bits.
  func setMode(_ mode: UInt32, of file: borrowing FileDescriptor) throws(SystemError)
  func status(_ file: borrowing FileDescriptor) throws(SystemError) -> FileStatus
  /// That of what a name stands for, without opening it; a link is not followed but told.
  func status(
    of name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> FileStatus
  /// Up to `count` bytes from an offset; fewer only where the file ends.
  func read(
    _ file: borrowing FileDescriptor,
    at offset: Int,
    count: Int
  ) throws(SystemError) -> [UInt8]
  /// One `write`; says how many bytes went in.
  func write(_ bytes: [UInt8], to file: borrowing FileDescriptor) throws(SystemError) -> Int
  /// `fdatasync`.
  func synchronizeData(_ file: borrowing FileDescriptor) throws(SystemError)
  /// `fsync`, of a file or of a directory.
  func synchronize(_ file: borrowing FileDescriptor) throws(SystemError)
  func truncate(_ file: borrowing FileDescriptor, to size: Int) throws(SystemError)
  /// Takes the lock if nobody has it; never waits.
  func tryLock(_ file: borrowing FileDescriptor) throws(SystemError) -> Bool
  func unlock(_ file: borrowing FileDescriptor)
  func rename(
    _ name: String,
    to newName: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError)
  /// Gives a file a second name; false where that name is taken.
  func link(
    _ name: String,
    to newName: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> Bool
  func remove(_ name: String, in directory: borrowing FileDescriptor) throws(SystemError)
  func removeDirectory(_ name: String, in directory: borrowing FileDescriptor) throws(SystemError)
  /// The names in a directory but for `.` and `..`, in no order.
  func list(_ directory: borrowing FileDescriptor) throws(SystemError) -> [String]
  /// Begins to be told of changes to the files in a directory; what is given can be waited on.
  ///
  /// Throws where the kernel cannot tell; whether it tells of every change says the kind of the
  /// file system.
  func watch(_ directory: borrowing FileDescriptor) throws(SystemError) -> FileDescriptor
  /// What has been told since this was last asked; never waits.
  func takeNotifications(
    _ notifications: borrowing FileDescriptor
  ) throws(SystemError) -> Notifications
}

extension FileSystem {
  /// By opening it: for what is no disk.
  func status(
    of name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> FileStatus {
    try status(try openFile(name, in: directory, .read))
  }

  /// Whether a name stands in a directory, by trying to open it.
  func exists(_ name: String, in directory: borrowing FileDescriptor) throws(SystemError) -> Bool {
    do {
      _ = try openFile(name, in: directory, .read)
      return true
    } catch {
      if error.isMissing { return false }
      throw error
    }
  }

  /// A whole file.
  func readAll(_ file: borrowing FileDescriptor) throws(SystemError) -> [UInt8] {
    try read(file, at: 0, count: try status(file).size)
  }

  /// Opens a directory, making it first where it is missing.
  ///
  /// Its parent is synced whoever made it: whoever did may not have come that far.
  func openOrMakeDirectory(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> FileDescriptor {
    do {
      try makeDirectory(name, in: directory)
    } catch {
      guard error.isAlreadyThere else { throw error }
    }
    try synchronize(directory)
    return try openDirectory(name, in: directory)
  }
}
