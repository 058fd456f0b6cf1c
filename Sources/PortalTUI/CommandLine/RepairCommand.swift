import PortalCore

/// `repair`: mends what is broken, person by person and practice by practice, with as little loss as
/// can be proven.
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
      let said = outcome(context) { () throws(ServiceError) in try repair.mend(person) }
      isSound = isSound && said.isSound
      say(said.text, of: person.text, context)
    }
    // One person's repair leaves the rest of the store alone.
    if context.arguments[.person] != nil { return isSound ? .done : .checkFailed }
    let practices = try asking { () throws(ServiceError) in try repair.practices() }
    for practice in practices {
      let said = outcome(context) { () throws(ServiceError) in try repair.mend(practice) }
      isSound = isSound && said.isSound
      // Nobody asked for them by name: those that are sound are not told one by one.
      if said.text != context.phrases.nothingToRepair {
        say(said.text, of: "practices/\(practice.text.prefix(2))/\(practice.text)", context)
      }
    }
    return isSound ? .done : .checkFailed
  }

  private static func say(_ text: String, of owner: String, _ context: CommandContext) {
    context.console.say("\(owner): \(SafeText(text).text)")
    context.console.flush()
  }

  private static func outcome(
    _ context: CommandContext,
    _ mend: () throws(ServiceError) -> RepairOutcome
  ) -> (isSound: Bool, text: String) {
    let phrases = context.phrases
    do throws(ServiceError) {
      switch try mend() {
      case .nothingToRepair: return (true, phrases.nothingToRepair)
      case .repaired(let repairs): return (true, phrases.repaired(repairs))
      case .notRepaired(let problems, let repairs):
        return (false, text(problems, repairs, phrases))
      }
    } catch {
      return (false, phrases.notRepaired(phrases.text(for: .service(error))))
    }
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
