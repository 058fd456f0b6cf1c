import Glibc

/// A file that a person names to be read: any path, also a pipe, but bounded.
package enum InputFile {
  package enum Problem: Error, Hashable, Sendable {
    case missing
    case directory
    case tooLarge(limitInBytes: Int)
    /// What the system says, in its own words.
    case unreadable(reason: String)
  }

  /// The most that is read into memory: the limit of a JSON document.
  package static let limitInBytes = 256 * 1024 * 1024

  /// Reads a whole file or pipe; `-` is standard input.
  package static func read(_ path: String) throws(Problem) -> [UInt8] {
    if path == "-" { return try read(STDIN_FILENO, sizeHint: 0) }
    // O_NONBLOCK, so that a pipe nobody writes to cannot hold us here.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw problem(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw problem(errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .directory }
    guard status.st_size <= limitInBytes else { throw .tooLarge(limitInBytes: limitInBytes) }
    return try read(descriptor, sizeHint: Int(status.st_size))
  }

  /// The size of a file in bytes; 0 for a pipe and for what is not there.
  package static func size(_ path: String) -> Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether there is anything of that name.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }

  /// Whether it is a file like any other: no pipe, no device, no directory.
  package static func isOrdinary(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func read(_ descriptor: Int32, sizeHint: Int) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sizeHint + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let capacity = chunk.count
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, capacity)
      }
      if count > 0 {
        bytes.append(contentsOf: chunk[..<count])
        guard bytes.count <= limitInBytes else { throw .tooLarge(limitInBytes: limitInBytes) }
      } else if count == 0 {
        return bytes
      } else if errno == EAGAIN {
        var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        unsafe poll(&wait, 1, -1)
      } else if errno != EINTR {
        throw problem(errno)
      }
    }
  }

  private static func problem(_ code: Int32) -> Problem {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .directory
    default: .unreadable(reason: SystemError.words(code))
    }
  }
}

extension SystemError {
  /// What the C library says of an error number, in its own words.
  package static func words(_ code: Int32) -> String {
    unsafe String(cString: strerror(code))
  }
}
