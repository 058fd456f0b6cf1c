/// Copies a whole store into an archive, while others write.
///
/// What only grows is copied as far as a reader accepts it, an access log before its journal and
/// content after it, so that everything a copied line names is copied too. Locks are not taken.
/// Derived files, locks and what crashes left are not copied.
struct StoreBackup {
  private let store: Store
  private let writer: BackupWriter
  private(set) var people = 0
  private(set) var problems: [CheckProblem] = []
  /// Who was copied: an identity that came meanwhile must not lead to nobody.
  private var copied: Set<UInt64> = []
  /// The journal that was copied last, and how far.
  private var journal: (status: FileStatus, end: Int)?

  /// A store is four directories deep, and a person's files two more.
  private static let deepest = 6
  /// What is made again from the rest wherever it is missing, and who tried to sign in as nobody.
  private static let derived: Set = [
    "lock", "index", "access-index", "queue", "queue-incomplete", Store.unknownName,
  ]

  private var fileSystem: any FileSystem { store.surroundings.fileSystem }

  init(_ store: Store, _ writer: BackupWriter) {
    self.store = store
    self.writer = writer
  }

  mutating func run() throws(BackupProblem) {
    let store = store
    try copyFile(Store.settingsName, "", in: store.root)
    try copyFile(Store.keyName, "", in: store.root)
    let names = try backingUp { () throws(SystemError) in try fileSystem.list(store.root) }
    let own = ["people", "practices", "identities"]
    let others = names.filter {
      !own.contains($0) && $0 != Store.settingsName && $0 != Store.keyName
    }
    // The people first: what is delivered from them is found again where it is missing.
    for name in own.dropLast() + others.sorted() + own.suffix(1) where names.contains(name) {
      try copy(name, "", in: store.root, depth: 0)
    }
  }

  private mutating func copy(
    _ name: String,
    _ prefix: String,
    in directory: borrowing FileDescriptor,
    depth: Int
  ) throws(BackupProblem) {
    let path = prefix + name
    guard BackupManifest.isPlain(name), !isTemporary(name), !Self.derived.contains(name) else {
      return
    }
    guard let inner = try folder(name, in: directory) else {
      return try copyFile(name, prefix, in: directory)
    }
    guard depth < Self.deepest else { return }
    let names = try backingUp { () throws(SystemError) in try fileSystem.list(inner) }
    let chained = [AccessLog.fileName, PersonJournal.fileName].filter(names.contains)
    if let id = Person.ID(name), path.hasPrefix("people/") {
      people += 1
      copied.insert(StoreBackup.key(id))
    }
    for name in chained + names.filter({ !chained.contains($0) }).sorted() {
      try copy(name, path + "/", in: inner, depth: depth + 1)
    }
    if chained.contains(PersonJournal.fileName) { try checkErasure(path, in: inner) }
  }

  /// An erasure takes away content that a journal which was copied before it names.
  private mutating func checkErasure(
    _ path: String,
    in directory: borrowing FileDescriptor
  ) throws(BackupProblem) {
    defer { journal = nil }
    guard let (copied, end) = journal,
      let file = try openOwn(PersonJournal.fileName, path, in: directory)
    else { return }
    let now = try backingUp { () throws(SystemError) in try fileSystem.status(file) }
    var isErased = !now.isSameFile(as: copied)
    if !isErased, now.size > end {
      let bytes = try backingUp { () throws(SystemError) in
        try fileSystem.read(file, at: end, count: now.size - end)
      }
      isErased = LogSalvage.lines(in: bytes).contains { ErasureDeclaration.isOne($0.head) }
    }
    if isErased { problems.append(.changedMeanwhile("\(path)/\(PersonJournal.fileName)")) }
  }

