/// One chained file, open: reads what is there, reads on, and appends under its owner's lock.
///
/// A class because a session's screens and services share the one open file. `journal.md` is the
/// contract: a line is acknowledged only after one write, one fdatasync and the read-back.
final class ChainedLog {
  private let directory: OwnerDirectory
  private let surroundings: Surroundings
  private let identity: LogHeader
  /// Open for reading; the same file for writing from the first append on, and its lock.
  private var file: HeldFile
  private var writer: HeldFile?
  private var lock: HeldFile?
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
  /// The last line as this log has written it and read it back; nil where the last line is not one
  /// of those.
  private var own: (bytes: [UInt8], offset: Int)?

  var name: String { scan.file }

  private var fileSystem: any FileSystem { surroundings.fileSystem }

  /// Whether reading began at the line that a checkpoint names, and not at the start.
  private(set) var isBased = false

  /// Opens the file for reading, and reads nothing yet but what a checkpoint vouches for; a writer
  /// opens it anew for appending.
  ///
  /// `identity` is what its header must say, but for the format. The checkpoint is believed where
  /// the line that it names stands in its place.
  init(
    _ name: String,
    in directory: OwnerDirectory,
    identity: LogHeader,
    surroundings: Surroundings,
    checkpoint: Checkpoint? = nil
  ) throws(StoreError) {
    self.directory = directory
    self.surroundings = surroundings
    self.identity = identity
    scan = LogScan(file: name)
    file = try directory.hold(name, .read)
    generation = 1
    if let checkpoint, try begin(at: checkpoint) { return }
    try checkHeader()
  }

  /// Reads on to the end of the file as it is now, but for lines that come only a few megabytes
  /// later; true where there are such.
  func readSome() throws(StoreError) -> Bool {
    let size = try storing { () throws(SystemError) in try fileSystem.status(file.descriptor).size }
    // What is shown must not be taken back by a crash. Where the disk does not take it, it is
    // shown all the same (it may have been there for years), but nothing is written after it.
    _ = synchronize(size)
    switch try take(upTo: size) {
    case .end: return false
    case .part: return true
    case .changed:
      try scanAll()
      return false
    }
  }

  /// Reads all that there is.
  func readAll() throws(StoreError) {
    while try readSome() {}
  }

  /// Reads the file anew from its start, without any checkpoint.
  func startOver() throws(StoreError) {
    try reopen()
    try scanAll()
  }

  /// Lets go of the lines before the last, which others have taken in.
  func forgetLines() {
    scan.forgetLines()
  }

  /// A line that begins at an offset, if one does that fits its own hash; its payload is not looked
  /// at.
  func head(at offset: Int) throws(StoreError) -> LineHead? {
    let bytes = try storing { () throws(SystemError) in
      try fileSystem.read(file.descriptor, at: offset, count: 4096)
    }
    if let head = HeadParser.parse(bytes[...], base: offset),
      // Whether the payload was erased is seen in what stands there.
      head.isErased || head.payloadOffset - offset + LineHead.erasedPayload.count < bytes.count
    {
      return head
    }
    // A line may name a great many records before its payload begins.
    guard bytes.count == 4096 else { return nil }
    let more = try storing { () throws(SystemError) in
      try fileSystem.read(file.descriptor, at: offset, count: 2 * BlobStore.inlineLimitInBytes)
    }
    return HeadParser.parse(more[...], base: offset)
  }

  /// Some bytes of the file.
  func bytes(at offset: Int, count: Int) throws(StoreError) -> [UInt8] {
    try storing { () throws(SystemError) in
      try fileSystem.read(file.descriptor, at: offset, count: count)
    }
  }

  /// Takes in what was added since, also by a repair; true where anything is not as it was.
  @discardableResult
  func refresh() throws(StoreError) -> Bool {
    let (last, damage, count) = (scan.last?.hash, scan.damage, generation)
    try readOn(to: try reopenIfReplaced(), isWriting: false)
    return (last, damage, count) != (scan.last?.hash, scan.damage, generation)
  }

