/// What a reader may see, by the gate's answers, for the length of one call of a service.
///
/// Asked once for all entries of a kind with the same labels where that decides, else for each.
final class Visibility {
  /// Whether entries of a kind with the same labels all get the same answer.
  let goesByGroup: Bool
  private let ask: (AccessItem) -> Bool
  private var answers: [RecordIndex.Group: Bool] = [:]

  init(goesByGroup: Bool, _ ask: @escaping (AccessItem) -> Bool) {
    self.goesByGroup = goesByGroup
    self.ask = ask
  }

  /// Whether an entry is to be shown: the gate lets it, and it was not entered in error.
  func sees(_ entry: Entry) -> Bool {
    if entry.flags.contains(.enteredInError) { return false }
    return goesByGroup ? allows(entry.group) : ask(AccessItem(entry))
  }

  /// The same of all entries of a group; only where `goesByGroup`.
  func allows(_ group: RecordIndex.Group) -> Bool {
    if let answer = answers[group] { return answer }
    let answer = ask(AccessItem(kind: group.kind, labels: group.labels.labels))
    answers[group] = answer
    return answer
  }

  /// How many records of some kinds are to be seen.
  func count(of kinds: Set<RecordKind>, in contents: Contents) throws(StoreError) -> Int {
    guard goesByGroup else { return try contents.entries(of: kinds).count { sees($0.entry) } }
    var count = 0
    for (group, number) in try contents.counts() where kinds.contains(group.kind) && allows(group) {
      count += number
    }
    return count
  }
}

extension Contents {
  /// The threads in which a reader may see a message.
  func threads(
    newest limit: Int,
    behind last: ThreadPlace? = nil,
    _ visibility: Visibility
  ) throws(StoreError) -> (count: Int, threads: [ThreadEntry]) {
    try threads(
      newest: limit,
      asksOfEach: !visibility.goesByGroup,
      behind: last,
      isVisible: visibility.sees
    )
  }
}
