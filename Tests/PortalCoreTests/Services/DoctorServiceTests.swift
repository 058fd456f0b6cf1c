import Glibc
import Testing

@testable import PortalCore

/// What `doctor` sees of where a store lies, what it mends, and where no store is opened.
struct DoctorServiceTests {
  private static let kernel = DiskEncryption.Kernel(read: { _ in nil }, list: { _ in [] })

  private func examine(_ test: TestStore) throws -> StoreExamination {
    try Portal.examine(test.path, surroundings: test.surroundings, kernel: Self.kernel)
  }

  @Test(
    arguments: [
      (0xEF53, true, true), (0x5846_5342, true, true), (0x9123_683E, true, true),
      (0x0102_1994, true, true), (0x794C_7630, true, true), (0x6573_5546, false, true),
      (0x00C3_6400, false, true), (0x1234_5678, false, true), (0x6969, false, false),
      (0xFF53_4D42, false, false), (0x0102_1997, false, false),
    ] as [(UInt32, Bool, Bool)]
  )
  func `a store is opened only where appends and locks are safe`(
    magic: UInt32,
    isWritten: Bool,
    isWrittenWhereAllowed: Bool
  ) throws {
    let kind = FileSystemKind(magic: magic)
    #expect(kind.canBeWritten(isAllowed: false) == isWritten)
    #expect(kind.canBeWritten(isAllowed: true) == isWrittenWhereAllowed)
    let test = try TestStore()
    let id = try test.person()
    test.disk.pretend(kind)
    if isWritten {
      _ = try test.portal()
    } else {
      let tree = try test.scratch.tree()
      #expect(throws: ServiceError.store(.unsafeFileSystem(kind))) { _ = try test.portal() }
      let portal = try Portal(reading: test.path, surroundings: test.surroundings)
      #expect(try portal.verify().isSound)
      #expect(try test.scratch.tree() == tree)
    }
    try Portal.allowNetworkFileSystem(test.path, surroundings: test.surroundings)
    if isWrittenWhereAllowed {
      #expect(try test.portal().openOwn(id).damage == nil)
      #expect(try test.portal().verify().isSound)
    } else {
      #expect(throws: ServiceError.store(.unsafeFileSystem(kind))) { _ = try test.portal() }
    }
    let found = try examine(test)
    #expect(found.fileSystem == kind)
    #expect(found.canBeWritten == isWrittenWhereAllowed)
  }

  @Test func `no store is made on a file system that cannot hold one`() throws {
    let test = try TestStore()
    test.disk.pretend(FileSystemKind(magic: 0x6969))
    #expect(throws: ServiceError.self) { _ = try test.portal() }
    #expect(access(test.path + "/store.json", F_OK) != 0)
  }

