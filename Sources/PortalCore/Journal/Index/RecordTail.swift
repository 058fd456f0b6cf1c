/// What has come to a journal since its index was made, or all of it where there is none.
struct RecordTail {
  /// Versions of records in the order of the journal; numbered on from those of the index.
  private(set) var entries: [Entry] = []
  /// The newest version of each record in it.
  private(set) var newest: [RecordID: Int] = [:]
  /// Where the entries of each kind stand, so that a few are found among very many of another kind.
  private var positions: [RecordKind: [Int]] = [:]
  /// Versions that the index holds to be the newest, and are not any more.
  private(set) var superseded: Set<Int> = []
  /// Its lines, the first being the one after the index's last.
  private(set) var lines: [Line] = []
  /// How much JSON it stands for.
  private(set) var byteCount = 0
  /// How many versions the index holds.
  let base: Int

  /// What is known of a line without reading it again.
  struct Line {
    let offset: Int
    let hash: Digest
    let actor: Actor?
  }

  init(after index: RecordIndex?) {
    base = index?.count ?? 0
  }

  mutating func add(_ line: LineHead) {
    lines.append(Line(offset: line.offset, hash: line.hash, actor: line.attribution?.actor))
  }

  mutating func add(_ entry: Entry) {
    if let previous = entry.previous, previous < base { superseded.insert(previous) }
    newest[entry.id] = base + entries.count
    positions[entry.kind, default: []].append(entries.count)
    entries.append(entry)
    byteCount += entry.place.length
  }

  /// An entry by its number; nil where it is in the index.
  subscript(number: Int) -> Entry? {
    number >= base && number - base < entries.count ? entries[number - base] : nil
  }

  /// The newest versions in it of some kinds, with their numbers, kind by kind.
  ///
  /// Costs as much as there are of these kinds.
  func current(_ kinds: some Sequence<RecordKind>) -> [(number: Int, entry: Entry)] {
    var current: [(number: Int, entry: Entry)] = []
    for position in kinds.flatMap({ positions[$0] ?? [] })
    where newest[entries[position].id] == base + position {
      current.append((base + position, entries[position]))
    }
    return current
  }

  /// All newest versions in it.
  var current: [(number: Int, entry: Entry)] { current(positions.keys) }
}
