/// What may be sent with a message (no: vedlegg), recognised by its first bytes and never by its name.
///
/// What a doctor's office can open without more. What people have besides is recognised too, so that
/// they are told what it is and what to do (``AttachmentRefusal``); nothing is ever converted.
package enum AttachmentType: String, Codable, Sendable, CaseIterable {
  /// UTF-8 without control characters but tab and the ends of lines and pages.
  case text = "text/plain"
  case pdf = "application/pdf"
  case png = "image/png"
  case jpeg = "image/jpeg"

  /// What the bytes of a whole file are.
  ///
  /// - Throws: `.empty`, `.notTaken` or `.textNotUTF8`.
  package init(recognising bytes: [UInt8]) throws(AttachmentRefusal) {
    guard !bytes.isEmpty else { throw .empty }
    if FileSignature.isPDF(bytes) {
      self = .pdf
    } else if FileSignature.isPNG(bytes) {
      self = .png
    } else if FileSignature.isJPEG(bytes) {
      self = .jpeg
    } else if let format = FileSignature.foreignFormat(bytes) {
      throw .notTaken(format)
    } else {
      switch FileSignature.text(bytes) {
      case .utf8: self = .text
      case .otherEncoding: throw .textNotUTF8
      case .none: throw .notTaken(nil)
      }
    }
  }

  /// How its file names end, the usual one first; without the full stop.
  package var extensions: [String] {
    switch self {
    case .text: ["txt", "text", "csv", "md", "log"]
    case .pdf: ["pdf"]
    case .png: ["png"]
    case .jpeg: ["jpg", "jpeg", "jpe", "jfif"]
    }
  }

  package var isImage: Bool {
    switch self {
    case .text, .pdf: false
    case .png, .jpeg: true
    }
  }
}

/// What people want to send and an office may not be able to open.
package enum ForeignFormat: String, Sendable, CaseIterable {
  /// A telephone's photograph; it can be saved as JPEG (also AVIF).
  case heic
  case gif
  case webp
  case tiff
  /// Word, OpenDocument or Pages, which can be saved as PDF; and every other zip archive.
  case zip
  /// The older formats of Word and Excel.
  case oldOffice
  case rtf
  case video
  case audio
  case program
}

/// Why something cannot be sent with a message.
package enum AttachmentRefusal: Error, Hashable, Sendable {
  case empty
  case tooLarge(bytes: Int, limitInBytes: Int)
  case tooMany(limit: Int)
  /// Small enough alone, too much with those that are there already.
  case tooMuchTogether(bytes: Int, limitInBytes: Int)
  /// Of none of the types; which it is, where that is known.
  case notTaken(ForeignFormat?)
  /// A text in another encoding: UTF-16, or one byte a letter.
  case textNotUTF8
  /// A directory, a device, a pipe or a link: told by whoever opens the file, not here.
  case notAFile
  /// Told by whoever opens the file, not here.
  case notReadable
}
