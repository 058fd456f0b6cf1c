/// What files of known formats begin with.
///
/// Sources: ISO 32000-1 7.5.2 (PDF), https://www.w3.org/TR/png-3/#5PNG-file-signature, ITU-T T.81
/// B.1.1 (JPEG), ISO 14496-12 4.3 (HEIC and video), https://www.rfc-editor.org/rfc/rfc9649 (WebP).
enum FileSignature {
  enum Text {
    case utf8
    case otherEncoding
  }

  /// After a byte order mark and white space, which all readers of PDF pass over.
  static func isPDF(_ bytes: [UInt8]) -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let rest = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
    let blank: Set<UInt8> = [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20]
    return rest.prefix(1024).drop { blank.contains($0) }.starts(with: "%PDF-".utf8)
  }

  /// The signature and the name of the first chunk, which is always the same.
  static func isPNG(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      && bytes.dropFirst(12).starts(with: "IHDR".utf8)
  }

  /// The start of an image and the marker of a segment.
  static func isJPEG(_ bytes: [UInt8]) -> Bool {
    bytes.count > 3 && bytes.starts(with: [0xFF, 0xD8, 0xFF]) && bytes[3] >= 0xC0 && bytes[3] < 0xFF
  }

  static func foreignFormat(_ bytes: [UInt8]) -> ForeignFormat? {
    if bytes.dropFirst(4).starts(with: "ftyp".utf8) { return mediaFormat(bytes) }
    if bytes.starts(with: "RIFF".utf8) {
      return switch String(decoding: bytes.dropFirst(8).prefix(4), as: UTF8.self) {
      case "WEBP": .webp
      case "AVI ": .video
      case "WAVE": .audio
      default: nil
      }
    }
    return prefixes.first { bytes.starts(with: $0.bytes) }?.format
  }

  private static let prefixes: [(bytes: [UInt8], format: ForeignFormat)] = [
    (Array("GIF87a".utf8), .gif), (Array("GIF89a".utf8), .gif),
    ([0x49, 0x49, 0x2A, 0x00], .tiff), ([0x4D, 0x4D, 0x00, 0x2A], .tiff),
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
    (Array(#"{\rtf"#.utf8), .rtf), ([0x1A, 0x45, 0xDF, 0xA3], .video),
    (Array("ID3".utf8) + [3], .audio), (Array("ID3".utf8) + [4], .audio),
    (Array("OggS".utf8), .audio), ([0x7F] + Array("ELF".utf8), .program),
    (Array("MZ".utf8) + [0x90, 0x00], .program), ([0xCF, 0xFA, 0xED, 0xFE], .program),
  ]

  /// Of a file in boxes: what its first box says that it is.
  private static func mediaFormat(_ bytes: [UInt8]) -> ForeignFormat {
    switch String(decoding: bytes.dropFirst(8).prefix(4), as: UTF8.self) {
    case "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis": .heic
    case "M4A ", "M4B ": .audio
    default: .video
    }
  }
}

extension FileSignature {
  /// Whether all of it is text, and in which encoding; nil where it is none.
  static func text(_ bytes: [UInt8]) -> Text? {
    // UTF-16 with its mark, as Windows writes it.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .otherEncoding
    }
    let span = bytes.span
    for index in span.indices where isControl(span[index]) { return nil }
    return (try? UTF8Span(validating: span)) == nil ? .otherEncoding : .utf8
  }

  /// Whether no text has the byte: a control character but tab, line feed, form feed and return.
  private static func isControl(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0C, 0x0D: false
    case 0..<0x20, 0x7F: true
    default: false
    }
  }
}