  /// What a line holds, checked against its sum.
  func payload(of head: LineHead) throws(StoreError) -> [UInt8] {
    let bytes = try storing { () throws(SystemError) in
      try fileSystem.read(file.descriptor, at: head.payloadOffset, count: head.payloadSize)
    }
    guard !head.isErased, SHA256.digest(bytes) == head.payloadSum else {
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
    patience: Int64 = OwnerLock.patienceInMilliseconds,
    _ draft: () throws(StoreError) -> LineDraft?
  ) throws(StoreError) -> LineHead? {
    do throws(StoreError) {
      let lock = try OwnerLock.take(
        directory,
        patience: patience,
        surroundings: surroundings,
        held: self.lock
      )
      self.lock = lock.file
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
    var size = try reopenIfReplaced()
    if try removeLeftover() { size = try currentSize() }
    // A line that lost a race in spite of the lock is ignored by every reader: written again.
    for _ in 0..<5 {
      try readOn(to: size, isWriting: true)
      if let damage = scan.damage { throw .damaged(damage) }
      guard let draft = try draft() else { return nil }
      let closing = scan.tail.closing
      let line = draft.line(
        sequence: (scan.last?.sequence ?? -1) + 1,
        previous: scan.last?.hash ?? .zero,
        at: size + closing.count
      )
      try write(line, after: closing, at: size)
      if let line = scan.lines.last(where: { $0.hash == line.hash }) { return line }
      size = try currentSize()
    }
    throw .busy
  }
}

// MARK: - Writing

extension ChainedLog {
  /// Writes a line at the end, after what closes what stands there, syncs it and reads it back;
  /// takes it away again if any of that fails.
  private func write(
    _ line: DraftedLine,
    after closing: [UInt8],
    at size: Int
  ) throws(StoreError) {
    let bytes = closing.isEmpty ? line.bytes : closing + line.bytes
    let writer = try heldWriter()
    do throws(StoreError) {
      try storing { () throws(SystemError) in
        let count = try fileSystem.write(bytes, to: writer.descriptor)
        guard count == bytes.count else {
          throw SystemError(call: .write, name: name, code: SystemError.noSpace)
        }
      }
      try storing { () throws(SystemError) in
        do throws(SystemError) {
          try fileSystem.synchronizeData(writer.descriptor)
        } catch {
          (syncedSize, unsynced) = (size, error)
          throw error
        }
      }
      syncedSize = size + bytes.count
      try readBack(line)
    } catch {
      if !takeBack(bytes, from: writer.descriptor, to: size) { leftover = (bytes, size) }
      throw error
    }
  }

  /// The file that is read, open for appending.
  private func heldWriter() throws(StoreError) -> HeldFile {
    if let writer { return writer }
    let new = try directory.hold(name, .append)
    guard new.isSameFile(as: file) else { throw .unsafeFile(name) }
    writer = new
    return new
  }

  /// Takes in the line that was just written, as it stands in the file.
  ///
  /// Where those are the very bytes that were written, at the end of what had been read on to, there
  /// is nothing else that they could amount to; anything else is read on and judged.
  private func readBack(_ line: DraftedLine) throws(StoreError) {
    let (written, head) = (line.bytes, line.head)
    if head.offset == own.map({ $0.offset + $0.bytes.count }), scan.tail == .clean,
      scan.isNext(head), !RepairDeclaration.isOne(head), !ErasureDeclaration.isOne(head),
      areSame(try bytes(at: head.offset, count: written.count), written)
    {
      scan.accept(head)
    } else {
      own = nil
      try readOn(to: try currentSize(), isWriting: true)
      guard scan.last?.offset == head.offset, scan.tail == .clean else { return }
    }
    own = (written, head.offset)
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

  /// Tries again what could not be taken back at the time; false where there is nothing to try.
  private func removeLeftover() throws(StoreError) -> Bool {
    guard let (bytes, size) = leftover else { return false }
    let writer = try heldWriter()
    // Where it still stands, `readOn` refuses if it was not synced, and takes it in if it was.
    if takeBack(bytes, from: writer.descriptor, to: size) { leftover = nil }
    return true
  }
}

// MARK: - Reading

extension ChainedLog {
  private func currentSize() throws(StoreError) -> Int {
    try storing { () throws(SystemError) in try fileSystem.status(file.descriptor).size }
  }

  /// Takes in what follows the last line up to the file's size.
  private func readOn(to size: Int, isWriting: Bool) throws(StoreError) {
    if size <= syncedSize { unsynced = nil }
    guard synchronize(size) else {
      // What another process has written and cannot sync it will not acknowledge either.
      guard isWriting, let unsynced else { return }
      throw .notSaved(unsynced)
    }
    if try isOwnLast(size) { return }
    let damage = scan.damage
    var reading = Reading.changed
    if scan.resumeOffset < size {
      repeat { reading = try take(upTo: size) } while reading == .part
    }
    if reading == .end, scan.damage == nil || scan.damage == damage { return }
    // The last line is not there any more, or what follows does not fit it: a write was taken back
    // and another put in its place. Judged from the start, before anything is called damage.
    try scanAll()
  }

  /// Whether the file ends with the line that this log wrote last, byte for byte: nothing has come,
  /// and nothing was taken back.
  private func isOwnLast(_ size: Int) throws(StoreError) -> Bool {
    guard let own else { return false }
    if size == own.offset + own.bytes.count, own.offset == scan.resumeOffset,
      areSame(try bytes(at: own.offset, count: own.bytes.count), own.bytes)
    {
      return true
    }
    self.own = nil
    return false
  }

  private enum Reading {
    /// All of it is read.
    case end
    /// A part is, and there is more.
    case part
    /// What was read before does not stand there any more.
    case changed
  }

  /// What is read at once, so that a long file does not lie in memory.
  private static let partSize = 4 << 20

  /// Takes in what follows the last line, a part of it where it is much.
  private func take(upTo size: Int) throws(StoreError) -> Reading {
    var length = ChainedLog.partSize
    while true {
      let start = scan.resumeOffset
      let bytes = try bytes(at: start, count: min(length, size - start))
      if bytes.count < length || start + bytes.count >= size {
        return scan.read(bytes) ? .end : .changed
      }
      if let lineFeed = bytes.lastIndex(of: 0x0A) {
        var trial = scan
        guard trial.read(Array(bytes[...lineFeed])) else { return .changed }
        // What looks broken may be explained by what follows; and at least one line was read.
        if trial.damage == nil, trial.tail == .clean, trial.resumeOffset > start {
          scan = trial
          return .part
        }
      }
      length *= 2
    }
  }

  /// Brings everything up to a size to disk; false where that fails, now or before.
  private func synchronize(_ size: Int) -> Bool {
    if size <= syncedSize { return true }
    guard unsynced == nil else { return false }
    do {
      try fileSystem.synchronizeData(file.descriptor)
    } catch  where error.isReadOnly {
      // On a disk that cannot be written nothing waits to be.
    } catch {
      unsynced = error
      return false
    }
    syncedSize = size
    return true
  }

  /// Reads the file from its start.
  private func scanAll() throws(StoreError) {
    try checkHeader()
    scan = LogScan(file: name)
    isBased = false
    generation += 1
    let size = try storing { () throws(SystemError) in try fileSystem.status(file.descriptor).size }
    var reading: Reading
    repeat { reading = try take(upTo: size) } while reading == .part
  }

  /// Throws where a newer program wrote the file, or it is somebody else's.
  private func checkHeader() throws(StoreError) {
    let bytes = try bytes(at: 0, count: 4096)
    if let format = HeadParser.newerFormat(bytes) { throw .unknownFormat(format) }
    guard let header = HeadParser.parse(bytes[...], base: 0)?.header else { return }
    guard header.kind == identity.kind, header.owner == identity.owner,
      header.store == identity.store
    else { throw .damaged(Damage(kind: .foreign, file: name, line: 1, offset: 0)) }
  }

  /// Begins at the line that a checkpoint names, if it stands there.
  private func begin(at checkpoint: Checkpoint) throws(StoreError) -> Bool {
    try checkHeader()
    guard let line = try head(at: checkpoint.offset), line.hash == checkpoint.hash,
      line.sequence == checkpoint.sequence, !line.isErased
    else { return false }
    scan = LogScan(file: name, from: line, newestTime: checkpoint.newestTime)
    isBased = true
    return true
  }

  /// Whether the file that is open is still the one of that name; true where that cannot be told.
  var isInPlace: Bool {
    do throws(StoreError) {
      return try directory.status(of: name, if: file) != nil
    } catch {
      return true
    }
  }

  /// A repair or an erasure puts a new file in the old one's place.
  ///
  /// Returns the size of the one that is open then.
  private func reopenIfReplaced() throws(StoreError) -> Int {
    if let now = try directory.status(of: name, if: file) { return now.size }
    let new = try directory.hold(name, .read)
    if new.isSameFile(as: file) {
      // It has got or lost a name.
      file = new
    } else {
      try reopen()
      try scanAll()
    }
    return try currentSize()
  }

  private func reopen() throws(StoreError) {
    file = try directory.hold(name, .read)
    (syncedSize, unsynced, leftover) = (0, nil, nil)
    (writer, own) = (nil, nil)
    let size = try storing { () throws(SystemError) in try fileSystem.status(file.descriptor).size }
    _ = synchronize(size)
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
