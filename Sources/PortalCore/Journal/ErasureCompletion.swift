/// Takes what a journal's erasures have declared off the disk.
///
/// Everything beside the journal first, then the journal itself, then what earlier erasures had kept:
/// by these two it is known to be done. Under the person's lock. Killed or failed at any step it can
/// be run again, and changes nothing of what a reader sees: to them what is listed is gone since the
/// declaring line.
struct ErasureCompletion {
  let directory: OwnerDirectory
  let identity: LogHeader
  let surroundings: Surroundings

  private var fileSystem: any FileSystem { surroundings.fileSystem }

  /// False where there was nothing to do; throws where the journal is damaged.
  @discardableResult
  func run() throws(StoreError) -> Bool {
    let log = try self.log(PersonJournal.fileName)
    if let damage = log.scan.damage { throw .damaged(damage) }
    let erasures = Erasures(log.scan.erasures)
    let isAnyWhole = erasures.isAnyWhole(of: log.scan.lines)
    guard isAnyWhole || erasures.hasSuperseded(in: directory, fileSystem) else { return false }
    let superseded = erasures.supersededBlobs()
    let named = try namedBlobs(log, erasures)
    let index = IndexFile(IndexFile.journalName, in: directory, surroundings)
    index.remove()
    try notSaving { () throws(SystemError) in
      if let drafts = erasures.draftsErased { try empty("drafts") { !isDraft($0, after: drafts) } }
      try empty("quarantine") { _ in true }
      try empty("blobs") { name in
        Digest(hexadecimal: Array(name.utf8)[...]) != nil && !named.contains(name)
          && !superseded.contains(name)
      }
    }
    if isAnyWhole { try rewrite(log, erasures) }
    // One that was made of the old file in the meantime.
    index.remove()
    removeAbandoned()
    // Last: as long as one is there it is known that this has not come to its end.
    try notSaving { () throws(SystemError) in try empty("blobs") { superseded.contains($0) } }
    return true
  }

  private func log(_ name: String) throws(StoreError) -> ChainedLog {
    let log = try ChainedLog(name, in: directory, identity: identity, surroundings: surroundings)
    try log.readAll()
    return log
  }

  /// The blobs that any line which is not erased still names, or the kept part of one that is.
  private func namedBlobs(
    _ log: ChainedLog,
    _ erasures: Erasures
  ) throws(StoreError) -> Set<String> {
    let blobs = BlobStore(directory, surroundings: surroundings)
    var erasures = erasures
    var named = erasures.blobs()
    for line in log.scan.lines where !line.isLost && line.header == nil {
      if case .inBlob(let name) = line.touches, !erasures.lists(line.sequence) {
        named.insert(name)
      }
      try erasures.forEachRecord(in: line, log, blobs) { record, _ in
        named.formUnion(record.blobSlices.map(\.blob))
      }
    }
    return named
  }

  /// What every draft says, whatever it is of and whoever writes it.
  private struct AnyDraft: Decodable {
    var saved: Instant
  }

  /// Whether a file is unsent text that was written after a moment.
  private func isDraft(_ name: String, after time: Instant) -> Bool {
    let drafts = DraftStore(directory, surroundings: surroundings)
    guard let draft = RecordID(name).flatMap({ drafts.read(AnyDraft.self, $0) }) else {
      return false
    }
    return draft.saved > time
  }

  /// Removes files of a directory durably.
  private func empty(_ name: String, where isGone: (String) -> Bool) throws(SystemError) {
    guard let folder = try directory.openDirectoryIfThere(name) else { return }
    for file in try fileSystem.list(folder) where isGone(file) || isAbandoned(file, in: folder) {
      do throws(SystemError) {
        try fileSystem.remove(file, in: folder)
      } catch {
        if !error.isMissing { throw error }
      }
    }
    try fileSystem.synchronize(folder)
  }

  /// What crashes have left beside the journal; where that fails `doctor` does it.
  private func removeAbandoned() {
    guard let names = try? fileSystem.list(directory.descriptor) else { return }
    for name in names where isAbandoned(name, in: directory.descriptor) {
      try? fileSystem.remove(name, in: directory.descriptor)
    }
  }

  /// Whether a crash has left a file behind while it was being written.
  private func isAbandoned(_ name: String, in folder: borrowing FileDescriptor) -> Bool {
    guard isTemporary(name), let file = try? fileSystem.openFile(name, in: folder, .read),
      let status = try? fileSystem.status(file)
    else { return false }
    let now = surroundings.clock.now().milliseconds / 1000
    return status.modified < now - StoreDoctor.oldestTemporaryInSeconds
  }

  // MARK: - The journal

  /// Writes the journal anew, line by line: what is listed without its content, all else byte for
  /// byte, and nothing of what stood between the lines.
  private func rewrite(_ log: ChainedLog, _ erasures: Erasures) throws(StoreError) {
    let temporary = temporaryName(surroundings.randomness)
    do throws(StoreError) {
      try write(log, erasures, as: temporary)
      // What is put in place is what our own reader takes.
      let new = try self.log(temporary)
      guard new.scan.damage == nil, new.scan.tail == .clean,
        new.scan.lines.map(\.hash) == log.scan.lines.map(\.hash)
      else { throw .damaged(Damage(kind: .brokenLine, file: log.name, line: nil, offset: 0)) }
      try notSaving { () throws(SystemError) in
        try fileSystem.rename(temporary, to: log.name, in: directory.descriptor)
      }
    } catch {
      try? fileSystem.remove(temporary, in: directory.descriptor)
      throw error
    }
    try notSaving { () throws(SystemError) in try fileSystem.synchronize(directory.descriptor) }
  }

  private static let partSize = 1 << 20

  private func write(
    _ log: ChainedLog,
    _ erasures: Erasures,
    as name: String
  ) throws(StoreError) {
    let file = try notSaving { () throws(SystemError) in
      try fileSystem.openFile(name, in: directory.descriptor, .createNew)
    }
    var part: [UInt8] = []
    func flush() throws(StoreError) {
      try notSaving { () throws(SystemError) in try fileSystem.writeAll(part, to: file) }
      part.removeAll(keepingCapacity: true)
    }
    for line in log.scan.lines where !line.isLost {
      let isGone = erasures.lists(line.sequence)
      let end = isGone ? line.payloadOffset : line.end
      part += try log.bytes(at: line.offset, count: end - line.offset)
      if isGone { part += LineHead.erasedPayload + [UInt8(ascii: "}")] }
      part.append(0x0A)
      if part.count >= ErasureCompletion.partSize { try flush() }
    }
    try flush()
    try notSaving { () throws(SystemError) in try fileSystem.synchronize(file) }
  }
}
