/// One chained file, open: reads what is there, reads on, and appends under the person's lock.
///
/// A class because a session's screens and services share the one open file. `journal.md` is the
/// contract: a line is acknowledged only after one write, one fdatasync and the read-back.
final class ChainedLog {
  private let directory: PersonDirectory
  private let surroundings: Surroundings
  private let identity: LogHeader
  private var file: FileDescriptor
  private(set) var scan: LogScan
  /// Grows whenever the lines taken in before may not be the file's any more.
  private(set) var generation = 0
  /// Bytes from the start that are known to be on disk.
  private var syncedSize = 0
  /// Why what follows those bytes could not be brought to disk.
  ///
  /// Kept until it is gone: a second fdatasync would report success falsely, and a line chained to
  /// one that a power loss takes away is lost with it.
  private var unsynced: SystemError?
  /// What a failed write left behind and could not be taken back at once.
  private var leftover: (bytes: [UInt8], size: Int)?

  var name: String { scan.file }

  private var fileSystem: any FileSystem { surroundings.fileSystem }

  /// Opens the file for reading; a writer opens it anew for appending.
  ///
  /// `identity` is what its header must say, but for the format.
  init(
    _ name: String,
    in directory: PersonDirectory,
    identity: LogHeader,
    surroundings: Surroundings
  ) throws(StoreError) {
    self.directory = directory
    self.surroundings = surroundings
    self.identity = identity
    scan = LogScan(file: name)
    file = try directory.openOwnFile(name, .read)
    let size = try scanAll()
    // What is shown must not be taken back by a crash. Where the disk does not take it, it is
    // shown all the same (it may have been there for years), but nothing is written after it.
    _ = synchronize(size)
  }

  /// Takes in what was added since, also by a repair; true where anything is not as it was.
  @discardableResult
  func refresh() throws(StoreError) -> Bool {
    let (last, damage, count) = (scan.last?.hash, scan.damage, generation)
    try reopenIfReplaced()
    try readOn(isWriting: false)
    return (last, damage, count) != (scan.last?.hash, scan.damage, generation)
  }

  /// What a line holds, checked against its sum.
  func payload(of head: LineHead) throws(StoreError) -> [UInt8] {
    let bytes = try storing { () throws(SystemError) in
      try fileSystem.read(file, at: head.payloadOffset, count: head.payloadSize)
    }
    guard SHA256.digest(bytes) == head.payloadSum else {
      throw .damaged(
        Damage(
          kind: .brokenPayload,
          file: name,
          line: head.sequence + 1,
          offset: head.payloadOffset
        )
      )
    }
    return bytes
  }

  /// Appends one line and returns it as read back.
  ///
  /// `draft` is called under the lock with everything that is on disk taken in; it may refuse by
  /// throwing, or find that there is nothing to say. A system call that fails is `notSaved`.
  func append(
    _ draft: () throws(StoreError) -> LineDraft?
  ) throws(StoreError) -> LineHead? {
    do throws(StoreError) {
      let lock = try PersonLock.take(directory, surroundings: surroundings)
      defer { lock.release() }
      return try appendLocked(draft)
    } catch {
      if case .system(let cause) = error { throw .notSaved(cause) }
      throw error
    }
  }

  private func appendLocked(
    _ draft: () throws(StoreError) -> LineDraft?
  ) throws(StoreError) -> LineHead? {
    try reopenIfReplaced()
    try removeLeftover()
    // A line that lost a race in spite of the lock is ignored by every reader: written again.
    for _ in 0..<5 {
      try readOn(isWriting: true)
      if let damage = scan.damage { throw .damaged(damage) }
      guard let draft = try draft() else { return nil }
      let (bytes, hash) = draft.line(
        sequence: (scan.last?.sequence ?? -1) + 1,
        previous: scan.last?.hash ?? .zero
      )
      try write(bytes)
      if let line = scan.lines.last(where: { $0.hash == hash }) { return line }
    }
    throw .busy
  }
}

// MARK: - Writing

extension ChainedLog {
  /// Writes a line, syncs it and reads it back; takes it away again if any of that fails.
  private func write(_ line: [UInt8]) throws(StoreError) {
    var bytes = line
    switch scan.tail {
    case .clean: break
    case .missingLineFeed: bytes.insert(0x0A, at: 0)
    case .torn: bytes.insert(contentsOf: [0x18, 0x0A], at: 0)
    }
    let writer = try directory.openOwnFile(name, .append)
    let (here, there) = try storing { () throws(SystemError) in
      (try fileSystem.status(writer), try fileSystem.status(file))
    }
    guard here.isSameFile(as: there) else { throw .unsafeFile(name) }
    do throws(StoreError) {
      try storing { () throws(SystemError) in
        let count = try fileSystem.write(bytes, to: writer)
        guard count == bytes.count else {
          throw SystemError(call: .write, name: name, code: SystemError.noSpace)
        }
      }
      try storing { () throws(SystemError) in
        do throws(SystemError) {
          try fileSystem.synchronizeData(writer)
        } catch {
          (syncedSize, unsynced) = (here.size, error)
          throw error
        }
      }
      syncedSize = here.size + bytes.count
      try readOn(isWriting: true)
    } catch {
      if !takeBack(bytes, from: writer, to: here.size) { leftover = (bytes, here.size) }
      throw error
    }
  }

