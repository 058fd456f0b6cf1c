/// Writes a checked backup into an empty directory; the settings last, so that what is half made is
/// no store.
struct StoreRestore {
  let archive: BackupArchive
  let fileSystem: any FileSystem
  let randomness: Randomness

  func run(into path: String) throws(BackupProblem) {
    let root = try emptyRoot(path)
    var settings: BackupArchive.Place?
    var folder: [String] = []
    try archive.forEachMember { member, place throws(BackupProblem) in
      if member.name == Store.settingsName {
        settings = place
        return
      }
      let parts = member.name.split(separator: "/").map(String.init)
      try backingUp { () throws(SystemError) in
        // Members of one directory stand together: each is synced once, when it is left.
        if Array(parts.dropLast()) != folder {
          try synchronize(folder[...], in: root)
          folder = Array(parts.dropLast())
        }
        try write(parts[...], place, in: root)
      }
    }
    try backingUp { () throws(SystemError) in try synchronize(folder[...], in: root) }
    guard let settings else { throw .notABackup(archive.path) }
    try backingUp { () throws(SystemError) in
      try fileSystem.synchronize(root)
      let bytes = try archive.read(settings, at: 0, count: settings.size)
      _ = try fileSystem.create(
        Store.settingsName,
        bytes,
        in: root,
        temporary: temporaryName(randomness)
      )
    }
  }

  private func emptyRoot(_ path: String) throws(BackupProblem) -> FileDescriptor {
    try backingUp { () throws(SystemError) in
      do throws(SystemError) {
        try fileSystem.makeRoot(path)
      } catch {
        guard error.isAlreadyThere else { throw error }
      }
    }
    let root = try backingUp { () throws(SystemError) in try fileSystem.openRoot(path) }
    let (names, status) = try backingUp { () throws(SystemError) in
      (try fileSystem.list(root), try fileSystem.status(root))
    }
    guard names.isEmpty else { throw .alreadyThere(path) }
    guard status.owner == fileSystem.user, status.mode & 0o077 == 0 else {
      throw .unsafeDirectory(path)
    }
    return root
  }

  private func write(
    _ parts: ArraySlice<String>,
    _ place: BackupArchive.Place,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) {
    guard let name = parts.first else { return }
    if parts.count > 1 {
      let inner = try folder(name, in: directory)
      return try write(parts.dropFirst(), place, in: inner)
    }
    let file = try fileSystem.openFile(name, in: directory, .createNew)
    var offset = 0
    while offset < place.size {
      let bytes = try archive.read(place, at: offset, count: BackupWriter.chunkInBytes)
      guard !bytes.isEmpty else {
        throw SystemError(call: .read, name: name, code: SystemError.invalid)
      }
      try fileSystem.writeAll(bytes, to: file)
      offset += bytes.count
    }
    try fileSystem.synchronize(file)
  }

  private func folder(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> FileDescriptor {
    if let there = try fileSystem.openIfThere(name, in: directory) { return there }
    return try fileSystem.openOrMakeDirectory(name, in: directory)
  }

  private func synchronize(
    _ parts: ArraySlice<String>,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) {
    guard let name = parts.first else { return try fileSystem.synchronize(directory) }
    try synchronize(parts.dropFirst(), in: try fileSystem.openDirectory(name, in: directory))
  }
}
