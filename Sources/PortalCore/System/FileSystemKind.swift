/// What a file system is, by the number that `statfs(2)` gives, and what it guarantees.
///
/// An allow-list: append-only files and locks work on those that are known to keep their word.
package struct FileSystemKind: Hashable, Sendable {
  package enum Guarantee: Hashable, Sendable {
    /// What is synced is on the disk.
    case durable
    /// In memory: gone when the machine goes down.
    case volatile
    /// Passed on to another machine or another program; safe where that keeps its word, so only
    /// where the store is told to use it.
    case distributed
    /// Appends and locks of two machines can destroy each other's writes.
    case unsafe
    /// Not known to this program; used only where the store is told to.
    case unknown
  }

  package let magic: UInt32

  package init(magic: UInt32) {
    self.magic = magic
  }

  /// Numbers from `linux/magic.h` and the file systems' own sources.
  private static let known: [UInt32: (name: String, guarantee: Guarantee)] = [
    0xEF53: ("ext4", .durable),
    0x5846_5342: ("xfs", .durable),
    0x9123_683E: ("btrfs", .durable),
    0x2FC1_2FC1: ("zfs", .durable),
    0xF2F5_2010: ("f2fs", .durable),
    0xCA45_1A4E: ("bcachefs", .durable),
    0xF15F: ("ecryptfs", .durable),
    0x794C_7630: ("overlayfs", .durable),
    0x0102_1994: ("tmpfs", .volatile),
    0x8584_58F6: ("ramfs", .volatile),
    0x6573_5546: ("fuse", .distributed),
    0x00C3_6400: ("ceph", .distributed),
    0x0BD0_0BD0: ("lustre", .distributed),
    0x0116_1970: ("gfs2", .distributed),
    0x7461_636F: ("ocfs2", .distributed),
    0x6969: ("nfs", .unsafe),
    0x517B: ("smb", .unsafe),
    0xFF53_4D42: ("cifs", .unsafe),
    0xFE53_4D42: ("smb2", .unsafe),
    0x0102_1997: ("9p", .unsafe),
    0x5346_414F: ("afs", .unsafe),
    0x7375_7245: ("coda", .unsafe),
    0x564C: ("ncp", .unsafe),
    0x786F_4256: ("vboxsf", .unsafe),
    0x4D44: ("vfat", .unsafe),
    0x2011_BAB0: ("exfat", .unsafe),
  ]

  /// As its own tools call it; the number in hexadecimal where it is not known.
  package var name: String {
    FileSystemKind.known[magic]?.name ?? "0x" + String(magic, radix: 16)
  }

  package var guarantee: Guarantee {
    FileSystemKind.known[magic]?.guarantee ?? .unknown
  }

  /// Whether every change is made by this machine's kernel, which tells of it (inotify).
  ///
  /// Of another machine's change, or one behind a FUSE program, nobody is told here.
  package var tellsOfEveryChange: Bool {
    switch guarantee {
    case .durable, .volatile: true
    case .distributed, .unsafe, .unknown: false
    }
  }

  /// Whether a store may be written here; `isAllowed` is what the store's settings say of file
  /// systems that are not a disk of this machine.
  package func canBeWritten(isAllowed: Bool) -> Bool {
    switch guarantee {
    case .durable, .volatile: true
    case .distributed, .unknown: isAllowed
    case .unsafe: false
    }
  }
}
