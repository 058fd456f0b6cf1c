import PortalCore

/// A filter over the entries of a list or a table: those that hold every word of the query.
///
/// The folded text of all entries is kept as one run of bytes while the filter is open, so that a
/// letter typed costs a pass over memory, and a longer query only over what still matched.
struct EntryFilter: Equatable, Sendable {
  private(set) var query: TextEditor
  /// Indexes of the entries that match, ascending; nil while the query is empty.
  private(set) var matches: [Int]?
  private var index: FilterIndex?
  private var words: [[UInt8]] = []

  private static let longestQuery = 200

  /// A filter that lets everything through.
  init() {
    query = TextEditor("", limit: Self.longestQuery)
  }

  /// Changes the query and finds its matches.
  mutating func edit(
    _ entries: Entries,
    _ change: (inout TextEditor) -> TextEditor.Answer
  ) -> TextEditor.Answer {
    let before = query.characters
    let answer = change(&query)
    if query.characters != before { update(entries) }
    return answer
  }

  /// Changes the query and leaves the finding to others.
  mutating func editQuery(_ change: (inout TextEditor) -> TextEditor.Answer) -> TextEditor.Answer {
    change(&query)
  }

  /// Finds the matches of the same query in other entries.
  mutating func renew(_ entries: Entries) {
    index = nil
    matches = nil
    update(entries)
  }

  private mutating func update(_ entries: Entries) {
    let text = query.text
    let letters = TextFold.letters(for: text)
    let earlier = words
    words = TextFold.folded(text, letters: letters)
      .split(separator: 0x20)
      .map { Array($0) }
    guard !words.isEmpty else {
      matches = nil
      return
    }
    var candidates: [Int]?
    if let index, index.letters == letters {
      candidates = Self.narrows(words, earlier) ? matches : nil
    } else {
      index = FilterIndex(entries, letters: letters)
    }
    guard let index else { return }
    matches = index.matches(of: words, among: candidates)
  }

  /// Whether whatever matches `words` also matched `earlier`.
  private static func narrows(_ words: [[UInt8]], _ earlier: [[UInt8]]) -> Bool {
    guard !earlier.isEmpty, words.count >= earlier.count else { return false }
    return zip(earlier, words).allSatisfy { $1.starts(with: $0) }
  }
}
