/// Which records hold which words, gathered one record after the other.
///
/// A hash table of its own over one run of bytes: the words of a long record are many millions, and
/// a String for each would cost ten times as much.
struct WordTable {
  private var text: [UInt8] = []
  private var words: [Word] = []
  /// Indexes of words, 1 for the first and 0 where there is none.
  ///
  /// A power of two in size.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)

  private struct Word {
    let offset: UInt32
    let length: UInt32
    let hash: UInt32
    /// The last record it was seen in, counted from 1.
    var last: UInt32
    var count: UInt32
    /// The distances between the records' numbers.
    var postings: [UInt8]
  }

  /// Takes in the texts of a record; numbers only ever grow.
  mutating func add(_ texts: [String], of number: Int) {
    for text in texts {
      SearchQuery.forEachWord(of: TextFold.folded(text, letters: .plain)) { word in
        add(word, UInt32(truncatingIfNeeded: number) + 1)
      }
    }
  }

  private mutating func add(_ word: ArraySlice<UInt8>, _ number: UInt32) {
    let slot = slot(of: word)
    let index: Int
    if slots[slot.index] == 0 {
      let new = Word(
        offset: UInt32(truncatingIfNeeded: text.count),
        length: UInt32(truncatingIfNeeded: word.count),
        hash: slot.hash,
        last: 0,
        count: 0,
        postings: []
      )
      text += word
      words.append(new)
      index = words.count - 1
      slots[slot.index] = UInt32(truncatingIfNeeded: words.count)
      if words.count * 2 > slots.count { grow() }
    } else {
      index = Int(slots[slot.index]) - 1
    }
    guard words[index].last != number else { return }
    Postings.append(Int(number - words[index].last), to: &words[index].postings)
    words[index].last = number
    words[index].count += 1
  }

  private func slot(of word: ArraySlice<UInt8>) -> (index: Int, hash: UInt32) {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    var index = Int(hash ^ hash >> 15) & (slots.count - 1)
    while slots[index] != 0 {
      let known = words[Int(slots[index]) - 1]
      if known.hash == hash, known.length == word.count,
        text[Int(known.offset)..<Int(known.offset + known.length)].elementsEqual(word)
      {
        break
      }
      index = (index + 1) & (slots.count - 1)
    }
    return (index, hash)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (number, word) in words.enumerated() {
      var index = Int(word.hash ^ word.hash >> 15) & (slots.count - 1)
      while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
      slots[index] = UInt32(truncatingIfNeeded: number + 1)
    }
  }

  /// The words in order, each with what is known of where it stands.
  func sorted() -> [VocabularyWord] {
    words.sorted { left, right in
      text[Int(left.offset)..<Int(left.offset + left.length)]
        .lexicographicallyPrecedes(text[Int(right.offset)..<Int(right.offset + right.length)])
    }.map { word in
      VocabularyWord(
        bytes: text[Int(word.offset)..<Int(word.offset + word.length)],
        postings: word.postings,
        last: Int(word.last),
        count: Int(word.count)
      )
    }
  }
}

/// A word with the numbers of the records that hold it.
struct VocabularyWord {
  let bytes: ArraySlice<UInt8>
  /// Distances between the numbers, the first from 0; see `Postings`.
  var postings: [UInt8]
  /// The last number, counted from 1.
  var last: Int
  var count: Int

  /// Takes in what a later part of the record says of the same word.
  mutating func join(_ later: VocabularyWord) {
    let (first, used) = Postings.first(in: later.postings[...])
    Postings.append(first - last, to: &postings)
    postings += later.postings[used...]
    (last, count) = (later.last, count + later.count)
  }
}

/// Ascending numbers as distances, seven bits to a byte, the least significant first.
enum Postings {
  static func append(_ distance: Int, to bytes: inout [UInt8]) {
    var rest = distance
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The first number, and how many bytes it takes.
  static func first(in bytes: ArraySlice<UInt8>) -> (number: Int, used: Int) {
    var (value, shift, used) = (0, 0, 0)
    for byte in bytes.prefix(9) {
      value |= Int(byte & 0x7F) << shift
      (shift, used) = (shift + 7, used + 1)
      if byte < 0x80 { break }
    }
    return (value, used)
  }

  /// Calls `body` with each number, counted from 0.
  static func forEach(in bytes: ArraySlice<UInt8>, _ body: (Int) -> Void) {
    var (number, value, shift) = (0, 0, 0)
    for byte in bytes {
      value |= Int(byte & 0x7F) << shift
      if byte >= 0x80 {
        shift = min(shift + 7, 56)
      } else {
        number &+= value
        body(number - 1)
        (value, shift) = (0, 0)
      }
    }
  }
}
