/// Notices that others have changed some files of an open directory.
///
/// By the kernel's notifications where they tell of everything; else by looking at the files now
/// and then, where a network file system lies below or the machine has no watches left. A class
/// because the session and the record share it.
package final class ChangeWatch {
  /// Nil where any file of the directory is meant.
  private let files: [String]?
  private let notifications: FileDescriptor?
  private var seen: [FileStatus?]
  /// Whether nobody has asked yet.
  private var isFresh = true

  /// Begins to watch.
  ///
  /// What changed before is not noticed, so the first answer is that something may have.
  convenience init(
    _ files: [String],
    in directory: borrowing FileDescriptor,
    fileSystem: any FileSystem
  ) {
    self.init(only: files, directory, fileSystem)
  }

  /// Begins to watch whatever is made, changed or removed in a directory.
  convenience init(anythingIn directory: borrowing FileDescriptor, fileSystem: any FileSystem) {
    self.init(only: nil, directory, fileSystem)
  }

  private init(
    only files: [String]?,
    _ directory: borrowing FileDescriptor,
    _ fileSystem: any FileSystem
  ) {
    self.files = files
    seen = []
    do throws(SystemError) {
      if try fileSystem.kind(of: directory).tellsOfEveryChange {
        notifications = try fileSystem.watch(directory)
      } else {
        notifications = nil
      }
    } catch {
      notifications = nil
    }
    if notifications == nil { seen = look(directory, fileSystem) }
  }

  /// To be waited on: it can be read where something has changed.
  ///
  /// Nil where nothing tells of changes; then `hasChanged` is to be asked now and then.
  package var descriptor: Int32? {
    switch notifications {
    case .some(let notifications): notifications.raw
    case nil: nil
    }
  }

  /// Whether any of the files has changed since this was last asked.
  func hasChanged(
    in directory: borrowing FileDescriptor,
    fileSystem: any FileSystem
  ) -> Bool {
    defer { isFresh = false }
    switch notifications {
    case .some(let notifications):
      do throws(SystemError) {
        let taken = try fileSystem.takeNotifications(notifications)
        let isMeant = files?.contains(where: taken.names.contains) ?? !taken.names.isEmpty
        return isFresh || taken.isIncomplete || isMeant
      } catch {
        // What cannot be read may be anything.
        return true
      }
    case nil:
      let now = look(directory, fileSystem)
      defer { seen = now }
      return isFresh || now != seen
    }
  }

  /// The files as they stand; nil for one that cannot be looked at.
  private func look(
    _ directory: borrowing FileDescriptor,
    _ fileSystem: any FileSystem
  ) -> [FileStatus?] {
    var found: [FileStatus?] = []
    for name in files ?? ((try? fileSystem.list(directory)) ?? []).sorted() {
      do throws(SystemError) {
        let file = try fileSystem.openFile(name, in: directory, .read)
        found.append(try fileSystem.status(file))
      } catch {
        found.append(nil)
      }
    }
    return found
  }
}
