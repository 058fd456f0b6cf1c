import PortalCore

/// `backup`: the whole store in one new file.
enum BackupCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let path = context.arguments.operands.first ?? ""
    let portal = try context.openPortalForReading()
    let report = try asking { () throws(ServiceError) in try portal.backUp(to: path) }
    context.console.say(context.phrases.backedUp(report, SafeText(path).text))
    for problem in report.problems { context.console.complain(context.phrases.text(for: problem)) }
    return report.problems.isEmpty ? .done : .checkFailed
  }
}

/// `restore`: a backup into an empty data directory.
enum RestoreCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let path = context.arguments.operands.first ?? ""
    let (target, surroundings) = (context.dataDirectory(), context.surroundings)
    let portal = try asking { () throws(ServiceError) in
      let backup = try Portal.checkedBackup(path, surroundings: surroundings)
      return try Portal.restore(backup, into: target, surroundings: surroundings)
    }
    let report = try asking { () throws(ServiceError) in try portal.verify() }
    context.console.say(
      context.phrases.restored(SafeText(path).text, into: SafeText(target).text)
    )
    let text = VerifyText(report: report, phrases: context.phrases)
    for line in text.problems { context.console.complain(line) }
    return report.isSound ? .done : .checkFailed
  }
}
