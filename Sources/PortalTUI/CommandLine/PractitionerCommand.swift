import PortalCore

/// `gp`: who the general practitioner is, who has free places, changing, undoing and waiting.
enum PractitionerCommand {
  private enum Act: String {
    case show, list, change, undo, wait, leave
  }

  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let word = context.arguments.operands.first ?? Act.show.rawValue
    guard let act = Act(rawValue: word) else { throw .unexpectedOperand(word) }
    let (portal, record) = try context.openRecord()
    defer { context.close(record) }
    switch act {
    case .show:
      let screens = ScreenContext(portal: portal, record: record, phrases: context.phrases)
      try SectionPrinter.print(PractitionerScreen(context: screens), screens, to: context.console)
    case .list: try list(record, context)
    case .change:
      let (practice, practitioner) = try chosen(context.arguments)
      let id = record.newID()
      try asking { () throws(ServiceError) in
        _ = try record.changePractitioner(to: practitioner, at: practice, as: id)
      }
      context.console.result("changed \(id.text)")
    case .undo:
      let today = OsloTime.date(record.now)
      let pending = try asking { () throws(ServiceError) in
        try record.practitionerChanges().first { $0.content.state(on: today) == .pending }
      }
      guard let pending else { throw .service(.practitioner(.notPending)) }
      try asking { () throws(ServiceError) in _ = try record.undoChange(pending.id) }
      context.console.result("undone \(pending.id.text)")
    case .wait:
      let (practice, practitioner) = try chosen(context.arguments)
      try asking { () throws(ServiceError) in
        _ = try record.wait(for: practitioner, at: practice)
      }
      context.console.result("waiting \(practitioner.text)")
    case .leave:
      try asking { () throws(ServiceError) in _ = try record.stopWaiting() }
      context.console.result("left")
    }
    return .done
  }

  private static func list(
    _ record: OpenRecord,
    _ context: CommandContext
  ) throws(CommandProblem) {
    let entries = try asking { () throws(ServiceError) in
      try record.practitioners(matching: context.arguments[.text] ?? "")
    }
    if context.arguments.has(.json) {
      context.console.result(JSONOutput.text(entries.map(PractitionerOutput.init)))
      return
    }
    for entry in entries {
      let parts = [
        entry.practice.text, entry.practitioner.text, String(entry.freePlaces), entry.name,
        entry.practiceName ?? "", entry.municipality ?? "",
      ]
      context.console.result(parts.map { SafeText($0).text }.joined(separator: "  "))
    }
  }

  private static func chosen(
    _ arguments: Arguments
  ) throws(CommandProblem) -> (Practice.ID, RecordID) {
    guard let first = arguments[.practice], let second = arguments[.staff] else {
      throw .missingOperand(command: CommandName.gp.rawValue)
    }
    guard let practice = Practice.ID(first) else {
      throw .badValue(option: Option.practice.rawValue, value: first)
    }
    guard let practitioner = RecordID(second) else {
      throw .badValue(option: Option.staff.rawValue, value: second)
    }
    return (practice, practitioner)
  }
}

/// A general practitioner as `gp list --json` prints them.
private struct PractitionerOutput: Encodable {
  let practice: Practice.ID
  let practitioner: RecordID
  let name: String
  let practiceName: String?
  let municipality: String?
  let freePlaces: Int
  let waiting: Int

  init(_ entry: PractitionerEntry) {
    (practice, practitioner, name) = (entry.practice, entry.practitioner, entry.name)
    (practiceName, municipality) = (entry.practiceName, entry.municipality)
    (freePlaces, waiting) = (entry.freePlaces, entry.waiting)
  }
}
