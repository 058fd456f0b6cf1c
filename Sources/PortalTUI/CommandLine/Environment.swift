import Glibc
import PortalCore

/// What the process is handed: its variables, what its descriptors are, and its clocks.
struct Environment {
  var variable: (String) -> String?
  var isInputTerminal: Bool
  var isOutputTerminal: Bool
  var isErrorTerminal: Bool
  var executable: String
  /// Whether a crash leaves no memory on the disk.
  var areMemoryDumpsOff = true
  /// Which word of the command line is no text in UTF-8, counted from 1; nil where all are.
  ///
  /// The words themselves have been repaired by then.
  var unreadableWord: Int?
  /// A clock that starts at a moment and goes on from there.
  var pinnedClock: (Instant) -> PortalCore.Clock

  subscript(name: String) -> String? {
    variable(name)
  }

  static func live() -> Environment {
    Environment(
      variable: { name in getenv(name).map { String(cString: $0) } },
      isInputTerminal: isatty(STDIN_FILENO) == 1,
      isOutputTerminal: isatty(STDOUT_FILENO) == 1,
      isErrorTerminal: isatty(STDERR_FILENO) == 1,
      executable: executablePath(),
      areMemoryDumpsOff: areMemoryDumpsOff(),
      unreadableWord: unreadableWord(),
      pinnedClock: { PortalCore.Clock.pinned(at: $0) }
    )
  }

  private static func unreadableWord() -> Int? {
    let words = UnsafeBufferPointer(start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
    return words.indices.dropFirst().first { index in
      words[index].map { String(validatingCString: $0) == nil } ?? false
    }
  }

  private static func areMemoryDumpsOff() -> Bool {
    var limit = rlimit()
    return getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0 && limit.rlim_max == 0
  }

  private static func executablePath() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
