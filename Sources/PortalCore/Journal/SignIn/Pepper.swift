/// The secret that a PIN is mixed with before it is hashed; it lies outside the data directory, so
/// that whoever has a copy of that can guess nothing.
struct Pepper {
  static let count = 32
  private let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// What is hashed for a PIN: 64 hexadecimal digits, another for every person.
  func phrase(_ pin: String, of id: Person.ID) -> String {
    code("pin|\(id.text)|\(pin)").hexadecimal
  }

  /// What stands in the store for this pepper, so that another one is told from a wrong PIN.
  func mark(in store: RecordID) -> String {
    code("pepper|\(store.text)").hexadecimal
  }

  /// The id under which attempts with a number are counted that nobody has.
  func id(ofUnknown name: String) -> Person.ID {
    Person.ID(bytes: code("unknown|\(name)").bytes)
  }

  private func code(_ text: String) -> Digest {
    SHA256.authenticationCode(Array(text.utf8), key: bytes)
  }

  /// The file's content: the bytes and their SHA-256.
  var encoded: [UInt8] { bytes + SHA256.digest(bytes).bytes }

  /// Nil where the content is not what was written.
  init?(encoded: [UInt8]) {
    guard encoded.count == 2 * Pepper.count,
      SHA256.digest(encoded.prefix(Pepper.count)).bytes.elementsEqual(
        encoded.suffix(Pepper.count)
      )
    else { return nil }
    bytes = Array(encoded.prefix(Pepper.count))
  }
}

/// Why there is no pepper to check a PIN with; nothing is counted then.
package enum PepperProblem: Error, Hashable, Sendable {
  case missing(String)
  /// Not what was written, not a file of ours, or one that others may read.
  case unusable(String)
  /// That of another store, or made anew after this store's was lost.
  case different(String)
  /// It would lie in the data directory, and go wherever that goes.
  case insideStore(String)
  case system(String, SystemError)
  case store(StoreError)
}

/// Where a pepper lies: a directory by path, and a file in it.
struct PepperFile {
  static let markName = "pepper-mark"
  /// How many directories above it are looked at for the store.
  private static let deepest = 64

  let path: String
  private let store: Store

  private var fileSystem: any FileSystem { store.surroundings.fileSystem }
  private var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
  private var name: String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  init(_ path: String, of store: Store) {
    self.path = path
    self.store = store
  }

  /// The pepper that this store's PINs were made with.
  func read() throws(PepperProblem) -> Pepper {
    let mark = try readMark()
    guard let pepper = try readFile() else { throw .missing(path) }
    guard let mark else { throw .missing(path) }
    guard mark == pepper.mark(in: store.settings.store) else { throw .different(path) }
    return pepper
  }

  /// The same, made where the store has none yet; what is there is never overwritten.
  func readOrMake() throws(PepperProblem) -> Pepper {
    let mark = try readMark()
    if mark != nil { return try read() }
    let pepper: Pepper
    if let found = try readFile() {
      pepper = found
    } else {
      pepper = try make()
    }
    try writeMark(of: pepper)
    return try read()
  }

  // MARK: - The file

  private func readFile() throws(PepperProblem) -> Pepper? {
    let status: FileStatus
    var bytes: [UInt8] = []
    do throws(SystemError) {
      let directory = try fileSystem.openRoot(folder)
      let file = try fileSystem.openFile(name, in: directory, .read)
      status = try fileSystem.status(file)
      if isUsable(status) { bytes = try fileSystem.readAll(file) }
    } catch {
      if error.isMissing { return nil }
      throw error.isLink ? .unusable(path) : .system(path, error)
    }
    guard let pepper = Pepper(encoded: bytes) else { throw .unusable(path) }
    return pepper
  }

  private func isUsable(_ status: FileStatus) -> Bool {
    status.kind == .regular && status.owner == fileSystem.user && status.mode & 0o077 == 0
      && status.size == 2 * Pepper.count
  }

  private func make() throws(PepperProblem) -> Pepper {
    let pepper = Pepper(bytes: store.surroundings.randomness.bytes(Pepper.count))
    let isInside: Bool
    do throws(SystemError) {
      try fileSystem.makeRoot(folder)
      let directory = try fileSystem.openRoot(folder)
      isInside = try isInStore(directory)
      if !isInside {
        _ = try fileSystem.create(
          name,
          pepper.encoded,
          in: directory,
          temporary: temporaryName(store.surroundings.randomness)
        )
      }
    } catch {
      throw .system(path, error)
    }
    if isInside { throw .insideStore(path) }
    // Where another was faster it is theirs.
    guard let made = try readFile() else { throw .missing(path) }
    return made
  }

  /// Whether a directory is the store's own or lies somewhere in it.
  private func isInStore(_ directory: borrowing FileDescriptor) throws(SystemError) -> Bool {
    let root = try fileSystem.status(store.root)
    var status = try fileSystem.status(directory)
    var current = try fileSystem.openDirectory(".", in: directory)
    for _ in 0..<PepperFile.deepest {
      if status.isSameFile(as: root) { return true }
      let parent = try fileSystem.openDirectory("..", in: current)
      let above = try fileSystem.status(parent)
      if above.isSameFile(as: status) { return false }
      status = above
      current = parent
    }
    return false
  }

  // MARK: - The mark in the store

  private struct Mark: Codable {
    var format = 1
    var pepper: String
  }

  private func readMark() throws(PepperProblem) -> String? {
    do throws(StoreError) {
      guard let bytes = try fileSystem.readOwnFile(PepperFile.markName, in: store.root) else {
        return nil
      }
      guard let mark = SealedFile.decode(Mark.self, from: bytes) else {
        throw .damagedSettings(file: PepperFile.markName)
      }
      return mark.pepper
    } catch {
      throw .store(error)
    }
  }

  /// By link, so that of two who are first at once one is.
  private func writeMark(of pepper: Pepper) throws(PepperProblem) {
    let mark = Mark(pepper: pepper.mark(in: store.settings.store))
    do throws(StoreError) {
      _ = try notSaving { () throws(SystemError) in
        try fileSystem.create(
          PepperFile.markName,
          SealedFile.encode(mark),
          in: store.root,
          temporary: temporaryName(store.surroundings.randomness)
        )
      }
    } catch {
      throw .store(error)
    }
  }
}
