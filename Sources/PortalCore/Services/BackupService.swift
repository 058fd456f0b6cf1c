/// What a backup holds.
package struct BackupReport: Hashable, Sendable {
  package let people: Int
  package let files: Int
  package let bytes: Int
  /// What was wrong in the store already: copied as it stands.
  package let problems: [CheckProblem]
}

extension Portal {
  /// Writes the whole store into one new file, while others may write.
  ///
  /// Refuses a name that is taken. The file is there wholly or not at all.
  package func backUp(to path: String) throws(ServiceError) -> BackupReport {
    do throws(BackupProblem) {
      let target = try BackupFile(path: path, fileSystem: surroundings.fileSystem)
      let writer = try BackupWriter(
        target,
        opening: BackupManifest.Opening(
          format: BackupManifest.currentFormat,
          store: settings.store,
          made: surroundings.clock.now()
        ),
        surroundings: surroundings
      )
      do throws(BackupProblem) {
        var backup = StoreBackup(store, writer)
        try backup.run()
        try writer.finish()
        return BackupReport(
          people: backup.people,
          files: writer.memberCount,
          bytes: writer.size,
          problems: backup.problems
        )
      } catch {
        writer.abandon()
        throw error
      }
    } catch {
      throw .backup(error)
    }
  }

  /// Opens a backup and checks every byte of it.
  package static func checkedBackup(
    _ path: String,
    surroundings: Surroundings
  ) throws(ServiceError) -> BackupPlaces {
    do {
      return try BackupArchive(path, fileSystem: surroundings.fileSystem).checkedPlaces()
    } catch {
      throw .backup(error)
    }
  }

  /// The store in a checked backup, to be read and verified; nothing can be written there.
  package convenience init(
    in backup: BackupPlaces,
    surroundings: Surroundings
  ) throws(ServiceError) {
    var surroundings = surroundings
    surroundings.fileSystem = ArchiveFileSystem(backup)
    try self.init(reading: backup.archive.path, surroundings: surroundings)
  }

  /// Puts a checked backup into a directory that is empty or not there, and opens it.
  package static func restore(
    _ backup: BackupPlaces,
    into path: String,
    surroundings: Surroundings
  ) throws(ServiceError) -> Portal {
    do {
      try StoreRestore(
        archive: backup.archive,
        fileSystem: surroundings.fileSystem,
        randomness: surroundings.randomness
      ).run(into: path)
    } catch {
      throw .backup(error)
    }
    return try Portal(at: path, surroundings: surroundings)
  }
}
