import Glibc

/// The lines of a descriptor as bytes: whether they are text is for whoever reads them to say.
///
/// A class because what is read beyond a line is kept for the next one.
final class StandardInput {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Where the next line begins in the buffer.
  private var start = 0
  private var hasEnded = false

  init(_ descriptor: Int32 = STDIN_FILENO) {
    self.descriptor = descriptor
  }

  /// Whether a line is there without waiting.
  var hasLine: Bool { hasEnded || buffer[start...].contains(0x0A) }

  /// The next line without the line feed, or carriage return and line feed, that ends it; nil where
  /// there is none.
  ///
  /// Waits for it.
  func line() -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        let hasReturn = end > start && buffer[end - 1] == 0x0D
        return Array(buffer[start..<(hasReturn ? end - 1 : end)])
      }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      guard !hasEnded, readMore() else {
        hasEnded = true
        defer { buffer = [] }
        return buffer.isEmpty ? nil : buffer
      }
    }
  }

  /// Reads what is there; false at the end, and where nothing can be read.
  private func readMore() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        buffer += chunk[..<count]
        return true
      }
      guard count < 0 else { return false }
      switch errno {
      case EINTR: continue
      case EAGAIN:
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&polled, 1, -1)
      case _: return false
      }
    }
  }
}

/// A line of standard input that is no text in UTF-8.
struct UnreadableLine: Error, Equatable {
  /// Counted from 1, empty lines too.
  let number: Int
}
