import Glibc

/// Whether somebody would wake this process group if it stopped.
enum JobControl {
  /// A process as far as job control goes.
  struct Kin: Equatable {
    var parent: pid_t
    var group: pid_t
    var session: pid_t
  }

  /// Whether a shell of the same session stands above our process group.
  ///
  /// Without one the group is orphaned (`xterm -e`, a login shell of its own): the kernel does not
  /// stop it, and nobody could set it going again.
  static func canStop(
    _ process: pid_t = getpid(),
    kin: (pid_t) -> Kin? = JobControl.kin
  ) -> Bool {
    guard let own = kin(process) else {
      return false
    }
    var current = own
    // A chain of parents is short; the bound is for a table that changes under us.
    for _ in 0..<64 {
      guard current.parent > 0, let above = kin(current.parent), above.session == own.session else {
        return false
      }
      if above.group != own.group {
        return true
      }
      current = above
    }
    return false
  }

  /// Reads `/proc/PID/stat` (proc(5)): state, parent, group and session follow the last `)`.
  static func kin(_ process: pid_t) -> Kin? {
    let descriptor = open("/proc/\(process)/stat", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      return nil
    }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 1024)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else {
      return nil
    }
    let text = String(decoding: buffer[..<count], as: UTF8.self)
    guard let name = text.lastIndex(of: ")") else {
      return nil
    }
    let fields = text[text.index(after: name)...].split(separator: " ")
    guard fields.count > 3, let parent = pid_t(fields[1]), let group = pid_t(fields[2]),
      let session = pid_t(fields[3])
    else {
      return nil
    }
    return Kin(parent: parent, group: group, session: session)
  }
}
