/// A session's word, durable before it writes, that what it writes may be owed to others.
///
/// It stands in `pending/` under the person's id and a random end, holds the journal's head of
/// before, and is locked as long as the session lives: a marker that nobody holds is that of a
/// session that died, and whoever comes next completes its deliveries. A class because the lock
/// ends with it.
final class PendingMarker {
  static let folderName = "pending"

  /// What stands in the file.
  struct Content: Codable, Hashable {
    var format: Int
    /// The journal's head before the session's first line.
    var sequence: Int
    var hash: String
    /// Where the session takes times; nil for one that takes none.
    var practice: Practice.ID?

    init(after head: LineHead?, at practice: Practice.ID? = nil) {
      format = PendingMarker.currentFormat
      sequence = head?.sequence ?? 0
      hash = (head?.hash ?? .zero).hexadecimal
      self.practice = practice
    }

    var start: Delivery.Start { .after(JournalAnchor(sequence: sequence, hash: hash)) }

    /// Nil where the bytes are not what was written, or a newer program wrote them.
    init?(_ bytes: [UInt8]) {
      guard let content = SealedFile.decode(Content.self, from: bytes),
        content.format == PendingMarker.currentFormat
      else { return nil }
      self = content
    }
  }

  static let currentFormat = 1

  /// The name of a marker: the person's id, `-`, 26 random characters.
  struct Name: Hashable {
    let person: Person.ID
    let text: String

    init(_ person: Person.ID, _ end: RecordID) {
      self.person = person
      text = "\(person.text)-\(end.text)"
    }

    /// Nil for what is no marker's name.
    init?(_ text: String) {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let person = Person.ID(String(parts[0])),
        RecordID(String(parts[1])) != nil
      else { return nil }
      (self.person, self.text) = (person, text)
    }
  }

  let name: Name
  /// Nil where the file is not what was written: then everything is gone through.
  let content: Content?
  private let file: FileDescriptor

  init(_ name: Name, _ content: Content?, _ file: consuming FileDescriptor) {
    self.name = name
    self.content = content
    self.file = file
  }

  /// From where a journal is to be gone through.
  var start: Delivery.Start { content?.start ?? .beginning }
}

extension Store {
  /// Makes a marker, durable and locked when this returns.
  ///
  /// Locked before it has its name: nobody ever sees one of a living session that is not.
  func makeMarker(
    for person: Person.ID,
    after head: LineHead?,
    at practice: Practice.ID? = nil
  ) throws(StoreError) -> PendingMarker {
    let name = PendingMarker.Name(person, RecordID(bytes: surroundings.randomness.bytes(17)))
    let content = PendingMarker.Content(after: head, at: practice)
    let fileSystem = surroundings.fileSystem
    let folder = try notSaving { () throws(SystemError) in
      try fileSystem.openOrMakeDirectory(PendingMarker.folderName, in: root)
    }
    let file = try notSaving { () throws(SystemError) in
      try fileSystem.createLocked(
        name.text,
        SealedFile.encode(content),
        in: folder,
        temporary: temporaryName(surroundings.randomness)
      )
    }
    return PendingMarker(name, content, file)
  }

  /// The names of all markers; none where there is no such folder, as there is not as a rule.
  func markers() throws(StoreError) -> [PendingMarker.Name] {
    let fileSystem = surroundings.fileSystem
    return try storing { () throws(SystemError) in
      guard let folder = try fileSystem.openIfThere(PendingMarker.folderName, in: root) else {
        return []
      }
      return try fileSystem.list(folder).sorted().compactMap { PendingMarker.Name($0) }
    }
  }

  /// Takes over a marker that a session has left; nil where it lives, or has ended meanwhile.
  func takeOver(_ name: PendingMarker.Name) throws(StoreError) -> PendingMarker? {
    guard let file = try open(name) else { return nil }
    let bytes = try storing { () throws(SystemError) -> [UInt8]? in
      let fileSystem = surroundings.fileSystem
      guard try fileSystem.tryLock(file), try fileSystem.status(file).links > 0 else { return nil }
      return try fileSystem.readAll(file)
    }
    guard let bytes else { return nil }
    return PendingMarker(name, PendingMarker.Content(bytes), file)
  }

  /// What a marker says, whoever holds it; nil where it is gone or is not what was written.
  func content(of name: PendingMarker.Name) throws(StoreError) -> PendingMarker.Content? {
    guard let file = try open(name) else { return nil }
    let bytes = try storing { () throws(SystemError) in
      try surroundings.fileSystem.readAll(file)
    }
    return PendingMarker.Content(bytes)
  }

  private func open(_ name: PendingMarker.Name) throws(StoreError) -> FileDescriptor? {
    let fileSystem = surroundings.fileSystem
    let folder = try storing { () throws(SystemError) in
      try fileSystem.openIfThere(PendingMarker.folderName, in: root)
    }
    guard let folder else { return nil }
    do throws(StoreError) {
      return try fileSystem.openOwnFile(name.text, in: folder, .read)
    } catch {
      if case .system(let cause) = error, cause.isMissing { return nil }
      throw error
    }
  }

  /// Takes a marker away: what it spoke of is delivered.
  ///
  /// Not synced: where a power loss brings it back the same is delivered again, which changes
  /// nothing.
  func remove(_ marker: PendingMarker) throws(StoreError) {
    let fileSystem = surroundings.fileSystem
    do throws(SystemError) {
      guard let folder = try fileSystem.openIfThere(PendingMarker.folderName, in: root) else {
        return
      }
      try fileSystem.remove(marker.name.text, in: folder)
    } catch {
      if !error.isMissing { throw .system(error) }
    }
  }
}

extension FileSystem {
  /// Makes a file that is locked before it has its name; the lock ends with the descriptor.
  fileprivate func createLocked(
    _ name: String,
    _ bytes: [UInt8],
    in folder: borrowing FileDescriptor,
    temporary: String
  ) throws(SystemError) -> FileDescriptor {
    let file = try openFile(temporary, in: folder, .createNew)
    var standing = temporary
    do throws(SystemError) {
      guard try tryLock(file), try write(bytes, to: file) == bytes.count else {
        throw SystemError(call: .write, name: temporary, code: SystemError.noSpace)
      }
      try synchronize(file)
      try rename(temporary, to: name, in: folder)
      standing = name
      try synchronize(folder)
    } catch {
      // Nothing has been written yet that it would speak of.
      try? remove(standing, in: folder)
      throw error
    }
    return file
  }
}
