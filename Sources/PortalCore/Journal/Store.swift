/// A data directory, open: its settings, its people, and who is known by which number.
///
/// A class because a session shares the open directory. Internal to the core: what is outside
/// reaches records only through `Portal` and the gate.
final class Store {
  static let settingsName = "store.json"
  static let keyName = "identity.key"
  /// What stands at a store's top beside the settings; they are made before any of it.
  private static let contentNames = [
    "people", practicesName, PendingMarker.folderName, "identities", "audit.jsonl", unknownName,
    PepperFile.markName,
  ]

  /// What a store is opened for: whatever opens a record writes in its access log.
  enum Use {
    case reading
    case writing
  }

  let settings: StoreSettings
  let surroundings: Surroundings
  let root: FileDescriptor
  let identityKey: [UInt8]
  /// Folders that many share and that this process has synced into their parents.
  private var synced: Set<String> = []

  /// Opens a store; with `settings`, makes one where the directory is missing or empty.
  init(
    at path: String,
    creating settings: (() -> StoreSettings)? = nil,
    use: Use = .writing,
    surroundings: Surroundings
  ) throws(StoreError) {
    self.surroundings = surroundings
    root = try Store.openOwnRoot(path, isMade: settings != nil, surroundings.fileSystem)
    if let settings { try Store.prepare(root, path, settings, surroundings) }
    guard let bytes = try surroundings.fileSystem.readOwnFile(Store.settingsName, in: root) else {
      throw .notAStore(path)
    }
    self.settings = try StoreSettings.decode(bytes)
    // A demonstration's throw-away copy need not outlive anything.
    if use == .writing, !self.settings.isDemonstration {
      let isAllowed = self.settings.allowsNetworkFileSystem == true
      try Store.checkFileSystem(root, isAllowed: isAllowed, surroundings.fileSystem)
    }
    identityKey = try Store.readKey(root, surroundings.fileSystem)
  }

  // MARK: - People

  /// Everybody in the store, in the order of their ids.
  ///
  /// Walks the whole tree: for stores that one looks through, not for a country's.
  func people() throws(StoreError) -> [Person.ID] {
    var ids: [Person.ID] = []
    try forEachPerson { id throws(StoreError) in
      ids.append(id)
      return true
    }
    return ids
  }

  /// Calls `body` with everybody in the store, in the order of their ids, as long as it wants more.
  func forEachPerson(_ body: (Person.ID) throws(StoreError) -> Bool) throws(StoreError) {
    let fileSystem = surroundings.fileSystem
    guard
      let people = try storing({ () throws(SystemError) in
        try fileSystem.openIfThere("people", in: root)
      })
    else { return }
    for first in try names(in: people) {
      // What is no directory is none of the store's making, and nobody's record.
      guard let outer = try folder(first, in: people) else { continue }
      for second in try names(in: outer) {
        guard let inner = try folder(second, in: outer) else { continue }
        for name in try names(in: inner) {
          guard let id = Person.ID(name), id.firstFolder == first, id.secondFolder == second else {
            continue
          }
          guard try body(id) else { return }
        }
      }
    }
  }

  private func names(in directory: borrowing FileDescriptor) throws(StoreError) -> [String] {
    do {
      return try surroundings.fileSystem.list(directory).sorted()
    } catch {
      throw .system(error)
    }
  }

