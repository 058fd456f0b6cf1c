extension Contents {
  /// The newest versions that hold all words of a query and that somebody may see, the newest date
  /// first.
  ///
  /// Costs as much as words match, not as there are records.
  func matches(
    _ query: SearchQuery,
    isVisible: (Entry) -> Bool
  ) throws(StoreError) -> [Listed] {
    if query.isEmpty { return [] }
    return try journal.asking { () throws(ReadFailure) in
      var numbers = try indexed { () throws(IndexFailure) in try matchesInIndex(query) }
      numbers += try matchesInTail(query)
      var listed: [Listed] = []
      for number in numbers {
        let entry = try journal.entry(number)
        guard !entry.isSuperseded, !journal.tail.superseded.contains(number), isVisible(entry)
        else {
          continue
        }
        listed.append(Listed(number: number, entry: entry))
      }
      // Of the same moment, what was written last.
      return listed.sorted { ($0.entry.date, $0.number) > ($1.entry.date, $1.number) }
    }
  }

  private func matchesInIndex(_ query: SearchQuery) throws(IndexFailure) -> [Int] {
    guard let index = journal.index, index.count > 0 else { return [] }
    let vocabulary = try Vocabulary(index)
    var matches: NumberSet?
    for word in query.words {
      var found = NumberSet(count: index.count)
      for position in try vocabulary.positions(of: word) {
        Postings.forEach(in: try index.postings(position)) { found.insert($0) }
      }
      if let known = matches { found.formIntersection(known) }
      matches = found
    }
    return matches?.numbers ?? []
  }

  private func matchesInTail(_ query: SearchQuery) throws(ReadFailure) -> [Int] {
    var numbers: [Int] = []
    for (number, _) in journal.tail.current
    where query.matches(try journal.record(number).content.searchTexts) {
      numbers.append(number)
    }
    return numbers
  }
}

extension SearchQuery {
  /// Whether some texts together hold every word.
  func matches(_ texts: [String]) -> Bool {
    var missing = words
    for text in texts where !missing.isEmpty {
      SearchQuery.forEachWord(of: TextFold.folded(text, letters: .plain)) { word in
        missing.removeAll { SearchQuery.matches($0, word) }
      }
    }
    return !words.isEmpty && missing.isEmpty
  }

  /// Whether a word of a text is one that is sought.
  private static func matches(_ sought: [UInt8], _ word: ArraySlice<UInt8>) -> Bool {
    if word.count < sought.count { return false }
    if word.prefix(sought.count).elementsEqual(sought) { return true }
    guard sought.count >= leastInside else { return false }
    return word.indices.dropLast(sought.count - 1).contains { start in
      word[start] == sought[0] && word[start..<(start + sought.count)].elementsEqual(sought)
    }
  }
}

/// Numbers below a limit, a bit each.
struct NumberSet {
  private var bits: [UInt64]

  init(count: Int) {
    bits = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  mutating func insert(_ number: Int) {
    guard number >= 0, number >> 6 < bits.count else { return }
    bits[number >> 6] |= 1 << UInt64(number & 63)
  }

  mutating func formIntersection(_ other: NumberSet) {
    for index in bits.indices { bits[index] &= index < other.bits.count ? other.bits[index] : 0 }
  }

  var numbers: [Int] {
    var numbers: [Int] = []
    for (index, word) in bits.enumerated() where word != 0 {
      for bit in 0..<64 where word & 1 << UInt64(bit) != 0 { numbers.append(index << 6 | bit) }
    }
    return numbers
  }
}

/// The words of an index, for one search.
struct Vocabulary {
  private let index: RecordIndex
  /// All words, each behind a line feed.
  private let text: ArraySlice<UInt8>

  init(_ index: RecordIndex) throws(IndexFailure) {
    self.index = index
    text = try index.vocabulary()
  }

  /// The positions of the words in which one is found: at the beginning, and inside if it is long
  /// enough.
  func positions(of word: [UInt8]) throws(IndexFailure) -> [Int] {
    if word.count >= SearchQuery.leastInside { return try positionsInside(word) }
    var position = try firstPosition { !$0.lexicographicallyPrecedes(word) }
    var positions: [Int] = []
    while position < index.wordCount, try self.word(position).starts(with: word) {
      positions.append(position)
      position += 1
    }
    return positions
  }

  private func positionsInside(_ word: [UInt8]) throws(IndexFailure) -> [Int] {
    var positions: [Int] = []
    for offset in ByteSearch.places(of: word, in: text) {
      // The word that begins last before that place.
      let position = try firstPosition { $0.startIndex > text.startIndex + offset } - 1
      if positions.last != position, position >= 0 { positions.append(position) }
    }
    return positions
  }

  private func word(_ position: Int) throws(IndexFailure) -> ArraySlice<UInt8> {
    let start = text.startIndex + (try index.wordOffset(position))
    guard start <= text.endIndex else { throw IndexFailure() }
    return text[start..<(text[start...].firstIndex(of: 0x0A) ?? text.endIndex)]
  }

  private func firstPosition(
    where isAtOrBehind: (ArraySlice<UInt8>) -> Bool
  ) throws(IndexFailure) -> Int {
    var (low, high) = (0, index.wordCount)
    while low < high {
      let middle = (low + high) / 2
      if isAtOrBehind(try word(middle)) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Finds bytes in bytes.
enum ByteSearch {
  /// Where a needle of at least one byte begins, counted from the first byte; places may overlap.
  static func places(of needle: [UInt8], in text: ArraySlice<UInt8>) -> [Int] {
    guard let first = needle.first, text.count >= needle.count else { return [] }
    let (text, sought) = (text.span, needle.span)
    var places: [Int] = []
    for start in 0...(text.count - sought.count) where text[start] == first {
      var length = 1
      while length < sought.count, text[start + length] == sought[length] { length += 1 }
      if length == sought.count { places.append(start) }
    }
    return places
  }
}
