import PortalCore

/// `desk`: a practice's side: the desk itself, and setting a practice up.
enum DeskCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let portal = try context.openPortal()
    let arguments = context.arguments
    let practices = try asking { () throws(ServiceError) in try portal.practices() }
    if arguments.has(.list), arguments[.practice] == nil {
      for practice in practices {
        context.console.result(
          "\(practice.id.text)  \(practice.name ?? context.phrases.withoutName)"
        )
      }
      return .done
    }
    let practice = try practice(among: practices, context)
    let isSetUp = [Option.list, .addStaff, .endStaff, .switching, .offer].contains(
      where: arguments.has
    )
    if isSetUp { return try DeskSetUp(practice, portal, context).run() }
    let opening = try opening(practice, portal, context)
    if let signal = try opening.run() { signal.endProcess() }
    return .done
  }

  /// The practice that `--practice` names by its id or its name, or the only one there is.
  private static func practice(
    among practices: [PracticeSummary],
    _ context: CommandContext
  ) throws(CommandProblem) -> Practice.ID {
    guard let text = context.arguments[.practice] else {
      guard practices.count == 1, let only = practices.first else {
        throw practices.isEmpty ? .noPractice : .severalPractices
      }
      return only.id
    }
    let named = practices.filter { $0.id.text == text || $0.name == text }
    guard named.count == 1, let found = named.first else {
      throw .badValue(option: Option.practice.rawValue, value: text)
    }
    return found.id
  }

  /// The desk at its first page.
  private static func opening(
    _ practice: Practice.ID,
    _ portal: Portal,
    _ context: CommandContext
  ) throws(CommandProblem) -> Opening {
    let phrases = context.phrases
    let signedOut: any Screen
    if portal.settings.signIn == .pin {
      signedOut = SignInScreen(
        portal: portal,
        signIn: context.signIn(to: portal),
        phrases: phrases,
        practice: practice
      )
    } else {
      signedOut = ChooseStaffScreen(portal: portal, practice: practice, phrases: phrases)
    }
    guard let staff = try staff(practice, portal, context) else {
      return Opening(portal, context, first: signedOut, signedOut: signedOut)
    }
    let desk = try asking { () throws(ServiceError) in try portal.openDesk(by: staff) }
    let first = DeskQueueScreen(
      context: DeskContext(portal: portal, desk: desk, phrases: phrases)
    )
    return Opening(portal, context, first: first, signedOut: signedOut)
  }

  /// Who is at the desk, where the command line says so.
  static func staff(
    _ practice: Practice.ID,
    _ portal: Portal,
    _ context: CommandContext
  ) throws(CommandProblem) -> SignedInStaff? {
    if let name = context.arguments[.staff] {
      return try asking { () throws(ServiceError) in
        let found = try portal.staffToChoose(at: practice).filter {
          $0.id.text == name || $0.content.name == name
        }
        guard found.count == 1, let member = found.first else {
          throw .refused(.roleNotGranted(.staff))
        }
        return try portal.chooseStaff(member.id, at: practice)
      }
    }
    guard context.arguments[.actor] != nil || context.arguments[.pinFile] != nil else { return nil }
    let person: SignedInPerson
    if portal.settings.signIn == .pin {
      person = try context.signedInPerson(in: portal)
    } else {
      let id = try context.person(named: context.arguments[.actor] ?? "", in: portal)
      person = try asking { () throws(ServiceError) in try portal.choose(id) }
    }
    return try asking { () throws(ServiceError) in try portal.staff(person, at: practice) }
  }
}
