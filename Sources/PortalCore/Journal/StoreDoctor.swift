/// Looks at where a store lies, and mends what can be mended without touching what it holds.
struct StoreDoctor {
  /// Temporary files younger than this may be somebody's who is writing just now.
  static let oldestTemporaryInSeconds: Int64 = 3600
  /// No more records than this are looked into: the whole of a country's takes `verify`.
  static let mostRecords = 1000
  /// A store is four directories deep, and a person's files two more.
  private static let deepest = 7

  private let surroundings: Surroundings
  private(set) var findings = StoreExamination()

  private var fileSystem: any FileSystem { surroundings.fileSystem }

  init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
  }

  /// Throws where there is no data directory, or where it is somebody else's.
  mutating func examine(_ path: String, kernel: DiskEncryption.Kernel) throws(StoreError) {
    let root = try open(path)
    let (status, kind) = try storing { () throws(SystemError) in
      (try fileSystem.status(root), try fileSystem.kind(of: root))
    }
    guard status.owner == fileSystem.user else { throw .unsafeDataDirectory(path) }
    findings.fileSystem = kind
    if kind.guarantee == .durable {
      findings.encryption = DiskEncryption(device: status.device, kernel: kernel)
    }
    mend(root, status, expecting: 0o700, ".")
    mendNames(in: root, "", depth: 0)
    try lookAtRecords(path)
  }

  private func open(_ path: String) throws(StoreError) -> FileDescriptor {
    do {
      return try fileSystem.openRoot(path)
    } catch {
      if error.isLink || error.isNoDirectory { throw .unsafeDataDirectory(path) }
      if error.isMissing { throw .noDataDirectory(path) }
      throw .system(error)
    }
  }

  private mutating func mendNames(
    in directory: borrowing FileDescriptor,
    _ prefix: String,
    depth: Int
  ) {
    guard depth < Self.deepest, let names = try? fileSystem.list(directory) else { return }
    for name in names.sorted() {
      let path = prefix + name
      // Links are never followed: what one leads to is not the store's.
      if let inner = try? fileSystem.openDirectory(name, in: directory) {
        guard let status = try? fileSystem.status(inner) else { continue }
        mend(inner, status, expecting: 0o700, path)
        mendNames(in: inner, path + "/", depth: depth + 1)
      } else if let file = try? fileSystem.openFile(name, in: directory, .read) {
        guard let status = try? fileSystem.status(file), status.kind == .regular else { continue }
        if isTemporary(name), isOld(status) {
          remove(name, path, in: directory)
        } else if Person.ID(name) != nil, path.hasPrefix(Store.unknownName + "/"),
          isForgotten(status)
        {
          // An attempt to sign in as nobody, too long ago to matter.
          try? fileSystem.remove(name, in: directory)
        } else if status.links == 1 {
          // A second name may lead out of the store.
          mend(file, status, expecting: 0o600, path)
        }
      }
    }
  }

  private func isForgotten(_ status: FileStatus) -> Bool {
    let now = surroundings.clock.now().milliseconds / 1000
    let oldest = now - SignInPolicy.memoryOfUnknownInDays * 86_400
    return status.owner == fileSystem.user && status.modified < oldest
  }

  private func isOld(_ status: FileStatus) -> Bool {
    let now = surroundings.clock.now().milliseconds / 1000
    return status.owner == fileSystem.user
      && status.modified < now - Self.oldestTemporaryInSeconds
  }

  private mutating func remove(
    _ name: String,
    _ path: String,
    in directory: borrowing FileDescriptor
  ) {
    do {
      try fileSystem.remove(name, in: directory)
      findings.removed.append(path)
    } catch {
      findings.problems.append(.unusableFile(path, error))
    }
  }

  private mutating func mend(
    _ file: borrowing FileDescriptor,
    _ status: FileStatus,
    expecting mode: UInt32,
    _ path: String
  ) {
    guard status.mode != mode, status.owner == fileSystem.user else { return }
    do {
      try fileSystem.setMode(mode, of: file)
      findings.mended.append(StoreExamination.Mode(file: path, was: status.mode, is: mode))
    } catch {
      findings.problems.append(.unusableFile(path, error))
    }
  }

  /// Whether records open: their chains and their anchors, not what they hold.
  private mutating func lookAtRecords(_ path: String) throws(StoreError) {
    let store = try Store(at: path, use: .reading, surroundings: surroundings)
    findings.isAllowed = store.settings.allowsNetworkFileSystem == true
    for id in try store.people().prefix(Self.mostRecords) {
      findings.records += 1
      if isBroken(id, store) { findings.broken.append(id) }
    }
  }

  private mutating func isBroken(_ id: Person.ID, _ store: Store) -> Bool {
    do throws(StoreError) {
      let log = try store.accessLog(of: id)
      let journal = try store.journal(of: id)
      complete(journal, id)
      if log.damage != nil || journal.damage != nil { return true }
      return try log.firstBrokenAnchor(in: journal) != nil
    } catch {
      // Made by an import that never came to its end.
      if case .system(let cause) = error, cause.isMissing { return false }
      return true
    }
  }
}

extension StoreDoctor {
  /// Takes off the disk what a person has erased, where that was cut short.
  private mutating func complete(_ journal: PersonJournal, _ id: Person.ID) {
    guard journal.hasUnfinishedErasure, findings.canBeWritten else { return }
    do throws(StoreError) {
      try journal.completeErasure()
      findings.completedErasures.append(id)
    } catch {
      // Still there for whoever writes next, and told by `verify`.
      guard case .notSaved(let cause) = error else { return }
      findings.problems.append(.unusableFile("\(id.text)/\(PersonJournal.fileName)", cause))
    }
  }
}

/// What `doctor` found of a store, and what it mended.
package struct StoreExamination: Hashable, Sendable {
  package struct Mode: Hashable, Sendable {
    package let file: String
    package let was: UInt32
    package let `is`: UInt32
  }

  package var fileSystem = FileSystemKind(magic: 0)
  /// Whether the store is told that it may lie on a file system like this.
  package var isAllowed = false
  package var encryption = DiskEncryption.unknown
  package var mended: [Mode] = []
  /// Temporary files that crashes had left.
  package var removed: [String] = []
  package var problems: [CheckProblem] = []
  /// Whose erasures were cut short and have been completed.
  package var completedErasures: [Person.ID] = []
  /// How many records were looked into, and which do not open as they should.
  package var records = 0
  package var broken: [Person.ID] = []

  /// Whether every record was looked into.
  package var isAll: Bool { records < StoreDoctor.mostRecords }
  package var canBeWritten: Bool { fileSystem.canBeWritten(isAllowed: isAllowed) }
}
