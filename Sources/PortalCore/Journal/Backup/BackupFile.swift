/// A file that a person names, through the directory it lies in.
struct BackupFile: ~Copyable {
  let directory: FileDescriptor
  let name: String

  init(path: String, fileSystem: any FileSystem) throws(BackupProblem) {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { String(path[...$0]) } ?? "./"
    name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    do {
      // With the dot a link to a directory is followed, as the person means.
      directory = try fileSystem.openRoot(parent + ".")
    } catch {
      throw error.isMissing ? .missing(path) : .system(error)
    }
  }
}

/// Calls the system and turns its error into a backup's.
func backingUp<Value: ~Copyable>(
  _ body: () throws(SystemError) -> Value
) throws(BackupProblem) -> Value {
  do {
    return try body()
  } catch {
    throw .system(error)
  }
}
