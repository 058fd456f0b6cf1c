import PortalCore

/// `history`: every version of a record or of all, or the record as it was on a date.
enum HistoryCommand {
  private struct Output: Encodable {
    let sequence: Int
    let time: Instant
    let actor: String
    let subject: String
    let basis: String
    let record: RecordOutput
  }

  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let wanted = try wantedRecord(context)
    let end = try endOfDay(context)
    let (_, record) = try context.openRecord()
    defer { context.close(record) }
    var revisions = try asking { () throws(ServiceError) in try record.history(of: wanted) }
    if let end {
      revisions = newest(revisions.filter { $0.time < end })
    }
    if context.arguments.has(.json) {
      context.console.result(JSONOutput.text(revisions.map(output)))
    } else {
      for revision in revisions { context.console.result(line(revision)) }
    }
    return .done
  }

  private static func wantedRecord(_ context: CommandContext) throws(CommandProblem) -> RecordID? {
    guard let text = context.arguments[.record] else { return nil }
    guard let id = RecordID(text) else { throw .badValue(option: "record", value: text) }
    return id
  }

  /// The first moment after the day that `--as-of` names: the day itself counts.
  private static func endOfDay(_ context: CommandContext) throws(CommandProblem) -> Instant? {
    guard let text = context.arguments[.asOf] else { return nil }
    guard let date = CivilDate(text) else { throw .badValue(option: "as-of", value: text) }
    return PartialDate(CivilDate(daysSinceEpoch: date.daysSinceEpoch + 1)).start
  }

  /// The newest version of each record, in the order in which they were last changed.
  private static func newest(_ revisions: [Revision]) -> [Revision] {
    var last: [RecordID: Int] = [:]
    for (index, revision) in revisions.enumerated() { last[revision.record.id] = index }
    return last.values.sorted().map { revisions[$0] }
  }

  private static func output(_ revision: Revision) -> Output {
    Output(
      sequence: revision.sequence,
      time: revision.time,
      actor: revision.attribution.actor.description,
      subject: revision.attribution.subject.description,
      basis: revision.attribution.basis.description,
      record: RecordOutput(record: revision.record)
    )
  }

  private static func line(_ revision: Revision) -> String {
    let record = revision.record
    let parts = [
      "\(revision.sequence)", revision.time.description, revision.attribution.actor.description,
      record.kind.rawValue, record.id.text, "v\(record.version)",
      record.content.date?.text ?? "-", SafeText(record.content.title ?? "-").text,
    ]
    return parts.joined(separator: "  ")
  }
}
