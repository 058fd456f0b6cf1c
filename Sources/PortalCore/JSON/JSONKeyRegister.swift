/// The keys of the objects that are open, to find a key that an object has twice.
///
/// Keys are compared as decoded bytes: `"\u0061"` is `"a"`, but two ways of writing é with and
/// without a combining accent are two keys. An object of up to 16 keys is compared key by key,
/// a larger one through a hash table, so that the cost stays in proportion to the text.
struct JSONKeyRegister {
  /// Where one key stands: in the text, or decoded in `decoded`.
  private struct Entry {
    let start: UInt32
    let end: UInt32
    /// Length and three bytes of the key in one number: what differs here differs.
    let mark: UInt32
    let isDecoded: Bool
  }

  /// The hash table of one large object: indices of entries plus one, 0 where free.
  private struct Table {
    let level: Int
    var slots: [UInt32]
  }

  private static let mostComparedOneByOne = 16

  private var entries: [Entry] = []
  /// Keys with escapes, decoded, one after another.
  private var decoded: [UInt8] = []
  /// For each open object the index of its first entry, and where its decoded keys start.
  private var levels: [(entry: Int, decoded: Int)] = []
  private var tables: [Table] = []

  mutating func openObject() {
    levels.append((entries.count, decoded.count))
  }

  mutating func closeObject() {
    if tables.last?.level == levels.count { tables.removeLast() }
    guard let level = levels.popLast() else { return }
    entries.removeSubrange(level.entry...)
    decoded.removeSubrange(level.decoded...)
  }

  /// Adds a key to the innermost open object; false where the object has it already.
  mutating func insert(_ range: Range<Int>, hasEscape: Bool, in bytes: Span<UInt8>) -> Bool {
    let entry = makeEntry(range, hasEscape: hasEscape, in: bytes)
    let first = levels.last?.entry ?? 0
    if entries.count - first >= JSONKeyRegister.mostComparedOneByOne {
      return insertHashed(entry, first: first, in: bytes)
    }
    for index in first..<entries.count where isSame(entries[index], entry, in: bytes) {
      return false
    }
    entries.append(entry)
    return true
  }

  private mutating func makeEntry(
    _ range: Range<Int>,
    hasEscape: Bool,
    in bytes: Span<UInt8>
  ) -> Entry {
    guard hasEscape else {
      return Entry(
        start: UInt32(range.lowerBound),
        end: UInt32(range.upperBound),
        mark: JSONKeyRegister.mark(of: bytes.extracting(range)),
        isDecoded: false
      )
    }
    let start = decoded.count
    decoded.append(contentsOf: JSONEscape.decode(bytes.extracting(range)))
    return Entry(
      start: UInt32(start),
      end: UInt32(decoded.count),
      mark: JSONKeyRegister.mark(of: decoded.span.extracting(start...)),
      isDecoded: true
    )
  }

  private static func mark(of key: Span<UInt8>) -> UInt32 {
    guard !key.isEmpty else { return 0 }
    let last = UInt32(key[key.count - 1])
    let middle = UInt32(key[key.count / 2])
    return UInt32(truncatingIfNeeded: key.count) << 24 ^ UInt32(key[0]) << 16 ^ middle << 8 ^ last
  }

  private func isSame(_ left: Entry, _ right: Entry, in bytes: Span<UInt8>) -> Bool {
    let count = left.end - left.start
    guard left.mark == right.mark, right.end - right.start == count else { return false }
    for offset in 0..<Int(count) {
      guard byte(of: left, at: offset, in: bytes) == byte(of: right, at: offset, in: bytes) else {
        return false
      }
    }
    return true
  }

  private func byte(of entry: Entry, at offset: Int, in bytes: Span<UInt8>) -> UInt8 {
    let index = Int(entry.start) + offset
    return entry.isDecoded ? decoded[index] : bytes[index]
  }
}

// Large objects.
extension JSONKeyRegister {
  private mutating func insertHashed(_ entry: Entry, first: Int, in bytes: Span<UInt8>) -> Bool {
    if tables.last?.level != levels.count {
      tables.append(Table(level: levels.count, slots: []))
    }
    let table = tables.count - 1
    // At most half full, so that a search soon meets a free slot.
    if tables[table].slots.count < (entries.count - first + 1) * 2 {
      refill(table, first: first, in: bytes)
    }
    let slot = self.slot(for: entry, in: tables[table].slots, bytes: bytes)
    guard tables[table].slots[slot] == 0 else { return false }
    entries.append(entry)
    tables[table].slots[slot] = UInt32(entries.count)
    return true
  }

  private mutating func refill(_ table: Int, first: Int, in bytes: Span<UInt8>) {
    let count = max(128, tables[table].slots.count * 4)
    var slots = [UInt32](repeating: 0, count: count)
    for index in first..<entries.count {
      slots[slot(for: entries[index], in: slots, bytes: bytes)] = UInt32(index + 1)
    }
    tables[table].slots = slots
  }

  /// The slot that holds the key, else the free slot where it belongs.
  private func slot(for entry: Entry, in slots: [UInt32], bytes: Span<UInt8>) -> Int {
    // The standard hasher is seeded for each process: nobody can prepare keys that collide.
    var hasher = Hasher()
    for offset in 0..<Int(entry.end - entry.start) {
      hasher.combine(byte(of: entry, at: offset, in: bytes))
    }
    // The number of slots is a power of two.
    var slot = hasher.finalize() & (slots.count - 1)
    while slots[slot] != 0, !isSame(entries[Int(slots[slot]) - 1], entry, in: bytes) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
