/// Whether the disk below a file is encrypted, as far as the kernel tells (`/proc`, `/sys`).
package enum DiskEncryption: Hashable, Sendable {
  case encrypted
  case notEncrypted
  /// In memory, or a disk that the kernel says nothing of: a network, a layer, a virtual machine.
  case unknown

  /// Where the kernel's files are read; a test has its own.
  package struct Kernel: Sendable {
    /// The text of a small file; nil where it cannot be read.
    package var read: @Sendable (_ path: String) -> String?
    package var list: @Sendable (_ path: String) -> [String]

    package init(
      read: @escaping @Sendable (_ path: String) -> String?,
      list: @escaping @Sendable (_ path: String) -> [String]
    ) {
      (self.read, self.list) = (read, list)
    }

    package static let live = Kernel(
      read: { path in
        (try? InputFile.read(path)).map { String(decoding: $0, as: UTF8.self) }
      },
      list: { path in
        let fileSystem = LiveFileSystem()
        guard let directory = try? fileSystem.openRoot(path + "/.") else { return [] }
        return (try? fileSystem.list(directory)) ?? []
      }
    )
  }

  /// Looks below a device as `stat(2)` numbers it.
  ///
  /// A device-mapper device whose UUID begins with `CRYPT-` is encrypted (dm-crypt, LUKS), also
  /// where others lie on it.
  package init(device: UInt64, kernel: Kernel) {
    let major = (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF)
    let minor = (device & 0xFF) | (device >> 12 & ~0xFF)
    let number = "\(major):\(minor)"
    // Some file systems (btrfs) have a number of their own and name the disk as their source.
    let folders =
      major == 0
      ? DiskEncryption.sources(of: number, kernel) : ["/sys/dev/block/\(number)"]
    let answers = folders.map { DiskEncryption.look(at: $0, kernel, depth: 0) }
    guard let first = answers.first, answers.allSatisfy({ $0 == first }) else {
      self = .unknown
      return
    }
    self = first
  }

  private static func look(at folder: String, _ kernel: Kernel, depth: Int) -> DiskEncryption {
    guard kernel.read(folder + "/dev") != nil, depth < 8 else { return .unknown }
    if let uuid = kernel.read(folder + "/dm/uuid"), uuid.hasPrefix("CRYPT-") { return .encrypted }
    let below = kernel.list(folder + "/slaves")
    let answers = below.map { look(at: "\(folder)/slaves/\($0)", kernel, depth: depth + 1) }
    // Every disk that it lies on must be.
    if answers.contains(.notEncrypted) { return .notEncrypted }
    if answers.contains(.unknown) { return .unknown }
    return answers.isEmpty ? .notEncrypted : .encrypted
  }

  /// The kernel's folders of the disk that a mount names as its source (`proc(5)`, mountinfo).
  private static func sources(of number: String, _ kernel: Kernel) -> [String] {
    for line in (kernel.read("/proc/self/mountinfo") ?? "").split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, fields[2] == number, let dash = fields.firstIndex(of: "-"),
        dash + 2 < fields.count, fields[dash + 2].hasPrefix("/dev/")
      else { continue }
      let source = String(fields[dash + 2].dropFirst("/dev/".count))
      if !source.hasPrefix("mapper/") { return ["/sys/class/block/\(source)"] }
      let name = source.dropFirst("mapper/".count)
      return kernel.list("/sys/class/block").filter { device in
        kernel.read("/sys/class/block/\(device)/dm/name")?.hasPrefix(name + "\n") == true
      }.map { "/sys/class/block/\($0)" }
    }
    return []
  }
}
