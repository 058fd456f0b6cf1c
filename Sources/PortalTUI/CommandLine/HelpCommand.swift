import PortalCore

/// `help` and `--version`.
enum HelpCommand {
  /// The one topic that is no command: the table of rights.
  static let accessTopic = "access"
  static let versionText = "0.1.0"

  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let topic = context.arguments.operands.first
    guard let topic else {
      for line in overview(context.phrases) { context.console.result(line) }
      return .done
    }
    if topic == accessTopic {
      let table = AccessTable(phrases: context.phrases)
      for line in context.arguments.has(.plain) ? table.spokenLines : table.lines {
        context.console.result(line)
      }
      return .done
    }
    guard let command = CommandName(rawValue: topic), command != .open else {
      throw .unknownCommand(topic)
    }
    context.console.result(command.synopsis)
    context.console.result("")
    context.console.result(context.phrases.explanation(of: command))
    let options = command.options.union(CommandName.commonOptions)
    context.console.result("")
    for option in Option.allCases where options.contains(option) {
      context.console.result("  --\(option.rawValue): \(context.phrases.explanation(of: option))")
    }
    return .done
  }

  static func version(_ context: CommandContext) -> ExitStatus {
    context.console.result("helseportal \(versionText)")
    return .done
  }

  private static func overview(_ phrases: any Phrasebook) -> [String] {
    var lines = [phrases.helpIntroduction, ""]
    for command in CommandName.allCases {
      lines.append(command.synopsis)
      lines.append("    " + phrases.explanation(of: command))
    }
    let sections = ([.overview] + SectionScreens.listed).map(\.rawValue)
    lines += ["", phrases.helpSections(sections.joined(separator: " "))]
    lines += ["", phrases.helpAccess]
    lines += ["", phrases.helpDataDirectory, phrases.helpExitStatus]
    return lines
  }
}
