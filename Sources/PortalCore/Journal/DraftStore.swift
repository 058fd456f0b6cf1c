/// Unsent text of one person: replaced in one step as it is typed, never part of the record.
struct DraftStore {
  private let directory: OwnerDirectory
  private let surroundings: Surroundings

  init(_ directory: OwnerDirectory, surroundings: Surroundings) {
    self.directory = directory
    self.surroundings = surroundings
  }

  /// What is kept under a name; nil where there is nothing, or where it is not what was written.
  func read<Content: Decodable>(_ type: Content.Type, _ name: RecordID) -> Content? {
    guard let folder = try? directory.openDirectoryIfThere("drafts"),
      let bytes = try? surroundings.fileSystem.readOwnFile(name.text, in: folder)
    else { return nil }
    return SealedFile.decode(type, from: bytes)
  }

  func write(_ draft: some Encodable, as name: RecordID) throws(StoreError) {
    try write(bytes: SealedFile.encode(draft), as: name)
  }

  /// A file that lies with a draft; nil where there is none.
  func bytes(_ name: RecordID) -> [UInt8]? {
    guard let folder = try? directory.openDirectoryIfThere("drafts") else { return nil }
    return try? surroundings.fileSystem.readOwnFile(name.text, in: folder)
  }

  func write(bytes: [UInt8], as name: RecordID) throws(StoreError) {
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
  /// The prescriptions that are to be renewed.
  package var renewals: [RecordID]?
  /// Which of the practice's other services is asked for.
  package var service: RecordID?
  package var attachments: [DraftAttachment]?
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

/// Contact information that is being changed.
package struct ContactDraft: Codable, Hashable, Sendable {
  /// What was typed in one field.
  private struct Text: Codable, Hashable {
    var field: String
    var text: String
  }

  /// The version of the person that the change is made on.
  package var base: Int
  private var texts: [Text]
  package var saved: Instant

  /// The fields in which something else is typed than stands in that version; empty takes it away.
  package var changes: [ContactField: String] {
    var changes: [ContactField: String] = [:]
    for text in texts {
      if let field = ContactField(rawValue: text.field) { changes[field] = text.text }
    }
    return changes
  }

  init(base: Int, changes: [ContactField: String], saved: Instant) {
    self.base = base
    self.saved = saved
    texts = ContactField.allCases.compactMap { field in
      changes[field].map { Text(field: field.rawValue, text: $0) }
    }
  }
}
