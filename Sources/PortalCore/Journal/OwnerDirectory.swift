/// Whose a chained file and the directory around it are.
enum RecordOwner: Hashable, Sendable, CustomStringConvertible {
  case person(Person.ID)
  case practice(Practice.ID)

  /// As a header writes it.
  var description: String {
    switch self {
    case .person(let id): "person:\(id.text)"
    case .practice(let id): "practice:\(id.text)"
    }
  }
}

/// The directory of one person or of one practice, open.
///
/// A class because the log, the blobs and the drafts share the one descriptor.
final class OwnerDirectory: Sendable {
  let owner: RecordOwner
  let descriptor: FileDescriptor
  let fileSystem: any FileSystem

  init(owner: RecordOwner, descriptor: consuming FileDescriptor, fileSystem: any FileSystem) {
    self.owner = owner
    self.descriptor = descriptor
    self.fileSystem = fileSystem
  }

  /// Opens a file of the owner's; throws `unsafeFile` for anything else in its place.
  func openOwnFile(_ name: String, _ mode: OpenMode) throws(StoreError) -> FileDescriptor {
    try fileSystem.openOwnFile(name, in: descriptor, mode)
  }

  /// Opens a directory of this one, made where it is missing.
  func openOrMakeDirectory(_ name: String) throws(SystemError) -> FileDescriptor {
    try fileSystem.openOrMakeDirectory(name, in: descriptor)
  }

  /// A directory of this one; nil where there is none.
  func openDirectoryIfThere(_ name: String) throws(SystemError) -> FileDescriptor? {
    try fileSystem.openIfThere(name, in: descriptor)
  }
}

extension FileSystem {
  /// Makes a file that is there wholly or not at all: written under another name, synced, linked.
  ///
  /// False, and nothing changed, where the name is taken.
  func create(
    _ name: String,
    _ bytes: [UInt8],
    in directory: borrowing FileDescriptor,
    temporary: String
  ) throws(SystemError) -> Bool {
    try writeWhole(temporary, bytes, in: directory)
    let isNew: Bool
    do throws(SystemError) {
      isNew = try link(temporary, to: name, in: directory)
    } catch {
      try? remove(temporary, in: directory)
      throw error
    }
    // The name stands from here on. What is left of the temporary one does no harm.
    try? remove(temporary, in: directory)
    // Also where another has made it: it may not have come as far as this.
    try synchronize(directory)
    return isNew
  }

  /// Puts new content in a file's place in one step: it is the old one or the new one, never
  /// between.
  func replace(
    _ name: String,
    _ bytes: [UInt8],
    in directory: borrowing FileDescriptor,
    temporary: String
  ) throws(SystemError) {
    try writeWhole(temporary, bytes, in: directory)
    do throws(SystemError) {
      try rename(temporary, to: name, in: directory)
    } catch {
      try? remove(temporary, in: directory)
      throw error
    }
    try synchronize(directory)
  }

  /// Writes all of some bytes at the end of a file, in as many calls as it takes.
  func writeAll(
    _ bytes: [UInt8],
    to file: borrowing FileDescriptor
  ) throws(SystemError) {
    var written = bytes.isEmpty ? 0 : try write(bytes, to: file)
    while written < bytes.count {
      let count = try write(Array(bytes[written...]), to: file)
      guard count > 0 else {
        throw SystemError(call: .write, name: file.name, code: SystemError.noSpace)
      }
      written += count
    }
  }

  private func writeWhole(
    _ name: String,
    _ bytes: [UInt8],
    in directory: borrowing FileDescriptor
  ) throws(SystemError) {
    let file = try openFile(name, in: directory, .createNew)
    do throws(SystemError) {
      try writeAll(bytes, to: file)
      try synchronize(file)
    } catch {
      try? remove(name, in: directory)
      throw error
    }
  }
}
