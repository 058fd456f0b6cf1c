/// Lines by the hashes that join them: each has one before it, and one or several that name it.
struct LineTrees {
  private var lines: [LogSalvage.Line] = []
  private var children: [Digest: [Int]] = [:]
  private var indices: [Digest: Int] = [:]

  init(_ found: [LogSalvage.Line]) {
    for line in found {
      let hash = line.head.hash
      guard let index = indices[hash] else {
        indices[hash] = lines.count
        lines.append(line)
        continue
      }
      // The same line twice: the one whose content is whole, else the first. What was erased stays so.
      if !lines[index].isContentWhole, !lines[index].isErased, line.isContentWhole {
        lines[index] = line
      }
    }
    for (index, line) in lines.enumerated() {
      children[line.head.previous, default: []].append(index)
    }
  }

  /// The best chain from each line that nothing is joined to, those with a header first, then by
  /// sequence.
  mutating func segments(where isOwn: (LineHead) -> Bool) -> [[LogSalvage.Line]] {
    let weights = weights()
    let roots = lines.indices.filter { index in
      let head = lines[index].head
      return head.header != nil ? head.sequence == 0 && isOwn(head) : parent(of: index) == nil
    }
    // One file has one header: the one that most of what stands in it goes back to.
    let header = best(of: roots.filter { lines[$0].head.header != nil }, weights)
    let orphans = roots.filter { lines[$0].head.header == nil && !lines[$0].isFromBackup }
      .sorted { lines[$0].head.sequence < lines[$1].head.sequence }
      .map { path(from: $0, weights) }
      .filter { segment in segment.allSatisfy { isOwn($0.head) } }
    return (header.map { [path(from: $0, weights)] } ?? []) + orphans
  }

  private func parent(of index: Int) -> Int? {
    guard let parent = indices[lines[index].head.previous],
      lines[parent].head.sequence + 1 == lines[index].head.sequence
    else { return nil }
    return parent
  }

  private func followers(of index: Int) -> [Int] {
    (children[lines[index].head.hash] ?? []).filter { parent(of: $0) == index }
  }

  private func path(from root: Int, _ weights: [Weight]) -> [LogSalvage.Line] {
    var path = [lines[root]]
    var index = root
    while let next = best(of: followers(of: index), weights) {
      path.append(lines[next])
      index = next
    }
    return path
  }

  /// What stands behind a line: lines of the file count before those of a backup.
  private struct Weight: Comparable {
    var inFile: Int
    var total: Int

    static func < (left: Weight, right: Weight) -> Bool {
      (left.inFile, left.total) < (right.inFile, right.total)
    }
  }

  private func weights() -> [Weight] {
    var weights = Array(repeating: Weight(inFile: 0, total: 0), count: lines.count)
    // From the newest on, so that what follows a line is weighed before it.
    for index in lines.indices.sorted(by: { lines[$0].head.sequence > lines[$1].head.sequence }) {
      var weight =
        best(of: followers(of: index), weights).map { weights[$0] }
        ?? Weight(inFile: 0, total: 0)
      let line = lines[index]
      if !line.isTorn {
        weight.total += 1
        if !line.isFromBackup { weight.inFile += 1 }
      }
      weights[index] = weight
    }
    return weights
  }

  /// The follower with the most behind it; of equals the one that came first.
  private func best(of followers: [Int], _ weights: [Weight]) -> Int? {
    var best: Int?
    for index in followers where best.map({ weights[$0] < weights[index] }) ?? true {
      best = index
    }
    return best
  }
}
