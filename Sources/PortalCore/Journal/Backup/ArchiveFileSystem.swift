import Synchronization

/// A backup as a disk that can only be read: the store's own checks look at it without a copy.
final class ArchiveFileSystem: FileSystem {
  private enum Node {
    case directory(String)
    case file(BackupArchive.Place)
  }

  private let places: BackupPlaces
  /// The names in each directory; the top's name is empty.
  private let names: [String: Set<String>]
  /// What each open descriptor stands for.
  private let nodes = Mutex<[Int32: Node]>([:])

  init(_ places: BackupPlaces) {
    self.places = places
    var names: [String: Set<String>] = ["": []]
    for name in places.places.keys {
      var path = name
      while !path.isEmpty {
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { String(path[..<$0]) } ?? ""
        let last = slash.map { String(path[path.index(after: $0)...]) } ?? path
        if !names[parent, default: []].insert(last).inserted { break }
        path = parent
      }
    }
    self.names = names
  }

  let user: UInt32 = 0

  func openRoot(_ path: String) throws(SystemError) -> FileDescriptor {
    try descriptor(.directory(""))
  }

  func openDirectory(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> FileDescriptor {
    let path = path(name, in: directory)
    guard names[path] != nil else {
      let code = places.places[path] == nil ? SystemError.missing : SystemError.notADirectory
      throw SystemError(call: .open, name: name, code: code)
    }
    return try descriptor(.directory(path))
  }

  func openFile(
    _ name: String,
    in directory: borrowing FileDescriptor,
    _ mode: OpenMode
  ) throws(SystemError) -> FileDescriptor {
    guard mode == .read else { throw readOnly(.open, name) }
    let path = path(name, in: directory)
    if let place = places.places[path] { return try descriptor(.file(place)) }
    guard names[path] != nil else {
      throw SystemError(call: .open, name: name, code: SystemError.missing)
    }
    return try descriptor(.directory(path))
  }

  func status(_ file: borrowing FileDescriptor) throws(SystemError) -> FileStatus {
    let raw = file.raw
    switch node(file) {
    case .directory:
      return FileStatus(
        kind: .directory,
        size: 0,
        device: 0,
        inode: 0,
        owner: user,
        mode: 0o700,
        links: 1,
        modified: 0
      )
    case .file(let place):
      return FileStatus(
        kind: .regular,
        size: place.size,
        device: 0,
        // Where a file begins is its own.
        inode: UInt64(place.offset),
        owner: user,
        mode: 0o600,
        links: 1,
        modified: 0
      )
    case nil: preconditionFailure("descriptor \(raw) is not of this archive")
    }
  }

  func read(
    _ file: borrowing FileDescriptor,
    at offset: Int,
    count: Int
  ) throws(SystemError) -> [UInt8] {
    guard case .file(let place)? = node(file) else { return [] }
    return try places.archive.read(place, at: offset, count: count)
  }

  func list(_ directory: borrowing FileDescriptor) throws(SystemError) -> [String] {
    guard case .directory(let path)? = node(directory) else { return [] }
    return Array(names[path] ?? [])
  }

  /// Nothing is written, so nothing need be durable.
  func kind(of directory: borrowing FileDescriptor) -> FileSystemKind {
    FileSystemKind(magic: 0)
  }
  func synchronizeData(_ file: borrowing FileDescriptor) {}
  func synchronize(_ file: borrowing FileDescriptor) {}
  func tryLock(_ file: borrowing FileDescriptor) -> Bool { true }
  func unlock(_ file: borrowing FileDescriptor) {}
  func watch(_ directory: borrowing FileDescriptor) throws(SystemError) -> FileDescriptor {
    throw readOnly(.watch, directory.name)
  }
  func takeNotifications(
    _ notifications: borrowing FileDescriptor
  ) throws(SystemError) -> Notifications {
    Notifications()
  }

  // MARK: - Nothing is written

  func makeRoot(_ path: String) throws(SystemError) { throw readOnly(.makeDirectory, path) }
  func makeDirectory(_ name: String, in directory: borrowing FileDescriptor) throws(SystemError) {
    throw readOnly(.makeDirectory, name)
  }
  func write(_ bytes: [UInt8], to file: borrowing FileDescriptor) throws(SystemError) -> Int {
    throw readOnly(.write, file.name)
  }
  func setMode(_ mode: UInt32, of file: borrowing FileDescriptor) throws(SystemError) {
    throw readOnly(.setMode, file.name)
  }
  func truncate(_ file: borrowing FileDescriptor, to size: Int) throws(SystemError) {
    throw readOnly(.truncate, file.name)
  }
  func rename(
    _ name: String,
    to newName: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) {
    throw readOnly(.rename, name)
  }
  func link(
    _ name: String,
    to newName: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> Bool {
    throw readOnly(.link, name)
  }
  func remove(_ name: String, in directory: borrowing FileDescriptor) throws(SystemError) {
    throw readOnly(.remove, name)
  }
  func removeDirectory(_ name: String, in directory: borrowing FileDescriptor) throws(SystemError) {
    throw readOnly(.remove, name)
  }

  private func readOnly(_ call: SystemError.Call, _ name: String) -> SystemError {
    SystemError(call: call, name: name, code: SystemError.readOnly)
  }

  private func node(_ file: borrowing FileDescriptor) -> Node? {
    let raw = file.raw
    return nodes.withLock { $0[raw] }
  }

  private func path(_ name: String, in directory: borrowing FileDescriptor) -> String {
    guard case .directory(let path)? = node(directory), !path.isEmpty else { return name }
    return "\(path)/\(name)"
  }

  /// A number that nobody else has while it is open: another descriptor of the archive itself.
  private func descriptor(_ node: Node) throws(SystemError) -> FileDescriptor {
    let file = try places.archive.duplicate()
    let raw = file.raw
    nodes.withLock { $0[raw] = node }
    return file
  }
}
