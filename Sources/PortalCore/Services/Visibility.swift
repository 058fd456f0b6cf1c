/// What a reader may see, by the gate's answers: asked once for all entries of a kind with the same
/// labels, for the length of one call of a service.
final class Visibility {
  private let ask: (RecordIndex.Group) -> Bool
  private var answers: [RecordIndex.Group: Bool] = [:]

  init(_ ask: @escaping (RecordIndex.Group) -> Bool) {
    self.ask = ask
  }

  /// Whether an entry is to be shown: the gate lets it, and it was not entered in error.
  func sees(_ entry: Entry) -> Bool {
    !entry.flags.contains(.enteredInError) && allows(entry.group)
  }

  func allows(_ group: RecordIndex.Group) -> Bool {
    if let answer = answers[group] { return answer }
    let answer = ask(group)
    answers[group] = answer
    return answer
  }
}
