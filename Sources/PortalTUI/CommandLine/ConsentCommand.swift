import PortalCore

/// `consent`: what a person has consented to, and whether a young person may sign in.
enum ConsentCommand {
  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let arguments = context.arguments
    let level = try value(.level, arguments) { ConsentLevel(rawValue: $0) }
    let isAllowed = try value(.youthLogin, arguments) { Bool(answer: $0) }
    let base = try value(.base, arguments) { Int($0) }
    if level != nil, isAllowed != nil { throw notHere(.youthLogin) }
    if arguments.has(.erase) {
      guard level == ConsentLevel.none else { throw notHere(.erase) }
      // A preview that erased would be the worst of answers.
      if arguments.has(.preview) {
        throw .optionsDisagree(Option.erase.rawValue, Option.preview.rawValue)
      }
    }
    let (_, record) = try context.openRecord()
    defer { context.close(record) }
    if let level {
      if arguments.has(.preview) { return try preview(level, record, context) }
      if level == .none { return try withdraw(record, base, context) }
      let known = try asking { () throws(ServiceError) in try record.consent().version }
      let outcome = try asking { () throws(ServiceError) in
        try record.setConsent(to: level, base: base ?? known)
      }
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

  private static func notHere(_ option: Option) -> CommandProblem {
    .optionNotHere(option: option.rawValue, command: CommandName.consent.rawValue)
  }

  /// Withdraws the consent, and erases what it allowed to be stored, where that is confirmed.
  ///
  /// Also where it was withdrawn before and something is stored: an erasure that failed, or was never
  /// begun, is done by the same command.
  private static func withdraw(
    _ record: OpenRecord,
    _ base: Int?,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    let count = try asking { () throws(ServiceError) in try record.countErasedWithConsent() }
    let known = try asking { () throws(ServiceError) in try record.consent() }
    let isConfirmed = context.arguments.has(.erase)
    if !isConfirmed, known.level != .none || count > 0 { throw .erasureNotConfirmed(count: count) }
    let outcome = try asking { () throws(ServiceError) in
      try record.setConsent(to: .none, base: base ?? known.version)
    }
    let isStored = if case .conflict = outcome { false } else { true }
    guard isConfirmed, isStored else { return try tell(outcome, ConsentChoice.recordID, context) }
    do throws(CommandProblem) {
      let erased = try asking { () throws(ServiceError) in
        try record.erase(.consentWithdrawn, reason: .consentWithdrawn)
      }
      return try tell(outcome, ConsentChoice.recordID, erased: erased, context)
    } catch {
      // The withdrawal stands all the same.
      _ = try tell(outcome, ConsentChoice.recordID, context)
      throw error
    }
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
    erased: Receipt? = nil,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    let output = RightsOutput(context.phrases)
    switch outcome {
    case .saved(let receipt, _): output.tell("saved", id, receipt, erased: erased, context)
    case .unchanged: output.tell("unchanged", id, nil, erased: erased, context)
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