  private func folder(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(StoreError) -> FileDescriptor? {
    do {
      return try surroundings.fileSystem.openIfThere(name, in: directory)
    } catch {
      throw .system(error)
    }
  }

  /// One person's journal.
  func journal(of id: Person.ID) throws(StoreError) -> PersonJournal {
    try PersonJournal(
      try personDirectory(id),
      identity: header(.journal, of: .person(id)),
      surroundings: surroundings
    )
  }

  /// One person's journal as a chain of lines, for whoever looks at each of them.
  func journalLog(of id: Person.ID) throws(StoreError) -> ChainedLog {
    try ChainedLog(
      PersonJournal.fileName,
      in: try personDirectory(id),
      identity: header(.journal, of: .person(id)),
      surroundings: surroundings
    )
  }

  /// Who a person is, without reading the rest of their record.
  func glimpse(of id: Person.ID) throws(StoreError) -> Glimpse {
    try Glimpse(
      of: Person.recordID,
      in: try personDirectory(id),
      identity: header(.journal, of: .person(id)),
      surroundings: surroundings
    )
  }

  /// One person's access log; with `isWhole` read line by line and not by its index.
  func accessLog(of id: Person.ID, isWhole: Bool = false) throws(StoreError) -> AccessLog {
    try AccessLog(
      try personDirectory(id),
      identity: header(.access, of: .person(id)),
      surroundings: surroundings,
      isWhole: isWhole
    )
  }

  /// What the first line of an owner's file says.
  func header(_ kind: LogHeader.Kind, of owner: RecordOwner) -> LogHeader {
    LogHeader(
      format: LogHeader.currentFormat,
      store: settings.store.text,
      owner: owner.description,
      kind: kind
    )
  }

  /// A folder of a folder at the top, both made where they are missing.
  ///
  /// Many people's lie in it, and nobody ever removes it: it is synced into its parent by the first
  /// who needs it in a process, whoever made it, and is on disk from then on.
  func sharedFolder(_ first: String, in top: String) throws(SystemError) -> FileDescriptor {
    let outer = try sharedFolder(top, path: top, in: root)
    return try sharedFolder(first, path: "\(top)/\(first)", in: outer)
  }

  private func sharedFolder(
    _ name: String,
    path: String,
    in parent: borrowing FileDescriptor
  ) throws(SystemError) -> FileDescriptor {
    let fileSystem = surroundings.fileSystem
    if synced.contains(path), let there = try fileSystem.openIfThere(name, in: parent) {
      return there
    }
    let folder = try fileSystem.openOrMakeDirectory(name, in: parent)
    synced.insert(path)
    return folder
  }

  /// Makes a person as `makePerson` does, and opens their journal.
  func createPerson(_ id: Person.ID) throws(StoreError) -> PersonJournal {
    try makePerson(id)
    return try journal(of: id)
  }

  /// Makes a person's directory with an empty journal and an empty access log.
  func makePerson(_ id: Person.ID) throws(StoreError) {
    let fileSystem = surroundings.fileSystem
    try notSaving { () throws(SystemError) in
      let outer = try sharedFolder(id.firstFolder, in: "people")
      let inner = try fileSystem.openOrMakeDirectory(id.secondFolder, in: outer)
      let folder = try fileSystem.openOrMakeDirectory(id.text, in: inner)
      for (name, kind) in [
        (AccessLog.fileName, LogHeader.Kind.access), (PersonJournal.fileName, .journal),
      ] {
        let line = LineDraft.header(
          header(kind, of: .person(id)),
          time: surroundings.clock.now(),
          salt: surroundings.randomness.bytes(16)
        )
        _ = try fileSystem.create(
          name,
          line.bytes,
          in: folder,
          temporary: temporaryName(surroundings.randomness)
        )
      }
    }
  }

  /// A person's directory, open; throws `noSuchPerson` where there is none.
  func personDirectory(_ id: Person.ID) throws(StoreError) -> OwnerDirectory {
    let fileSystem = surroundings.fileSystem
    do throws(SystemError) {
      let people = try fileSystem.openDirectory("people", in: root)
      let outer = try fileSystem.openDirectory(id.firstFolder, in: people)
      let inner = try fileSystem.openDirectory(id.secondFolder, in: outer)
      let folder = try fileSystem.openDirectory(id.text, in: inner)
      return OwnerDirectory(owner: .person(id), descriptor: folder, fileSystem: fileSystem)
    } catch {
      if error.isMissing { throw .noSuchPerson }
      throw .system(error)
    }
  }
}

// MARK: - Opening

extension Store {
  private static func openOwnRoot(
    _ path: String,
    isMade: Bool,
    _ fileSystem: any FileSystem
  ) throws(StoreError) -> FileDescriptor {
    do throws(SystemError) {
      let root = try openRoot(path, isMade: isMade, fileSystem)
      let status = try fileSystem.status(root)
      if status.owner == fileSystem.user, status.mode & 0o077 == 0 { return root }
    } catch {
      // A link is no directory either, and never followed.
      if error.isLink || error.isNoDirectory { throw .unsafeDataDirectory(path) }
      if error.isMissing { throw .noDataDirectory(path) }
      throw .system(error)
    }
    throw .unsafeDataDirectory(path)
  }

