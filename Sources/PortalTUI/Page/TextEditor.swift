/// The text of one field while it is edited: characters, a cursor, and what can be undone.
struct TextEditor: Equatable, Sendable {
  /// One change, enough to take it back.
  private struct Change: Equatable {
    var position: Int
    var removed: [Character]
    var inserted: [Character]
  }

  private(set) var characters: [Character]
  /// Between 0 and the number of characters.
  private(set) var cursor: Int
  /// Most characters (grapheme clusters) that it takes.
  private(set) var limit: Int
  let takesLineFeeds: Bool
  /// Whether it is not to be read: then nothing of it is kept to be taken back either.
  let isSecret: Bool
  private var changes: [Change] = []

  /// What a field takes when the page sets no limit.
  static let defaultLimit = 10_000
  private static let mostChanges = 200
  /// More scalars in one character are no language's text but a way around the limit.
  private static let mostScalars = 32

  /// An editor with the cursor after its text.
  init(
    _ text: String,
    limit: Int? = nil,
    takesLineFeeds: Bool = false,
    isSecret: Bool = false
  ) {
    self.limit = Self.limit(limit)
    self.takesLineFeeds = takesLineFeeds
    self.isSecret = isSecret
    // What the page gives is never cut, only what is typed.
    characters = Self.readable(text, most: .max, takesLineFeeds: takesLineFeeds)
    cursor = characters.count
  }

  var text: String {
    String(characters)
  }

  /// The same with a star for each character of a secret.
  var shown: TextEditor {
    guard isSecret else { return self }
    var stars = self
    stars.characters = Array(repeating: "*", count: characters.count)
    return stars
  }

  /// Sets how much it takes from now on; what is there stays.
  mutating func setLimit(_ limit: Int?) {
    self.limit = Self.limit(limit)
  }

  /// Inserts text at the cursor, as much as there is room for.
  ///
  /// Control characters are left out, a tab becomes a space, and so does a line feed where the
  /// field has one line. Text after the limit is not even read, so a large paste costs nothing.
  ///
  /// - Returns: whether all of it found room.
  mutating func insert(_ text: String) -> Bool {
    let room = max(0, limit - characters.count)
    var added = Self.readable(text, most: room + 1, takesLineFeeds: takesLineFeeds)
    let hasRoom = added.count <= room
    if !hasRoom { added.removeLast(added.count - room) }
    guard let first = added.first else { return hasRoom }
    // A mark that is typed after its base belongs to it: one character, not two.
    if !first.isASCII, cursor > 0, let joined = Self.joined(characters[cursor - 1], first) {
      added[0] = joined
      replace(cursor - 1..<cursor, with: added)
    } else {
      replace(cursor..<cursor, with: added)
    }
    return hasRoom
  }

  /// Removes the character before the cursor; false where there is none.
  mutating func backspace() -> Bool {
    guard cursor > 0 else { return false }
    replace(cursor - 1..<cursor, with: [])
    return true
  }

  /// Removes the character after the cursor; false where there is none.
  mutating func delete() -> Bool {
    guard cursor < characters.count else { return false }
    replace(cursor..<cursor + 1, with: [])
    return true
  }

  /// Takes back the last change; what was typed in one go counts as one up to a space.
  mutating func undo() -> Bool {
    guard let change = changes.popLast() else { return false }
    let end = change.position + change.inserted.count
    characters.replaceSubrange(change.position..<end, with: change.removed)
    cursor = change.position + change.removed.count
    return true
  }

  /// Puts the cursor at a position, or at the nearest end.
  mutating func move(to position: Int) {
    cursor = min(max(0, position), characters.count)
  }

  private mutating func replace(_ range: Range<Int>, with added: [Character]) {
    let change = Change(
      position: range.lowerBound,
      removed: Array(characters[range]),
      inserted: added
    )
    characters.replaceSubrange(range, with: added)
    cursor = range.lowerBound + added.count
    remember(change)
  }

  private mutating func remember(_ change: Change) {
    if isSecret { return }
    if let last = changes.last, change.removed.isEmpty, change.inserted.count == 1,
      last.removed.isEmpty, last.position + last.inserted.count == change.position,
      last.inserted.last?.isWhitespace != true || change.inserted.first?.isWhitespace == true
    {
      changes[changes.count - 1].inserted += change.inserted
      return
    }
    changes.append(change)
    if changes.count > Self.mostChanges { changes.removeFirst() }
  }

  /// Both as one character; nil where they stay two.
  private static func joined(_ base: Character, _ mark: Character) -> Character? {
    let text = String([base, mark])
    guard let character = text.first, text.dropFirst().isEmpty else { return nil }
    return shortened(character)
  }

  private static func limit(_ limit: Int?) -> Int {
    min(max(0, limit ?? defaultLimit), defaultLimit)
  }

  private static func readable(
    _ text: String,
    most: Int,
    takesLineFeeds: Bool
  ) -> [Character] {
    var result: [Character] = []
    for character in text {
      guard result.count < most else { break }
      switch character {
      case "\n", "\r\n", "\r": result.append(takesLineFeeds ? "\n" : " ")
      case "\t": result.append(" ")
      default:
        let first = character.unicodeScalars.first
        if first?.properties.generalCategory == .control { continue }
        result.append(shortened(character))
      }
    }
    return result
  }

  private static func shortened(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard character.utf8.count > mostScalars, scalars.count > mostScalars else { return character }
    return String(String.UnicodeScalarView(scalars.prefix(mostScalars))).first ?? character
  }
}
