/// What somebody searches for: every word of it must be found, in any order.
///
/// A word of three letters or more is found anywhere in another (`prøve` in `blodprøvesvar`), a
/// shorter one only at a beginning. Capitals and accents make no difference, and å, ø and æ are
/// found as they are typed where they are not at hand.
package struct SearchQuery: Hashable, Sendable {
  /// The folded words, each once, the longest first.
  let words: [[UInt8]]

  package init(_ text: String) {
    var words: [[UInt8]] = []
    SearchQuery.forEachWord(of: TextFold.folded(text, letters: .plain)) { word in
      if !words.contains(where: { $0.elementsEqual(word) }) { words.append(Array(word)) }
    }
    self.words = words.sorted { $0.count > $1.count }
  }

  /// Whether it holds no word; then nothing is found.
  package var isEmpty: Bool { words.isEmpty }

  /// Letters of a word beyond this many are not told apart.
  static let longestWord = 60

  /// From this length on a word is found also inside another.
  static let leastInside = 3

  /// Calls `body` with each word of a folded text: letters and digits without anything between.
  static func forEachWord(of text: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
    var start = 0
    while start < text.count {
      guard isLetter(text[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < text.count, isLetter(text[end]) { end += 1 }
      body(text[start..<min(end, start + longestWord)])
      start = end
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}
