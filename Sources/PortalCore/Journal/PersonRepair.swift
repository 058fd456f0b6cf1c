/// Mends what is broken of one person: both chained files and the content that lines name.
///
/// Under the person's lock. Each broken file is kept in `quarantine/` first; then a mended one takes
/// its place in one step. Killed in between, it can be run again.
struct PersonRepair {
  /// The most that one line declares; more stands in several.
  private static let mostPlaces = 500

  private let store: Store
  private let id: Person.ID
  private let directory: OwnerDirectory
  private let source: RepairSource?
  /// Lines that must be in the journal, since something else in the store names them.
  private let anchors: [JournalAnchor]
  private var repairs: [JournalRepair] = []

  private var fileSystem: any FileSystem { store.surroundings.fileSystem }

  init(
    store: Store,
    id: Person.ID,
    source: RepairSource?,
    anchors: [JournalAnchor]
  ) throws(StoreError) {
    self.store = store
    self.id = id
    self.source = source
    self.anchors = anchors
    directory = try store.personDirectory(id)
  }

  mutating func run() throws(StoreError) -> RepairOutcome {
    let problems = try self.problems()
    if problems.isEmpty, source == nil { return .nothingToRepair }
    try repairLocked()
    let left = try self.problems()
    if !left.isEmpty { return .notRepaired(left, repairs) }
    return repairs.isEmpty ? .nothingToRepair : .repaired(repairs)
  }

  private func problems() throws(StoreError) -> [CheckProblem] {
    var check = PersonCheck(store: store, id: id, anchors: anchors)
    try check.run()
    return check.findings.problems
  }

  private mutating func repairLocked() throws(StoreError) {
    let lock = try OwnerLock.take(directory, surroundings: store.surroundings)
    defer { lock.release() }
    // The log first: the heads that it holds say what the journal must have.
    let log = try repair(.accessLog, anchors: [])
    _ = try repair(.journal, anchors: heads(knownTo: log))
  }

  /// The heads that the log names, and those that only the rest of the store does, each once.
  private func heads(knownTo log: FileRepair?) -> [JournalRepair.Head] {
    var heads = log.map(RepairContent.anchors) ?? []
    var known = Set(heads.map(\.anchor.shortened))
    for anchor in anchors.sorted(by: { $0.sequence < $1.sequence })
    where known.insert(anchor.shortened).inserted {
      heads.append(JournalRepair.Head(sequence: anchor.sequence, hash: anchor.hash))
    }
    return heads
  }

  /// Mends one file; returns what could be proven of it, nil where it is not to be touched.
  private mutating func repair(
    _ file: JournalRepair.File,
    anchors: [JournalRepair.Head]
  ) throws(StoreError) -> FileRepair? {
    let bytes: [UInt8]?
    do throws(StoreError) {
      bytes = try fileSystem.readOwnFile(file.fileName, in: directory.descriptor)
    } catch {
      // Something else stands in its place, or it cannot be read: the check says so.
      switch error {
      case .unsafeFile, .system: return nil
      case .noDataDirectory, .unsafeDataDirectory, .unsafeFileSystem, .notAStore, .unknownFormat,
        .damagedSettings,
        .noSuchPerson, .noSuchRecord, .damaged, .busy, .conflict, .notPermitted, .notSaved,
        .unreadable:
        throw error
      }
    }
    // Written by a newer program: nothing of ours to mend.
    if let bytes, HeadParser.newerFormat(bytes) != nil { return nil }
    let mending = FileRepair(
      file,
      identity: store.identity(file, of: id),
      owner: id,
      bytes: bytes,
      backup: try source?.read(file.fileName, id),
      surroundings: store.surroundings
    )
    guard mending.isPossible else { return mending }
    // A journal comes last when a person is made: without one there is nobody yet.
    if bytes == nil, file == .accessLog || !mending.plan.lines.contains(where: \.isFromBackup) {
      if mending.plan.lines.allSatisfy(\.isNew), !hasJournal() { return nil }
    }
    let content = try self.content(of: mending)
    var repair = mending.description(lostContents: content.lostLines)
    repair.restoredBlobs = content.restoredBlobs
    let lostBlobs = Set(mending.earlier.flatMap(\.lostBlobs))
    repair.lostBlobs = content.lostBlobs.filter { !lostBlobs.contains($0) }
    let givenUp = Set(mending.earlier.flatMap(\.givenUp).map(\.anchor.shortened))
    repair.givenUp = anchors.filter { head in
      !givenUp.contains(head.anchor.shortened) && !mending.plan.contains(head.anchor)
    }
    guard mending.isBroken || !repair.isLossless || repair.restoredBlobs > 0 else {
      return mending
    }
    try write(mending, repair, replacing: bytes)
    return mending
  }

  private func hasJournal() -> Bool {
    (try? fileSystem.exists(PersonJournal.fileName, in: directory.descriptor)) == true
  }

  private func content(of mending: FileRepair) throws(StoreError) -> RepairContent {
    var content = RepairContent(
      file: mending.file,
      blobs: BlobStore(directory, surroundings: store.surroundings)
    )
    try content.check(mending.plan.lines) { name throws(StoreError) in
      try source?.read("blobs/\(name)", id)
    }
    return content
  }

  private mutating func write(
    _ mending: FileRepair,
    _ description: JournalRepair,
    replacing bytes: [UInt8]?
  ) throws(StoreError) {
    var description = description
    if let bytes { description.quarantined = try quarantine(bytes) }
    let parts = description.parts(of: Self.mostPlaces)
    guard let mended = mending.mended(parts) else {
      throw .damaged(
        mending.scan.damage
          ?? Damage(kind: .brokenLine, file: mending.file.fileName, line: nil, offset: 0)
      )
    }
    try notSaving { () throws(SystemError) in
      try fileSystem.replace(
        mending.file.fileName,
        mended,
        in: directory.descriptor,
        temporary: temporaryName(store.surroundings.randomness)
      )
    }
    repairs.append(description)
  }

  /// Keeps a broken file as it is, durably, and returns its name.
  private func quarantine(_ bytes: [UInt8]) throws(StoreError) -> String {
    let name = SHA256.digest(bytes).hexadecimal
    try notSaving { () throws(SystemError) in
      let folder = try directory.openOrMakeDirectory("quarantine")
      if (try? fileSystem.readOwnFile(name, in: folder)) == bytes {
        try fileSystem.synchronize(folder)
      } else {
        try fileSystem.replace(
          name,
          bytes,
          in: folder,
          temporary: temporaryName(store.surroundings.randomness)
        )
      }
    }
    return name
  }
}

extension JournalRepair {
  /// The same in several parts, none of which declares more places of a kind than a number.
  func parts(of most: Int) -> [JournalRepair] {
    var parts: [JournalRepair] = []
    let longest = [gaps.count, lostContents.count, lostBlobs.count, givenUp.count].max() ?? 0
    for start in stride(from: 0, to: max(1, longest), by: most) {
      var part = self
      part.gaps = Array(gaps.dropFirst(start).prefix(most))
      part.lostContents = Array(lostContents.dropFirst(start).prefix(most))
      part.lostBlobs = Array(lostBlobs.dropFirst(start).prefix(most))
      part.givenUp = Array(givenUp.dropFirst(start).prefix(most))
      parts.append(part)
    }
    return parts
  }
}
