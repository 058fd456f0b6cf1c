import Glibc
import Synchronization

@testable import PortalCore

/// The real disk, but for one call that fails as planned; counts the calls.
final class FailingFileSystem: FileSystem {
  /// Which call fails, and how.
  struct Fault: Sendable {
    /// Counted from the moment it was planned, the first is 1.
    var call: Int
    /// `errno`.
    var code: Int32
    /// Whether all later calls fail too.
    var isLasting = false
    /// Whether the call does its work before it says that it failed.
    var isDone = false
    /// Only these kinds of call are counted; all where nil.
    var only: SystemError.Call?
    /// A `write` takes in this many bytes and says so, instead of failing.
    var shortWrite: Int?
  }

  private struct State {
    var fault: Fault?
    var count = 0
    var calls: [String] = []
    var mostRead = 0
    var kind: FileSystemKind?
    var hook: (@Sendable (SystemError.Call) -> Void)?
  }

  private let state = Mutex(State())
  private let live = LiveFileSystem()

  /// Plans a fault, or none, and counts from 0 again.
  func plan(_ fault: Fault?) {
    state.withLock {
      $0.fault = fault
      $0.count = 0
      $0.calls = []
      $0.mostRead = 0
    }
  }

  /// Calls counted since the last plan.
  var count: Int { state.withLock { $0.count } }

  /// The most bytes that any read has asked for since then.
  var mostRead: Int { state.withLock { $0.mostRead } }

  /// Those calls as `write journal.jsonl`.
  var calls: [String] { state.withLock { $0.calls } }

  /// Runs something before each call, as another process would in between.
  func before(_ hook: (@Sendable (SystemError.Call) -> Void)?) {
    state.withLock { $0.hook = hook }
  }

  private enum Answer {
    case work
    case fail(SystemError, isDone: Bool)
    case short(Int)
  }

  private func answer(_ call: SystemError.Call, _ name: String) -> Answer {
    let hook = state.withLock { $0.hook }
    hook?(call)
    return state.withLock { state in
      if let only = state.fault?.only, only != call { return .work }
      state.count += 1
      state.calls.append("\(call.rawValue) \(name)")
      guard let fault = state.fault,
        fault.isLasting ? state.count >= fault.call : state.count == fault.call
      else { return .work }
      if call == .write, let count = fault.shortWrite { return .short(count) }
      let error = SystemError(call: call, name: name, code: fault.code)
      return .fail(error, isDone: fault.isDone)
    }
  }

  private func run<Value: ~Copyable>(
    _ call: SystemError.Call,
    _ name: String,
    _ body: () throws(SystemError) -> Value
  ) throws(SystemError) -> Value {
    switch answer(call, name) {
    case .work, .short: return try body()
    case .fail(let error, let isDone):
      if isDone { _ = try body() }
      throw error
    }
  }

  // MARK: - FileSystem

  var user: UInt32 { live.user }

  func openRoot(_ path: String) throws(SystemError) -> FileDescriptor {
    try run(.open, "root") { () throws(SystemError) in try live.openRoot(path) }
  }

  func makeRoot(_ path: String) throws(SystemError) {
    try run(.makeDirectory, "root") { () throws(SystemError) in try live.makeRoot(path) }
  }

