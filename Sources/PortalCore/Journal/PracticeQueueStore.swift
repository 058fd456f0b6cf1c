/// The queue of one practice on disk: a file for each part of what a person has written to it.
///
/// Derived: `queue/` may be deleted at any time. Where it has been, `queue-incomplete` is made
/// before a new one, and stands until everybody's journal has been gone through.
struct PracticeQueueStore {
  static let name = "queue"
  static let incompleteName = "queue-incomplete"

  private let directory: OwnerDirectory
  private let surroundings: Surroundings

  private var fileSystem: any FileSystem { surroundings.fileSystem }

  init(_ directory: OwnerDirectory, surroundings: Surroundings) {
    self.directory = directory
    self.surroundings = surroundings
  }

  /// Whether somebody's messages may be missing from it.
  func isIncomplete() throws(StoreError) -> Bool {
    try storing { () throws(SystemError) in
      guard try directory.openDirectoryIfThere(PracticeQueueStore.name) != nil else { return true }
      return try fileSystem.exists(PracticeQueueStore.incompleteName, in: directory.descriptor)
    }
  }

  /// Says that everybody's journal has been gone through.
  func setComplete() throws(StoreError) {
    do throws(SystemError) {
      _ = try openOrMake()
      try fileSystem.remove(PracticeQueueStore.incompleteName, in: directory.descriptor)
    } catch {
      if !error.isMissing { throw .notSaved(error) }
    }
  }

  /// All parts, person by person in the order of their ids, each person's in their order.
  func parts() throws(StoreError) -> [PracticeQueue.Part] {
    let parts = try storing { () throws(SystemError) in
      guard let folder = try directory.openDirectoryIfThere(PracticeQueueStore.name) else {
        return [PracticeQueue.Part]()
      }
      return try fileSystem.list(folder).compactMap { PracticeQueue.Part($0) }
    }
    return parts.sorted { ($0.person.text, $0.number) < ($1.person.text, $1.number) }
  }

  /// One part; nil where there is none, or where it is not what was written.
  func read(_ part: PracticeQueue.Part) throws(StoreError) -> PracticeQueue? {
    let folder = try storing { () throws(SystemError) in
      try directory.openDirectoryIfThere(PracticeQueueStore.name)
    }
    guard let folder, let bytes = try fileSystem.readOwnFile(part.name, in: folder),
      let queue = SealedFile.decode(PracticeQueue.self, from: bytes),
      queue.format == PracticeQueue.currentFormat
    else { return nil }
    return queue
  }

  func write(_ queue: PracticeQueue, as part: PracticeQueue.Part) throws(StoreError) {
    try notSaving { () throws(SystemError) in
      try fileSystem.replace(
        part.name,
        SealedFile.encode(queue),
        in: try openOrMake(),
        temporary: temporaryName(surroundings.randomness)
      )
    }
  }

  private func openOrMake() throws(SystemError) -> FileDescriptor {
    if let there = try directory.openDirectoryIfThere(PracticeQueueStore.name) { return there }
    // A practice is made with its queue: where there is none, others' messages are gone with it.
    _ = try fileSystem.create(
      PracticeQueueStore.incompleteName,
      [],
      in: directory.descriptor,
      temporary: temporaryName(surroundings.randomness)
    )
    return try directory.openOrMakeDirectory(PracticeQueueStore.name)
  }
}
