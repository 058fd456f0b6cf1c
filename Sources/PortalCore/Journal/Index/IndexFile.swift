/// The index beside a chained file: read where it can be believed, put in place in one step.
///
/// Derived: that it is missing, cut off, full of noise or cannot be written makes no difference to
/// any answer, only to the time.
struct IndexFile {
  static let journalName = "index"
  static let accessName = "access-index"

  private let name: String
  private let directory: OwnerDirectory
  private let surroundings: Surroundings

  init(_ name: String, in directory: OwnerDirectory, _ surroundings: Surroundings) {
    self.name = name
    self.directory = directory
    self.surroundings = surroundings
  }

  /// What stands there; nil where nothing does that is whole.
  func read() -> RecordIndex? {
    pages().flatMap { try? RecordIndex($0, isStored: true) }
  }

  /// The pages that stand there; nil where nothing does that could be an index.
  func pages() -> PagedFile? {
    guard let file = try? directory.openOwnFile(name, .read) else { return nil }
    return try? PagedFile(file, surroundings.fileSystem)
  }

  /// Puts a new one in place, and gives it back as it is read from there.
  ///
  /// From memory where it could not be written; nil only where the bytes are no index.
  func put(_ bytes: [UInt8]) -> RecordIndex? {
    write(bytes) ? read() ?? hold(bytes) : hold(bytes)
  }

  /// Puts a new one in place; false where that cannot be done.
  func write(_ bytes: [UInt8]) -> Bool {
    let temporary = temporaryName(surroundings.randomness)
    do throws(SystemError) {
      try surroundings.fileSystem.replace(
        name,
        bytes,
        in: directory.descriptor,
        temporary: temporary
      )
    } catch {
      // On a disk that is full, or cannot be written, everything is found without it.
      return false
    }
    return true
  }

  /// Takes it away; where that fails it is believed as before.
  func remove() {
    try? surroundings.fileSystem.remove(name, in: directory.descriptor)
  }

  /// An index in memory only.
  func hold(_ bytes: [UInt8]) -> RecordIndex? {
    try? RecordIndex(PagedFile(memory: bytes, surroundings.fileSystem), isStored: false)
  }

  /// A number for a new file.
  var newNumber: UInt64 {
    var reader = ByteReader(surroundings.randomness.bytes(8)[...])
    return reader.integer(UInt64.self)
  }
}
