import PortalCore

/// `show SECTION`: one section as the screen shows it, in plain lines or as JSON.
enum ShowCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let name = context.arguments.operands[0]
    guard let area = Area(rawValue: name) else { throw .unknownSection(name) }
    let (portal, record) = try context.openRecord()
    defer { context.close(record) }
    guard context.arguments.has(.json) else {
      let rights = RightsOutput(context.phrases)
      if area == .proxies || area == .privacy {
        let lines = try area == .proxies ? rights.proxies(record, portal) : rights.privacy(record)
        for line in lines { context.console.result(line) }
        return .done
      }
      let screens = ScreenContext(portal: portal, record: record, phrases: context.phrases)
      try SectionPrinter.print(area, screens, to: context.console)
      return .done
    }
    if area == .accessLog {
      context.console.result(try AccessLogCommand.json(record))
    } else {
      try SectionPrinter.printJSON(area, record, to: context.console)
    }
    return .done
  }
}
