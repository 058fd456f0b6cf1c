import Glibc

/// `fstatfs(2)`, which Swift 6.3's Glibc module leaves out (its `sys/vfs.h` is not in the module map).
@_silgen_name("fstatfs")
private func systemFileSystemStatus(
  _ descriptor: Int32,
  _ answer: UnsafeMutableRawPointer
) -> Int32

/// The real disk.
package struct LiveFileSystem: FileSystem {
  /// Whether anything is to outlive a power cut.
  ///
  /// A demonstration's copy is not, and waiting for the disk would be the longest part of its start.
  private let isDurable: Bool

  /// Asked once: a process of ours never changes it.
  package let user: UInt32

  package init(isDurable: Bool = true) {
    self.isDurable = isDurable
    user = getuid()
  }

  package func openRoot(_ path: String) throws(SystemError) -> FileDescriptor {
    let raw = try check(.open, path) {
      unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    return FileDescriptor(raw: raw, name: path)
  }

  package func makeRoot(_ path: String) throws(SystemError) {
    var parent = path.utf8.first == UInt8(ascii: "/") ? "/" : "."
    let components = path.split(separator: "/")
    for (index, component) in components.enumerated() {
      let made = "\(parent)/\(component)"
      let isMade = unsafe mkdir(made, 0o700) == 0
      if !isMade, errno != EEXIST, errno != EISDIR {
        throw SystemError(call: .makeDirectory, name: path, code: errno)
      }
      // The last also where it is there: whoever made it may not have come as far as this.
      if isMade || index == components.count - 1 { try synchronize(path: parent) }
      parent = made
    }
  }

  private func synchronize(path: String) throws(SystemError) {
    let raw = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A directory that one may write in but not read cannot be synced by anybody.
    if raw < 0, errno == EACCES { return }
    guard raw >= 0 else { throw SystemError(call: .open, name: path, code: errno) }
    try synchronize(FileDescriptor(raw: raw, name: path))
  }

  package func openDirectory(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> FileDescriptor {
    let parent = directory.raw
    let raw = try check(.open, name) {
      unsafe openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    return FileDescriptor(raw: raw, name: name)
  }

  package func makeDirectory(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) {
    let parent = directory.raw
    try check(.makeDirectory, name) { unsafe mkdirat(parent, name, 0o700) }
  }

  package func openFile(
    _ name: String,
    in directory: borrowing FileDescriptor,
    _ mode: OpenMode
  ) throws(SystemError) -> FileDescriptor {
    let parent = directory.raw
    // O_NONBLOCK so that a FIFO in a file's place cannot hold us.
    let common = O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    let call: SystemError.Call
    let flags: Int32
    switch mode {
    case .read: (call, flags) = (.open, O_RDONLY | common)
    case .append: (call, flags) = (.open, O_RDWR | O_APPEND | common)
    case .appendOrCreate: (call, flags) = (.open, O_RDWR | O_APPEND | O_CREAT | common)
    case .createNew: (call, flags) = (.create, O_RDWR | O_APPEND | O_CREAT | O_EXCL | common)
    }
    let raw = try check(call, name) { unsafe openat(parent, name, flags, 0o600) }
    return FileDescriptor(raw: raw, name: name)
  }

  package func status(_ file: borrowing FileDescriptor) throws(SystemError) -> FileStatus {
    var status = stat()
    let raw = file.raw
    try check(.status, file.name) { unsafe fstat(raw, &status) }
    return LiveFileSystem.fileStatus(status)
  }

  package func status(
    of name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> FileStatus {
    var status = stat()
    let parent = directory.raw
    try check(.status, name) { unsafe fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) }
    return LiveFileSystem.fileStatus(status)
  }

  private static func fileStatus(_ status: stat) -> FileStatus {
    let kind: FileStatus.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      default: .other
      }
    return FileStatus(
      kind: kind,
      size: Int(status.st_size),
      device: UInt64(status.st_dev),
      inode: UInt64(status.st_ino),
      owner: status.st_uid,
      mode: status.st_mode & 0o7777,
      links: Int(status.st_nlink),
      modified: Int64(status.st_mtim.tv_sec)
    )
  }

  package func kind(
    of directory: borrowing FileDescriptor
  ) throws(SystemError) -> FileSystemKind {
    // The answer's first word is the type, in every ABI of 64 bits; the whole has 120 bytes.
    var answer = Array(repeating: 0, count: 64)
    let raw = directory.raw
    try check(.status, directory.name) { unsafe systemFileSystemStatus(raw, &answer) }
    return FileSystemKind(magic: UInt32(truncatingIfNeeded: answer[0]))
  }

  package func setMode(
    _ mode: UInt32,
    of file: borrowing FileDescriptor
  ) throws(SystemError) {
    let raw = file.raw
    try check(.setMode, file.name) { fchmod(raw, mode) }
  }

  package func read(
    _ file: borrowing FileDescriptor,
    at offset: Int,
    count: Int
  ) throws(SystemError) -> [UInt8] {
    let raw = file.raw
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let got = unsafe pread(raw, base + filled, count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        if got <= 0 { return }
        filled += got
      }
    }
    guard code == 0 else { throw SystemError(call: .read, name: file.name, code: code) }
    return bytes
  }

  package func write(
    _ bytes: [UInt8],
    to file: borrowing FileDescriptor
  ) throws(SystemError) -> Int {
    let raw = file.raw
    return try check(.write, file.name) {
      unsafe bytes.withUnsafeBytes { unsafe Glibc.write(raw, $0.baseAddress, $0.count) }
    }
  }

  package func synchronizeData(_ file: borrowing FileDescriptor) throws(SystemError) {
    guard isDurable else { return }
    let raw = file.raw
    try check(.synchronize, file.name) { fdatasync(raw) }
  }

  package func synchronize(_ file: borrowing FileDescriptor) throws(SystemError) {
    guard isDurable else { return }
    let raw = file.raw
    try check(.synchronize, file.name) { fsync(raw) }
  }

  package func truncate(
    _ file: borrowing FileDescriptor,
    to size: Int
  ) throws(SystemError) {
    let raw = file.raw
    try check(.truncate, file.name) { ftruncate(raw, off_t(size)) }
  }

  package func tryLock(_ file: borrowing FileDescriptor) throws(SystemError) -> Bool {
    let raw = file.raw
    while flock(raw, LOCK_EX | LOCK_NB) != 0 {
      if errno == EWOULDBLOCK { return false }
      guard errno == EINTR else {
        throw SystemError(call: .lock, name: file.name, code: errno)
      }
    }
    return true
  }

  package func unlock(_ file: borrowing FileDescriptor) {
    // Cannot fail on an open descriptor; closing it would let go of the lock too.
    flock(file.raw, LOCK_UN)
  }

  package func rename(
    _ name: String,
    to newName: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) {
    let parent = directory.raw
    try check(.rename, newName) { unsafe renameat(parent, name, parent, newName) }
  }

  package func link(
    _ name: String,
    to newName: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> Bool {
    let parent = directory.raw
    if unsafe linkat(parent, name, parent, newName, 0) == 0 { return true }
    guard errno == EEXIST else { throw SystemError(call: .link, name: newName, code: errno) }
    return false
  }

  package func remove(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) {
    let parent = directory.raw
    try check(.remove, name) { unsafe unlinkat(parent, name, 0) }
  }

  package func removeDirectory(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) {
    let parent = directory.raw
    try check(.remove, name) { unsafe unlinkat(parent, name, AT_REMOVEDIR) }
  }

  package func list(_ directory: borrowing FileDescriptor) throws(SystemError) -> [String] {
    // A second description of the same directory: closedir closes what it is given.
    let parent = directory.raw
    let copy = try check(.list, directory.name) {
      unsafe openat(parent, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard let stream = unsafe fdopendir(copy) else {
      let code = errno
      close(copy)
      throw SystemError(call: .list, name: directory.name, code: code)
    }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError(call: .list, name: directory.name, code: errno) }
    return names
  }

  /// Calls until it is not interrupted; a negative answer becomes the error.
  @discardableResult
  private func check<Answer: SignedInteger>(
    _ call: SystemError.Call,
    _ name: String,
    _ body: () -> Answer
  ) throws(SystemError) -> Answer {
    while true {
      let answer = body()
      if answer >= 0 { return answer }
      let code = errno
      precondition(code != EBADF && code != EFAULT, "a descriptor or a buffer of ours is wrong")
      if code != EINTR { throw SystemError(call: call, name: name, code: code) }
    }
  }
}
