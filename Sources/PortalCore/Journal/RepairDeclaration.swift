/// What a line of a chained file says of a repair, with the line that says it.
struct RepairDeclaration: Sendable {
  let repair: JournalRepair
  /// The line that declares it.
  let sequence: Int
  let hash: Digest

  /// The kind that the one touch of such a line names.
  static let kind = RecordKind.repair.rawValue

  /// In a journal the repair is a record; in an access log it stands beside the entries.
  private struct Payload: Decodable {
    struct Put: Decodable {
      var kind: String?
      var content: JournalRepair?
    }
    struct Kind: Decodable {
      var kind: String?
    }

    var repair: JournalRepair?
    var put: [Put]?

    private enum Key: String, CodingKey { case repair, put }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      repair = try values.decodeIfPresent(JournalRepair.self, forKey: .repair)
      if repair == nil { put = try values.decodeIfPresent([Put].self, forKey: .put) }
    }
  }

  /// Nil where the line declares none, or where its content is not what was written.
  init?(_ head: LineHead, payload: ArraySlice<UInt8>) {
    guard RepairDeclaration.isOne(head), SHA256.digest(payload) == head.payloadSum,
      let document = try? JSONDocument(parsing: Array(payload), limits: .store),
      let content = try? JSONTapeDecoder.decode(Payload.self, from: document.root),
      let repair = content.repair ?? content.put?.first?.content
    else { return nil }
    self.repair = repair
    (sequence, hash) = (head.sequence, head.hash)
  }

  static func isOne(_ head: LineHead) -> Bool {
    guard case .listed(let touches) = head.touches else { return false }
    return touches.count == 1 && touches.first?.kind == kind
  }
}

/// The places that repairs have declared: what a reader may pass by, and nothing else.
struct DeclaredBridges: Sendable {
  struct Bridge: Hashable, Sendable {
    let gap: JournalRepair.Gap
    /// The line that declares it; it counts only where that stands in the chain behind.
    let declaredBy: Digest
  }

  /// By the hash of the line behind the gap.
  private var bridges: [Digest: [Bridge]] = [:]

  /// No gap takes more lines: their places are kept in memory.
  private static let mostLines = 1_000_000

  var isEmpty: Bool { bridges.isEmpty }

  init(_ declarations: [RepairDeclaration]) {
    for declaration in declarations {
      for gap in declaration.repair.gaps {
        guard let next = Digest(hexadecimal: Array(gap.next.utf8)[...]) else { continue }
        bridges[next, default: []].append(Bridge(gap: gap, declaredBy: declaration.hash))
      }
    }
  }

  /// The bridge from one line to another that does not follow it.
  func bridge(from last: ChainPlace, to next: LineHead) -> Bridge? {
    guard next.header == nil else { return nil }
    return bridges[next.hash]?.first { bridge in
      let gap = bridge.gap
      return gap.after == last.hash.hexadecimal && (0...Self.mostLines).contains(gap.count)
        && gap.first == last.sequence + 1 && next.sequence == gap.first + gap.count
    }
  }

  /// Without those that no line of the chain declares.
  func declared(by lines: some Sequence<LineHead>) -> DeclaredBridges {
    let hashes = Set(lines.lazy.map(\.hash))
    var kept = self
    kept.bridges = bridges.mapValues { $0.filter { hashes.contains($0.declaredBy) } }
      .filter { !$0.value.isEmpty }
    return kept
  }

  var count: Int { bridges.reduce(0) { $0 + $1.value.count } }
}
