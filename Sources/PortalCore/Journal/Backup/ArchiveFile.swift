/// An archive's bytes, read in parts that fit in memory.
///
/// A class because whoever reads members shares the one descriptor.
final class ArchiveFile: Sendable {
  private let descriptor: FileDescriptor
  private let fileSystem: any FileSystem
  let size: Int

  init(_ path: String, fileSystem: any FileSystem) throws(BackupProblem) {
    self.fileSystem = fileSystem
    let target = try BackupFile(path: path, fileSystem: fileSystem)
    do {
      descriptor = try fileSystem.openFile(target.name, in: target.directory, .read)
    } catch {
      throw error.isMissing ? .missing(path) : .system(error)
    }
    let status: FileStatus
    do {
      status = try fileSystem.status(descriptor)
    } catch {
      throw .system(error)
    }
    guard status.kind == .regular else { throw .notABackup(path) }
    size = status.size
  }

  /// Exactly that many bytes, or as many as there are.
  func bytes(_ offset: Int, _ count: Int) throws(BackupProblem) -> [UInt8] {
    guard offset >= 0, count > 0 else { return [] }
    return try backingUp { () throws(SystemError) in
      try fileSystem.read(descriptor, at: offset, count: min(count, size))
    }
  }

  func read(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    try fileSystem.read(descriptor, at: offset, count: count)
  }

  /// The sum of a part, taken into another sum on the way.
  func digest(_ place: BackupArchive.Place, _ whole: inout SHA256) throws(BackupProblem) -> Digest {
    var digest = SHA256()
    var offset = 0
    while offset < place.size {
      let bytes = try bytes(
        place.offset + offset,
        min(BackupWriter.chunkInBytes, place.size - offset)
      )
      guard !bytes.isEmpty else { break }
      digest.update(bytes)
      whole.update(bytes)
      offset += bytes.count
    }
    return digest.finish()
  }

  func duplicate() throws(SystemError) -> FileDescriptor {
    try descriptor.duplicated()
  }
}

/// The lines of a manifest, one by one.
struct ManifestLines {
  private let file: ArchiveFile
  private var offset: Int
  private let end: Int
  private var buffer: ArraySlice<UInt8> = []

  init(_ file: ArchiveFile, from start: Int, to end: Int) {
    self.file = file
    offset = start
    self.end = end
  }

  /// The next line without its line feed; nil at the end.
  mutating func next() throws(BackupProblem) -> ArraySlice<UInt8>? {
    while true {
      if let lineFeed = buffer.firstIndex(of: 0x0A) {
        let line = buffer[..<lineFeed]
        buffer = buffer[(lineFeed + 1)...]
        return line
      }
      guard offset < end, buffer.count <= BackupWriter.chunkInBytes else {
        if buffer.isEmpty { return nil }
        throw .altered(BackupManifest.name)
      }
      let more = try file.bytes(offset, min(1 << 16, end - offset))
      guard !more.isEmpty else { throw .altered(BackupManifest.name) }
      offset += more.count
      buffer = (Array(buffer) + more)[...]
    }
  }
}
