/// One record that a line changes: enough for a table of contents without opening the line.
struct Touch: Hashable, Sendable {
  let kind: String
  let id: String
  let version: Int
}

/// What a line changes: named in its head, or in the blob that also holds the change.
enum Touches: Hashable, Sendable {
  case listed([Touch])
  case inBlob(String)
}

/// The first line of a chained file.
struct LogHeader: Hashable, Sendable {
  enum Kind: String, Sendable {
    case journal
    case access
    case practice
    case audit
  }

  /// The newest format this program reads and the one it writes.
  static let currentFormat = 1

  let format: Int
  let store: String
  let owner: String
  let kind: Kind
}

/// The head of a line: everything but what it holds (`journal.md`, "A line").
struct LineHead: Hashable, Sendable {
  /// 0 for the header.
  let sequence: Int
  let previous: Digest
  let time: Instant
  /// Nil in the header, which nobody did.
  let attribution: Attribution?
  let touches: Touches
  let payloadSize: Int
  let payloadSum: Digest
  let hash: Digest
  /// Only in the first line.
  let header: LogHeader?
  /// Where the line begins in its file, and where its payload does.
  let offset: Int
  let payloadOffset: Int
  /// Whether the line itself is gone and only its place in the chain is known, by a declared repair.
  ///
  /// Its hash is zero where no line that follows names it.
  var isLost = false
  /// Whether `null` stands where the payload was, which an erasure has to list.
  var isErased = false

  /// What stands in the place of a payload that was erased.
  static let erasedPayload = Array("null".utf8)

  /// How many bytes stand in the payload's place.
  var storedSize: Int { isErased ? LineHead.erasedPayload.count : payloadSize }

  /// The byte after the closing brace.
  var end: Int { payloadOffset + storedSize + 1 }

  /// A line that is gone, before one that stands.
  static func lost(_ sequence: Int, hash: Digest?, before next: LineHead) -> LineHead {
    LineHead(
      sequence: sequence,
      previous: .zero,
      time: next.time,
      attribution: nil,
      touches: .listed([]),
      payloadSize: 0,
      payloadSum: .zero,
      hash: hash ?? .zero,
      header: nil,
      offset: next.offset,
      payloadOffset: next.offset,
      isLost: true
    )
  }

  var payloadRange: Range<Int> { payloadOffset..<(payloadOffset + storedSize) }
}