  /// A directory; nil for a file, for something that the copying of files will name, and for what
  /// has gone meanwhile.
  private func folder(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(BackupProblem) -> FileDescriptor? {
    do throws(SystemError) {
      return try fileSystem.openDirectory(name, in: directory)
    } catch {
      if error.isNoDirectory || error.isLink || error.isMissing { return nil }
      // A disk that fails must not make a backup without the people it could not read.
      throw .system(error)
    }
  }

  private mutating func copyFile(
    _ name: String,
    _ prefix: String,
    in directory: borrowing FileDescriptor
  ) throws(BackupProblem) {
    let path = prefix + name
    guard let file = try openOwn(name, path, in: directory) else { return }
    let status = try backingUp { () throws(SystemError) in try fileSystem.status(file) }
    let size = status.size
    if name.hasSuffix(".jsonl") {
      let end = try copyChained(path, file, size)
      if name == PersonJournal.fileName { journal = (status, end) }
      return
    }
    if prefix.hasPrefix("identities/") {
      let bytes = try backingUp { () throws(SystemError) in try fileSystem.readAll(file) }
      let owner = store.owner(in: bytes, name: name)
      if owner == nil { problems.append(.damagedFile(path)) }
      if let owner, !copied.contains(StoreBackup.key(owner)) { return }
    }
    let disk = fileSystem
    let sum = try writer.add(path, size: size) { offset, count throws(SystemError) in
      try disk.read(file, at: offset, count: count)
    }
    if prefix.hasSuffix("/blobs/"), sum.hexadecimal != name {
      problems.append(.damage(Damage(kind: .brokenBlob, file: path, line: nil, offset: 0)))
    }
  }

  private mutating func openOwn(
    _ name: String,
    _ path: String,
    in directory: borrowing FileDescriptor
  ) throws(BackupProblem) -> FileDescriptor? {
    do throws(StoreError) {
      return try fileSystem.openOwnFile(name, in: directory, .read)
    } catch {
      if case .system(let cause) = error, cause.isMissing { return nil }
      guard case .unsafeFile = error else { throw BackupProblem(error) }
      problems.append(.unsafeFile(path))
      return nil
    }
  }

  /// A chained file up to its last accepted line, which ends where is returned; where it is damaged,
  /// as it stands.
  private mutating func copyChained(
    _ path: String,
    _ file: borrowing FileDescriptor,
    _ size: Int
  ) throws(BackupProblem) -> Int {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let bytes = try backingUp { () throws(SystemError) in
      try fileSystem.read(file, at: 0, count: size)
    }
    var scan = LogScan(file: name)
    _ = scan.read(bytes)
    var end = bytes.count
    if let damage = scan.damage {
      problems.append(.damage(Damage(damage, in: path)))
    } else if let last = scan.last {
      end = last.end
      if end < bytes.count, bytes[end] == 0x0A { end += 1 }
    }
    let head = scan.last.map {
      BackupManifest.Head(sequence: $0.sequence, hash: $0.hash.hexadecimal)
    }
    _ = try writer.add(path, size: end, head: head) { offset, count in
      Array(bytes[offset..<min(end, offset + count)])
    }
    return end
  }

  /// The first 60 bits of an id: enough to tell a country's people apart.
  private static func key(_ id: Person.ID) -> UInt64 {
    id.text.utf8.prefix(12).reduce(0) { $0 << 5 | UInt64($1 & 31) ^ UInt64($1 >> 5) }
  }
}

extension Damage {
  /// The same in a file by its path from the data directory on.
  init(_ damage: Damage, in path: String) {
    self.init(kind: damage.kind, file: path, line: damage.line, offset: damage.offset)
  }
}

extension BackupProblem {
  init(_ error: StoreError) {
    switch error {
    case .system(let cause), .notSaved(let cause): self = .system(cause)
    case .unsafeFile(let name), .damagedSettings(let name): self = .altered(name)
    case .unknownFormat(let format): self = .newerFormat(format)
    case .noDataDirectory(let path), .unsafeDataDirectory(let path), .notAStore(let path):
      self = .notABackup(path)
    case .unsafeFileSystem, .noSuchPerson, .noSuchRecord, .damaged, .busy, .conflict, .notPermitted,
      .unreadable:
      self = .altered(Store.settingsName)
    }
  }
}
