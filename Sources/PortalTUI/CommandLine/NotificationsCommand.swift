import PortalCore

/// `notifications`: how much is told outside the portal, and what that would be now.
enum NotificationsCommand {
  private struct Told: Encodable {
    let level: NotificationProfile.Level
    let chosen: Instant?
    let version: Int
    let texts: [String]

    private enum Key: String, CodingKey {
      case level, chosen, version, texts
    }

    /// With null where nothing was chosen, so that the keys are always there.
    func encode(to encoder: any Encoder) throws {
      var values = encoder.container(keyedBy: Key.self)
      try values.encode(level, forKey: .level)
      try values.encode(chosen, forKey: .chosen)
      try values.encode(version, forKey: .version)
      try values.encode(texts, forKey: .texts)
    }
  }

  static func run(_ context: CommandContext) throws(CommandProblem) -> ExitStatus {
    let arguments = context.arguments
    var level: NotificationProfile.Level?
    if let text = arguments[.level] {
      level = NotificationProfile.Level(rawValue: text)
      if level == nil { throw .badValue(option: Option.level.rawValue, value: text) }
    }
    var base: Int?
    if let text = arguments[.base] {
      base = Int(text)
      if base == nil { throw .badValue(option: Option.base.rawValue, value: text) }
    }
    let (_, record) = try context.openRecord()
    defer { context.close(record) }
    guard let level else { return try show(record, context) }
    let known = try asking { () throws(ServiceError) in try record.notifications().version }
    let outcome = try asking { () throws(ServiceError) in
      try record.setNotifications(to: level, base: base ?? known)
    }
    let (output, id) = (RightsOutput(context.phrases), NotificationProfile.recordID)
    switch outcome {
    case .saved(let receipt, _): output.tell("saved", id, receipt, context)
    case .unchanged: output.tell("unchanged", id, nil, context)
    case .conflict(let conflict):
      throw .service(.store(.conflict(id, newest: conflict.newest.record.version)))
    }
    return .done
  }

  private static func show(
    _ record: OpenRecord,
    _ context: CommandContext
  ) throws(CommandProblem) -> ExitStatus {
    let phrases = context.phrases
    let state = try asking { () throws(ServiceError) in try record.notifications() }
    let events = try asking { () throws(ServiceError) in try record.dueNotifications() }
    let texts = phrases.notifications(of: events, at: state.level)
    if context.arguments.has(.json) {
      let told = Told(
        level: state.level,
        chosen: state.chosen,
        version: state.version,
        texts: texts
      )
      context.console.result(JSONOutput.text(told))
      return .done
    }
    let name = phrases.name(of: state.level)
    context.console.result("\(phrases.notificationsTitle): \(name) (\(state.level.rawValue))")
    for text in texts { context.console.result(text) }
    return .done
  }
}
