import Testing

@testable import PortalCore

struct AttachmentTypeTests {
  /// A scalar below U+0100 for each byte.
  private func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8($0.value) }
  }

  static let taken: [(start: String, type: AttachmentType)] = [
    ("hei", .text), ("<html>", .text), ("%PDF", .text), ("a\n%PDF-1.7", .text),
    (" \t\r\n\u{C}", .text),
    ("MZ og GIF er ord", .text), ("RIFF er et ord", .text), ("Ogg", .text),
    ("%PDF-1.7\n\u{E2}\u{E3}\0\u{1}", .pdf), ("\n\n %PDF-1.4", .pdf),
    ("\u{EF}\u{BB}\u{BF}%PDF-1.4", .pdf), ("\u{89}PNG\r\n\u{1A}\n\0\0\0\rIHDR", .png),
    ("\u{FF}\u{D8}\u{FF}\u{E0}\0", .jpeg), ("\u{FF}\u{D8}\u{FF}\u{DB}", .jpeg),
  ]

  @Test(arguments: taken)
  func `what is taken is known by its first bytes`(start: String, type: AttachmentType) throws {
    #expect(try AttachmentType(recognising: bytes(start)) == type)
  }

  @Test(arguments: ["blåbær\r\n\t😱\u{C}", "\u{FEFF}hei", "e\u{301}", "\u{10FFFF}", "\u{80}"])
  func `a text is one of Unicode`(text: String) throws {
    #expect(try AttachmentType(recognising: Array(text.utf8)) == .text)
  }

  static let foreign: [(start: String, format: ForeignFormat)] = [
    ("\0\0\0\u{18}ftypheic", .heic), ("\0\0\0\u{18}ftypmif1", .heic),
    ("\0\0\0\u{18}ftypavif", .heic), ("\0\0\0\u{18}ftypisom", .video),
    ("\0\0\0\u{18}ftyp", .video), ("\0\0\0\u{18}ftypM4A ", .audio), ("GIF89a", .gif),
    ("RIFF1234WEBPVP8 ", .webp), ("RIFF1234WAVEfmt ", .audio), ("RIFF1234AVI LIST", .video),
    ("II*\0\u{8}", .tiff), ("MM\0*", .tiff), ("PK\u{3}\u{4}\u{14}", .zip),
    ("\u{D0}\u{CF}\u{11}\u{E0}\u{A1}\u{B1}\u{1A}\u{E1}", .oldOffice), ("{\\rtf1\\ansi", .rtf),
    ("\u{7F}ELF\u{2}", .program), ("MZ\u{90}\0\u{3}", .program),
    ("\u{1A}\u{45}\u{DF}\u{A3}", .video), ("ID3\u{4}\0", .audio), ("OggS\0", .audio),
  ]

  @Test(arguments: foreign)
  func `what is not taken is named`(start: String, format: ForeignFormat) {
    #expect(throws: AttachmentRefusal.notTaken(format)) {
      try AttachmentType(recognising: bytes(start))
    }
  }

  @Test func `each foreign format is recognised by something`() {
    let named = Set(AttachmentTypeTests.foreign.map(\.format))
    #expect(named == Set(ForeignFormat.allCases))
  }

  @Test(arguments: [
    "\0", "hei\0", "\u{1B}[31mrod", "hei\u{7F}", "\u{89}PNG\r\n\u{1A}\n", "\u{FF}\u{D8}\u{FF}\0",
    "slutten er annerledes\u{1}",
  ])
  func `what is neither is not taken`(start: String) {
    #expect(throws: AttachmentRefusal.notTaken(nil)) {
      try AttachmentType(recognising: bytes(start))
    }
  }

  @Test(arguments: [
    "\u{FF}\u{FE}h\0", "\u{FE}\u{FF}\0h", "bl\u{E5}", "bl\u{C3}", "\u{C0}\u{80}",
    "\u{ED}\u{A0}\u{80}", "\u{FF}\u{D8}\u{FF}", "\u{F4}\u{90}\u{80}\u{80}",
  ])
  func `a text in another encoding is said to be one`(start: String) {
    #expect(throws: AttachmentRefusal.textNotUTF8) {
      try AttachmentType(recognising: bytes(start))
    }
  }

  @Test func `nothing is nothing`() {
    #expect(throws: AttachmentRefusal.empty) { try AttachmentType(recognising: []) }
  }

  @Test func `the last byte of ten megabytes counts`() throws {
    var bytes = [UInt8](repeating: 0x61, count: 10 << 20)
    #expect(try AttachmentType(recognising: bytes) == .text)
    bytes[bytes.count - 1] = 0xE5
    #expect(throws: AttachmentRefusal.textNotUTF8) { try AttachmentType(recognising: bytes) }
    bytes[bytes.count - 1] = 0x02
    #expect(throws: AttachmentRefusal.notTaken(nil)) { try AttachmentType(recognising: bytes) }
  }
}

struct AttachmentLimitsTests {
  private let limits = AttachmentLimits(bytesEach: 10, bytesTogether: 25, count: 3)

  static let accepted: [(bytes: Int, present: [Int])] = [
    (1, []), (10, []), (10, [10]), (5, [10, 10]), (1, [24]),
  ]

  @Test(arguments: accepted)
  func `within the limits one more is taken`(bytes: Int, present: [Int]) throws {
    try limits.check(adding: bytes, to: present)
  }

  static let refused: [(bytes: Int, present: [Int], refusal: AttachmentRefusal)] = [
    (0, [], .empty), (-1, [], .empty),
    (11, [], .tooLarge(bytes: 11, limitInBytes: 10)),
    (.max, [10, 10], .tooLarge(bytes: .max, limitInBytes: 10)),
    (6, [10, 10], .tooMuchTogether(bytes: 26, limitInBytes: 25)),
    (1, [30], .tooMuchTogether(bytes: 31, limitInBytes: 25)),
    (1, [1, 1, 1], .tooMany(limit: 3)), (11, [1, 1, 1], .tooMany(limit: 3)),
  ]

  @Test(arguments: refused)
  func `what is against a limit is refused by the limit`(
    bytes: Int,
    present: [Int],
    refusal: AttachmentRefusal
  ) {
    #expect(throws: refusal) { try limits.check(adding: bytes, to: present) }
  }
}
