/// Mends the chained files in one owner's directory, whoever that is; the lock is the caller's.
///
/// Each broken file is kept in `quarantine/` first; then a mended one takes its place in one step.
struct OwnerRepair {
  /// The most that one line declares; more stands in several.
  private static let mostPlaces = 500

  let directory: OwnerDirectory
  let source: RepairSource?
  let surroundings: Surroundings
  /// What was mended, file by file.
  private(set) var repairs: [JournalRepair] = []

  private var fileSystem: any FileSystem { surroundings.fileSystem }

  init(directory: OwnerDirectory, source: RepairSource?, surroundings: Surroundings) {
    self.directory = directory
    self.source = source
    self.surroundings = surroundings
  }

  /// Mends one file; returns what could be proven of it, nil where it is not to be touched.
  mutating func mend(
    _ file: JournalRepair.File,
    as identity: LogHeader,
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
      identity: identity,
      owner: directory.owner,
      bytes: bytes,
      backup: try source?.read(file.fileName, directory.owner),
      surroundings: surroundings
    )
    guard mending.isPossible else { return mending }
    // A journal comes last when its owner is made: without one there is nobody yet.
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
      blobs: BlobStore(directory, surroundings: surroundings)
    )
    try content.check(mending.plan.lines, erasures: mending.erasures) { name throws(StoreError) in
      try source?.read("blobs/\(name)", directory.owner)
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
        temporary: temporaryName(surroundings.randomness)
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
          temporary: temporaryName(surroundings.randomness)
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
