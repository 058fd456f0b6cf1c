import PortalCore

/// `show SECTION`: one section as the screen shows it, in plain lines or as JSON.
enum ShowCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let name = context.arguments.operands[0]
    guard let area = Area(rawValue: name) else { throw .unknownSection(name) }
    let (portal, record) = try context.openRecord()
    defer { context.close(record) }
    if context.arguments.has(.json) {
      context.console.result(try json(area, record))
      return .done
    }
    let screens = ScreenContext(portal: portal, record: record, phrases: context.phrases)
    var screen = SectionScreens.screen(for: area, screens, older: .all)
    _ = screen.update(.shown)
    // What the gate refuses is a refusal here too, and not only a page that says so.
    _ = try asking { () throws(ServiceError) in try record.section(area) }
    let renderer = PlainRenderer(words: context.phrases.renderWords)
    for line in renderer.lines(screen.page()) { context.console.result(line) }
    return .done
  }

  private static func json(
    _ area: Area,
    _ record: OpenRecord
  ) throws(CommandProblem) -> String {
    if area == .accessLog { return try AccessLogCommand.json(record) }
    let records = try asking { () throws(ServiceError) in try record.section(area) }
    return JSONOutput.text(records.map(RecordOutput.init))
  }
}
