/// The lock on the files of one person or practice, held for the length of one append.
///
/// Never waits inside the kernel: a holder that is stopped must not stop anybody for longer than
/// five seconds, and on distributed file systems a blocking lock can hang for good.
struct OwnerLock: ~Copyable {
  static let patienceInMilliseconds: Int64 = 5000
  static let fileName = "lock"

  /// Stays open where its caller keeps it for the next time.
  let file: HeldFile
  private let fileSystem: any FileSystem

  /// Takes the lock, trying again and again for so many milliseconds, then throws `busy`.
  ///
  /// `held` is the file as it was opened for an earlier lock. What is locked is what has the name
  /// now: a file put in its place is the one that others lock.
  static func take(
    _ directory: OwnerDirectory,
    patience: Int64 = patienceInMilliseconds,
    surroundings: Surroundings,
    held: HeldFile? = nil
  ) throws(StoreError) -> OwnerLock {
    let fileSystem = surroundings.fileSystem
    let deadline = surroundings.clock.milliseconds() + patience
    var file: HeldFile
    if let held { file = held } else { file = try open(directory) }
    while true {
      if try storing({ () throws(SystemError) in try fileSystem.tryLock(file.descriptor) }) {
        if try isNamed(file, directory) { return OwnerLock(file: file, fileSystem: fileSystem) }
        // What was held: opened anew at once. Else somebody puts others in its place all the time.
        guard file === held || surroundings.clock.milliseconds() < deadline else { throw .busy }
        file = try open(directory)
      } else if file === held, try directory.status(of: fileName, if: file) == nil {
        file = try open(directory)
      } else {
        guard surroundings.clock.milliseconds() < deadline else { throw .busy }
        let jitter = Int(surroundings.randomness.bytes(1).first ?? 0) % 8
        surroundings.clock.sleep(1 + jitter)
      }
    }
  }

  /// Whether a file that has been locked is the one that others lock; where not, lets go of it.
  private static func isNamed(
    _ file: HeldFile,
    _ directory: OwnerDirectory
  ) throws(StoreError) -> Bool {
    do throws(StoreError) {
      if try directory.status(of: fileName, if: file) != nil { return true }
    } catch {
      directory.fileSystem.unlock(file.descriptor)
      throw error
    }
    directory.fileSystem.unlock(file.descriptor)
    return false
  }

  private static func open(_ directory: OwnerDirectory) throws(StoreError) -> HeldFile {
    try directory.hold(fileName, .appendOrCreate)
  }

  /// Lets go of it; closing the file does too.
  func release() {
    fileSystem.unlock(file.descriptor)
  }
}
