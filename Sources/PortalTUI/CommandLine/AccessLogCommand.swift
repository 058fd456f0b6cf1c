import PortalCore

/// `access-log`: who has opened the record and what they did.
enum AccessLogCommand {
  private struct Output: Encodable {
    let id: String
    let kind = "accessLogEntry"
    let date: Instant
    let title: String
    let actor: String
    let basis: String
    let area: String?
  }

  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let (portal, record) = try context.openRecord()
    defer { context.close(record) }
    if context.arguments.has(.json) {
      context.console.result(try json(record))
      return .done
    }
    let screens = ScreenContext(portal: portal, record: record, phrases: context.phrases)
    try SectionPrinter.print(.accessLog, screens, to: context.console)
    return .done
  }

  /// One document: the lines of the log, oldest first.
  static func json(_ record: OpenRecord) throws(CommandProblem) -> String {
    let lines = try asking { () throws(ServiceError) in try record.accessLogLines().lines }
    return JSONOutput.text(
      lines.reversed().map { line in
        Output(
          id: String(line.sequence),
          date: line.time,
          title: line.entry.event.rawValue,
          actor: line.attribution.actor.description,
          basis: line.attribution.basis.description,
          area: line.entry.area?.rawValue
        )
      }
    )
  }
}
