import PortalCore

/// `verify`: every journal line by line.
enum VerifyCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let portal = try context.openPortalUntouched()
    var person: Person.ID?
    if let text = context.arguments[.person] {
      person = try context.person(named: text, in: portal)
    }
    let report = try asking { () throws(ServiceError) in try portal.verify(person) }
    let listsMessages = context.arguments.has(.ids)
    let text = VerifyText(report: report, phrases: context.phrases)
    if context.arguments.has(.json) {
      context.console.result(
        JSONOutput.text(VerifyOutput(report, context.phrases, withMessages: listsMessages))
      )
    } else {
      if listsMessages {
        for id in report.persons.flatMap(\.messageIDs) { context.console.result("HAVE \(id.text)") }
      } else if report.isSound {
        let lines = report.persons.reduce(0) { $0 + $1.lines }
        context.console.result(
          context.phrases.verified(people: report.persons.count, lines: lines)
        )
      }
      for line in text.remarks { context.console.complain(context.phrases.verifyRemark(line)) }
      for line in text.problems { context.console.complain(line) }
    }
    return report.isSound ? .done : .checkFailed
  }
}
