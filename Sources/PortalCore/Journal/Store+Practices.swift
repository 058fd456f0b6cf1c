/// The practices of a store: each has a directory with a journal of its own, and a derived queue.
extension Store {
  static let practicesName = "practices"

  /// The practice that an identity stands for (`PracticeIdentity`).
  ///
  /// Keyed, so that a name cannot be found on disk by trying them all without the key.
  func practice(identifiedBy key: String) -> Practice.ID {
    Practice.ID(
      bytes: SHA256.authenticationCode(Array("practice|\(key)".utf8), key: identityKey).bytes
    )
  }

  /// All practices, in the order of their ids.
  func practices() throws(StoreError) -> [Practice.ID] {
    let fileSystem = surroundings.fileSystem
    return try storing { () throws(SystemError) in
      guard let top = try fileSystem.openIfThere(Store.practicesName, in: root) else { return [] }
      var ids: [Practice.ID] = []
      for first in try fileSystem.list(top).sorted() {
        guard let outer = try fileSystem.openIfThere(first, in: top) else { continue }
        ids += try fileSystem.list(outer).sorted().compactMap { name in
          guard let id = Practice.ID(name), id.folder == first else { return nil }
          return id
        }
      }
      return ids
    }
  }

  /// A practice's directory, open; nil where there is none.
  func practiceDirectory(_ id: Practice.ID) throws(StoreError) -> OwnerDirectory? {
    let fileSystem = surroundings.fileSystem
    return try storing { () throws(SystemError) -> OwnerDirectory? in
      guard let top = try fileSystem.openIfThere(Store.practicesName, in: root),
        let outer = try fileSystem.openIfThere(id.folder, in: top),
        let folder = try fileSystem.openIfThere(id.text, in: outer)
      else { return nil }
      return OwnerDirectory(owner: .practice(id), descriptor: folder, fileSystem: fileSystem)
    }
  }

  /// A practice's journal; throws `noSuchRecord` where there is no such practice.
  func practiceJournal(_ id: Practice.ID) throws(StoreError) -> PracticeJournal {
    guard let directory = try practiceDirectory(id) else { throw .noSuchRecord }
    return try PracticeJournal(
      directory,
      identity: header(.practice, of: .practice(id)),
      surroundings: surroundings
    )
  }

  /// Makes a practice that is not there yet; whoever links its journal first has made it.
  @discardableResult
  func makePractice(_ id: Practice.ID) throws(StoreError) -> OwnerDirectory {
    let fileSystem = surroundings.fileSystem
    if let there = try practiceDirectory(id),
      try storing({ () throws(SystemError) in
        try fileSystem.exists(PracticeJournal.fileName, in: there.descriptor)
      })
    {
      return there
    }
    return try notSaving { () throws(SystemError) in
      let outer = try sharedFolder(id.folder, in: Store.practicesName)
      let folder = try fileSystem.openOrMakeDirectory(id.text, in: outer)
      // Before the journal: a practice without a queue is one whose queue was deleted.
      _ = try fileSystem.openOrMakeDirectory(PracticeQueueStore.name, in: folder)
      let line = LineDraft.header(
        header(.practice, of: .practice(id)),
        time: surroundings.clock.now(),
        salt: surroundings.randomness.bytes(16)
      )
      _ = try fileSystem.create(
        PracticeJournal.fileName,
        line.bytes,
        in: folder,
        temporary: temporaryName(surroundings.randomness)
      )
      return OwnerDirectory(owner: .practice(id), descriptor: folder, fileSystem: fileSystem)
    }
  }
}

extension Practice.ID {
  /// The folder that a practice's own lies in.
  var folder: String { String(text.prefix(2)) }
}