  /// After a failed write: cuts the file to its old size, if what follows that size is ours; true
  /// where nothing of it is left.
  ///
  /// Where this fails too the bytes stay behind as a torn tail or as a line that nobody was
  /// promised; never a second fdatasync, which would report success falsely.
  private func takeBack(
    _ bytes: [UInt8],
    from file: borrowing FileDescriptor,
    to size: Int
  ) -> Bool {
    do throws(SystemError) {
      let now = try fileSystem.status(file).size
      if now <= size { return true }
      guard now <= size + bytes.count else { return false }
      let written = try fileSystem.read(file, at: size, count: now - size)
      guard written.elementsEqual(bytes.prefix(now - size)) else { return false }
      try fileSystem.truncate(file, to: size)
      return true
    } catch {
      return false
    }
  }

  /// Tries again what could not be taken back at the time.
  private func removeLeftover() throws(StoreError) {
    guard let (bytes, size) = leftover else { return }
    let writer = try directory.openOwnFile(name, .append)
    // Where it still stands, `readOn` refuses if it was not synced, and takes it in if it was.
    if takeBack(bytes, from: writer, to: size) { leftover = nil }
  }
}

// MARK: - Reading

extension ChainedLog {
  private func readOn(isWriting: Bool) throws(StoreError) {
    let size = try storing { () throws(SystemError) in try fileSystem.status(file).size }
    if size <= syncedSize { unsynced = nil }
    guard synchronize(size) else {
      // What another process has written and cannot sync it will not acknowledge either.
      guard isWriting, let unsynced else { return }
      throw .notSaved(unsynced)
    }
    let (start, damage) = (scan.resumeOffset, scan.damage)
    if start < size {
      let bytes = try storing { () throws(SystemError) in
        try fileSystem.read(file, at: start, count: size - start)
      }
      if scan.read(bytes), scan.damage == nil || scan.damage == damage { return }
    }
    // The last line is not there any more, or what follows does not fit it: a write was taken back
    // and another put in its place. Judged from the start, before anything is called damage.
    _ = try scanAll()
  }

  /// Brings everything up to a size to disk; false where that fails, now or before.
  private func synchronize(_ size: Int) -> Bool {
    if size <= syncedSize { return true }
    guard unsynced == nil else { return false }
    do {
      try fileSystem.synchronizeData(file)
    } catch  where error.isReadOnly {
      // On a disk that cannot be written nothing waits to be.
    } catch {
      unsynced = error
      return false
    }
    syncedSize = size
    return true
  }

  /// Reads the file from its start and returns its size.
  private func scanAll() throws(StoreError) -> Int {
    let bytes = try storing { () throws(SystemError) in try fileSystem.readAll(file) }
    if let format = HeadParser.newerFormat(bytes) { throw .unknownFormat(format) }
    var scan = LogScan(file: name)
    _ = scan.read(bytes)
    if let header = scan.header {
      guard header.kind == identity.kind, header.owner == identity.owner,
        header.store == identity.store
      else { throw .damaged(Damage(kind: .foreign, file: name, line: 1, offset: 0)) }
    }
    self.scan = scan
    generation += 1
    return bytes.count
  }

  /// A repair or an erasure puts a new file in the old one's place.
  private func reopenIfReplaced() throws(StoreError) {
    let new = try directory.openOwnFile(name, .read)
    let (old, now) = try storing { () throws(SystemError) in
      (try fileSystem.status(file), try fileSystem.status(new))
    }
    guard !old.isSameFile(as: now) else { return }
    file = new
    (syncedSize, unsynced, leftover) = (0, nil, nil)
    _ = synchronize(try scanAll())
  }
}

/// Calls the system and turns its error into the store's.
func storing<Value: ~Copyable>(
  _ body: () throws(SystemError) -> Value
) throws(StoreError) -> Value {
  do {
    return try body()
  } catch {
    if error.isLink { throw .unsafeFile(error.name) }
    throw .system(error)
  }
}

/// As `storing`, for the steps of a write: whatever fails, the change is not on disk.
func notSaving<Value: ~Copyable>(
  _ body: () throws(SystemError) -> Value
) throws(StoreError) -> Value {
  do {
    return try body()
  } catch {
    if error.isLink { throw .unsafeFile(error.name) }
    throw .notSaved(error)
  }
}
