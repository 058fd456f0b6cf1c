import Glibc
import Testing

@testable import PortalCore

struct ChangeWatchTests {
  private let test: TestStore
  private let id: Person.ID
  private let record: OpenRecord

  init() throws {
    test = try TestStore()
    id = try test.person()
    record = try test.portal().openOwn(id)
  }

  /// Whether the watch's descriptor can be read now.
  private func tells(_ watch: ChangeWatch) throws -> Bool {
    var polled = pollfd(fd: try #require(watch.descriptor), events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) == 1
  }

  private func watching() throws -> ChangeWatch {
    let watch = try #require(record.startWatching())
    // What may have come before the watch began.
    _ = try record.takeNews()
    return watch
  }

  @Test func `a line that another process writes is told, and is news once`() throws {
    let watch = try watching()
    #expect(try !tells(watch))
    try test.store().journal(of: id).append(note: "from elsewhere", 1)
    #expect(try tells(watch))
    #expect(try record.takeNews() == .content)
    #expect(try !tells(watch))
    #expect(try record.takeNews() == .none)
    #expect(try record.messageThreads().count == 1)
  }

  @Test func `what was written between the opening and the watch is news`() throws {
    try test.store().journal(of: id).append(note: "in between", 1)
    _ = record.startWatching()
    #expect(try record.takeNews() == .content)
  }

  @Test func `one's own message is told, and is no news`() throws {
    _ = try watching()
    let message = OutgoingMessage(kind: .office, subject: "", text: "mine")
    _ = try record.send(message, id: .test(1))
    #expect(try record.takeNews() == .none)
  }

  @Test func `another session is news of the access log only`() throws {
    _ = try watching()
    try test.portal().openOwn(id).end()
    #expect(try record.takeNews() == .accessLog)
  }

  @Test func `a file put in the journal's place is told`() throws {
    let watch = try watching()
    try test.store().journal(of: id).append(note: "kept", 1)
    let bytes = try test.journalBytes(of: id)
    _ = try record.takeNews()
    let name = test.file(PersonJournal.fileName, of: id)
    try test.scratch.write(bytes, to: name + ".new")
    #expect(try record.takeNews() == .none)
    #expect(rename(test.scratch[name + ".new"], test.scratch[name]) == 0)
    #expect(try tells(watch))
    #expect(try record.takeNews() == .content)
  }

  @Test func `a draft and a lock are no news, and cost no reading`() throws {
    _ = try watching()
    let draft = OutgoingMessage(kind: .office, subject: "", text: "not yet")
    try test.portal().openOwn(id).keepDraft(draft)
    _ = try record.takeNews()
    test.disk.plan(nil)
    try test.scratch.write([], to: test.file("lock", of: id))
    #expect(try record.takeNews() == .none)
    #expect(test.disk.calls.allSatisfy { $0.hasPrefix("watch") })
  }

  @Test(arguments: [ENOSPC, EMFILE, ENOSYS, EOPNOTSUPP, EACCES])
  func `where nothing tells of changes the files are looked at`(code: Int32) throws {
    test.disk.plan(.init(call: 1, code: code, isLasting: true, only: .watch))
    let watch = try watching()
    #expect(watch.descriptor == nil)
    #expect(try record.takeNews() == .none)
    try test.store().journal(of: id).append(note: "from elsewhere", 1)
    #expect(try record.takeNews() == .content)
    #expect(try record.takeNews() == .none)
    try test.portal().openOwn(id).end()
    #expect(try record.takeNews() == .accessLog)
  }

  @Test func `looking reads nothing where nothing has changed`() throws {
    test.disk.plan(.init(call: 1, code: ENOSPC, isLasting: true, only: .watch))
    _ = try watching()
    test.disk.plan(nil)
    #expect(try record.takeNews() == .none)
    let kinds = Set(test.disk.calls.map { $0.prefix { $0 != " " } })
    #expect(kinds == ["open", "status"])
  }

  @Test func `notifications that cannot be read or were lost may be anything`() throws {
    _ = try watching()
    test.disk.plan(.init(call: 1, code: EIO, only: .watch))
    try test.store().journal(of: id).append(note: "from elsewhere", 1)
    #expect(try record.takeNews() == .content)
    var notifications = Notifications()
    notifications.add([UInt8](repeating: 0xFF, count: 15))
    #expect(notifications.isIncomplete)
    // IN_Q_OVERFLOW, as the kernel writes it on a small-endian machine.
    notifications = Notifications()
    notifications.add([255, 255, 255, 255, 0, 0x40, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(notifications.isIncomplete && notifications.names.isEmpty)
  }

  @Test func `the watch goes with the session`() throws {
    let watch = try watching()
    let descriptor = try #require(watch.descriptor)
    #expect(fcntl(descriptor, F_GETFD) != -1)
    try record.end()
    #expect(record.startWatching() == nil)
  }

  @Test(
    arguments: [
      (0xEF53, true), (0x5846_5342, true), (0x0102_1994, true), (0x794C_7630, true),
      (0x6573_5546, false), (0x6969, false), (0xFF53_4D42, false), (0x1234_5678, false),
    ] as [(UInt32, Bool)]
  )
  func `only file systems that tell of every change are believed`(
    magic: UInt32,
    isBelieved: Bool
  ) throws {
    test.disk.pretend(FileSystemKind(magic: magic))
    let watch = try watching()
    #expect((watch.descriptor != nil) == isBelieved)
    test.disk.pretend(nil)
    try test.store().journal(of: id).append(note: "from elsewhere", 1)
    #expect(try record.takeNews() == .content)
    #expect(try record.takeNews() == .none)
  }

  @Test func `where the kind of file system cannot be told the files are looked at`() throws {
    test.disk.plan(.init(call: 1, code: EIO, only: .status))
    let watch = try watching()
    #expect(watch.descriptor == nil)
  }
}
