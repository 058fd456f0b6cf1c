extension Portal {
  /// Takes away what is derived of people's records, for data that are handed out: they are then the
  /// same bytes every time, and nobody's index but of who opens them.
  package func removeDerivedFiles() throws(ServiceError) {
    let fileSystem = surroundings.fileSystem
    for id in try serving({ () throws(StoreError) in try store.people() }) {
      let directory = try serving { () throws(StoreError) in try store.personDirectory(id) }
      for name in [IndexFile.journalName, IndexFile.accessName] {
        try serving { () throws(StoreError) in
          try storing { () throws(SystemError) in
            do throws(SystemError) {
              try fileSystem.remove(name, in: directory.descriptor)
            } catch {
              if !error.isMissing { throw error }
            }
          }
        }
      }
    }
    // Stays where somebody is still owed something.
    try? fileSystem.removeDirectory(PendingMarker.folderName, in: store.root)
  }
}
