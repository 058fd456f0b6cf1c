import Glibc

/// Being told of changes by the kernel (inotify).
extension LiveFileSystem {
  package func watch(_ directory: borrowing FileDescriptor) throws(SystemError) -> FileDescriptor {
    let raw = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard raw >= 0 else { throw SystemError(call: .watch, name: directory.name, code: errno) }
    let notifications = FileDescriptor(raw: raw, name: directory.name)
    // Not by its path: another directory could stand there by now.
    let events =
      IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
      | IN_MOVE_SELF
    guard unsafe inotify_add_watch(raw, "/proc/self/fd/\(directory.raw)", UInt32(events)) >= 0
    else { throw SystemError(call: .watch, name: directory.name, code: errno) }
    return notifications
  }

  package func takeNotifications(
    _ notifications: borrowing FileDescriptor
  ) throws(SystemError) -> Notifications {
    var taken = Notifications()
    while true {
      var code: Int32 = 0
      let raw = notifications.raw
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, filled in
        let count = unsafe Glibc.read(raw, buffer.baseAddress, buffer.count)
        if count < 0 { code = errno }
        filled = max(0, count)
      }
      if code == EINTR { continue }
      if code == EAGAIN || (code == 0 && bytes.isEmpty) { return taken }
      guard code == 0 else {
        throw SystemError(call: .watch, name: notifications.name, code: code)
      }
      taken.add(bytes)
    }
  }
}

/// What a watch has told: which files have changed, or that anything may have.
package struct Notifications: Hashable, Sendable {
  package private(set) var names: Set<String> = []
  /// Whether some were lost, or the directory itself has gone.
  package private(set) var isIncomplete = false

  package init(names: Set<String> = [], isIncomplete: Bool = false) {
    self.names = names
    self.isIncomplete = isIncomplete
  }

  /// Takes in events as the kernel writes them (inotify(7)): watch, mask, cookie and length of
  /// four bytes each, then the name, filled up with NULs.
  mutating func add(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while rest.count >= 16 {
      let mask = LiveFileSystem.word(rest.dropFirst(4))
      let length = Int(LiveFileSystem.word(rest.dropFirst(12)))
      let lost = UInt32(IN_Q_OVERFLOW) | UInt32(IN_IGNORED) | UInt32(IN_DELETE_SELF)
      if mask & lost != 0 { isIncomplete = true }
      rest = rest.dropFirst(16)
      guard rest.count >= length else { break }
      let name = rest.prefix(length).prefix { $0 != 0 }
      if !name.isEmpty { names.insert(String(decoding: name, as: UTF8.self)) }
      rest = rest.dropFirst(length)
    }
    // The kernel writes whole events only.
    if !rest.isEmpty { isIncomplete = true }
  }
}

extension LiveFileSystem {
  /// Four bytes in the machine's order, as the kernel writes them.
  fileprivate static func word(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.prefix(4).enumerated().reduce(UInt32(0)) { $0 | UInt32($1.element) << (8 * $1.offset) }
      .littleEndian
  }
}
