/// Large or foreign content of one person, each file named by the SHA-256 of what it holds.
struct BlobStore {
  /// The most that may stand in a line itself; more goes into a blob.
  static let inlineLimitInBytes = 256 * 1024

  private let directory: OwnerDirectory
  private let surroundings: Surroundings

  init(_ directory: OwnerDirectory, surroundings: Surroundings) {
    self.directory = directory
    self.surroundings = surroundings
  }

  /// Stores content durably before anything names it, and returns its name.
  func store(_ bytes: [UInt8]) throws(StoreError) -> String {
    let name = SHA256.digest(bytes).hexadecimal
    let fileSystem = surroundings.fileSystem
    try notSaving { () throws(SystemError) in
      let folder = try directory.openOrMakeDirectory("blobs")
      let temporary = temporaryName(surroundings.randomness)
      // What stands there already is this very content, or has been damaged since: then it is
      // whole again.
      if let there = try? read(name), there == bytes {
        try fileSystem.synchronize(folder)
      } else {
        try fileSystem.replace(name, bytes, in: folder, temporary: temporary)
      }
    }
    return name
  }

  /// Stores what `store` has stored once more, where it is not there any more.
  func storeAgain(_ name: String, _ bytes: [UInt8]) throws(StoreError) {
    let fileSystem = surroundings.fileSystem
    let isThere = try storing { () throws(SystemError) in
      guard let folder = try directory.openDirectoryIfThere("blobs") else { return false }
      return try fileSystem.exists(name, in: folder)
    }
    if !isThere { _ = try store(bytes) }
  }

  /// A whole blob, checked against its name.
  func read(_ name: String) throws(StoreError) -> [UInt8] {
    let fileSystem = surroundings.fileSystem
    guard let folder = try folder(), let bytes = try fileSystem.readOwnFile(name, in: folder),
      SHA256.digest(bytes).hexadecimal == name
    else { throw .damaged(damage(to: name)) }
    return bytes
  }

  /// A part of a blob, for a caller who knows what is to be found there.
  func read(_ name: String, at offset: Int, count: Int) throws(StoreError) -> [UInt8] {
    guard let folder = try folder() else { throw .damaged(damage(to: name)) }
    let fileSystem = surroundings.fileSystem
    do throws(StoreError) {
      let file = try fileSystem.openOwnFile(name, in: folder, .read)
      return try storing { () throws(SystemError) in
        try fileSystem.read(file, at: offset, count: count)
      }
    } catch {
      if case .system(let cause) = error, cause.isMissing { throw .damaged(damage(to: name)) }
      throw error
    }
  }

  private func folder() throws(StoreError) -> FileDescriptor? {
    try storing { () throws(SystemError) in try directory.openDirectoryIfThere("blobs") }
  }

  private func damage(to name: String) -> Damage {
    Damage(kind: .brokenBlob, file: "blobs/\(name)", line: nil, offset: 0)
  }
}
