import PortalCore

/// `people`: who is in the store.
enum PeopleCommand {
  private struct Output: Encodable {
    let id: String
    let name: String?
    let birthDate: PartialDate?
  }

  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let portal = try context.openPortal()
    let people = try asking { () throws(ServiceError) in try portal.people() }
    if context.arguments.has(.json) {
      context.console.result(
        JSONOutput.text(
          people.map { Output(id: $0.id.text, name: $0.name, birthDate: $0.birthDate) }
        )
      )
    } else {
      for person in people {
        let name = person.name.map { SafeText($0).text } ?? context.phrases.withoutName
        let birth = person.birthDate.map { "  \($0.text)" } ?? ""
        context.console.result("\(person.id.text)  \(name)\(birth)")
      }
    }
    return .done
  }
}
