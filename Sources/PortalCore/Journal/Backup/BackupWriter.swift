/// Writes members one after the other into an archive that grows, and their manifest beside it.
///
/// Holds a buffer and no more, whatever the store's size. A class because it has an end: what is
/// not finished is removed.
final class BackupWriter {
  static let chunkInBytes = 1 << 20

  private let fileSystem: any FileSystem
  private let target: BackupFile
  private let temporary: String
  private let archive: FileDescriptor
  /// The manifest, until it is known to its end.
  private let manifestName: String
  private let manifest: FileDescriptor
  private let time: Int64
  private var buffer: [UInt8] = []
  private var lines: [UInt8] = []
  private var manifestSize = 0
  private var sum = SHA256()
  private(set) var size = 0
  private(set) var memberCount = 0

  init(
    _ target: consuming BackupFile,
    opening: BackupManifest.Opening,
    surroundings: Surroundings
  ) throws(BackupProblem) {
    let fileSystem = surroundings.fileSystem
    self.fileSystem = fileSystem
    let name = target.name
    let isThere = try backingUp { () throws(SystemError) in
      try fileSystem.list(target.directory).contains(name)
    }
    if isThere { throw .alreadyThere(name) }
    temporary = temporaryName(surroundings.randomness)
    manifestName = temporaryName(surroundings.randomness)
    time = opening.made.milliseconds / 1000
    let (first, second) = (temporary, manifestName)
    archive = try backingUp { () throws(SystemError) in
      try fileSystem.openFile(first, in: target.directory, .createNew)
    }
    do {
      manifest = try fileSystem.openFile(second, in: target.directory, .createNew)
    } catch {
      try? fileSystem.remove(first, in: target.directory)
      throw .system(error)
    }
    self.target = target
    lines = BackupManifest.line(opening)
  }

  /// Adds a member of a known size; `read` gives its bytes from an offset on, up to a number.
  func add(
    _ name: String,
    size: Int,
    head: BackupManifest.Head? = nil,
    read: (_ offset: Int, _ count: Int) throws(SystemError) -> [UInt8]
  ) throws(BackupProblem) -> Digest {
    try begin(name, size: size)
    var digest = SHA256()
    var offset = 0
    while offset < size {
      let count = min(Self.chunkInBytes, size - offset)
      let bytes = try backingUp { () throws(SystemError) in
        let bytes = try read(offset, count)
        // Files that are copied do not shrink; one that does is no member of the size it said.
        guard bytes.count == count else {
          throw SystemError(call: .read, name: name, code: SystemError.invalid)
        }
        return bytes
      }
      digest.update(bytes)
      try put(bytes)
      offset += count
    }
    try pad(after: size)
    let sum = digest.finish()
    try list(.init(name: name, size: size, sum: sum.hexadecimal, head: head))
    memberCount += 1
    return sum
  }

  /// Ends the archive, brings it to disk and gives it its name.
  func finish() throws(BackupProblem) {
    try flushLines()
    let total = manifestSize
    try begin(BackupManifest.name, size: total)
    var offset = 0
    while offset < total {
      let count = min(Self.chunkInBytes, total - offset)
      let bytes = try backingUp { () throws(SystemError) in
        try fileSystem.read(manifest, at: offset, count: count)
      }
      try put(bytes)
      offset += count
    }
    try pad(after: total)
    try flush()
    let last = BackupManifest.Sum(sum: sum.finish().hexadecimal, manifest: total)
    sum = SHA256()
    let line = BackupManifest.line(last)
    try begin(BackupManifest.sumName, size: line.count)
    try put(line)
    try pad(after: line.count)
    try put(Array(repeating: 0, count: 2 * TarHeader.blockSize))
    try flush()
    try backingUp { () throws(SystemError) in try fileSystem.synchronize(archive) }
    try name()
  }

  /// Removes what is not finished.
  func abandon() {
    try? fileSystem.remove(temporary, in: target.directory)
    try? fileSystem.remove(manifestName, in: target.directory)
  }

  private func name() throws(BackupProblem) {
    let (from, to) = (temporary, target.name)
    do throws(SystemError) {
      // A second name is given only where there is none: nothing is overwritten, whoever comes.
      guard try fileSystem.link(from, to: to, in: target.directory) else {
        throw SystemError(call: .link, name: to, code: SystemError.alreadyThere)
      }
      try fileSystem.remove(from, in: target.directory)
    } catch {
      if error.isAlreadyThere { throw .alreadyThere(to) }
      // A stick with FAT knows no second names.
      guard error.call == .link else { throw .system(error) }
      try backingUp { () throws(SystemError) in
        try fileSystem.rename(from, to: to, in: target.directory)
      }
    }
    try? fileSystem.remove(manifestName, in: target.directory)
    try backingUp { () throws(SystemError) in try fileSystem.synchronize(target.directory) }
  }

  // MARK: - Bytes

  private func begin(_ name: String, size: Int) throws(BackupProblem) {
    guard let header = TarHeader(name: name, size: size, time: time).encoded() else {
      throw .tooLarge(name)
    }
    try put(header)
  }

  private func pad(after size: Int) throws(BackupProblem) {
    try put(Array(repeating: 0, count: TarHeader.padding(after: size)))
  }

  private func put(_ bytes: [UInt8]) throws(BackupProblem) {
    buffer += bytes
    if buffer.count >= Self.chunkInBytes { try flush() }
  }

  private func flush() throws(BackupProblem) {
    sum.update(buffer)
    size += buffer.count
    try backingUp { () throws(SystemError) in try fileSystem.writeAll(buffer, to: archive) }
    buffer = []
  }

  private func list(_ member: BackupManifest.Member) throws(BackupProblem) {
    lines += BackupManifest.line(member)
    if lines.count >= Self.chunkInBytes { try flushLines() }
  }

  private func flushLines() throws(BackupProblem) {
    manifestSize += lines.count
    try backingUp { () throws(SystemError) in try fileSystem.writeAll(lines, to: manifest) }
    lines = []
  }
}