  @Test func `modes are mended, links are not followed, other files are left`() throws {
    let test = try TestStore()
    let id = try test.person()
    try test.scratch.write([1], to: "outside")
    try #require(chmod(test.scratch["outside"], 0o644) == 0)
    let folder = TestStore.folder(of: id)
    try #require(symlink(test.scratch["outside"], test.scratch["\(folder)/link"]) == 0)
    try #require(link(test.scratch["outside"], test.scratch["\(folder)/second"]) == 0)
    for (name, mode) in [
      ("data", 0o755), ("data/people", 0o777), (test.file("journal.jsonl", of: id), 0o644),
      ("data/store.json", 0o400),
    ] {
      try #require(chmod(test.scratch[name], mode_t(mode)) == 0)
    }
    let found = try examine(test)
    let person = String(folder.dropFirst(5))
    #expect(
      Set(found.mended) == [
        .init(file: ".", was: 0o755, is: 0o700),
        .init(file: "people", was: 0o777, is: 0o700),
        .init(file: "\(person)/journal.jsonl", was: 0o644, is: 0o600),
        .init(file: "store.json", was: 0o400, is: 0o600),
      ]
    )
    #expect(found.records == 1 && found.broken.isEmpty && found.isAll)
    #expect(try test.scratch.tree()["/outside"]?.hasPrefix("100644") == true)
    #expect(try examine(test).mended.isEmpty)
  }

  @Test func `leftover temporary files go after an hour, nothing else does`() throws {
    let test = try TestStore()
    let id = try test.person()
    let now = test.clock.instant.milliseconds / 1000
    let (old, new) = (temporaryName(.seeded(1)), temporaryName(.seeded(2)))
    for (name, age) in [(old, 3700), (new, 60), ("notes.tmp", 9000)] {
      try test.scratch.write([1], to: test.file(name, of: id))
      let time = timeval(tv_sec: Int(now) - age, tv_usec: 0)
      try #require(utimes(test.scratch[test.file(name, of: id)], [time, time]) == 0)
    }
    let found = try examine(test)
    #expect(found.removed.map { $0.split(separator: "/").last.map(String.init) } == [old])
    let names = try test.scratch.tree().keys
    #expect(names.contains { $0.hasSuffix(new) } && names.contains { $0.hasSuffix("notes.tmp") })
  }

  @Test func `damaged records are counted, and those of others still looked at`() throws {
    let test = try TestStore()
    let (one, _) = (try test.person(1), try test.person(2))
    try test.writeJournal(Array("noise\n".utf8), of: one)
    let found = try examine(test)
    #expect(found.records == 2)
    #expect(found.broken == [one])
  }

  @Test func `a data directory that is not there or somebody else's is told`() throws {
    let test = try TestStore()
    #expect(throws: ServiceError.store(.noDataDirectory(test.path))) { _ = try examine(test) }
    try test.scratch.write([1], to: "data")
    #expect(throws: ServiceError.store(.unsafeDataDirectory(test.path))) { _ = try examine(test) }
  }

  // MARK: - Encryption

  private func encryption(
    _ device: UInt64,
    _ files: [String: String],
    _ folders: [String: [String]] = [:]
  ) -> DiskEncryption {
    let kernel = DiskEncryption.Kernel(read: { files[$0] }, list: { folders[$0] ?? [] })
    return DiskEncryption(device: device, kernel: kernel)
  }

  @Test func `encryption is seen on the disk, below it, and behind the name a mount gives`() {
    let sda = "/sys/dev/block/8:1"
    #expect(encryption(0x801, ["\(sda)/dev": "8:1\n"]) == .notEncrypted)
    let mapper = "/sys/dev/block/253:0"
    let crypt = ["\(mapper)/dev": "253:0\n", "\(mapper)/dm/uuid": "CRYPT-LUKS2-1\n"]
    #expect(encryption(0xFD00, crypt) == .encrypted)
    // A volume group on an encrypted disk, and one that lies on a plain disk too.
    var volume = [
      "\(mapper)/dev": "253:0\n", "\(mapper)/dm/uuid": "LVM-1\n",
      "\(mapper)/slaves/dm-1/dev": "253:1\n", "\(mapper)/slaves/dm-1/dm/uuid": "CRYPT-LUKS2-1\n",
    ]
    let below = ["\(mapper)/slaves": ["dm-1"]]
    #expect(encryption(0xFD00, volume, below) == .encrypted)
    volume["\(mapper)/slaves/sdb/dev"] = "8:16\n"
    #expect(encryption(0xFD00, volume, ["\(mapper)/slaves": ["dm-1", "sdb"]]) == .notEncrypted)
    let mounts = "36 25 0:31 / /data rw,relatime shared:1 - btrfs /dev/mapper/luks rw\n"
    let named = [
      "/proc/self/mountinfo": mounts, "/sys/class/block/dm-3/dm/name": "luks\n",
      "/sys/class/block/dm-3/dev": "253:3\n", "/sys/class/block/dm-3/dm/uuid": "CRYPT-LUKS1-2\n",
    ]
    #expect(encryption(31, named, ["/sys/class/block": ["sda", "dm-3"]]) == .encrypted)
    #expect(encryption(31, [:]) == .unknown)
    #expect(encryption(0x801, [:]) == .unknown)
  }

  @Test func `the live file system says what it is`() throws {
    let live = LiveFileSystem()
    let kind = try live.kind(of: try live.openRoot("/proc"))
    #expect(kind.magic == 0x9FA0)
    #expect(kind.guarantee == .unknown)
  }
}
