/// Where the lines of a long access log begin, and the newest head of the journal that they name.
///
/// A class because it keeps what it has read. Derived, like every index.
final class AccessIndex {
  let checkpoint: Checkpoint
  /// That this head is in the journal's chain says the same of all that were noted before it.
  let anchor: ChainPlace?
  private let file: PagedFile
  private let lines: Range<Int>

  /// Stands for where a line begins that a repair has given up.
  static let nowhere = -1

  init(_ file: PagedFile) throws(IndexFailure) {
    let start = try file.bytes(0..<min(IndexHeader.size, file.count))
    guard let header = IndexHeader(start, count: file.count) else { throw IndexFailure() }
    self.file = file
    checkpoint = header.checkpoint
    lines = header.tables[IndexHeader.Table.lines.rawValue]
    let noted = try file.bytes(header.tables[IndexHeader.Table.anchor.rawValue])
    if noted.isEmpty {
      anchor = nil
    } else {
      var reader = ByteReader(noted)
      let sequence = Int(truncatingIfNeeded: reader.integer(Int64.self))
      let hash = Array(reader.take(32))
      guard hash.count == 32 else { throw IndexFailure() }
      anchor = ChainPlace(sequence: sequence, hash: Digest(bytes: hash))
    }
  }

  /// Where a line begins; nil where it is none of those that the index knows.
  func lineOffset(_ sequence: Int) throws(IndexFailure) -> Int? {
    guard sequence >= 0, sequence < lines.count / 8 else { return nil }
    let start = lines.lowerBound + sequence * 8
    var reader = ByteReader(try file.bytes(start..<(start + 8)))
    return Int(truncatingIfNeeded: reader.integer(Int64.self))
  }

  /// The bytes of a new index: that before, and where the lines after it begin.
  static func bytes(
    after index: AccessIndex?,
    _ offsets: [Int],
    _ checkpoint: Checkpoint,
    anchor: ChainPlace?,
    number: UInt64
  ) throws(IndexFailure) -> [UInt8] {
    var lines: [UInt8] = []
    if let index { lines += try index.file.bytes(index.lines) }
    for offset in offsets { lines.append(integer: Int64(offset)) }
    var noted: [UInt8] = []
    if let anchor {
      noted.append(integer: Int64(anchor.sequence))
      noted += anchor.hash.bytes
    }
    return PagedFile.encode(
      IndexHeader.content(
        checkpoint,
        codes: 0,
        number: number,
        [.lines: lines, .anchor: noted]
      )
    )
  }
}
