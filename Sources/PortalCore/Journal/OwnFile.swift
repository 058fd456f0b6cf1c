/// Files of the store, which are regular, ours, and known by one name.
extension FileSystem {
  /// Opens a file that the store has made; throws `unsafeFile` for anything else in its place.
  func openOwnFile(
    _ name: String,
    in directory: borrowing FileDescriptor,
    _ mode: OpenMode
  ) throws(StoreError) -> FileDescriptor {
    let file = try storing { () throws(SystemError) in
      try openFile(name, in: directory, mode)
    }
    let isOwn = try storing { () throws(SystemError) in
      try isOwnFile(file, in: directory)
    }
    guard isOwn else { throw .unsafeFile(name) }
    return file
  }

  /// A whole file that the store has made; nil where there is none.
  func readOwnFile(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(StoreError) -> [UInt8]? {
    do throws(StoreError) {
      let file = try openOwnFile(name, in: directory, .read)
      return try storing { () throws(SystemError) in try readAll(file) }
    } catch {
      if case .system(let cause) = error, cause.isMissing { return nil }
      throw error
    }
  }

  private func isOwnFile(
    _ file: borrowing FileDescriptor,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> Bool {
    let status = try status(file)
    guard status.kind == .regular, status.owner == user else { return false }
    if status.links == 1 { return true }
    // A file that comes to be has a second, temporary name for a moment, and keeps it where the
    // process died just then.
    var temporaryNames = 0
    for name in try list(directory) where isTemporary(name) {
      guard let other = try? openFile(name, in: directory, .read),
        let found = try? self.status(other), found.isSameFile(as: status)
      else { continue }
      temporaryNames += 1
    }
    return try self.status(file).links == 1 + temporaryNames || status.links == 1 + temporaryNames
  }
}
