/// The lock on the files of one person or practice, held for the length of one append.
///
/// Never waits inside the kernel: a holder that is stopped must not stop anybody for longer than
/// five seconds, and on distributed file systems a blocking lock can hang for good.
struct OwnerLock: ~Copyable {
  static let patienceInMilliseconds: Int64 = 5000

  private let file: FileDescriptor
  private let fileSystem: any FileSystem

  /// Takes the lock, trying again and again for so many milliseconds, then throws `busy`.
  static func take(
    _ directory: OwnerDirectory,
    patience: Int64 = patienceInMilliseconds,
    surroundings: Surroundings
  ) throws(StoreError) -> OwnerLock {
    let fileSystem = surroundings.fileSystem
    let file = try directory.openOwnFile("lock", .appendOrCreate)
    let deadline = surroundings.clock.milliseconds() + patience
    while !(try storing { () throws(SystemError) in try fileSystem.tryLock(file) }) {
      guard surroundings.clock.milliseconds() < deadline else { throw .busy }
      let jitter = Int(surroundings.randomness.bytes(1).first ?? 0) % 8
      surroundings.clock.sleep(1 + jitter)
    }
    return OwnerLock(file: file, fileSystem: fileSystem)
  }

  /// Lets go of it; closing the file does too.
  func release() {
    fileSystem.unlock(file)
  }
}
