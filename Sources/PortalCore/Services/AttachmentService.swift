/// A file that lies with a message which has not been sent.
package struct DraftAttachment: Codable, Hashable, Sendable {
  /// Names its content beside the drafts.
  package let id: RecordID
  package let name: String
  package let type: AttachmentType
  /// In bytes.
  package let size: Int
}

/// A file that came with a message, to be saved.
package struct SavedAttachment: Sendable {
  /// A name without a folder, safe to save under.
  package let name: String
  package let bytes: [UInt8]
}

extension OpenRecord {
  /// Lays a file with a message that is being written; it is kept with the draft from then on.
  package func attach(
    _ bytes: [UInt8],
    named title: String,
    to draft: OutgoingMessage
  ) throws(ServiceError) -> DraftAttachment {
    let attachment = try layFile(bytes, named: title, beside: draft.attachments)
    var draft = draft
    draft.attachments.append(attachment)
    try keepDraft(draft)
    return attachment
  }

  /// Keeps a file beside the drafts until it is sent; what it is goes by its content, never by its
  /// name.
  package func layFile(
    _ bytes: [UInt8],
    named title: String,
    beside present: [DraftAttachment] = []
  ) throws(ServiceError) -> DraftAttachment {
    try allow(.write, in: .messages)
    if isPreview { throw .proxy(.onlyPreview) }
    let type: AttachmentType
    do throws(AttachmentRefusal) {
      try AttachmentLimits.standard.check(adding: bytes.count, to: present.map(\.size))
      type = try AttachmentType(recognising: bytes)
    } catch {
      throw .dialogue(.attachment(error))
    }
    let attachment = DraftAttachment(
      id: newID(),
      name: AttachmentName.safe(title, type: type, fallback: "vedlegg"),
      type: type,
      size: bytes.count
    )
    try serving { () throws(StoreError) in try drafts.write(bytes: bytes, as: attachment.id) }
    return attachment
  }

  /// Takes every file away that lies with a message which is being written.
  package func detachAll(from draft: OutgoingMessage) throws(ServiceError) {
    var without = draft
    without.attachments = []
    try keepDraft(without)
    for attachment in draft.attachments { try removeDraft(attachment.id) }
  }

  /// Puts what lies with a message among the person's blobs, before the message names it.
  func store(_ attachments: [DraftAttachment]) throws(ServiceError) -> [Message.Attachment] {
    var stored: [Message.Attachment] = []
    for attachment in attachments {
      guard let bytes = drafts.bytes(attachment.id), bytes.count == attachment.size else {
        throw .dialogue(.attachmentLost(name: attachment.name))
      }
      stored.append(
        Message.Attachment(
          title: attachment.name,
          contentType: attachment.type.rawValue,
          blob: try storeBlob(bytes),
          size: bytes.count
        )
      )
    }
    return stored
  }

  /// What was sent with a message, by its place among the attachments.
  package func attachment(
    _ number: Int,
    of message: RecordID
  ) throws(ServiceError) -> SavedAttachment {
    guard case .message(let content) = try record(message, of: .message).content,
      content.attachments.indices.contains(number),
      case let attachment = content.attachments[number], let slice = attachment.slice
    else { throw .noSuchRecord }
    let bytes = try blob(slice.blob)
    guard bytes.count == slice.length, let type = try? AttachmentType(recognising: bytes) else {
      let file = "blobs/\(slice.blob)"
      throw .store(.damaged(Damage(kind: .brokenBlob, file: file, line: nil, offset: 0)))
    }
    let name = AttachmentName.safe(attachment.title, type: type, fallback: "vedlegg")
    return SavedAttachment(name: name, bytes: bytes)
  }
}
