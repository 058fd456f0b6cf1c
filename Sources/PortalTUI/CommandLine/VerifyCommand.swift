import PortalCore

/// `verify`: every journal line by line.
enum VerifyCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let portal = try portal(context)
    var person: Person.ID?
    if let text = context.arguments[.person] {
      person = try context.brokenPerson(named: text, in: portal)
    }
    if let receipt = context.arguments[.receipt] {
      if person == nil { person = try context.person(in: portal) }
      guard let person else { throw .severalPeople }
      return try check(receipt, person, portal, context)
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

  /// The store, or the one in a backup.
  private static func portal(_ context: CommandContext) throws(CommandProblem) -> Portal {
    guard let path = context.arguments.operands.first else {
      return try context.openPortalForReading()
    }
    let surroundings = context.surroundings
    return try asking { () throws(ServiceError) in
      let backup = try Portal.checkedBackup(path, surroundings: surroundings)
      return try Portal(in: backup, surroundings: surroundings)
    }
  }

  /// Whether the line of a receipt, which has left the machine, is still in the record.
  private static func check(
    _ text: String,
    _ person: Person.ID,
    _ portal: Portal,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    guard let receipt = ReceiptText(text) else {
      throw .badValue(option: Option.receipt.rawValue, value: text)
    }
    let isKnown = try asking { () throws(ServiceError) in
      try portal.holds(receipt, of: person)
    }
    let answer = context.phrases.receipt(SafeText(text).text, isKnown: isKnown)
    if isKnown { context.console.say(answer) } else { context.console.complain(answer) }
    return isKnown ? .done : .checkFailed
  }
}
