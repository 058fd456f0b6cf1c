import PortalCore

/// Runs one command line from its words to its exit status.
enum Commands {
  /// Never throws: a problem becomes one line on standard error and its status.
  static func run(
    _ words: [String],
    environment: Environment,
    surroundings: Surroundings,
    console: Console
  ) -> ExitStatus {
    var language = Language(
      locale: environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
    )
    do {
      if let number = environment.unreadableWord { throw CommandProblem.wordNotUTF8(number) }
      let arguments = try Arguments.parse(words)
      if let name = arguments[.language] {
        guard let chosen = Language(rawValue: name) else {
          throw CommandProblem.badValue(option: Option.language.rawValue, value: name)
        }
        language = chosen
      }
      let context = CommandContext(
        arguments: arguments,
        console: console,
        environment: environment,
        surroundings: surroundings,
        phrases: language.phrasebook
      )
      let status = try dispatch(context)
      console.flush()
      return status
    } catch let problem as CommandProblem {
      console.complain(language.phrasebook.text(for: problem))
      return problem.status
    } catch {
      preconditionFailure("commands throw command problems only")
    }
  }

  private static func dispatch(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    switch context.arguments.command {
    case .open: try PortalCommand.run(context)
    case .demo: try DemoCommand.run(context)
    case .people: try PeopleCommand.run(context)
    case .importing: try ImportCommand.run(context)
    case .show: try ShowCommand.run(context)
    case .search: try SearchCommand.run(context)
    case .send: try SendCommand.run(context)
    case .edit: try EditCommand.run(context)
    case .history: try HistoryCommand.run(context)
    case .accessLog: try AccessLogCommand.run(context)
    case .grant: try GrantCommand.run(context)
    case .consent: try ConsentCommand.run(context)
    case .notifications: try NotificationsCommand.run(context)
    case .appointment: try AppointmentCommand.run(context)
    case .desk: try DeskCommand.run(context)
    case .gp: try PractitionerCommand.run(context)
    case .verify: try VerifyCommand.run(context)
    case .repair: try RepairCommand.run(context)
    case .backup: try BackupCommand.run(context)
    case .restore: try RestoreCommand.run(context)
    case .doctor: try DoctorCommand.run(context)
    case .pin: try PinCommand.run(context)
    case .policy: try PolicyCommand.run(context)
    case .help: try HelpCommand.run(context)
    case .version: HelpCommand.version(context)
    case .makeSampleData: try MakeSampleDataCommand.run(context)
    case .picture: try PictureCommand.run(context)
    }
  }
}
