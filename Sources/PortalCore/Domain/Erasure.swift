/// That something was erased from a record, and why; never what it was.
///
/// Stands in a line of the journal, which says who did it and when. From then on the lines that it
/// lists hold what `kept` says and nothing else.
package struct Erasure: Codable, Hashable, Sendable {
  package enum Reason: String, Codable, Hashable, Sendable, CaseIterable {
    /// The person has withdrawn their consent (`rules.md` 2.1).
    case consentWithdrawn = "consent-withdrawn"
    /// An assigned proxy ran out, and the time after it too (`rules.md` 2.3).
    case assignedProxyExpired = "assigned-proxy-expired"
    /// The person has opted out of a service.
    case optOut = "opt-out"
    /// The person has deleted what they had entered themselves.
    case ownEntry = "own-entry"
  }

  /// Lines that follow each other.
  package struct Lines: Codable, Hashable, Sendable {
    /// The sequence of the first.
    package var first: Int
    package var count: Int

    var range: Range<Int> { first..<(first + max(0, count)) }
  }

  /// Where that stands which lines held beside what was erased.
  package struct Kept: Codable, Hashable, Sendable {
    /// The sequence of the first line of which something stands there.
    package var first: Int
    package var blob: String
  }

  package var reason: Reason
  package var erased: Instant
  /// In their order; none follows the one before at once.
  package var lines: [Lines]
  /// In the order of their lines; a line of which nothing is kept stands nowhere.
  package var kept: [Kept]
  /// Whether unsent text was erased too.
  package var includesDrafts: Bool

  init(
    reason: Reason,
    erased: Instant,
    lines: [Lines],
    kept: [Kept],
    includesDrafts: Bool = false
  ) {
    self.reason = reason
    self.erased = erased
    self.lines = lines
    self.kept = kept
    self.includesDrafts = includesDrafts
  }

  /// Whether a line is one of those.
  func lists(_ sequence: Int) -> Bool {
    // Ranges in their order: the last that does not begin behind it.
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].first <= sequence { low = middle + 1 } else { high = middle }
    }
    return low > 0 && lines[low - 1].range.contains(sequence)
  }
}
