/// The first message of the thread that each of a person's messages belongs to.
struct MessageThreads {
  private var starts: [Int: RecordID] = [:]

  /// No threads: for those who have no messages.
  init() {}

  /// - Parameters:
  ///   - messages: The entries that are Communications.
  ///   - context: What they are read against, without threads yet.
  init(of messages: [Int], in context: FHIRContext) {
    for message in messages {
      follow(message, in: context)
    }
  }

  /// The id of the thread; nil for what is no message of this person.
  func start(of entry: Int) -> RecordID? {
    starts[entry]
  }

  /// Goes back from a message to one that answers nothing, or whose thread is known, and notes the
  /// thread of all on the way; messages that answer each other begin where the circle closes.
  private mutating func follow(_ message: Int, in context: FHIRContext) {
    if starts[message] != nil { return }
    var way: Set<Int> = [message]
    var current = message
    var start: RecordID?
    while start == nil {
      let here = context.recordID(of: current) ?? Person.recordID
      switch context.resource(at: current).earlierMessage {
      case .missing(let id):
        start = id
      case .entry(let earlier):
        if let known = starts[earlier] {
          start = known
        } else if context.recordID(of: earlier) == nil || !way.insert(earlier).inserted {
          start = here
        } else {
          current = earlier
        }
      case .none:
        start = here
      }
    }
    for message in way {
      starts[message] = start
    }
  }
}

/// A message that another one answers.
enum EarlierMessage {
  case entry(Int)
  /// Not in the file; the id it will have.
  case missing(RecordID)
}

extension FHIRResource {
  /// The message that this one answers or is a part of; nil where there is none.
  var earlierMessage: EarlierMessage? {
    for name in ["inResponseTo", "partOf"] {
      for reference in (try? node.objects(name)) ?? [] {
        if let message = message(reference) { return message }
      }
    }
    return nil
  }

  /// The message that a reference means; nil where it means something else.
  func message(_ reference: JSONNode) -> EarlierMessage? {
    if let target = target(of: reference) {
      guard target.type == "Communication", let entry = target.entry else { return nil }
      return .entry(context.identities.representative(of: entry))
    }
    guard let text = reference["reference"]?.text else { return nil }
    let target = FHIRReferenceTarget(text)
    if let type = target.resourceType, type != "Communication" { return nil }
    return FHIRIdentities.recordID(
      missing: target,
      type: "Communication",
      source: context.subject.sourceKey,
      digest: context.digest
    ).map { .missing($0) }
  }
}
