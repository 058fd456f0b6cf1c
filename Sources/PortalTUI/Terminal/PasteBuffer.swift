/// The bytes of a bracketed paste until its end mark, which may arrive in pieces.
struct PasteBuffer {
  /// What is kept of one paste; the rest is dropped, so that a paste cannot fill the memory.
  static let mostBytes = 1 << 20

  private static let endMark = Array("\u{1B}[201~".utf8)

  private let limit: Int
  private var bytes: [UInt8] = []
  private var matched = 0

  /// An empty buffer.
  init(limit: Int = mostBytes) {
    self.limit = limit
  }

  /// Adds a byte; true when it was the last of the end mark.
  mutating func append(_ byte: UInt8) -> Bool {
    if byte == Self.endMark[matched] {
      matched += 1
      return matched == Self.endMark.count
    }
    keep(Self.endMark[..<matched])
    matched = byte == Self.endMark[0] ? 1 : 0
    if matched == 0 {
      keep(CollectionOfOne(byte))
    }
    return false
  }

  /// What was pasted, and an empty buffer; a part of an end mark belongs to the text.
  mutating func take() -> String {
    if matched < Self.endMark.count {
      keep(Self.endMark[..<matched])
    }
    defer { self = PasteBuffer(limit: limit) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func keep(_ more: some Collection<UInt8>) {
    bytes.append(contentsOf: more.prefix(limit - bytes.count))
  }
}
