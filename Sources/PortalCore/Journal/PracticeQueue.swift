/// What of some lines of one person waits at one practice: references only, never text or names.
///
/// A pure function of the person's journal. It is the same whether it is made line by line, or all
/// at once, or from any line on that it has taken in before: so it may be made any number of times.
struct PracticeQueue: Codable, Hashable {
  /// A message that waits, and the line that holds it.
  struct Reference: Codable, Hashable {
    let message: RecordID
    let thread: RecordID
    let sequence: Int
    /// The first 16 digits of the line's hash: an anchor, as the heads in the access log are.
    let hash: String
  }

  static let currentFormat = 2

  private(set) var format = currentFormat
  /// The line that last changed anything here; a journal without it has been cut or replaced.
  private(set) var sequence = 0
  private(set) var hash = Digest.zero.hexadecimal
  /// In the order of their lines.
  private(set) var waiting: [Reference] = []
  /// What somebody has answered in and nobody has closed: the answers, the newest last, as many as
  /// are kept.
  private(set) var answered: [Reference] = []

  /// How many conversations a part knows that are answered and not closed; older ones are found in
  /// the person's record.
  static let mostAnswered = 32

  /// A queue is kept in parts, so that no message costs more for those that wait before it.
  struct Part: Hashable {
    let person: Person.ID
    let number: Int

    private static let size = 256

    /// That of the messages whose newest version came with this line or one near it.
    init(_ person: Person.ID, sequence: Int) {
      (self.person, number) = (person, sequence / Part.size)
    }

    init(_ person: Person.ID, _ number: Int) {
      (self.person, self.number) = (person, number)
    }

    /// Nil for what is no name of a part: the person's id, `-`, the number.
    init?(_ name: String) {
      let pieces = name.split(separator: "-", omittingEmptySubsequences: false)
      guard pieces.count == 2, let person = Person.ID(String(pieces[0])),
        let number = Int(pieces[1]), number >= 0, String(number) == pieces[1]
      else { return nil }
      (self.person, self.number) = (person, number)
    }

    var name: String { "\(person.text)-\(number)" }
    /// The line before its first.
    var start: Int { number * Part.size - 1 }

    func contains(_ sequence: Int) -> Bool { sequence / Part.size == number }
  }

  /// Takes in a line of the person's journal that holds a message.
  mutating func take(_ change: MessageChange, for practice: Practice.ID, in part: Part) {
    let (count, message) = (waiting.count, change.message)
    if message.isFromPerson {
      // A first version behind every line that was taken in does not wait yet.
      if !change.isFirst || change.sequence <= sequence {
        waiting.removeAll { $0.message == change.id }
      }
      let isForPractice =
        change.practice == practice && message.isForOthers && part.contains(change.sequence)
      if !isForPractice, waiting.count == count { return }
      if isForPractice {
        waiting.append(change.reference)
        answered.removeAll { $0.thread == message.thread }
      }
    } else {
      // Somebody has answered what had come by then; what came after it waits on.
      let last = change.answeredLine ?? change.sequence
      let before = answered
      waiting.removeAll { $0.thread == message.thread && $0.sequence <= last }
      takeAnswer(change, last, for: practice, in: part)
      if waiting.count == count, answered == before { return }
    }
    guard change.sequence >= sequence else { return }
    (sequence, hash) = (change.sequence, change.hash.hexadecimal)
  }

  /// Keeps in mind a conversation that is answered until it is ended, in the part of what was
  /// answered; only where that waited: the person's other practices know nothing of it.
  private mutating func takeAnswer(
    _ change: MessageChange,
    _ line: Int,
    for practice: Practice.ID,
    in part: Part
  ) {
    let thread = change.message.thread
    switch change.message.act {
    case .reject, .close: answered.removeAll { $0.thread == thread }
    case .write, .read: break
    case .answer, nil:
      answered.removeAll { $0.thread == thread }
      guard change.practice == practice, part.contains(line) else { return }
      answered.append(change.reference)
      if answered.count > PracticeQueue.mostAnswered { answered.removeFirst() }
    }
  }

  /// Every line that must be in the person's journal, with the beginning of its hash.
  var anchors: [JournalAnchor] {
    [JournalAnchor(sequence: sequence, hash: hash)]
      + waiting.map { JournalAnchor(sequence: $0.sequence, hash: $0.hash) }
  }
}

/// A line that is known elsewhere: its number and the beginning of its hash, or all of it.
struct JournalAnchor: Hashable {
  let sequence: Int
  let hash: String

  /// With as many digits as a queue holds.
  var shortened: JournalAnchor {
    JournalAnchor(sequence: sequence, hash: String(hash.prefix(16)))
  }
}

extension JournalRepair.Head {
  var anchor: JournalAnchor { JournalAnchor(sequence: sequence, hash: hash) }
}

/// A message as one line of a journal has it.
struct MessageChange {
  let id: RecordID
  let message: Message
  /// Where it is for, if it is the person's; of an answer, where what it answers was for.
  let practice: Practice.ID?
  let sequence: Int
  let hash: Digest
  /// Whether it is the first version of the message.
  let isFirst: Bool
  /// Of an answer: the newest line, before its own, of the message that it answers; nil where it
  /// names none, and so answers all that had come.
  let answeredLine: Int?

  var reference: PracticeQueue.Reference {
    PracticeQueue.Reference(
      message: id,
      thread: message.thread,
      sequence: sequence,
      hash: String(hash.hexadecimal.prefix(16))
    )
  }
}

extension Message {
  /// Whether it was written here and is on its way: what a file brought has been delivered before.
  var isForOthers: Bool {
    isFromPerson && kind != .imported && status == .sent
  }
}