  func openDirectory(
    _ name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> FileDescriptor {
    try run(.open, name) { () throws(SystemError) in try live.openDirectory(name, in: directory) }
  }

  func makeDirectory(_ name: String, in directory: borrowing FileDescriptor) throws(SystemError) {
    try run(.makeDirectory, name) { () throws(SystemError) in
      try live.makeDirectory(name, in: directory)
    }
  }

  func openFile(
    _ name: String,
    in directory: borrowing FileDescriptor,
    _ mode: OpenMode
  ) throws(SystemError) -> FileDescriptor {
    try run(mode == .createNew ? .create : .open, name) { () throws(SystemError) in
      try live.openFile(name, in: directory, mode)
    }
  }

  /// Lies on a file system of this kind from now on; nil for the one that it lies on.
  func pretend(_ kind: FileSystemKind?) {
    state.withLock { $0.kind = kind }
  }

  func kind(of directory: borrowing FileDescriptor) throws(SystemError) -> FileSystemKind {
    let pretended = state.withLock { $0.kind }
    return try run(.status, directory.name) { () throws(SystemError) in
      let real = try live.kind(of: directory)
      return pretended ?? real
    }
  }

  func setMode(_ mode: UInt32, of file: borrowing FileDescriptor) throws(SystemError) {
    try run(.setMode, file.name) { () throws(SystemError) in try live.setMode(mode, of: file) }
  }

  func status(_ file: borrowing FileDescriptor) throws(SystemError) -> FileStatus {
    try run(.status, file.name) { () throws(SystemError) in try live.status(file) }
  }

  func status(
    of name: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> FileStatus {
    try run(.status, name) { () throws(SystemError) in try live.status(of: name, in: directory) }
  }

  func read(
    _ file: borrowing FileDescriptor,
    at offset: Int,
    count: Int
  ) throws(SystemError) -> [UInt8] {
    state.withLock { $0.mostRead = max($0.mostRead, count) }
    return try run(.read, file.name) { () throws(SystemError) in
      try live.read(file, at: offset, count: count)
    }
  }

  func write(_ bytes: [UInt8], to file: borrowing FileDescriptor) throws(SystemError) -> Int {
    switch answer(.write, file.name) {
    case .work: return try live.write(bytes, to: file)
    case .short(let count): return try live.write(Array(bytes.prefix(count)), to: file)
    case .fail(let error, let isDone):
      if isDone { _ = try live.write(bytes, to: file) }
      throw error
    }
  }

  func synchronizeData(_ file: borrowing FileDescriptor) throws(SystemError) {
    try run(.synchronize, file.name) { () throws(SystemError) in try live.synchronizeData(file) }
  }

  func synchronize(_ file: borrowing FileDescriptor) throws(SystemError) {
    try run(.synchronize, file.name) { () throws(SystemError) in try live.synchronize(file) }
  }

  func truncate(_ file: borrowing FileDescriptor, to size: Int) throws(SystemError) {
    try run(.truncate, file.name) { () throws(SystemError) in try live.truncate(file, to: size) }
  }

  func tryLock(_ file: borrowing FileDescriptor) throws(SystemError) -> Bool {
    try run(.lock, file.name) { () throws(SystemError) in try live.tryLock(file) }
  }

  func unlock(_ file: borrowing FileDescriptor) {
    live.unlock(file)
  }

  func rename(
    _ name: String,
    to newName: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) {
    try run(.rename, newName) { () throws(SystemError) in
      try live.rename(name, to: newName, in: directory)
    }
  }

  func link(
    _ name: String,
    to newName: String,
    in directory: borrowing FileDescriptor
  ) throws(SystemError) -> Bool {
    try run(.link, newName) { () throws(SystemError) in
      try live.link(name, to: newName, in: directory)
    }
  }

  func remove(_ name: String, in directory: borrowing FileDescriptor) throws(SystemError) {
    try run(.remove, name) { () throws(SystemError) in try live.remove(name, in: directory) }
  }

  func removeDirectory(_ name: String, in directory: borrowing FileDescriptor) throws(SystemError) {
    try run(.remove, name) { () throws(SystemError) in
      try live.removeDirectory(name, in: directory)
    }
  }

  func list(_ directory: borrowing FileDescriptor) throws(SystemError) -> [String] {
    try run(.list, directory.name) { () throws(SystemError) in try live.list(directory) }
  }

  func watch(_ directory: borrowing FileDescriptor) throws(SystemError) -> FileDescriptor {
    try run(.watch, directory.name) { () throws(SystemError) in try live.watch(directory) }
  }

  func takeNotifications(
    _ notifications: borrowing FileDescriptor
  ) throws(SystemError) -> Notifications {
    try run(.watch, notifications.name) { () throws(SystemError) in
      try live.takeNotifications(notifications)
    }
  }
}
