/// A file of an owner's that is kept open from one append to the next.
///
/// Opening and judging it anew each time took longer than writing a line. A class because a log may
/// hold one or not hold one yet.
final class HeldFile {
  let descriptor: FileDescriptor
  /// What it was when it was opened.
  private let opened: FileStatus

  init(_ descriptor: consuming FileDescriptor, _ opened: FileStatus) {
    self.descriptor = descriptor
    self.opened = opened
  }

  func isSameFile(as other: HeldFile) -> Bool { opened.isSameFile(as: other.opened) }

  /// Whether this is what its name stands for now: the same file, of the same user, with as many
  /// names.
  ///
  /// No other file can have its number while it is open.
  func isStill(_ now: FileStatus) -> Bool {
    opened.isSameFile(as: now) && (opened.owner, opened.links) == (now.owner, now.links)
  }
}

extension OwnerDirectory {
  /// Opens a file of the owner's to keep it; throws `unsafeFile` for anything else in its place.
  func hold(_ name: String, _ mode: OpenMode) throws(StoreError) -> HeldFile {
    let file = try openOwnFile(name, mode)
    let opened = try storing { () throws(SystemError) in try fileSystem.status(file) }
    return HeldFile(file, opened)
  }

  /// What a file is now, where its name still stands for it; nil where it does not.
  func status(
    of name: String,
    if file: HeldFile
  ) throws(StoreError) -> FileStatus? {
    do throws(SystemError) {
      let now = try fileSystem.status(of: name, in: descriptor)
      return file.isStill(now) ? now : nil
    } catch {
      if error.isMissing { return nil }
      throw .system(error)
    }
  }
}
