/// A derived file cannot be believed: it is thrown away, and what it said is read from the journal.
struct IndexFailure: Error {}

/// Bytes in pages that each carry a check, of which only those that are asked for are read.
///
/// A class because it keeps the pages it has read. Positions are counted without the checks. What
/// does not fit its check is an `IndexFailure`, never an answer.
final class PagedFile {
  static let pageSize = 4096
  /// The rest of a page is its check.
  static let contentSize = 4088
  /// At most 4 MiB are kept.
  private static let mostPages = 1024

  private enum Source {
    case memory([UInt8])
    case file(OpenFile)
  }

  /// So that an enum can hold it.
  private final class OpenFile {
    let descriptor: FileDescriptor

    init(_ descriptor: consuming FileDescriptor) {
      self.descriptor = descriptor
    }
  }

  private let source: Source
  private let fileSystem: any FileSystem
  private let seed: UInt64
  private var pages: [Int: [UInt8]] = [:]
  /// Content bytes in all.
  let count: Int

  /// A file on disk whose size is that many pages.
  init(_ file: consuming FileDescriptor, _ fileSystem: any FileSystem) throws(IndexFailure) {
    let size: Int
    let first: [UInt8]
    do throws(SystemError) {
      size = try fileSystem.status(file).size
      first = try fileSystem.read(file, at: 0, count: PagedFile.pageSize)
    } catch {
      throw IndexFailure()
    }
    guard size >= PagedFile.pageSize, size % PagedFile.pageSize == 0 else { throw IndexFailure() }
    self.fileSystem = fileSystem
    source = .file(OpenFile(file))
    count = size / PagedFile.pageSize * PagedFile.contentSize
    seed = PagedFile.seed(in: first)
    guard PagedFile.isWhole(first, at: 0, number: 0, seed) else { throw IndexFailure() }
    pages[0] = Array(first.prefix(PagedFile.contentSize))
  }

  /// What `encode` has made and could not be, or need not be, put on disk.
  init(memory: [UInt8], _ fileSystem: any FileSystem) {
    source = .memory(memory)
    self.fileSystem = fileSystem
    seed = PagedFile.seed(in: memory)
    count = memory.count / PagedFile.pageSize * PagedFile.contentSize
  }

  /// Some bytes; throws where they are not there, or not what was written.
  func bytes(_ range: Range<Int>) throws(IndexFailure) -> ArraySlice<UInt8> {
    guard range.lowerBound >= 0, range.upperBound <= count else { throw IndexFailure() }
    if range.isEmpty { return [] }
    let size = PagedFile.contentSize
    let (first, last) = (range.lowerBound / size, (range.upperBound - 1) / size)
    if first == last {
      // What is in memory is what was put there.
      if case .memory(let bytes) = source {
        let start = range.lowerBound + first * (PagedFile.pageSize - size)
        return bytes[start..<(start + range.count)]
      }
      return try page(first)[(range.lowerBound - first * size)..<(range.upperBound - first * size)]
    }
    var content: [UInt8] = []
    content.reserveCapacity((last - first + 1) * size)
    if last - first < 8 {
      for number in first...last { content += try page(number) }
    } else {
      try read(first...last, into: &content)
    }
    return content[(range.lowerBound - first * size)..<(range.upperBound - first * size)]
  }

  private func page(_ number: Int) throws(IndexFailure) -> [UInt8] {
    if let known = pages[number] { return known }
    var content: [UInt8] = []
    try read(number...number, into: &content)
    if pages.count >= PagedFile.mostPages { pages.removeAll(keepingCapacity: true) }
    pages[number] = content
    return content
  }

  /// Reads pages that follow each other in one go, and checks each.
  private func read(_ numbers: ClosedRange<Int>, into content: inout [UInt8]) throws(IndexFailure) {
    let size = PagedFile.pageSize
    let raw: [UInt8]
    var offset = 0
    switch source {
    case .memory(let bytes): (raw, offset) = (bytes, numbers.lowerBound * size)
    case .file(let file):
      do {
        raw = try fileSystem.read(
          file.descriptor,
          at: numbers.lowerBound * size,
          count: numbers.count * size
        )
      } catch {
        throw IndexFailure()
      }
    }
    for number in numbers {
      guard offset + size <= raw.count, PagedFile.isWhole(raw, at: offset, number: number, seed)
      else { throw IndexFailure() }
      content += raw[offset..<(offset + PagedFile.contentSize)]
      offset += size
    }
  }
}

// MARK: - Pages

extension PagedFile {
  /// Puts content into pages; its first eight bytes are the file's own number, by which its pages
  /// are told from those of another.
  static func encode(_ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    let pageCount = (content.count + contentSize - 1) / contentSize
    bytes.reserveCapacity(pageCount * pageSize)
    let seed = seed(in: content)
    for number in 0..<pageCount {
      let part = content[(number * contentSize)..<min(content.count, (number + 1) * contentSize)]
      bytes += part
      bytes.append(contentsOf: repeatElement(0, count: contentSize - part.count))
      let start = number * pageSize
      let sum = PageSum.sum(bytes, from: start, count: contentSize, seed: seed &+ UInt64(number))
      bytes.append(integer: sum)
    }
    return bytes
  }

  private static func seed(in bytes: [UInt8]) -> UInt64 {
    var reader = ByteReader(bytes.prefix(8))
    return reader.integer(UInt64.self)
  }

  private static func isWhole(_ bytes: [UInt8], at offset: Int, number: Int, _ seed: UInt64) -> Bool
  {
    guard offset + pageSize <= bytes.count else { return false }
    let sum = PageSum.sum(bytes, from: offset, count: contentSize, seed: seed &+ UInt64(number))
    var reader = ByteReader(bytes[(offset + contentSize)..<(offset + pageSize)])
    return reader.integer(UInt64.self) == sum
  }
}
