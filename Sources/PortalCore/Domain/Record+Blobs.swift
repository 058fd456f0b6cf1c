extension Record {
  /// The parts of the person's blobs that the record names: its original, and what is attached to it.
  var blobSlices: [BlobSlice] {
    var slices = [origin?.source].compactMap(\.self)
    if case .message(let message) = content {
      slices += message.attachments.compactMap(\.slice)
    }
    return slices
  }
}

extension Message.Attachment {
  /// Where its content is; nil where that was not brought along.
  var slice: BlobSlice? {
    guard let blob, let size else { return nil }
    return BlobSlice(blob: blob, offset: 0, length: size)
  }
}