  private static func checkFileSystem(
    _ root: borrowing FileDescriptor,
    isAllowed: Bool,
    _ fileSystem: any FileSystem
  ) throws(StoreError) {
    let kind = try storing { () throws(SystemError) in try fileSystem.kind(of: root) }
    guard kind.canBeWritten(isAllowed: isAllowed) else { throw .unsafeFileSystem(kind) }
  }

  private static func openRoot(
    _ path: String,
    isMade: Bool,
    _ fileSystem: any FileSystem
  ) throws(SystemError) -> FileDescriptor {
    do {
      return try fileSystem.openRoot(path)
    } catch {
      guard isMade, error.isMissing, !error.isNoDirectory else { throw error }
    }
    try fileSystem.makeRoot(path)
    return try fileSystem.openRoot(path)
  }

  /// Makes what is missing of an empty or half-made store; leaves a whole one alone.
  private static func prepare(
    _ root: borrowing FileDescriptor,
    _ path: String,
    _ settings: () -> StoreSettings,
    _ surroundings: Surroundings
  ) throws(StoreError) {
    let fileSystem = surroundings.fileSystem
    let names = try storing { () throws(SystemError) in try fileSystem.list(root) }
    if names.contains(settingsName) { return }
    // Without its settings nobody can say which store these people's journals belong to.
    if names.contains(where: contentNames.contains) {
      throw .damagedSettings(file: settingsName)
    }
    guard names.allSatisfy({ $0 == keyName || isTemporary($0) }) else { throw .notAStore(path) }
    let key = surroundings.randomness.bytes(32)
    let settings = settings()
    let isAllowed = settings.allowsNetworkFileSystem == true
    try checkFileSystem(root, isAllowed: isAllowed, fileSystem)
    let bytes = settings.encoded()
    try notSaving { () throws(SystemError) in
      try fileSystem.makeRoot(path)
      // The settings last: with them the store is whole.
      for (name, content) in [(keyName, key + SHA256.digest(key).bytes), (settingsName, bytes)] {
        _ = try fileSystem.create(
          name,
          content,
          in: root,
          temporary: temporaryName(surroundings.randomness)
        )
      }
    }
  }

  private static func readKey(
    _ root: borrowing FileDescriptor,
    _ fileSystem: any FileSystem
  ) throws(StoreError) -> [UInt8] {
    guard let key = try key(in: fileSystem.readOwnFile(keyName, in: root)) else {
      throw .damagedSettings(file: keyName)
    }
    return key
  }

  /// The key that a file holds, which stands there with its own SHA-256 behind it.
  private static func key(in bytes: [UInt8]?) -> [UInt8]? {
    guard let bytes, bytes.count == 64,
      SHA256.digest(bytes.prefix(32)).bytes.elementsEqual(bytes.suffix(32))
    else { return nil }
    return Array(bytes.prefix(32))
  }

  /// Whether a file holds the key that this store was opened with.
  func isOwnKey(_ bytes: [UInt8]?) -> Bool {
    Store.key(in: bytes) == identityKey
  }
}

extension Person.ID {
  /// The folders that a person's own lies in, so that no folder grows with the population.
  var firstFolder: String { String(text.prefix(2)) }
  var secondFolder: String { String(text.dropFirst(2).prefix(2)) }
}

extension FileSystem {
  /// A directory, or nil where there is none of that name.
  func openIfThere(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> FileDescriptor? {
    do {
      return try openDirectory(name, in: directory)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }
}
