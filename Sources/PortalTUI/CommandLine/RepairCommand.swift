import PortalCore

/// `repair`: mends what is broken, person by person, with as little loss as can be proven.
enum RepairCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let portal = try context.openPortalUntouched()
    let people: [Person.ID]
    if let text = context.arguments[.person] {
      people = [try context.brokenPerson(named: text, in: portal)]
    } else {
      people = try asking { () throws(ServiceError) in try portal.everybody() }
    }
    var source: RepairSource?
    if let path = context.arguments[.from] {
      let surroundings = context.surroundings
      source = try asking { () throws(ServiceError) in
        try Portal.checkedBackup(path, surroundings: surroundings).source
      }
    }
    let repair = portal.startRepair(from: source)
    var isSound = true
    for person in people {
      let line: String
      do throws(ServiceError) {
        let outcome = try repair.mend(person)
        switch outcome {
        case .nothingToRepair: line = context.phrases.nothingToRepair
        case .repaired(let repairs): line = context.phrases.repaired(repairs)
        case .notRepaired(let problems, let repairs):
          isSound = false
          line = text(problems, repairs, context.phrases)
        }
      } catch {
        isSound = false
        line = context.phrases.notRepaired(context.phrases.text(for: .service(error)))
      }
      context.console.say("\(person.text): \(SafeText(line).text)")
      context.console.flush()
    }
    return isSound ? .done : .checkFailed
  }

  private static func text(
    _ problems: [CheckProblem],
    _ repairs: [JournalRepair],
    _ phrases: any Phrasebook
  ) -> String {
    let left = problems.map { phrases.notRepaired(phrases.text(for: $0)) }
    return (repairs.map { phrases.repaired([$0]) } + left).joined(separator: "; ")
  }
}
