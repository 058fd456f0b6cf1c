import Glibc

/// An open file or directory; closed when it goes away.
package struct FileDescriptor: ~Copyable, Sendable {
  package let raw: Int32
  /// What errors name it by.
  let name: String

  /// Another descriptor of the same open file.
  func duplicated() throws(SystemError) -> FileDescriptor {
    let copy = fcntl(raw, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw SystemError(call: .open, name: name, code: errno) }
    return FileDescriptor(raw: copy, name: name)
  }

  deinit {
    // Never tried again after EINTR: on Linux the descriptor is gone all the same.
    close(raw)
  }
}

/// What the file system says of an open file.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Sendable {
    case regular
    case directory
    case other
  }

  package var kind: Kind
  package var size: Int
  package var device: UInt64
  package var inode: UInt64
  package var owner: UInt32
  /// The twelve permission bits.
  package var mode: UInt32
  package var links: Int
  /// When the content was last changed, in seconds since 1970.
  package var modified: Int64

  func isSameFile(as other: FileStatus) -> Bool {
    (device, inode) == (other.device, other.inode)
  }
}

/// How a file is opened.
package enum OpenMode: Sendable {
  case read
  /// For reading and for writing at the end; the file must be there.
  case append
  /// For reading and for writing at the end; made with mode 0600 where it is missing.
  case appendOrCreate
  /// Made new with mode 0600; fails where the name is taken.
  case createNew
}
