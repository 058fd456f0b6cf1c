import PortalCore

/// `consent`: what a person has consented to, and whether a young person may sign in.
enum ConsentCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let arguments = context.arguments
    let level = try value(.level, arguments) { ConsentLevel(rawValue: $0) }
    let isAllowed = try value(.youthLogin, arguments) { Bool(answer: $0) }
    let base = try value(.base, arguments) { Int($0) }
    if level != nil, isAllowed != nil {
      throw .optionNotHere(
        option: Option.youthLogin.rawValue,
        command: CommandName.consent.rawValue
      )
    }
    let (_, record) = try context.openRecord()
    defer { context.close(record) }
    if let level {
      if arguments.has(.preview) { return try preview(level, record, context) }
      let known = try asking { () throws(ServiceError) in try record.consent().version }
      let outcome = try asking { () throws(ServiceError) in
        try record.setConsent(to: level, base: base ?? known)
      }
      // After a withdrawal (`ConsentEffect.erasesContent`) the record's content is to be erased:
      // that is called from here once there is an erasure.
      return try tell(outcome, ConsentChoice.recordID, context)
    }
    if let isAllowed {
      let known = try asking { () throws(ServiceError) in try record.youthLogin()?.version ?? 0 }
      let outcome = try asking { () throws(ServiceError) in
        try record.setYouthLogin(allowed: isAllowed, base: base ?? known)
      }
      return try tell(outcome, YouthLogin.recordID, context)
    }
    for line in try RightsOutput(context.phrases).privacy(record) { context.console.result(line) }
    return .done
  }

  /// What another level opens and closes; nothing is stored.
  private static func preview(
    _ level: ConsentLevel,
    _ record: OpenRecord,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    let effect = try asking { () throws(ServiceError) in try record.effect(of: level) }
    if context.arguments.has(.json) {
      context.console.result(RightsOutput(context.phrases).json([], effect.changes))
      return .done
    }
    for change in effect.changes { context.console.result(context.phrases.text(of: change)) }
    if effect.erasesContent { context.console.result(context.phrases.withdrawalErases) }
    return .done
  }

  private static func tell(
    _ outcome: EditOutcome,
    _ id: RecordID,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    let output = RightsOutput(context.phrases)
    switch outcome {
    case .saved(let receipt, _): output.tell("saved", id, receipt, context)
    case .unchanged: output.tell("unchanged", id, nil, context)
    case .conflict(let conflict):
      throw .service(.store(.conflict(id, newest: conflict.newest.record.version)))
    }
    return .done
  }

  private static func value<Value>(
    _ option: Option,
    _ arguments: Arguments,
    _ parse: (String) -> Value?
  ) throws(CommandProblem) -> Value? {
    guard let text = arguments[option] else { return nil }
    guard let value = parse(text) else {
      throw .badValue(option: option.rawValue, value: text)
    }
    return value
  }
}
