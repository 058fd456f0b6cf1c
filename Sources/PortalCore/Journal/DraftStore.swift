/// Unsent text of one person: replaced in one step as it is typed, never part of the record.
struct DraftStore {
  private let directory: OwnerDirectory
  private let surroundings: Surroundings

  init(_ directory: OwnerDirectory, surroundings: Surroundings) {
    self.directory = directory
    self.surroundings = surroundings
  }

  /// What is kept under a name; nil where there is nothing, or where it is not what was written.
  func read(_ name: RecordID) -> Draft? {
    guard let folder = try? directory.openDirectoryIfThere("drafts"),
      let bytes = try? surroundings.fileSystem.readOwnFile(name.text, in: folder)
    else { return nil }
    return SealedFile.decode(Draft.self, from: bytes)
  }

  func write(_ draft: Draft, as name: RecordID) throws(StoreError) {
    let bytes = SealedFile.encode(draft)
    try notSaving { () throws(SystemError) in
      let folder = try directory.openOrMakeDirectory("drafts")
      try surroundings.fileSystem.replace(
        name.text,
        bytes,
        in: folder,
        temporary: temporaryName(surroundings.randomness)
      )
    }
  }

  /// Throws a draft away; nothing happens where there is none.
  func remove(_ name: RecordID) throws(StoreError) {
    do throws(SystemError) {
      guard let folder = try directory.openDirectoryIfThere("drafts") else { return }
      try surroundings.fileSystem.remove(name.text, in: folder)
    } catch {
      if !error.isMissing { throw .system(error) }
    }
  }
}

/// A message that is being written.
package struct Draft: Codable, Hashable, Sendable {
  package var kind: Message.Kind
  /// The thread it answers in; nil where it begins one.
  package var thread: RecordID?
  package var subject: String
  package var text: String
  package var saved: Instant

  package init(
    kind: Message.Kind,
    thread: RecordID?,
    subject: String,
    text: String,
    saved: Instant
  ) {
    self.kind = kind
    self.thread = thread
    self.subject = subject
    self.text = text
    self.saved = saved
  }
}
