import Glibc

/// A private copy of a directory, for as long as the process lives.
///
/// Directories 0700, files 0600. Copies that processes long gone have left behind are removed by
/// `finish`: after a power cut or a kill nothing of a demonstration stays longer than to the next.
package struct ScratchCopy: Sendable {
  package let path: String
  private let source: String
  private let base: String
  private let name: String

  /// What `finish` copies: what no first page needs, and most of the files.
  private static let deferred: Set = ["identities", "blobs"]

  /// Copies a directory to a new one within `base`; its name holds the process's number.
  ///
  /// Without the originals of imports and the keys of identities, which `finish` adds.
  package init(of source: String, in base: String, named name: String) throws(SystemError) {
    let path = "\(base)/\(name).\(getpid())"
    // Of a process long gone that had our number.
    ScratchCopy.removeTree(path)
    try ScratchCopy.makeDirectory(path)
    self.path = path
    self.source = source
    self.base = base
    self.name = name
    do {
      try ScratchCopy.copy(source, to: path, depth: 0) { !ScratchCopy.deferred.contains($0) }
    } catch {
      ScratchCopy.removeTree(path)
      throw error
    }
  }

  /// Copies the rest, and removes what processes long gone have left behind.
  package func finish() throws(SystemError) {
    ScratchCopy.removeLeftovers(in: base, named: name)
    try ScratchCopy.finish(source, path, depth: 0)
  }

  private static func finish(_ source: String, _ target: String, depth: Int) throws(SystemError) {
    guard depth < deepest else { return }
    for name in try names(in: source) {
      let (from, to) = ("\(source)/\(name)", "\(target)/\(name)")
      if deferred.contains(name) {
        try makeDirectory(to)
        try copy(from, to: to, depth: depth + 1) { _ in true }
      } else if isDirectory(from) {
        try finish(from, to, depth: depth + 1)
      }
    }
  }

  private static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func makeDirectory(_ path: String) throws(SystemError) {
    guard unsafe mkdir(path, 0o700) == 0 else {
      throw SystemError(call: .makeDirectory, name: path, code: errno)
    }
  }

  /// Takes the copy away again.
  package func remove() {
    ScratchCopy.removeTree(path)
  }

  /// Whether a directory holds a store.
  package static func isStore(_ path: String) -> Bool {
    unsafe access(path + "/store.json", R_OK) == 0
  }

  /// A store is four directories deep; anything deeper is none of ours.
  private static let deepest = 6

  private static func copy(
    _ source: String,
    to target: String,
    depth: Int,
    where isWanted: (String) -> Bool
  ) throws(SystemError) {
    for name in try names(in: source) where isWanted(name) {
      let (from, to) = ("\(source)/\(name)", "\(target)/\(name)")
      var status = stat()
      guard unsafe lstat(from, &status) == 0 else {
        throw SystemError(call: .status, name: from, code: errno)
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR where depth < deepest:
        try makeDirectory(to)
        try copy(from, to: to, depth: depth + 1, where: isWanted)
      case S_IFREG:
        try copyFile(from, to: to, size: Int(status.st_size))
      default:
        // A store holds directories and files and nothing else.
        continue
      }
    }
  }

  private static func copyFile(_ source: String, to target: String, size: Int) throws(SystemError) {
    let input = unsafe open(source, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard input >= 0 else { throw SystemError(call: .open, name: source, code: errno) }
    let output = unsafe open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard output >= 0 else {
      let code = errno
      close(input)
      throw SystemError(call: .create, name: target, code: code)
    }
    let fileSystem = LiveFileSystem()
    let from = FileDescriptor(raw: input, name: source)
    let to = FileDescriptor(raw: output, name: target)
    let bytes = try fileSystem.read(from, at: 0, count: size)
    guard try fileSystem.write(bytes, to: to) == bytes.count else {
      throw SystemError(call: .write, name: target, code: SystemError.noSpace)
    }
  }

  private static func removeLeftovers(in base: String, named name: String) {
    for entry in (try? names(in: base)) ?? [] where entry.hasPrefix(name + ".") {
      guard let process = Int32(entry.dropFirst(name.count + 1)), process > 0 else { continue }
      var status = stat()
      guard kill(process, 0) != 0, errno == ESRCH,
        unsafe lstat("\(base)/\(entry)", &status) == 0, status.st_uid == getuid()
      else { continue }
      removeTree("\(base)/\(entry)")
    }
  }

  /// Removes a directory with all in it, as deep as a store goes; nothing where it is not there.
  package static func removeTree(_ path: String) {
    removeTree(path, depth: 0)
  }

  private static func removeTree(_ path: String, depth: Int) {
    if unsafe unlink(path) == 0 { return }
    guard depth <= deepest else { return }
    for name in (try? names(in: path)) ?? [] {
      removeTree("\(path)/\(name)", depth: depth + 1)
    }
    unsafe rmdir(path)
  }

  private static func names(in path: String) throws(SystemError) -> [String] {
    let fileSystem = LiveFileSystem()
    return try fileSystem.list(try fileSystem.openRoot(path))
  }
}
