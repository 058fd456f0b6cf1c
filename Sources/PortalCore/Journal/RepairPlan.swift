/// Which of the lines that can be proven belong to a chain, and what is missing between them.
///
/// Pure: from lines to the longest chain. A line from the file goes before one from a backup, and
/// one from a backup counts only where its hash joins it to what is there.
struct RepairPlan {
  /// The lines that stand, in order; the first is the header where there is one.
  private(set) var lines: [LogSalvage.Line] = []
  private(set) var gaps: [JournalRepair.Gap] = []

  /// `isOwn` tells a header of this file, and lines that may be this person's where nothing joins
  /// them to the header.
  init(_ found: [LogSalvage.Line], isOwn: (LineHead) -> Bool) {
    var trees = LineTrees(found)
    let segments = trees.segments(where: isOwn)
    lines = RepairPlan.joined(segments)
    while let last = lines.last, last.isTorn { lines.removeLast() }
    declareGaps()
  }

  /// Takes the content away of lines from a backup that have been erased since it was made.
  mutating func erase(_ isErased: (Int) -> Bool) {
    lines = lines.map { line in
      line.isFromBackup && line.isContentWhole && isErased(line.head.sequence)
        ? line.erased() : line
    }
  }

  var header: LogHeader? { lines.first?.head.header }

  /// The heads that a reader will know: of the lines, and of lost lines that the next one names.
  func contains(_ anchor: JournalAnchor) -> Bool {
    heads[anchor.sequence].map { $0.hexadecimal.hasPrefix(anchor.hash) } ?? false
  }

  private var heads: [Int: Digest] = [:]

  /// Puts a header before lines that have lost theirs.
  mutating func insert(header: LogSalvage.Line) {
    lines.insert(header, at: 0)
    declareGaps()
  }

  private mutating func declareGaps() {
    gaps = []
    heads = [:]
    var last: LineHead?
    for line in lines {
      let head = line.head
      if let last, head.previous != last.hash {
        let count = head.sequence - last.sequence - 1
        gaps.append(
          JournalRepair.Gap(
            first: last.sequence + 1,
            count: count,
            after: last.hash.hexadecimal,
            next: head.hash.hexadecimal,
            lost: count > 0 ? head.previous.hexadecimal : nil
          )
        )
        if count > 0 { heads[head.sequence - 1] = head.previous }
      }
      heads[head.sequence] = head.hash
      last = head
    }
  }

  /// The segments that keep the most lines, one behind the other.
  ///
  /// Where one follows another, the lines of the earlier that stand in its place are not of this
  /// chain: the line before it has another hash, or another sequence.
  private static func joined(_ segments: [[LogSalvage.Line]]) -> [LogSalvage.Line] {
    var best: [(count: Int, before: Int?)] = []
    for (index, segment) in segments.enumerated() {
      guard let first = segment.first else { continue }
      var choice: (count: Int, before: Int?) = (segment.count, nil)
      // The header's, and the nearest: with thousands of broken places all pairs are too many.
      let nearest = segments.indices.prefix(index).suffix(256)
      for earlier in (nearest.first ?? 0) > 0 ? [0] + nearest : Array(nearest) {
        let kept = trimmed(segments[earlier], before: first.head)
        guard kept > 0 else { continue }
        let count = best[earlier].count - segments[earlier].count + kept + segment.count
        if count > choice.count || (count == choice.count && choice.before == nil) {
          choice = (count, earlier)
        }
      }
      // A chain begins at its header, where one stands.
      if choice.before == nil, first.head.header == nil, segments.first?.first?.head.header != nil {
        choice.count = 0
      }
      best.append(choice)
    }
    var chain: [ArraySlice<LogSalvage.Line>] = []
    var next = best.indices.max { best[$0].count < best[$1].count }
    var follower: LineHead?
    while let index = next {
      let count = follower.map { trimmed(segments[index], before: $0) } ?? segments[index].count
      chain.append(segments[index].prefix(count))
      follower = segments[index].first?.head
      next = best[index].before
    }
    return chain.reversed().flatMap(\.self)
  }

  /// How many lines of a segment stand before the place of a line that does not follow them.
  private static func trimmed(_ segment: [LogSalvage.Line], before head: LineHead) -> Int {
    guard let first = segment.first else { return 0 }
    // The header stays: whatever follows it has lost the line that joins it.
    let room = head.sequence - 1 - first.head.sequence
    return max(first.head.header == nil ? 0 : 1, min(segment.count, room))
  }
}
