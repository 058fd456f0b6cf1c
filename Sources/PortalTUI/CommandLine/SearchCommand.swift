import PortalCore

/// `search TEXT`: what in the record holds all words of a text, the newest first.
enum SearchCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let text = context.arguments.operands[0]
    let query = SearchQuery(text)
    guard !query.isEmpty else { throw .badValue(option: "TEXT", value: text) }
    let (portal, record) = try context.openRecord()
    defer { try? record.end() }
    let result = try asking { () throws(ServiceError) in
      try record.search(query, newest: .max)
    }
    if context.arguments.has(.json) {
      context.console.result(JSONOutput.text(result.newest.map(RecordOutput.init)))
    } else {
      let pages = RecordPages(
        ScreenContext(portal: portal, record: record, phrases: context.phrases)
      )
      for found in result.newest { context.console.result(line(found, pages, context.phrases)) }
    }
    return result.count > 0 ? .done : .checkFailed
  }

  /// One line for each: when, what it is, its id, and what it is called or begins with.
  private static func line(
    _ record: Record,
    _ pages: RecordPages,
    _ phrases: any Phrasebook
  ) -> String {
    let parts = [
      record.content.date?.text ?? "-", pages.kind(of: record), record.id.text,
      record.beginning ?? pages.title(of: record),
    ]
    return parts.map { SafeText($0).text }.joined(separator: "  ")
  }
}

extension Record {
  /// How a message without a subject begins; nil for everything that has a title.
  var beginning: String? {
    guard case .message(let message) = content, message.subject.isEmpty else { return nil }
    return String(message.text.prefix(60).map { $0.isNewline ? " " : $0 })
  }
}
