import PortalCore

/// The folded text of every entry, one after the other.
struct FilterIndex: Equatable, Sendable {
  let letters: TextFold.Letters
  private var bytes: [UInt8] = []
  /// Where each entry's text starts, and at last where the text ends.
  private var starts: [Int] = [0]

  /// Folds the text of every entry.
  init(_ entries: Entries, letters: TextFold.Letters) {
    self.letters = letters
    starts.reserveCapacity(entries.count + 1)
    for position in 0..<entries.count {
      entries.forEachText(at: position) { text in
        TextFold.append(text, letters: letters, to: &bytes)
        bytes.append(0x0A)
      }
      starts.append(bytes.count)
    }
  }

  /// Indexes of the entries that hold all words, ascending.
  func matches(of words: [[UInt8]], among candidates: [Int]?) -> [Int] {
    if let candidates { return candidates.filter { holds(words, at: $0) } }
    return (0..<starts.count - 1).filter { holds(words, at: $0) }
  }

  private func holds(_ words: [[UInt8]], at entry: Int) -> Bool {
    words.allSatisfy { contains($0, in: starts[entry]..<starts[entry + 1]) }
  }

  private func contains(_ word: [UInt8], in range: Range<Int>) -> Bool {
    guard let first = word.first, range.count >= word.count else { return false }
    for start in range.lowerBound...(range.upperBound - word.count) where bytes[start] == first {
      var offset = 1
      while offset < word.count && bytes[start + offset] == word[offset] { offset += 1 }
      if offset == word.count { return true }
    }
    return false
  }
}
